"""`lookalike model compare` as a script and a person see it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.model_bundle import read_bundle
from desktop_app.core.paths import default_bundle
from tests.e2e.test_cli import lookalike, said

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

SHIPPED = read_bundle(default_bundle()).manifest.model_id


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A hundred small photos of noise."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    rng = np.random.default_rng(0)
    for number in range(100):
        pixels = rng.integers(0, 256, (3, 4, 3), np.uint8)
        Image.fromarray(pixels).resize((48, 36)).save(pictures / f"{number:03}.png")
    folder = tmp_path / "library"
    lookalike("index", pictures, "--library", folder)
    return folder


def test_a_comparison_is_told_as_promised(library: Path) -> None:
    found = said("model", "compare", SHIPPED, "--library", library)
    assert set(found) == {
        "old_model",
        "new_model",
        "photos",
        "copies",
        "neighbours",
        "relatives",
        "unique",
        "foreign",
        "held_out",
        "disagreements",
        "verdict",
    }
    assert found["verdict"] == "alike"
    assert set(found["copies"]) == {"old", "new", "gain", "photos"}
    told = lookalike("model", "compare", SHIPPED, "--library", library).stdout
    assert "edited copies found" in told
    assert f"keep {SHIPPED}." in told


def test_a_model_that_is_not_there_is_named(library: Path) -> None:
    done = lookalike("model", "compare", "nothing-1", "--library", library, fails=1)
    assert "nothing-1" in done.stderr
