"""Searches that are kept beside a library: saved ones by name, and the last few.

Photos are kept, not codes: a search that was saved with one model is asked again of the next.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.region import Region

MOST_RECENT = 8


@dataclass(frozen=True)
class SavedExample:
    """A picture by its path, and by its id where it is a photo of the library."""

    path: Path
    photo_id: int | None = None
    is_wanted: bool = True
    region: Region | None = None


@dataclass(frozen=True)
class SavedSearch:
    """At least one example is wanted."""

    name: str
    examples: tuple[SavedExample, ...]

    @property
    def lead(self) -> Path:
        """The first picture that is wanted."""
        return next(example.path for example in self.examples if example.is_wanted)


@dataclass(frozen=True)
class SavedSearches:
    """Saved ones in the order of saving; of the recent ones the last comes first."""

    saved: tuple[SavedSearch, ...] = ()
    recent: tuple[SavedSearch, ...] = ()

    def with_recent(self, search: SavedSearch, place: int = 0) -> SavedSearches:
        """In the place of the one with the same lead: who refines a question has asked one, not
        many. The oldest is dropped.
        """
        recent = [kept for kept in self.recent if kept.lead != search.lead]
        recent.insert(place, search)
        return replace(self, recent=tuple(recent[:MOST_RECENT]))

    def with_saved(self, search: SavedSearch, place: int | None = None) -> SavedSearches:
        """At its place, or else after the others."""
        saved = list(self.saved)
        saved.insert(len(saved) if place is None else place, search)
        return replace(self, saved=tuple(saved))

    def renamed(self, place: int, name: str) -> SavedSearches:
        saved = list(self.saved)
        saved[place] = replace(saved[place], name=name)
        return replace(self, saved=tuple(saved))

    def without_saved(self, place: int) -> SavedSearches:
        return replace(self, saved=self.saved[:place] + self.saved[place + 1 :])

    def without_recent(self, place: int) -> SavedSearches:
        return replace(self, recent=self.recent[:place] + self.recent[place + 1 :])


def load_searches(path: Path) -> SavedSearches:
    """Empty where there is no file. Raises SettingsError."""
    try:
        values = json.loads(path.read_text("utf-8"))
        return SavedSearches(
            tuple(_search(item) for item in values["saved"]),
            tuple(_search(item) for item in values["recent"]),
        )
    except FileNotFoundError:
        return SavedSearches()
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(path, str(error)) from error


def save_searches(path: Path, kept: SavedSearches) -> None:
    """Write beside and rename. Raises SettingsError."""
    values = {
        "saved": [_values(search) for search in kept.saved],
        "recent": [_values(search) for search in kept.recent],
    }
    try:
        # As ASCII: file names need not be UTF-8.
        atomic_write(path, json.dumps(values, indent=2) + "\n", "ascii")
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


def _values(search: SavedSearch) -> dict[str, object]:
    examples = [
        {
            "path": str(example.path),
            "photo_id": example.photo_id,
            "wanted": example.is_wanted,
            "region": _edges(example.region),
        }
        for example in search.examples
    ]
    return {"name": search.name, "examples": examples}


def _search(values: Any) -> SavedSearch:
    """Raises ValueError, KeyError, TypeError."""
    examples = tuple(_example(item) for item in values["examples"])
    if not isinstance(values["name"], str) or not any(item.is_wanted for item in examples):
        raise ValueError(f"{values['name']!r} looks for nothing")
    return SavedSearch(values["name"], examples)


def _example(values: Any) -> SavedExample:
    photo_id, is_wanted, edges = values["photo_id"], values["wanted"], values["region"]
    if type(photo_id) not in (int, type(None)) or type(is_wanted) is not bool:
        raise TypeError(f"{values['path']!r} is not kept as it should be")
    region = None if edges is None else Region(*map(float, edges))
    if region is not None and not region.is_possible:
        raise ValueError(f"no picture has the part {edges}")
    return SavedExample(Path(values["path"]), photo_id, is_wanted, region)


def _edges(region: Region | None) -> list[float] | None:
    if region is None:
        return None
    return [region.left, region.top, region.right, region.bottom]
