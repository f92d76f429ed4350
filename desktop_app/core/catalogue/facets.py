"""Count the photos of each value that a filter offers: cameras, lenses, months, folders; of
folders also by the levels of their tree.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from desktop_app.core.catalogue.browse import NO_DATE, Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.photo_filter import (
    BROWSED,
    CHOICE_FIELDS,
    VALUE_FIELDS,
    ChoiceField,
    ValueField,
)
from desktop_app.core.catalogue.schema import Count, Length, Text

_SEPARATOR = os.fsencode(os.sep)
_AFTER = bytes([_SEPARATOR[0] + 1])  # sorts after all paths that go on with a separator


@dataclass(frozen=True)
class Facet:
    """A value, and the number of photos that have it."""

    value: str
    count: int


@dataclass(frozen=True)
class FolderFacet:
    """A folder, and the number of photos directly inside it."""

    path: Path
    count: int


@dataclass(frozen=True)
class Facets:
    """The values of a library.

    Attributes:
        values: Of each of VALUE_FIELDS, by its name: those that are known, by number of photos; of
            a field in steps, its steps in their order, without empty ones.
        choices: Of each of CHOICE_FIELDS, by its name: the number of photos of each choice; an
            archive leaves out what it does not know.
        months: '2019-03', newest first.
        undated: The number of photos without a date.
        folders: By path.
        roots: By path.
    """

    values: dict[str, list[Facet]]
    choices: dict[str, list[int]]
    months: list[Facet]
    undated: int
    folders: list[FolderFacet]
    roots: list[Path]


@dataclass(frozen=True)
class Subfolder:
    """A folder inside another one.

    Attributes:
        path: Absolute path.
        count: Number of photos in it and below it.
        has_folders: Whether photos lie in folders inside it.
    """

    path: Path
    count: int
    has_folders: bool


class FolderCounts:
    """All folders with photos, sorted. To list one takes as long as it has folders inside it, no
    matter how many lie deeper.
    """

    def __init__(self, folders: list[tuple[bytes, int]]) -> None:
        """`folders` holds each path with the number of photos directly inside it."""
        ordered = sorted(folders)
        self._paths = [path for path, _ in ordered]
        self._before = list(accumulate((count for _, count in ordered), initial=0))

    def inside(self, folder: Path) -> list[Subfolder]:
        """Return the folders inside one that have photos, by name."""
        prefix = os.path.join(os.fsencode(folder), b"")  # noqa: PTH118 -- the root stays '/'
        place = bisect_left(self._paths, prefix)
        end = bisect_left(self._paths, prefix[:-1] + _AFTER)
        found: dict[bytes, tuple[int, bool]] = {}
        while place < end:
            path = self._paths[place]
            cut = path.find(_SEPARATOR, len(prefix))
            child = path if cut < 0 else path[:cut]
            after = place + 1 if cut < 0 else bisect_left(self._paths, child + _AFTER, place, end)
            count, is_parent = found.get(child, (0, False))
            count += self._before[after] - self._before[place]
            found[child] = count, is_parent or cut >= 0
            place = after
        made = [Subfolder(Path(os.fsdecode(path)), *facts) for path, facts in found.items()]
        return sorted(made, key=lambda each: (each.path.name.casefold(), each.path.name))


def count_facets(catalogue: Catalogue, browse: Browse) -> Facets:
    """Count all facets. Raises LibraryDamagedError, LibraryUnwritableError."""
    months = _sections(browse, SortKey.DATE)
    return Facets(
        values={field.name: _counted(catalogue, field) for field in VALUE_FIELDS},
        choices={field.name: _counted_choices(catalogue, field) for field in CHOICE_FIELDS},
        months=[facet for facet in months[::-1] if facet.value != NO_DATE],
        undated=sum(facet.count for facet in months if facet.value == NO_DATE),
        folders=[
            FolderFacet(Path(facet.value), facet.count)
            for facet in _sections(browse, SortKey.FOLDER)
        ],
        roots=[root.path for root in catalogue.roots()],
    )


def count_folders(catalogue: Catalogue) -> FolderCounts:
    """Count the photos of all folders. Raises as `count_facets`."""
    folders = _sections(Browse(catalogue), SortKey.FOLDER)
    return FolderCounts([(os.fsencode(facet.value), facet.count) for facet in folders])


def roots_with_folders(catalogue: Catalogue) -> frozenset[Path]:
    """Return the roots with photos in folders inside them. Raises as `count_folders`."""
    query = (
        "SELECT 1 FROM photos WHERE root_id = ? AND folder > x''"
        " AND missing = 0 AND width IS NOT NULL LIMIT 1"
    )
    roots = catalogue.roots()
    return frozenset(root.path for root in roots if catalogue.rows(query, root.id))


def _counted(catalogue: Catalogue, field: ValueField) -> list[Facet]:
    counts = (
        f"SELECT {field.column}, count(*) {BROWSED} GROUP BY {field.column}"
        f" ORDER BY count(*) DESC, {field.column}"
    )
    if not field.steps:
        rows = catalogue.read(tuple[Text | None, Count], counts)
        return [Facet(value, count) for value, count in rows if value]
    steps: Counter[int] = Counter()
    for number, count in catalogue.read(tuple[Length | None, Count], counts):
        if number:
            steps[field.step_of(number)] += count
    named = enumerate(field.step_names())
    return [Facet(name, steps[place]) for place, name in named if steps[place]]


def _counted_choices(catalogue: Catalogue, field: ChoiceField) -> list[int]:
    sums = ", ".join(f"count(*) FILTER (WHERE {choice.term})" for choice in field.choices)
    return list(catalogue.rows(f"SELECT {sums} {BROWSED}")[0])


def _sections(browse: Browse, sort: SortKey) -> list[Facet]:
    listing = browse.listing(BrowseQuery(sort=sort, descending=False))
    ends = [*listing.starts.tolist(), len(listing.ids)][1:]
    sizes = [end - start for start, end in zip(listing.starts.tolist(), ends, strict=True)]
    return [Facet(key, size) for key, size in zip(listing.keys, sizes, strict=True)]
