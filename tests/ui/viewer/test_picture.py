"""What is seen of the file itself: every pixel, upright, in its colours; or why it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.viewer.viewer_steps import (
    LEFT,
    SIZE,
    colour_at,
    open_photo,
    wait_for_pixels,
    wheel,
)


@pytest.mark.slow
def test_100_percent_has_every_pixel_of_the_file(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    canvas = viewer.compare_view.photo
    wait_for_pixels(qtbot, canvas)
    assert canvas.zoom.percent < 100
    assert canvas.image.width() < SIZE[0]
    QTest.keyClick(viewer, Qt.Key.Key_1)
    wait_for_pixels(qtbot, canvas, SIZE[0])
    assert "100 %" in viewer.bar.text
    with Image.open(large.browse.grid.selection.current_photo().path) as image:  # type: ignore[union-attr]
        pixel = image.convert("RGB").getpixel((SIZE[0] // 2, SIZE[1] // 2))
    place = canvas.zoom.picture_rect
    x, y = (SIZE[0] // 2 + 0.5) / SIZE[0], (SIZE[1] // 2 + 0.5) / SIZE[1]
    assert place.width() * canvas.devicePixelRatio() == pytest.approx(SIZE[0])
    shown = canvas.image.pixelColor(SIZE[0] // 2, SIZE[1] // 2)
    assert (shown.red(), shown.green(), shown.blue()) == pixel
    assert colour_at(canvas, x, y).isValid()
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert canvas.zoom.view.magnification == 1


@pytest.mark.slow
def test_the_share_of_the_pixels_follows_the_window(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    before = viewer.compare_view.photo.zoom.percent
    large.resize(800, 700)
    qtbot.waitUntil(lambda: viewer.compare_view.photo.zoom.percent < before, timeout=WAIT_MS)
    assert f"{viewer.compare_view.photo.zoom.percent:.0f} %" in viewer.bar.text


@pytest.mark.slow
def test_the_wheel_zooms_and_an_enlarged_photo_is_dragged(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    canvas = viewer.compare_view.photo
    wheel(canvas, 4)
    assert canvas.zoom.view.magnification == pytest.approx(1.25**4)
    before = canvas.zoom.view
    centre = canvas.rect().center()
    QTest.mousePress(canvas, LEFT, pos=centre)
    QTest.mouseMove(canvas, centre + QPoint(60, 40))
    QTest.mouseRelease(canvas, LEFT, pos=centre + QPoint(60, 40))
    assert canvas.zoom.view.x < before.x
    assert canvas.zoom.view.y < before.y
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert canvas.zoom.view.x > before.x - 0.2
    assert viewer.current.photo is not None
    assert viewer.current.photo.path.name == "a-large.jpg"
    QTest.mouseDClick(canvas, LEFT, pos=centre)
    assert canvas.zoom.view.magnification == 1


@pytest.mark.parametrize("name", ["b-turned.jpg", "e-raw.dng"])
@pytest.mark.slow
def test_a_photo_is_upright_as_its_camera_was_turned_also_the_preview_of_a_raw_file(
    qtbot: QtBot, large: MainWindow, name: str
) -> None:
    canvas = open_photo(qtbot, large, name).compare_view.photo
    wait_for_pixels(qtbot, canvas)
    place = canvas.zoom.picture_rect
    assert place.height() > place.width()
    assert colour_at(canvas, 0.5, 0.25).blue() > 200
    assert colour_at(canvas, 0.5, 0.75).red() > 200


@pytest.mark.slow
def test_colours_of_another_space_are_shown_in_srgb(qtbot: QtBot, large: MainWindow) -> None:
    canvas = open_photo(qtbot, large, "c-lab.tif").compare_view.photo
    wait_for_pixels(qtbot, canvas)
    shown = colour_at(canvas, 0.5, 0.5)
    assert shown.red() > 200
    assert shown.green() < 60


def test_a_file_that_vanished_is_named_in_its_place(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "photos" / "d-camera.jpg").unlink()
    viewer = open_photo(qtbot, large, "d-camera.jpg")
    canvas = viewer.compare_view.photo
    qtbot.waitUntil(lambda: "does not exist" in canvas.message, timeout=WAIT_MS)
    assert "d-camera.jpg" in canvas.message
    QTest.keyClick(viewer, Qt.Key.Key_End)
    assert canvas.message == ""


@pytest.mark.slow
def test_the_viewer_still_shows_a_photo_whose_file_is_deleted(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    viewer = open_photo(qtbot, large, "a-large.jpg")
    canvas = viewer.compare_view.photo
    wait_for_pixels(qtbot, canvas)
    (tmp_path / "photos" / "a-large.jpg").unlink()
    with qtbot.waitSignal(large._services.pictures.failed, timeout=WAIT_MS):
        for _ in range(8):
            QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert not canvas.image.isNull()
    assert canvas.message == ""


@pytest.mark.slow
def test_a_file_that_became_unreadable_is_named_in_its_place(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "photos" / "d-camera.jpg").write_bytes(b"\xff\xd8\xff" + b"broken" * 50)
    canvas = open_photo(qtbot, large, "d-camera.jpg").compare_view.photo
    qtbot.waitUntil(lambda: "damaged" in canvas.message, timeout=WAIT_MS)
