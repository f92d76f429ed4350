"""A picture that takes for ever does not keep the viewer from the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.reading import bounded_reader
from desktop_app.core.reading.limits import ReadingLimits
from desktop_app.ui.photos.picture_loader import WHOLE, OpenedPicture, PictureLoader, PictureRequest
from tests.core.hostile_worker import PROGRAM
from tests.ui.conftest import WAIT_MS

pytestmark = pytest.mark.slow


@pytest.fixture
def loader(qapp: object) -> Iterator[PictureLoader]:
    del qapp
    loader = PictureLoader()
    yield loader
    loader.close()


def limit(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Use the worker that never finishes a picture that is named so, with this limit."""
    limits = ReadingLimits(decoding_seconds=seconds, program=PROGRAM)
    monkeypatch.setattr(bounded_reader, "ReadingLimits", lambda: limits)


def request(path: Path) -> PictureRequest:
    Image.new("RGB", (60, 40), "red").save(path)
    return PictureRequest(path, WHOLE)


def test_the_next_picture_is_shown_though_the_one_before_takes_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, loader: PictureLoader, tmp_path: Path
) -> None:
    limit(monkeypatch, 3600)
    opened: list[OpenedPicture] = []
    loader.opened.connect(opened.append)
    before = len(psutil.Process().children())
    loader.request([request(tmp_path / "hang.png")])
    qtbot.waitUntil(lambda: len(psutil.Process().children()) > before, timeout=WAIT_MS)
    loader.request([request(tmp_path / "good.png")])
    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT_MS)
    (picture,) = opened
    assert picture.path == tmp_path / "good.png"
    assert (picture.image.width(), picture.height) == (60, 40)


def test_a_picture_that_takes_too_long_fails(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, loader: PictureLoader, tmp_path: Path
) -> None:
    limit(monkeypatch, 1)
    failed: list[tuple[Path, PhotoError]] = []
    loader.failed.connect(lambda path, error: failed.append((path, error)))
    loader.request([request(tmp_path / "hang.png")])
    qtbot.waitUntil(lambda: bool(failed), timeout=WAIT_MS)
    ((path, error),) = failed
    assert (path, error.problem) == (tmp_path / "hang.png", PhotoProblem.TOO_SLOW)
