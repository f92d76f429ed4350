"""Count the photos of each value that a filter offers: cameras, lenses, months, folders."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
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
        choices: Of each of CHOICE_FIELDS, by its name: the number of photos of each choice.
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
