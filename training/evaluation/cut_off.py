"""Where the line between similar and other photos belongs: a table of points on labelled sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.cut_off import USUAL_POINT, CutOffPoint
from training.base.markdown import markdown_table
from training.benchmarks.benchmark import Benchmark, Rows
from training.benchmarks.cifar10 import cifar10
from training.benchmarks.corel import corel
from training.benchmarks.training_set import known_objects
from training.evaluation.shipped import bundle_store
from training.measuring.cut_off_trade import BELOW, CutOffTrade, measure_cut_off

POINTS = tuple(
    CutOffPoint(deviations, 1 / one_in)
    for deviations, one_in in (
        (3.5, 400), (3.5, 300), (3.5, 250), (3.5, 200), (3.5, 100),
        (3.0, 300), (3.0, 200), (2.5, 200), (2.5, 100),
    )
)  # fmt: skip
_QUERIES = 499  # as many as Corel has
_PHOTOS = 5000


def measure_points(encoder: Encoder, data: Path, cache: Path) -> list[CutOffTrade]:
    """Measure each point on Corel-5K, on CIFAR-10, and on objects that the model has seen.

    Raises:
        MissingDataError, DamagedDataError, PhotoError.
    """
    return list(_measured(encoder, data, cache))


def _measured(encoder: Encoder, data: Path, cache: Path) -> Iterator[CutOffTrade]:
    store = bundle_store(encoder, cache)
    for benchmark in (corel(data, cache), cifar10(data, cache), known_objects(data, cache)):
        some = _part_of(benchmark)
        descriptors = store.of_pictures(some.pictures)
        logits = encoder.hash_descriptors(descriptors.astype(np.int8))
        for point in POINTS:
            yield measure_cut_off(encoder.bundle.manifest, point, logits, some)


def _part_of(benchmark: Benchmark) -> Benchmark:
    """The same with at most 499 queries and 5,000 photos, drawn at random."""
    rng = np.random.default_rng(0)
    queries, database = (
        _some(rng, rows, most)
        for rows, most in ((benchmark.queries, _QUERIES), (benchmark.database, _PHOTOS))
    )
    kept = np.union1d(queries, database)
    measures = [replace(measure, labels=measure.labels[kept]) for measure in benchmark.measures]
    return replace(
        benchmark,
        pictures=benchmark.pictures.subset(kept),
        queries=np.searchsorted(kept, queries),
        database=np.searchsorted(kept, database),
        training=benchmark.training[:0],
        measures=tuple(measures),
    )


def _some(rng: np.random.Generator, rows: Rows, most: int) -> Rows:
    return np.sort(rng.permutation(rows)[:most])


def print_points(trades: Sequence[CutOffTrade]) -> None:
    table = Table(*_HEADING, title="The line between similar and other photos")
    for row in _rows(trades):
        table.add_row(*row)
    Console(width=140).print(table)


def points_as_markdown(trades: Sequence[CutOffTrade]) -> str:
    return markdown_table(_HEADING, _rows(trades))


_HEADING = (
    "", "deviations", "one random pair in", "above the line (median)", "right above",
    f"right among the next {BELOW}", "nothing shown where nothing is right",
)  # fmt: skip


def _rows(trades: Sequence[CutOffTrade]) -> list[list[str]]:
    return [
        [
            f"{trade.benchmark}{' (in use)' if trade.point == USUAL_POINT else ''}",
            f"{trade.point.deviations:.1f}",
            f"{1 / trade.point.by_chance:.0f}",
            f"{trade.count:.0f}",
            f"{trade.right_above:.0%}",
            f"{trade.right_below:.1f}",
            f"{trade.none_without:.0%}",
        ]
        for trade in trades
    ]
