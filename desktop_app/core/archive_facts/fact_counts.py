"""Count the photos of an archive by each value that a filter offers: facets.py, on columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.archive_facts.columns import NAMED, UNDATED
from desktop_app.core.archive_facts.fact_filter import Columns, field_numbers
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.facets import Facet, Facets, FolderFacet
from desktop_app.core.catalogue.photo_filter import VALUE_FIELDS, Orientation, ValueField

_BLOCK_ROWS = 2**18
_SHAPES = (Orientation.LANDSCAPE, Orientation.PORTRAIT, Orientation.SQUARE)

_Counts: TypeAlias = Counter[int]  # how many photos have each number


def count_fact_facets(facts: Facts, threads: int = 0) -> Facets:
    """Return what there is to filter by. `offline` is not counted: an archive does not know it.

    Args:
        facts: Of the archive.
        threads: 0 is one for each core.

    Raises OSError, ArrowException where the folders cannot be read.
    """
    counts = _counted(facts, threads or available_cores())
    return Facets(
        values={field.name: _values(facts, field, counts[field.name]) for field in VALUE_FIELDS},
        choices={
            "orientation": [counts["orientation"][place] for place in range(len(_SHAPES))],
            "located": [counts["located"][1], counts["located"][0]],
        },
        months=[
            Facet(str(np.datetime64(month, "M")), count)
            for month, count in sorted(counts["months"].items(), reverse=True)
        ],
        undated=counts["undated"].total(),
        folders=[FolderFacet(path, count) for path, count in facts.folder_counts()],
        roots=facts.roots,
    )


def _counted(facts: Facts, threads: int) -> dict[str, _Counts]:
    """Count each number of each field, block after block."""
    total = {name: Counter[int]() for name, _ in _numbers(facts, 0, 0)}

    def count(first: int) -> dict[str, _Counts]:
        last = min(first + _BLOCK_ROWS, len(facts))
        return {name: _tally(numbers) for name, numbers in _numbers(facts, first, last)}

    with ThreadPoolExecutor(threads) as pool:
        for counts in pool.map(count, range(0, len(facts), _BLOCK_ROWS)):
            for name, tally in counts.items():
                total[name].update(tally)
    return total


def _numbers(facts: Facts, first: int, last: int) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield the name of each field, with the numbers that are counted of some rows."""
    remaining = None if facts.remaining is None else facts.remaining.rows(first, last)

    def columns(name: str) -> NDArray[Any]:
        numbers = facts.column(name)[first:last]
        return numbers if remaining is None else numbers[remaining]

    for field in VALUE_FIELDS:
        yield field.name, _places(field, columns)
    shapes = np.sign(columns("height") - columns("width"))  # as in _SHAPES: -1, 1 and 0
    yield "orientation", np.where(shapes == 0, 2, shapes > 0)
    located = columns("has_gps")
    yield "located", located[located >= 0]
    days = columns("taken_day")
    is_dated = days != UNDATED
    yield "months", days[is_dated].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    yield "undated", np.zeros(np.count_nonzero(~is_dated), np.int64)


def _places(field: ValueField, columns: Columns) -> NDArray[Any]:
    """Return the places of names or of steps: int [N], those of unknown numbers left out."""
    numbers = field_numbers(field, columns)
    if field.column in NAMED:
        return numbers
    # The ends of the steps are rounded as the numbers are: 1.4 is 1.4.
    return np.searchsorted(np.array(field.steps, numbers.dtype), numbers[numbers > 0])


def _tally(numbers: NDArray[Any]) -> _Counts:
    if not len(numbers):
        return Counter()
    least = int(numbers.min())
    counts = np.bincount(numbers - least)
    places = np.flatnonzero(counts)
    return Counter(dict(zip((places + least).tolist(), counts[places].tolist(), strict=True)))


def _values(facts: Facts, field: ValueField, counts: _Counts) -> list[Facet]:
    """Return the values of a field, in the order of Facets."""
    if field.steps:
        named = enumerate(field.step_names())
        return [Facet(name, counts[place]) for place, name in named if counts[place]]
    names = facts.names[field.column]
    facets = [Facet(names[place], count) for place, count in counts.items() if names[place]]
    return sorted(facets, key=lambda facet: (-facet.count, facet.value))
