"""A whole search (shortlist, order, cut-off) against faiss's exact index alone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import faiss
import numpy as np

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.core.search.code_index import CodeIndex, Query
from tests.bench.report import Report

_RUNS = 41


def measure(report: Report) -> None:
    manifest = read_bundle(default_bundle()).manifest
    for photos in (1_000_000, 10_000_000):
        our_ms, rival_ms = _measured(manifest, photos)
        report.add(
            f"search {photos:,} x {manifest.code_bits} bits against faiss IndexBinaryFlat",
            f"{our_ms / rival_ms:.2f}x",
            "<= 1.30x",
            f"median {our_ms:.2f} ms, faiss {rival_ms:.2f} ms (its 1,000 nearest)",
        )


def _measured(manifest: Manifest, photos: int) -> tuple[float, float]:
    """Median milliseconds of our search and of faiss's."""
    rng = np.random.default_rng(0)
    codes = rng.integers(0, 256, (photos, manifest.code_bits // 8), np.uint8)
    ours = CodeIndex(manifest)
    ours.add_all(np.arange(photos, dtype=np.int64), codes)
    rival = faiss.IndexBinaryFlat(manifest.code_bits)
    rival.add(codes)
    query = Query(rng.standard_normal(manifest.code_bits).astype(np.float32))
    code = query.code[np.newaxis]
    return _paired(lambda: ours.nearest(query, 100), lambda: rival.search(code, 1000))


def _paired(ours: Callable[[], object], rival: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of both, taken in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_RUNS):
        for work, taken in zip((ours, rival), times, strict=True):
            started = time.perf_counter()
            work()
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])
