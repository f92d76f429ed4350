"""What the application's cut-off lets through and what it leaves out, for several places of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Logits, pack
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.search.code_index import CodeIndex, Query
from desktop_app.core.search.cut_off import CutOff, CutOffPoint
from training.benchmarks.benchmark import Benchmark

_TOP = 1000
BELOW = 50


@dataclass(frozen=True)
class CutOffTrade:
    """Quality of the cut-off at one point, over all queries of a benchmark.

    Attributes:
        benchmark: Its name.
        point: Where the line is.
        count: Median number of photos above the line.
        right_above: Share of the photos above the line that are relevant; the mean over the queries
            that have any.
        right_below: How many of the next 50 photos below the line are relevant, on average.
        none_without: Share of queries with nothing above the line after all relevant photos were
            removed: the more, the better.
    """

    benchmark: str
    point: CutOffPoint
    count: float
    right_above: float
    right_below: float
    none_without: float


def measure_cut_off(
    manifest: Manifest, point: CutOffPoint, logits: Logits, benchmark: Benchmark
) -> CutOffTrade:
    """Search as the application does, from logits float32 [N, K] of the benchmark's pictures.

    Relevant is what shares the query's label by the benchmark's first measure; for the last figure,
    what shares one by any measure is removed. A query does not find itself.
    """
    found = [_Found(manifest, point, logits, benchmark, row) for row in benchmark.queries]
    above = [each.relevant[: each.count].mean() for each in found if each.count]
    below = [each.relevant[each.count : each.count + BELOW].sum() for each in found]
    return CutOffTrade(
        benchmark.name,
        point,
        count=float(np.median([each.count for each in found])),
        right_above=float(np.mean(above)) if above else 1.0,
        right_below=float(np.mean(below)),
        none_without=float(np.mean([each.count_without == 0 for each in found])),
    )


class _Found:
    """What one query finds.

    Attributes:
        count: Photos above the line.
        relevant: bool [M], of the nearest photos in their order.
        count_without: Photos above the line where no relevant photo is in the library.
    """

    def __init__(
        self, manifest: Manifest, point: CutOffPoint, logits: Logits, benchmark: Benchmark, row: int
    ) -> None:
        others = benchmark.database[benchmark.database != row]
        first, *more = (_relevant(measure.labels, row, others) for measure in benchmark.measures)
        index = CodeIndex(manifest, CutOff(manifest, point))
        query, codes = Query(logits[row]), pack(logits[others])
        index.add_all(np.arange(len(others), dtype=np.int64), codes)
        matches = index.nearest(query, _TOP)
        self.count = sum(match.related for match in matches)
        self.relevant = first[[match.photo_id for match in matches]]
        strangers = codes[~np.logical_or.reduce([first, *more])]
        index.add_all(np.arange(len(strangers), dtype=np.int64), strangers)
        self.count_without = sum(match.related for match in index.nearest(query, _TOP))


def _relevant(labels: NDArray[np.bool_], row: int, others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the rows `others` int64 [M] share a label with a row: bool [M]."""
    return np.asarray(labels[others] @ labels[row], np.bool_)
