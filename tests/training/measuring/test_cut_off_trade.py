"""The figures of a cut-off, for two queries among 300 photos of noise, of which 20 are alike."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.cut_off import CutOffPoint
from training.benchmarks.benchmark import Benchmark, Measure
from training.data.pictures import PictureSet
from training.measuring.cut_off_trade import measure_cut_off

LENIENT, STRICT = CutOffPoint(3.5, 1 / 100), CutOffPoint(3.5, 1e-7)


@pytest.fixture(scope="module")
def logits(encoder: Encoder) -> NDArray[np.float32]:
    """The first query has 20 near copies, the second none."""
    bits = encoder.bundle.manifest.code_bits
    values = np.random.default_rng(0).standard_normal((302, bits)).astype(np.float32)
    values[2:22] = values[0] + 0.8 * values[2:22]
    return values


@pytest.fixture(scope="module")
def noise() -> Benchmark:
    themes = np.zeros((302, 1), bool)
    themes[[0, *range(2, 22)]] = True
    return Benchmark(
        name="noise",
        pictures=PictureSet(Path(), ("",) * 302),
        queries=np.arange(2),
        database=np.arange(302),
        training=np.arange(2, 302),
        measures=(Measure("theme", 100, themes),),
    )


def test_what_is_above_the_line_is_counted(
    encoder: Encoder, logits: NDArray[np.float32], noise: Benchmark
) -> None:
    found = measure_cut_off(encoder.bundle.manifest, LENIENT, logits, noise)
    assert (found.benchmark, found.point) == ("noise", LENIENT)
    assert found.count == pytest.approx(10)  # the median of 20 and none
    assert found.right_above == 1
    assert found.right_below == 0
    assert found.none_without == 1


def test_right_photos_below_the_line_are_missed(
    encoder: Encoder, logits: NDArray[np.float32], noise: Benchmark
) -> None:
    found = measure_cut_off(encoder.bundle.manifest, STRICT, logits, noise)
    assert found.count == 0
    assert found.right_below == pytest.approx(10)


def test_photos_that_are_alike_without_a_label_are_wrong(
    encoder: Encoder, logits: NDArray[np.float32], noise: Benchmark
) -> None:
    noise.measures[0].labels[2:12] = False
    found = measure_cut_off(encoder.bundle.manifest, LENIENT, logits, noise)
    noise.measures[0].labels[2:12] = True
    assert found.right_above == pytest.approx(0.5)
    assert found.none_without == pytest.approx(0.5)
