from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.measuring.plots import plot_precision_recall, plot_quality
from training.measuring.results import Curve, MeasureResult, Result, ResultKey


@pytest.fixture
def results() -> list[Result]:
    """Floats, and three methods at 16 and 32 bits with two seeds each."""
    rows = [Result(ResultKey("Pets", "floats", None, 0, ""), (MeasureResult("breed", 10, 0.4),))]
    for place, method in enumerate(("LSH", "ITQ", "ours")):
        for bits in (16, 32):
            for seed in range(2):
                recall = np.linspace(0, 1, bits + 1)
                curve = Curve(
                    tuple((1 - recall) * (0.3 + 0.2 * place)),
                    tuple(recall),
                    tuple(np.minimum(1, 4 * recall)),
                )
                plain = 0.2 + 0.05 * place + bits / 1000 + seed / 100
                measured = MeasureResult("breed", 10, plain, plain + 0.02, curve)
                rows.append(Result(ResultKey("Pets", method, bits, seed, ""), (measured,)))
    return rows


def colours(path: Path) -> set[tuple[int, int, int]]:
    pixels = np.asarray(Image.open(path).convert("RGB")).reshape(-1, 3)
    return {(int(r), int(g), int(b)) for r, g, b in np.unique(pixels, axis=0)}


@pytest.mark.slow
def test_quality_is_drawn_small_and_with_a_colour_a_method(
    results: list[Result], tmp_path: Path
) -> None:
    picture = tmp_path / "made" / "quality.png"
    plot_quality(results, "breed", "ours", picture)
    assert picture.stat().st_size < 100_000
    assert {(0, 114, 178), (0, 158, 115), (213, 94, 0)} <= colours(picture)


@pytest.mark.slow
def test_precision_and_recall_are_drawn_small_and_with_a_colour_a_method(
    results: list[Result], tmp_path: Path
) -> None:
    picture = tmp_path / "curves.png"
    plot_precision_recall(results, "breed", 32, "ours", picture)
    assert picture.stat().st_size < 100_000
    assert {(0, 114, 178), (0, 158, 115), (213, 94, 0)} <= colours(picture)


@pytest.mark.slow
def test_one_result_alone_can_be_drawn(results: list[Result], tmp_path: Path) -> None:
    picture = tmp_path / "quality.png"
    plot_quality(results[1:2], "breed", "ours", picture)
    plot_precision_recall(results[1:2], "breed", 16, "ours", tmp_path / "curves.png")
    assert (0, 114, 178) in colours(picture)


@pytest.mark.slow
def test_the_same_results_give_the_same_picture(results: list[Result], tmp_path: Path) -> None:
    for name in ("first.png", "second.png"):
        plot_quality(results, "breed", "ours", tmp_path / name)
    assert (tmp_path / "first.png").read_bytes() == (tmp_path / "second.png").read_bytes()
