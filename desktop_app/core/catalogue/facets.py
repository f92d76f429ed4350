"""Count the photos of each value that a filter offers: cameras, formats, months, folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue.browse import NO_DATE, Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.photo_filter import BROWSED
from desktop_app.core.catalogue.schema import Count, Text


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
        cameras: By number of photos, without the empty name.
        formats: By number of photos.
        months: '2019-03', newest first.
        undated: The number of photos without a date.
        folders: By path.
        roots: By path.
    """

    cameras: list[Facet]
    formats: list[Facet]
    months: list[Facet]
    undated: int
    folders: list[FolderFacet]
    roots: list[Path]


def count_facets(catalogue: Catalogue, browse: Browse) -> Facets:
    """Count all facets. Raises LibraryDamagedError, LibraryUnwritableError."""
    months = _sections(browse, SortKey.DATE)
    return Facets(
        cameras=[facet for facet in _counted(catalogue, "camera") if facet.value],
        formats=_counted(catalogue, "format"),
        months=[facet for facet in months[::-1] if facet.value != NO_DATE],
        undated=sum(facet.count for facet in months if facet.value == NO_DATE),
        folders=[
            FolderFacet(Path(facet.value), facet.count)
            for facet in _sections(browse, SortKey.FOLDER)
        ],
        roots=[root.path for root in catalogue.roots()],
    )


def _counted(catalogue: Catalogue, column: str) -> list[Facet]:
    rows = catalogue.read(
        tuple[Text | None, Count],
        f"SELECT {column}, count(*) {BROWSED} GROUP BY {column} ORDER BY count(*) DESC, {column}",
    )
    return [Facet(value or "", count) for value, count in rows]


def _sections(browse: Browse, sort: SortKey) -> list[Facet]:
    listing = browse.listing(BrowseQuery(sort=sort, descending=False))
    ends = [*listing.starts.tolist(), len(listing.ids)][1:]
    sizes = [end - start for start, end in zip(listing.starts.tolist(), ends, strict=True)]
    return [Facet(key, size) for key, size in zip(listing.keys, sizes, strict=True)]
