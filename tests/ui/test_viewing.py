"""Looking at one photo closely: whole, zoomed, compared with the query, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageCms, TiffImagePlugin
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.encoder import Encoder
from desktop_app.core.indexer import index
from desktop_app.core.library_files import LibraryFiles
from desktop_app.ui.compare_stage import Comparing
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.photo_canvas import PhotoCanvas
from desktop_app.ui.photo_viewer import PhotoViewer
from desktop_app.ui.queries import FileSource, ImageSource
from tests.raw_files import dng_file
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import centre_of, drop_files, names, wait_for_results

Scene = Callable[[str, int], Image.Image]
SIZE = (2600, 1600)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """Results for a picture."""
    window.resize(1000, 800)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    return window


@pytest.fixture
def large(
    qtbot: QtBot, tmp_path: Path, encoder: Encoder, open_window: Callable[[Path], MainWindow]
) -> MainWindow:
    """All photos of a library of five: large, turned by its camera, in another colour space, with
    EXIF, and a RAW file that is turned too.
    """
    photos = tmp_path / "photos"
    photos.mkdir()
    rng = np.random.default_rng(0)
    noise = Image.fromarray(rng.integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8))
    noise.save(photos / "a-large.jpg", quality=60)
    turned = Image.new("RGB", (900, 600), "red")
    turned.paste("blue", (0, 0, 450, 600))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    turned.save(photos / "b-turned.jpg", exif=exif, quality=95)
    profile = ImageCms.createProfile("LAB")
    lab = Image.new("LAB", (400, 300), (136, 208, 195))
    lab.save(photos / "c-lab.tif", icc_profile=ImageCms.ImageCmsProfile(profile).tobytes())
    _save_as_a_camera(photos / "d-camera.jpg")
    (photos / "e-raw.dng").write_bytes(dng_file(turned, orientation=6))
    for _ in index(LibraryFiles(tmp_path / "library"), encoder, [photos]):
        pass
    window = open_window(tmp_path / "library")
    window.resize(1000, 800)
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 5, timeout=WAIT_MS)
    return window


def _save_as_a_camera(path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Nikon"
    exif[ExifTags.Base.Model] = "Nikon Z 6"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = "2023:07:14 18:05:09"
    details[ExifTags.Base.LensModel] = "NIKKOR Z 50mm"
    details[ExifTags.Base.ExposureTime] = TiffImagePlugin.IFDRational(1, 250)
    details[ExifTags.Base.FNumber] = 2.8
    details[ExifTags.Base.ISOSpeedRatings] = 200
    details[ExifTags.Base.FocalLength] = 50.0
    Image.effect_noise((600, 400), 60).convert("RGB").save(path, exif=exif)


def look_at(qtbot: QtBot, window: MainWindow, name: str) -> PhotoViewer:
    """Open a photo of the grid of all photos."""
    grid, model = window.browse.grid, window.browse.model

    def row() -> int | None:
        shown = [model.photo(number) for number in range(model.rowCount())]
        return next((n for n, item in enumerate(shown) if item and item.path.name == name), None)

    qtbot.waitUntil(lambda: row() is not None, timeout=WAIT_MS)
    grid.setCurrentIndex(model.index(row() or 0, 0))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    return window.viewer


def wait_for_pixels(qtbot: QtBot, canvas: PhotoCanvas, least_width: int = 1) -> None:
    qtbot.waitUntil(lambda: canvas.image.width() >= least_width, timeout=WAIT_MS)


def colour_at(canvas: PhotoCanvas, x: float, y: float) -> QColor:
    """Of the painted canvas; `x` and `y` are shares of the picture."""
    place = canvas.stage.place(canvas.view)
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    point = QPointF(place.left() + x * place.width(), place.top() + y * place.height()) * ratio
    return image.pixelColor(point.toPoint())


def wheel(canvas: PhotoCanvas, notches: int) -> None:
    place = QPointF(canvas.rect().center())
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_a_double_click_shows_the_photo_over_the_window(qtbot: QtBot, found: MainWindow) -> None:
    QTest.mouseDClick(found.results.grid.viewport(), LEFT, pos=centre_of(found, 3))
    viewer = found.viewer
    assert viewer.isVisible()
    assert viewer.size() == found.size()
    assert viewer.shown is not None
    assert viewer.shown.path.name == names(found)[3]
    assert f"{names(found)[3]} 4 of 36" in viewer.bar.text
    assert viewer.stage.photo.accessibleName() == names(found)[3]
    wait_for_pixels(qtbot, viewer.stage.photo, 240)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_show_the_current_photo(found: MainWindow, key: Qt.Key) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(2, 0))
    QTest.keyClick(found.results.grid, key)
    assert found.viewer.isVisible()


def test_escape_closes_the_photo_and_not_the_search(qtbot: QtBot, found: MainWindow) -> None:
    grid = found.results.grid
    grid.setCurrentIndex(found.results.model.index(2, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(found.viewer, Qt.Key.Key_Escape)
    assert not found.viewer.isVisible()
    assert len(names(found)) == 36
    assert found.focusWidget() is grid


def test_the_thumbnail_stands_in_until_the_photo_is_there(qtbot: QtBot, found: MainWindow) -> None:
    loader = found._services.thumbnails
    qtbot.waitUntil(lambda: loader.cached_count > 0, timeout=WAIT_MS)
    qtbot.wait(200)
    found.results.grid.setCurrentIndex(found.results.model.index(0, 0))
    QTest.keyClick(found.results.grid, Qt.Key.Key_Space)
    canvas = found.viewer.stage.photo
    assert canvas.image.isNull()
    seen = {colour_at(canvas, x / 10, 0.5).name() for x in range(1, 10)}
    assert len(seen) > 3


def test_next_and_previous_lead_through_the_grid_and_stop_at_its_ends(
    qtbot: QtBot, found: MainWindow
) -> None:
    grid, viewer = found.results.grid, found.viewer
    grid.setCurrentIndex(found.results.model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert "1 of 36" in viewer.bar.text
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    QTest.mouseClick(viewer.bar.next, LEFT)
    assert "3 of 36" in viewer.bar.text
    assert grid.currentIndex().row() == 2
    QTest.keyClick(viewer, Qt.Key.Key_End)
    assert "36 of 36" in viewer.bar.text
    assert not viewer.bar.next.isEnabled()
    QTest.keyClick(viewer, Qt.Key.Key_PageUp)
    assert viewer.shown is not None
    assert viewer.shown.path.name == names(found)[34]


def test_100_percent_has_every_pixel_of_the_file(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    canvas = viewer.stage.photo
    wait_for_pixels(qtbot, canvas)
    assert canvas.percent < 100
    assert canvas.image.width() < SIZE[0]
    QTest.keyClick(viewer, Qt.Key.Key_1)
    wait_for_pixels(qtbot, canvas, SIZE[0])
    assert "100 %" in viewer.bar.text
    with Image.open(large.browse.grid.current_photo().path) as image:  # type: ignore[union-attr]
        pixel = image.convert("RGB").getpixel((SIZE[0] // 2, SIZE[1] // 2))
    place = canvas.stage.place(canvas.view)
    x, y = (SIZE[0] // 2 + 0.5) / SIZE[0], (SIZE[1] // 2 + 0.5) / SIZE[1]
    assert place.width() * canvas.devicePixelRatio() == pytest.approx(SIZE[0])
    shown = canvas.image.pixelColor(SIZE[0] // 2, SIZE[1] // 2)
    assert (shown.red(), shown.green(), shown.blue()) == pixel
    assert colour_at(canvas, x, y).isValid()
    QTest.keyClick(viewer, Qt.Key.Key_0)
    assert canvas.view.magnification == 1


def test_the_share_of_the_pixels_follows_the_window(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    before = viewer.stage.photo.percent
    large.resize(800, 700)
    qtbot.waitUntil(lambda: viewer.stage.photo.percent < before, timeout=WAIT_MS)
    assert f"{viewer.stage.photo.percent:.0f} %" in viewer.bar.text


def test_the_wheel_zooms_and_an_enlarged_photo_is_dragged(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    canvas = viewer.stage.photo
    wheel(canvas, 4)
    assert canvas.view.magnification == pytest.approx(1.25**4)
    before = canvas.view
    centre = canvas.rect().center()
    QTest.mousePress(canvas, LEFT, pos=centre)
    QTest.mouseMove(canvas, centre + QPoint(60, 40))
    QTest.mouseRelease(canvas, LEFT, pos=centre + QPoint(60, 40))
    assert canvas.view.x < before.x
    assert canvas.view.y < before.y
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert canvas.view.x > before.x - 0.2
    assert viewer.shown is not None
    assert viewer.shown.path.name == "a-large.jpg"
    QTest.mouseDClick(canvas, LEFT, pos=centre)
    assert canvas.view.magnification == 1


@pytest.mark.parametrize("name", ["b-turned.jpg", "e-raw.dng"])
def test_a_photo_is_upright_as_its_camera_was_turned_also_the_preview_of_a_raw_file(
    qtbot: QtBot, large: MainWindow, name: str
) -> None:
    canvas = look_at(qtbot, large, name).stage.photo
    wait_for_pixels(qtbot, canvas)
    place = canvas.stage.place(canvas.view)
    assert place.height() > place.width()
    assert colour_at(canvas, 0.5, 0.25).blue() > 200
    assert colour_at(canvas, 0.5, 0.75).red() > 200


def test_colours_of_another_space_are_shown_in_srgb(qtbot: QtBot, large: MainWindow) -> None:
    canvas = look_at(qtbot, large, "c-lab.tif").stage.photo
    wait_for_pixels(qtbot, canvas)
    shown = colour_at(canvas, 0.5, 0.5)
    assert shown.red() > 200
    assert shown.green() < 60


def test_a_file_that_vanished_is_named_in_its_place(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "photos" / "d-camera.jpg").unlink()
    viewer = look_at(qtbot, large, "d-camera.jpg")
    canvas = viewer.stage.photo
    qtbot.waitUntil(lambda: "is not there" in canvas.sentence, timeout=WAIT_MS)
    assert "d-camera.jpg" in canvas.sentence
    QTest.keyClick(viewer, Qt.Key.Key_Home)
    assert canvas.sentence == ""


def test_what_is_seen_of_a_file_stays_when_it_vanishes(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    canvas = viewer.stage.photo
    wait_for_pixels(qtbot, canvas)
    (tmp_path / "photos" / "a-large.jpg").unlink()
    with qtbot.waitSignal(large._services.pictures.failed, timeout=WAIT_MS):
        for _ in range(8):
            QTest.keyClick(viewer, Qt.Key.Key_Plus)
    assert not canvas.image.isNull()
    assert canvas.sentence == ""


def test_a_file_that_became_unreadable_is_named_in_its_place(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "photos" / "d-camera.jpg").write_bytes(b"\xff\xd8\xff" + b"broken" * 50)
    canvas = look_at(qtbot, large, "d-camera.jpg").stage.photo
    qtbot.waitUntil(lambda: "damaged" in canvas.sentence, timeout=WAIT_MS)


def test_without_a_query_there_is_nothing_to_compare_with(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    assert not viewer.bar.compare.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert viewer.stage.comparing is Comparing.ALONE


def open_result(qtbot: QtBot, window: MainWindow, row: int) -> PhotoViewer:
    window.results.grid.setCurrentIndex(window.results.model.index(row, 0))
    QTest.keyClick(window.results.grid, Qt.Key.Key_Space)
    return window.viewer


def test_query_and_photo_stand_side_by_side_and_zoom_together(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.mouseClick(viewer.bar.compare, LEFT)
    query, photo = viewer.stage.query, viewer.stage.photo
    assert query.isVisible()
    assert photo.isVisible()
    assert query.geometry().right() < photo.geometry().left()
    assert f"{photo.percent:.0f} %" in viewer.bar.text
    wait_for_pixels(qtbot, query, 240)
    wait_for_pixels(qtbot, photo, 240)
    wheel(query, 3)
    assert photo.view == query.view
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert not query.isVisible()
    assert not viewer.bar.compare.isChecked()


def test_query_and_photo_flicker_in_one_place_until_one_turns_by_hand(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.keyClick(viewer, Qt.Key.Key_F)
    stage = viewer.stage
    assert stage.query.geometry() == stage.photo.geometry()
    assert stage.is_turning
    qtbot.waitUntil(stage.query.isVisible, timeout=WAIT_MS)
    assert not stage.photo.isVisible()
    QTest.keyClick(viewer, Qt.Key.Key_X)
    assert stage.photo.isVisible()
    assert not stage.query.isVisible()
    assert not stage.is_turning
    QTest.keyClick(viewer, Qt.Key.Key_F)
    assert stage.comparing is Comparing.ALONE


def test_comparing_goes_on_with_the_next_photo(qtbot: QtBot, found: MainWindow) -> None:
    viewer = open_result(qtbot, found, 5)
    QTest.keyClick(viewer, Qt.Key.Key_C)
    QTest.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.stage.query.isVisible()
    assert viewer.shown is not None
    assert viewer.shown.path.name == names(found)[6]
    wait_for_pixels(qtbot, viewer.stage.photo, 240)


def test_a_pasted_picture_is_compared_too(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.search(ImageSource(QImage(str(shared_library.picture("boat", 1)))))
    wait_for_results(qtbot, window, "boat-1.jpg")
    viewer = open_result(qtbot, window, 0)
    QTest.keyClick(viewer, Qt.Key.Key_C)
    assert viewer.stage.query.image.width() == 240


def test_a_new_search_closes_the_photo(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    viewer = open_result(qtbot, found, 5)
    drop_files(found, shared_library.picture("car", 0))
    wait_for_results(qtbot, found, "car-0.jpg")
    assert not viewer.isVisible()


def test_the_keys_stay_with_the_photo_while_it_covers_the_window(
    qtbot: QtBot, found: MainWindow
) -> None:
    viewer = open_result(qtbot, found, 5)
    for _ in range(20):
        QTest.keyClick(found.focusWidget(), Qt.Key.Key_Tab)
        assert viewer is found.focusWidget() or viewer.isAncestorOf(found.focusWidget())


def test_the_details_tell_what_the_camera_wrote(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    assert viewer.panel.isVisible()
    qtbot.waitUntil(lambda: "Exposure" in viewer.panel.facts, timeout=WAIT_MS)
    facts = viewer.panel.facts
    assert facts["Name"] == "d-camera.jpg"
    assert facts["Camera"] == "Nikon Z 6"
    assert facts["Lens"] == "NIKKOR Z 50mm"
    assert facts["Exposure"] == "1/250 s · f/2.8 · ISO 200"
    assert facts["Focal length"] == "50 mm"
    assert "23" in facts["Taken"]
    assert facts["Size"].startswith("600 × 400 · ")
    assert facts["Format"] == "JPEG"
    assert facts["Folder"].endswith("photos")


def test_the_details_have_the_code_with_what_it_reveals(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    qtbot.waitUntil(viewer.panel.copy.isVisible, timeout=WAIT_MS)
    assert "A code partly reveals its picture" in viewer.panel.text
    QTest.mouseClick(viewer.panel.copy, LEFT)
    assert len(bytes.fromhex(QGuiApplication.clipboard().text())) == 32


def test_the_inspector_tells_of_the_selected_result(qtbot: QtBot, found: MainWindow) -> None:
    panel = found.panel.details
    assert "Select a photo" in panel.text
    QTest.mouseClick(found.panel.details_fold.heading, LEFT)
    found.results.grid.setCurrentIndex(found.results.model.index(4, 0))
    assert panel.facts["Name"] == names(found)[4]
    qtbot.waitUntil(lambda: "Code " in panel.text, timeout=WAIT_MS)
    found.clear_search()
    assert panel.facts == {}


def test_the_inspector_names_a_file_that_vanished(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    large.search(FileSource(tmp_path / "photos" / "d-camera.jpg"))
    qtbot.waitUntil(lambda: large.results.model.rowCount() == 5, timeout=WAIT_MS)
    (tmp_path / "photos" / "d-camera.jpg").unlink()
    QTest.mouseClick(large.panel.details_fold.heading, LEFT)
    large.results.grid.setCurrentIndex(large.results.model.index(0, 0))
    qtbot.waitUntil(lambda: "is not there" in large.panel.details.text, timeout=WAIT_MS)
    assert large.panel.details.facts["Name"] == "d-camera.jpg"


def test_no_pixels_are_kept_when_the_photo_is_closed(qtbot: QtBot, large: MainWindow) -> None:
    viewer = look_at(qtbot, large, "a-large.jpg")
    wait_for_pixels(qtbot, viewer.stage.photo)
    viewer.leave()
    assert viewer.stage.photo.image.isNull()


def test_what_is_not_known_is_not_listed(qtbot: QtBot, found: MainWindow) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(4, 0))
    assert set(found.panel.details.facts) == {"Name", "Folder", "Size", "Format"}
