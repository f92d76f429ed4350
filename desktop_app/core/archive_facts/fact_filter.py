"""Which photos of an archive pass a filter: the conditions of photo_filter.py, on columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive_facts.columns import NAMED, UNDATED, Numbers
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_facts.row_bitmap import BITS, RowBitmap
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.photo_filter import (
    VALUE_FIELDS,
    Orientation,
    PhotoFilter,
    ValueField,
)

_BLOCK_ROWS = 2**18
_FIRST_DAY = date(1970, 1, 1)

_Passing: TypeAlias = NDArray[np.bool_]
Columns: TypeAlias = Callable[[str], Numbers]  # the rows of a block of a column
_Condition: TypeAlias = Callable[[Columns], _Passing]


def passing_rows(facts: Facts, photo_filter: PhotoFilter, threads: int = 0) -> RowBitmap:
    """Return the photos that pass a filter as they would in a library. None was removed.

    `offline` sets no condition: an archive does not know which drives are connected.

    Args:
        facts: Of the archive.
        photo_filter: What is looked for.
        threads: 0 is one for each core.

    Raises OSError, ArrowException where the folders cannot be read.
    """
    conditions = [
        *_date_conditions(photo_filter),
        *_value_conditions(facts, photo_filter),
        *_other_conditions(photo_filter),
    ]
    bits = np.zeros(-(-len(facts) // BITS), np.uint8)
    if photo_filter.folder is None:
        bits[:] = 255
    else:
        for first, last in facts.ranges_below(photo_filter.folder):
            _set_range(bits, first, last)

    def narrow(first: int) -> None:
        last = min(first + _BLOCK_ROWS, len(facts))
        part = bits[first // BITS : -(-last // BITS)]
        if part.any():
            part &= np.packbits(_passing(facts, conditions, first, last), bitorder="little")

    with ThreadPoolExecutor(threads or available_cores()) as pool:
        list(pool.map(narrow, range(0, len(facts), _BLOCK_ROWS)))
    return RowBitmap(bits, len(facts)).both(facts.remaining)


def _passing(facts: Facts, conditions: list[_Condition], first: int, last: int) -> _Passing:
    passing = np.ones(last - first, np.bool_)
    for condition in conditions:
        passing &= condition(lambda name: facts.column(name)[first:last])
    return passing


def _date_conditions(wanted: PhotoFilter) -> Iterator[_Condition]:
    if wanted.first_day is not None:
        first = _day(wanted.first_day)
        yield lambda numbers: numbers("taken_day") >= first
    if wanted.last_day is not None:
        last = _day(wanted.last_day)
        yield lambda numbers: _is_dated(numbers) & (numbers("taken_day") <= last)
    if wanted.undated:
        yield lambda numbers: ~_is_dated(numbers)


def _value_conditions(facts: Facts, wanted: PhotoFilter) -> Iterator[_Condition]:
    for field in VALUE_FIELDS:
        chosen: frozenset[str] = getattr(wanted, field.name)
        if chosen and field.column in NAMED:
            yield _named_condition(facts, field.column, chosen)
        elif chosen:
            yield _step_condition(field, chosen)
    if wanted.least_bytes is not None:
        least = wanted.least_bytes
        yield lambda numbers: numbers("size") >= least
    if wanted.most_bytes is not None:
        most = wanted.most_bytes
        yield lambda numbers: numbers("size") <= most


def _other_conditions(wanted: PhotoFilter) -> Iterator[_Condition]:
    if wanted.orientation is not None:
        compare = _SHAPES[wanted.orientation]
        yield lambda numbers: compare(numbers("width"), numbers("height"))
    if wanted.located is not None:
        located = int(wanted.located)
        yield lambda numbers: numbers("has_gps") == located


def _named_condition(facts: Facts, column: str, chosen: frozenset[str]) -> _Condition:
    places = [place for place, name in enumerate(facts.names[column]) if name in chosen]
    return lambda numbers: np.isin(numbers(column), places)


def _step_condition(field: ValueField, chosen: frozenset[str]) -> _Condition:
    ranges = field.ranges(chosen)

    def condition(numbers: Columns) -> _Passing:
        values = field_numbers(field, numbers)
        # The ends of the steps are rounded as the values are: 1.4 is 1.4.
        ends = [(values.dtype.type(least), values.dtype.type(most)) for least, most in ranges]
        within = [(values > least) & (values <= most) for least, most in ends]
        return np.asarray(np.logical_or.reduce(within, axis=0))

    return condition


def field_numbers(field: ValueField, columns: Columns) -> Numbers:
    """Return the numbers of a field, of a block of rows."""
    if field.name == "pixels":
        return np.asarray(columns("width").astype(np.float64) * columns("height") / 1e6)
    return columns(field.column)


def _is_dated(numbers: Columns) -> _Passing:
    return np.asarray(numbers("taken_day") != UNDATED)


def _day(day: date) -> int:
    return (day - _FIRST_DAY).days


def _set_range(bits: NDArray[np.uint8], first: int, last: int) -> None:
    """Set the bits of the rows from `first` up to `last`."""
    whole = range(-(-first // BITS), last // BITS)  # bytes of which all bits are set
    if not whole:
        edges = range(first, last)
        ends = range(0)
    else:
        bits[whole.start : whole.stop] = 255
        edges, ends = range(first, whole.start * BITS), range(whole.stop * BITS, last)
    for row in (*edges, *ends):
        bits[row // BITS] |= 1 << row % BITS


_SHAPES: dict[Orientation, Callable[[Numbers, Numbers], _Passing]] = {
    Orientation.LANDSCAPE: np.greater,
    Orientation.PORTRAIT: np.less,
    Orientation.SQUARE: np.equal,
}
