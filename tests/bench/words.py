"""A text on its way to a search: milliseconds on one core, and the bytes that it needs on disk."""

from __future__ import annotations

import statistics
import sys
import time

from desktop_app.core.base.paths import default_bundle, text_model
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.search.text_ranking import as_descriptor
from desktop_app.core.words.words import Words
from tests.bench.report import Report

_QUERIES = ("zebra", "red car at night", "雪山", "an old wooden boat on a lake in the morning")
_RUNS = 50
_MOST_MS, _MOST_MB = 15.0, 30.0
_MB = 1e6


def measure(report: Report) -> None:
    encoder = Encoder(read_bundle(default_bundle()))
    words = Words(text_model(), encoder.bundle.manifest.descriptor_id)
    taken = [_median_ms(encoder, words, query) for query in _QUERIES]
    report.add(
        "text to code, one core, against the limit",
        f"{max(taken) / _MOST_MS:.2f}x",
        "<= 1.00x",
        "median ms of "
        + ", ".join(f"{q}: {ms:.1f}" for q, ms in zip(_QUERIES, taken, strict=True)),
    )
    size = sum(path.stat().st_size for path in text_model().iterdir()) / _MB
    report.add(
        "files of the text model against the limit",
        f"{size / _MOST_MB:.2f}x",
        "<= 1.00x",
        f"{size:.1f} MB",
    )


def _median_ms(encoder: Encoder, words: Words, query: str) -> float:
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        encoder.hash_descriptors(as_descriptor(words.look_up(query)))
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    found = Report()
    measure(found)
    sys.stdout.write(found.table())
