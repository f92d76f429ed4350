"""What a library has to choose from, and of each how many photos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue.browse import Asked, Browse, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.photo_filter import BROWSED


@dataclass(frozen=True)
class Facet:
    """A value and how many photos have it."""

    value: str
    count: int


@dataclass(frozen=True)
class FolderFacet:
    """A folder, and how many photos lie in it itself (not in those below)."""

    path: Path
    count: int


@dataclass(frozen=True)
class Facets:
    """`cameras` (the nameless one is left out) and `formats` by number of photos; `months`
    ('2019-03') newest first; `folders` by path; `roots` in their order.
    """

    cameras: list[Facet]
    formats: list[Facet]
    months: list[Facet]
    folders: list[FolderFacet]
    roots: list[Path]


def count_facets(catalogue: Catalogue, browse: Browse) -> Facets:
    """Raises LibraryDamagedError, LibraryUnwritableError."""
    return Facets(
        cameras=[facet for facet in _counted(catalogue, "camera") if facet.value],
        formats=_counted(catalogue, "format"),
        months=[facet for facet in _sections(browse, SortKey.DATE)[::-1] if facet.value],
        folders=[
            FolderFacet(Path(facet.value), facet.count)
            for facet in _sections(browse, SortKey.FOLDER)
        ],
        roots=[root.path for root in catalogue.roots()],
    )


def _counted(catalogue: Catalogue, column: str) -> list[Facet]:
    rows = catalogue.rows(
        f"SELECT {column}, count(*) {BROWSED} GROUP BY {column} ORDER BY count(*) DESC, {column}",
    )
    return [Facet(value, count) for value, count in rows]


def _sections(browse: Browse, sort: SortKey) -> list[Facet]:
    listing = browse.listing(Asked(sort=sort, descending=False))
    ends = [*listing.starts.tolist(), len(listing.ids)][1:]
    sizes = [end - start for start, end in zip(listing.starts.tolist(), ends, strict=True)]
    return [Facet(key, size) for key, size in zip(listing.keys, sizes, strict=True)]
