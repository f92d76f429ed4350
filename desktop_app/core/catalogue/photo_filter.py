"""The filter that browsing and searching share, and the photos that pass it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import numpy as np

from desktop_app.core.catalogue.catalogue import (
    UNMOUNTED_IDS,
    Catalogue,
    Root,
    encode_folder,
    root_of,
)
from desktop_app.core.catalogue.id_lists import Ids, read_ids

# The photos that can be shown: they were indexed and their file is not missing. SQLite recognises
# its partial indexes by this exact condition.
BROWSED = "FROM photos INDEXED BY photos_browsed WHERE missing = 0 AND width IS NOT NULL"

_MOST = 1e9  # the highest number of a camera that capture.py takes for one


class Orientation(StrEnum):
    """The shape of the upright picture."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"


@dataclass(frozen=True)
class PhotoFilter:
    """Conditions that must all hold; None and empty sets set no condition.

    Attributes:
        folder: A root or a folder in one, with everything below it.
        first_day, last_day: Days of the photo's date, inclusive; photos without a date fail.
        undated: Only photos without a date.
        cameras, formats, lenses: Any one of these.
        isos, focal_lengths, apertures, pixels: Any one of the steps of VALUE_FIELDS with these
            names.
        least_bytes, most_bytes: Size of the file, inclusive.
        orientation: Of the upright picture.
        offline: True: only photos on drives that are not connected; False: only the others.
        located: True: only photos that state their place; False: only those that state none.
    """

    folder: Path | None = None
    first_day: date | None = None
    last_day: date | None = None
    undated: bool = False
    cameras: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    lenses: frozenset[str] = frozenset()
    isos: frozenset[str] = frozenset()
    focal_lengths: frozenset[str] = frozenset()
    apertures: frozenset[str] = frozenset()
    pixels: frozenset[str] = frozenset()
    least_bytes: int | None = None
    most_bytes: int | None = None
    orientation: Orientation | None = None
    offline: bool | None = None
    located: bool | None = None

    @property
    def is_empty(self) -> bool:
        """True if every photo passes."""
        return self == EVERYTHING


EVERYTHING = PhotoFilter()


@dataclass(frozen=True)
class FilterChoice:
    """One of the values of a field.

    Attributes:
        label: Its name in English, which the window translates.
        term: The SQL condition that a row of `photos` must meet.
        value: The value in PhotoFilter.
    """

    label: str
    term: str
    value: object


@dataclass(frozen=True)
class ChoiceField:
    """A field of PhotoFilter with a few values, of which one is chosen, or none.

    Attributes:
        name: The field's name in PhotoFilter, where None sets no condition.
        title: Its name in English, which the window translates.
        choices: Its values, in the order in which they are offered.
    """

    name: str
    title: str
    choices: tuple[FilterChoice, ...]

    def choice(self, photo_filter: PhotoFilter) -> FilterChoice | None:
        """Return the choice that a filter makes; None if it makes none."""
        value = getattr(photo_filter, self.name)
        return next((choice for choice in self.choices if choice.value == value), None)


_OFFLINE = f"(root_id IN (SELECT id FROM roots WHERE offline) OR id IN ({UNMOUNTED_IDS}))"  # noqa: S608

# In the order of the filter panel. Its toggles, the chips and the query below follow this table.
CHOICE_FIELDS = (
    ChoiceField(
        "orientation",
        "Orientation",
        (
            FilterChoice("Landscape", "width > height", value=Orientation.LANDSCAPE),
            FilterChoice("Portrait", "width < height", value=Orientation.PORTRAIT),
            FilterChoice("Square", "width = height", value=Orientation.SQUARE),
        ),
    ),
    ChoiceField(
        "offline",
        "Disk",
        (
            FilterChoice("Connected", f"NOT {_OFFLINE}", value=False),
            FilterChoice("Disconnected", _OFFLINE, value=True),
        ),
    ),
    ChoiceField(
        "located",
        "Location",
        (
            FilterChoice("With GPS", "has_gps = 1", value=True),
            FilterChoice("Without GPS", "has_gps = 0", value=False),
        ),
    ),
)


@dataclass(frozen=True)
class ValueField:
    """A field of PhotoFilter with many values, of which any number is chosen.

    Attributes:
        name: The field's name in PhotoFilter, where an empty set sets no condition.
        column: Of the table `photos`, or a term of its columns; NULL, empty or 0 where nothing is
            known.
        title: Its name in English, which the window translates.
        steps: Of a column of numbers, the highest one of each step; more than the last is a step
            too. Empty: each value stands for itself.
        unit: How numbers are written; `{}` stands for them.
    """

    name: str
    column: str
    title: str
    steps: tuple[float, ...] = ()
    unit: str = "{}"

    def step_names(self) -> list[str]:
        """Return the name of each step, such as '≤ 10 mm'; none of a field without steps."""
        if not self.steps:
            return []
        numbers = [f"{step:g}" for step in self.steps]
        between = (f"{least}–{most}" for least, most in pairwise(numbers))
        first, *middle, last = map(self.unit.format, (numbers[0], *between, numbers[-1]))
        return [f"≤ {first}", *middle, f"> {last}"]

    def step_of(self, number: float) -> int:
        """Return the place of the step that a number is in."""
        return bisect_left(self.steps, number)

    def ranges(self, chosen: frozenset[str]) -> list[tuple[float, float]]:
        """Return the numbers of some steps: more than the first, up to the second of each pair."""
        names = zip(self.step_names(), pairwise([0.0, *self.steps, _MOST]), strict=True)
        return [ends for name, ends in names if name in chosen]

    def condition(self, chosen: frozenset[str]) -> tuple[str, Sequence[object]]:
        """Return the SQL term that a row of `photos` must meet, and its values."""
        if not self.steps:
            return f"{self.column} IN ({','.join('?' * len(chosen))})", sorted(chosen)
        ranges = self.ranges(chosen)
        terms = [f"({self.column} > ? AND {self.column} <= ?)"] * len(ranges)
        return f"({' OR '.join(terms)})", [end for ends in ranges for end in ends]


