"""The saved and recent searches of a library.

They store photos, not codes, so that a saved search works with every model.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import SettingsError
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.base.region import Region

MOST_RECENT = 8


@dataclass(frozen=True)
class SavedExample:
    """An example of a search: a picture by its path, and by its id if it is in the library.

    A text has no picture: its path is empty.
    """

    path: Path
    photo_id: int | None = None
    is_wanted: bool = True
    region: Region | None = None
    text: str = ""


@dataclass(frozen=True)
class SavedSearch:
    """A search; at least one example is wanted."""

    name: str
    examples: tuple[SavedExample, ...]

    @property
    def lead(self) -> tuple[Path, str]:
        """The path of the first wanted example, or its text."""
        return next((each.path, each.text) for each in self.examples if each.is_wanted)


@dataclass(frozen=True)
class SavedSearches:
    """Saved searches in the order of saving, and recent ones, the latest first."""

    saved: tuple[SavedSearch, ...] = ()
    recent: tuple[SavedSearch, ...] = ()

    def with_recent(self, search: SavedSearch, place: int = 0) -> SavedSearches:
        """Insert a recent search, in place of one with the same lead: a refined search is one
        search. The oldest is dropped.
        """
        recent = [kept for kept in self.recent if kept.lead != search.lead]
        recent.insert(place, search)
        return replace(self, recent=tuple(recent[:MOST_RECENT]))

    def with_saved(self, search: SavedSearch, place: int | None = None) -> SavedSearches:
        """Insert a saved search at a place, or append it."""
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
    """Read the searches from a file; none where there is no file. Raises SettingsError."""
    try:
        values = decode_json(read_json(path), _SearchesRecord)
        return SavedSearches(
            tuple(_search(record) for record in values.saved),
            tuple(_search(record) for record in values.recent),
        )
    except FileNotFoundError:
        return SavedSearches()
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise SettingsError(path, str(error)) from error


def save_searches(path: Path, searches: SavedSearches) -> None:
    """Replace the file atomically. Raises SettingsError."""
    record = _SearchesRecord(
        [_search_record(search) for search in searches.saved],
        [_search_record(search) for search in searches.recent],
    )
    try:
        atomic_write(path, encode_json(record, indent=2) + "\n")
    except OSError as error:
        raise SettingsError(path, error.strerror or str(error)) from error


@dataclass(frozen=True)
class _ExampleRecord:
    """A SavedExample as it lies in the file; `region` is left, top, right, bottom."""

    path: Path
    photo_id: int | None
    wanted: bool
    region: tuple[float, float, float, float] | None
    text: str = ""


@dataclass(frozen=True)
class _SearchRecord:
    name: str
    examples: list[_ExampleRecord]


@dataclass(frozen=True)
class _SearchesRecord:
    saved: list[_SearchRecord]
    recent: list[_SearchRecord]


def _search_record(search: SavedSearch) -> _SearchRecord:
    return _SearchRecord(search.name, [_example_record(item) for item in search.examples])


def _example_record(example: SavedExample) -> _ExampleRecord:
    edges = None if example.region is None else astuple(example.region)
    return _ExampleRecord(example.path, example.photo_id, example.is_wanted, edges, example.text)


def _search(record: _SearchRecord) -> SavedSearch:
    """Raises ValueError for a search that the window could not have saved."""
    if not any(example.wanted for example in record.examples):
        raise ValueError(f"{record.name!r} contains no picture to search for")
    return SavedSearch(record.name, tuple(_example(item) for item in record.examples))


def _example(record: _ExampleRecord) -> SavedExample:
    region = None if record.region is None else Region(*record.region)
    if region is not None and not region.is_valid:
        raise ValueError(f"{record.region} is not a valid part of a picture")
    return SavedExample(record.path, record.photo_id, record.wanted, region, record.text)
