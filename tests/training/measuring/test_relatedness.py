from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.bundle.encoder import Encoder
from training.benchmarks.benchmark import Benchmark, Measure
from training.data.pictures import PictureSet
from training.measuring.relatedness import measure_relatedness


def test_relatives_are_counted_and_a_library_without_them_has_none(encoder: Encoder) -> None:
    """Two queries, 300 photos of noise; the first query has 20 near copies, the second none."""
    bits = encoder.bundle.manifest.code_bits
    rng = np.random.default_rng(0)
    queries = rng.standard_normal((2, bits)).astype(np.float32)
    photos = rng.standard_normal((300, bits)).astype(np.float32)
    photos[:20] = queries[0] + 0.2 * photos[:20]
    themes = np.zeros((302, 1), bool)
    themes[[0, *range(2, 22)]] = True
    corel = Benchmark(
        name="noise",
        pictures=PictureSet(Path(), ("",) * 302),
        queries=np.arange(2),
        database=np.arange(2, 302),
        training=np.arange(2, 302),
        measures=(Measure("theme", 100, themes), Measure("words", 1000, np.zeros((302, 1), bool))),
    )
    found = measure_relatedness(encoder.bundle.manifest, np.concatenate([queries, photos]), corel)
    assert found.median_count == pytest.approx(10)
    assert (found.theme, found.word) == (1, 0)
    assert (found.none_with, found.none_without) == (0.5, 1)
