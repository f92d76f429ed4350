"""Pictures that other programs were reported to show wrongly, each beside what is right."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.photos.photo_reader import PhotoReader

pytestmark = [pytest.mark.data, pytest.mark.slow]


@pytest.fixture
def cases(shared_data: Callable[[str], Path]) -> Path:
    return shared_data("../cases")


def test_every_reported_picture_is_shown_right(cases: Path) -> None:
    pictures = [path for path in (cases / "pictures").iterdir() if ".truth" not in path.name]
    wrong = {path.name: fault for path in sorted(pictures) if (fault := fault_of(path))}
    assert wrong == {}
    assert len(pictures) > 50


def test_every_reported_date_is_read(cases: Path) -> None:
    with (cases / "dates.tsv").open(encoding="utf-8", newline="") as file:
        expected = {row["name"]: row["taken"] for row in csv.DictReader(file, delimiter="\t")}
    there = [path for path in (cases / "pictures").iterdir() if path.name in expected]
    dates = {path.name: PhotoReader().open(path, 64).capture.taken_at for path in there}
    wrong = {name: date for name, date in dates.items() if not is_date(date, expected[name])}
    assert wrong == {}
    assert dates


def is_date(found: str, expected: str) -> bool:
    return found.startswith(expected) if expected else not found


def fault_of(path: Path) -> str:
    """What is wrong with a picture, decoded as in the index; empty if nothing is."""
    truth = Image.open(f"{path}.truth.png").convert("RGB")
    try:
        photo = PhotoReader().open(path, 256, 320)
    except PhotoError as error:
        return str(error)
    if (photo.width - photo.height) * (truth.width - truth.height) < 0:
        return "the sides are swapped"
    difference = np.abs(small(photo.image) - small(truth)).mean()
    return f"a mean difference of {difference:.0f}" if difference >= 6 else ""


def small(image: Image.Image) -> np.ndarray:
    return np.asarray(image.resize((48, 48), Image.Resampling.BOX), np.float32)