# In the order of the filter panel. Its lists, the chips and the query follow this table.
VALUE_FIELDS = (
    ValueField("cameras", "camera", "Camera"),
    ValueField("lenses", "lens", "Lens"),
    ValueField(
        "focal_lengths", "focal_length", "Focal length", (10, 20, 35, 60, 105, 200, 400), "{} mm"
    ),
    ValueField("apertures", "aperture", "Aperture", (1.4, 2, 2.8, 4, 5.6, 8, 11, 16), "f/{}"),
    ValueField("isos", "iso", "ISO", (100, 200, 400, 800, 1600, 3200, 6400, 12800), "ISO {}"),
    ValueField("formats", "format", "Format"),
    ValueField(
        "pixels", "(width * height / 1e6)", "Pixels", (0.5, 1, 2, 5, 8, 12, 24, 50), "{} MP"
    ),
)


def matching_ids(catalogue: Catalogue, photo_filter: PhotoFilter) -> Ids:
    """Return the ids of the photos that pass: int64 [N], ascending.

    Raises LibraryDamagedError, LibraryUnwritableError.
    """
    conditions = [
        *_date_conditions(photo_filter),
        *_fact_conditions(photo_filter),
        *_choices(photo_filter),
    ]
    terms = [term for term, _ in conditions]
    values = [value for _, values in conditions for value in values]
    query = " AND ".join([f"SELECT id {BROWSED}", *terms])
    ids = np.sort(read_ids(catalogue, query, *values))
    if photo_filter.folder is None:
        return ids
    return np.intersect1d(ids, _ids_below(catalogue, photo_filter.folder), assume_unique=True)


def ids_in(catalogue: Catalogue, folder: Path) -> Ids:
    """Return the ids of the files directly inside a folder: int64 [N]."""
    root = root_of(catalogue.roots(), folder)
    if root is None:
        return np.empty(0, np.int64)
    inside = encode_folder(folder.relative_to(root.path))
    query = "SELECT id FROM photos WHERE root_id = ? AND folder = ?"
    return read_ids(catalogue, query, root.id, inside)


_Condition = tuple[str, Sequence[object]]  # an SQL term and its values


def _date_conditions(photo_filter: PhotoFilter) -> Iterator[_Condition]:
    if photo_filter.first_day is not None:
        yield "taken_at >= ?", [str(photo_filter.first_day)]
    if photo_filter.last_day is not None:  # an empty date would sort before every day
        yield "taken_at < ? AND taken_at != ''", [str(_day_after(photo_filter.last_day))]
    if photo_filter.undated:
        yield "taken_at = ''", []


def _fact_conditions(photo_filter: PhotoFilter) -> Iterator[_Condition]:
    for field in VALUE_FIELDS:
        chosen: frozenset[str] = getattr(photo_filter, field.name)
        if chosen:
            yield field.condition(chosen)
    if photo_filter.least_bytes is not None:
        yield "size >= ?", [photo_filter.least_bytes]
    if photo_filter.most_bytes is not None:
        yield "size <= ?", [photo_filter.most_bytes]


def _choices(photo_filter: PhotoFilter) -> Iterator[_Condition]:
    for field in CHOICE_FIELDS:
        choice = field.choice(photo_filter)
        if choice is not None:
            yield choice.term, []


def _ids_below(catalogue: Catalogue, folder: Path) -> Ids:
    """Return the ids of the files in a folder and below it, pictures or not: also in roots there.

    Roots inside others are rare: a root that is offline or paused when its parent is added.
    """
    roots = catalogue.roots()
    found = [
        read_ids(catalogue, "SELECT id FROM photos WHERE root_id = ?", root.id)
        for root in roots
        if root.path.is_relative_to(folder)
    ]
    root = root_of(roots, folder)
    if root is not None and root.path != folder:
        found.append(_ids_inside(catalogue, root, encode_folder(folder.relative_to(root.path))))
    return np.concatenate([np.empty(0, np.int64), *found])


def _ids_inside(catalogue: Catalogue, root: Root, inside: bytes) -> Ids:
    return read_ids(
        catalogue,
        "SELECT id FROM photos WHERE root_id = ? AND (folder = ? OR folder > ? AND folder < ?)",
        root.id,
        inside,
        inside + b"/",
        inside + b"0",  # '0' follows '/'
    )


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
