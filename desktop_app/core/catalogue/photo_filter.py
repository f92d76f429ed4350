"""The filter that browsing and searching share, and the photos that pass it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

import numpy as np

from desktop_app.core.catalogue.catalogue import Catalogue, encode_folder
from desktop_app.core.catalogue.id_lists import Ids, read_ids

# The photos that can be shown: they were indexed and their file is not missing. SQLite recognises
# its partial indexes by this exact condition.
BROWSED = "FROM photos INDEXED BY photos_browsed WHERE missing = 0 AND width IS NOT NULL"


class Orientation(StrEnum):
    """The shape of the upright picture."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"


_SHAPES = {
    Orientation.LANDSCAPE: "width > height",
    Orientation.PORTRAIT: "width < height",
    Orientation.SQUARE: "width = height",
}


@dataclass(frozen=True)
class PhotoFilter:
    """Conditions that must all hold; None and empty sets set no condition.

    Attributes:
        folder: A root or a folder in one, with everything below it.
        first_day, last_day: Days of the photo's date, inclusive.
        cameras, formats: Any one of these.
        least_bytes, most_bytes: Size of the file, inclusive.
        orientation: Of the upright picture.
        offline: True: only photos of offline roots; False: only the others.
    """

    folder: Path | None = None
    first_day: date | None = None
    last_day: date | None = None
    cameras: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    least_bytes: int | None = None
    most_bytes: int | None = None
    orientation: Orientation | None = None
    offline: bool | None = None

    @property
    def is_empty(self) -> bool:
        """True if every photo passes."""
        return self == EVERYTHING


EVERYTHING = PhotoFilter()


def matching_ids(catalogue: Catalogue, chosen: PhotoFilter) -> Ids:
    """Return the ids of the photos that pass: int64 [N], ascending.

    Raises LibraryDamagedError, LibraryUnwritableError.
    """
    terms, values = _conditions(catalogue, chosen)
    query = " AND ".join([f"SELECT id {BROWSED}", *terms])
    ids = np.sort(read_ids(catalogue, query, *values))
    if chosen.folder is None:
        return ids
    return np.intersect1d(ids, _ids_below(catalogue, chosen.folder), assume_unique=True)


def ids_in(catalogue: Catalogue, folder: Path) -> Ids:
    """Return the ids of the files directly inside a folder: int64 [N]."""
    for root in catalogue.roots():
        if folder.is_relative_to(root.path):
            inside = encode_folder(folder.relative_to(root.path))
            query = "SELECT id FROM photos WHERE root_id = ? AND folder = ?"
            return read_ids(catalogue, query, root.id, inside)
    return np.empty(0, np.int64)


_Condition = tuple[str, list[object]]  # an SQL term and its values


def _conditions(catalogue: Catalogue, chosen: PhotoFilter) -> tuple[list[str], list[object]]:
    """Return the SQL terms for everything but the folder, and their values."""
    conditions = [*_date_conditions(chosen), *_fact_conditions(chosen)]
    if chosen.offline is not None:
        roots = [root.id for root in catalogue.roots() if root.offline == chosen.offline]
        conditions.append(_among("root_id", roots))
    return [term for term, _ in conditions], [value for _, values in conditions for value in values]


def _date_conditions(chosen: PhotoFilter) -> Iterator[_Condition]:
    if chosen.first_day is not None:
        yield "dated >= ?", [str(chosen.first_day)]
    if chosen.last_day is not None:  # an empty date would sort before every day
        yield "dated < ? AND dated != ''", [str(_day_after(chosen.last_day))]


def _fact_conditions(chosen: PhotoFilter) -> Iterator[_Condition]:
    if chosen.cameras:
        yield _among("camera", sorted(chosen.cameras))
    if chosen.formats:
        yield _among("format", sorted(chosen.formats))
    if chosen.least_bytes is not None:
        yield "size >= ?", [chosen.least_bytes]
    if chosen.most_bytes is not None:
        yield "size <= ?", [chosen.most_bytes]
    if chosen.orientation is not None:
        yield _SHAPES[chosen.orientation], []


def _ids_below(catalogue: Catalogue, folder: Path) -> Ids:
    """Return the ids of the files in a folder and below it, pictures or not."""
    for root in catalogue.roots():
        if folder == root.path:
            return read_ids(catalogue, "SELECT id FROM photos WHERE root_id = ?", root.id)
        if folder.is_relative_to(root.path):
            inside = encode_folder(folder.relative_to(root.path))
            return read_ids(
                catalogue,
                "SELECT id FROM photos WHERE root_id = ?"
                " AND (folder = ? OR folder > ? AND folder < ?)",
                root.id,
                inside,
                inside + b"/",
                inside + b"0",  # '0' follows '/'
            )
    return np.empty(0, np.int64)


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _among(column: str, values: Sequence[object]) -> _Condition:
    return f"{column} IN ({','.join('?' * len(values))})", [*values]
