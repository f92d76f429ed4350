"""Parts of the code lens and of the query on their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_lens import Comparison
from desktop_app.ui.engine.answers import LensAnswer, LensPictures, QueryPicture, WaypointPhoto
from desktop_app.ui.engine.queries import Example, PhotoSource
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.inspector.code_path import CodePath
from desktop_app.ui.inspector.example_chip import ExampleChip
from desktop_app.ui.inspector.lens_changes import LensChanges
from desktop_app.ui.inspector.lens_drawings import LensDrawings
from desktop_app.ui.kit.theme import Theme
from tests.ui.grid.test_grid_parts import photo_row

LEFT = Qt.MouseButton.LeftButton
ANSWER = LensAnswer(0, (), None, np.ones(64, bool), np.ones(64, np.float32), "", None, (), (), None)


def picture(colour: str) -> QImage:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def drawings(qtbot: QtBot, theme: Theme) -> LensDrawings:
    drawings = LensDrawings(theme)
    qtbot.addWidget(drawings)
    drawings.show()
    return drawings


def captions(drawings: LensDrawings) -> list[str]:
    return [made.text() for made in drawings.findChildren(QLabel) if made.isVisible()]


def test_each_drawing_has_its_name_below_it(drawings: LensDrawings) -> None:
    red, blue = picture("red"), picture("blue")
    drawings.show_pictures(replace(ANSWER, pictures=LensPictures(red, blue, red)))
    drawings.adjustSize()
    assert captions(drawings) == ["Query", "Selected"]
    for preview, image in ((drawings.query, red), (drawings.photo, blue)):
        assert preview.picture.image == image
        assert preview.picture.geometry().bottom() < preview.caption.geometry().top()
    assert drawings.photo.picture.accessibleName() == "Preview of the selected photo's code"
    assert drawings.problem == ""


def test_without_a_photo_only_the_query_is_drawn(drawings: LensDrawings) -> None:
    drawings.show_pictures(replace(ANSWER, pictures=LensPictures(picture("red"))))
    assert captions(drawings) == ["Query"]
    assert not drawings.photo.isVisible()


@pytest.fixture
def changes(qtbot: QtBot, theme: Theme) -> LensChanges:
    changes = LensChanges(theme)
    qtbot.addWidget(changes)
    return changes


def differing(*bits: int) -> LensAnswer:
    """Codes that differ in these bits, with a picture of each step."""
    images = picture("red"), picture("blue"), picture("lime")
    counts = [count for count in (len(bits) // 4, len(bits) // 2) if count]
    steps = tuple((count, picture("cyan")) for count in counts)
    drawn = LensPictures(*images, steps)
    comparison = Comparison(np.zeros(64, np.float32), list(bits))
    return replace(ANSWER, pictures=drawn, comparison=comparison)


def test_what_the_differing_bits_do_is_drawn_and_counted(changes: LensChanges) -> None:
    changes.show_changes(differing(*range(9)), "car.jpg")
    assert changes.isVisible()
    assert "taken over from car." in changes.text
    assert [step.caption.text() for step in changes.steps] == ["2 of 9 bits", "4 of 9 bits"]
    assert changes.steps[0].picture.whole == picture("cyan")
    assert changes.common.picture.whole == picture("lime")
    text = "The query with 4 of the 9 bits that differ taken over"
    assert changes.steps[1].picture.accessibleName() == text


def test_of_one_bit_that_differs_there_are_no_steps(changes: LensChanges) -> None:
    changes.show_changes(differing(*range(9)), "car.jpg")
    changes.show_changes(differing(3), "car.jpg")
    assert changes.common.isVisible()
    assert not any(step.isVisible() for step in changes.steps)
    assert "without the 1 bit" in changes.common.picture.accessibleName()


def test_equal_codes_and_models_that_cannot_draw_show_no_changes(changes: LensChanges) -> None:
    for answer in (differing(), replace(differing(1, 2), pictures=None), ANSWER):
        changes.show_changes(differing(1, 2), "car.jpg")
        changes.show_changes(answer, "car.jpg")
        assert not changes.isVisible()
        assert changes.text == ""


def test_a_sentence_tells_why_there_are_no_drawings(drawings: LensDrawings) -> None:
    drawings.show_pictures(ANSWER)
    assert drawings.problem.startswith("The current model has no previews")
    assert captions(drawings) == [drawings.problem]
    error = BundleError(Path("/models/a"), BundleProblem.MISSING_FILE)
    drawings.show_pictures(replace(ANSWER, pictures=error))
    assert "/models/a" in drawings.problem
    drawings.hide()
    assert drawings.problem == ""


@pytest.fixture
def path(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[CodePath]:
    """Two bits of eleven are flipped; photos in between are three and seven flips away."""
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    path = CodePath(theme, thumbnails)
    qtbot.addWidget(path)
    path.show()
    order = tuple(range(20, 31))
    waypoints = tuple(WaypointPhoto(order[:flips], photo_row(flips)) for flips in (3, 7))
    answer = replace(ANSWER, flips=(20, 21, 25), flip_order=order, waypoints=waypoints)
    path.show_path(answer, "car.jpg")
    yield path
    thumbnails.close()


def steps(path: CodePath) -> list[int]:
    requested: list[int] = []
    path.steps_requested.connect(requested.append)
    return requested


def test_the_path_tells_how_many_bits_it_has_gone(path: CodePath) -> None:
    assert path.slider.value() == 2  # those at its beginning
    assert (path.slider.minimum(), path.slider.maximum(), path.slider.pageStep()) == (0, 11, 1)
    caption = path.findChildren(QLabel)[0].text().replace("\u200b", "")
    assert caption == "On the path to car.jpg: 2 of 11 bits"


def test_photos_in_between_lead_to_their_place(path: CodePath) -> None:
    requested = steps(path)
    assert [tile.isVisible() for tile in path.tiles] == [True, True, False, False]
    assert "7.jpg, the photo closest to the path after 7 bits" in path.tiles[1].toolTip()
    QTest.mouseClick(path.tiles[1], LEFT)
    QTest.mouseClick(path.tiles[0], LEFT)
    path.tiles[2].clicked.emit()  # no photo is there
    assert requested == [7, 3]


def test_the_slider_asks_for_steps_but_not_when_it_is_set(path: CodePath) -> None:
    requested = steps(path)
    order = tuple(range(32))
    path.show_path(replace(ANSWER, flips=order, flip_order=order), "b.jpg")
    assert (path.slider.value(), path.slider.pageStep(), requested) == (32, 4, [])
    assert not any(tile.isVisible() for tile in path.tiles)
    path.slider.setValue(5)
    assert requested == [5]


def test_between_equal_codes_there_is_no_path(path: CodePath) -> None:
    path.show_path(ANSWER, "same.jpg")
    assert not path.isVisible()


def chip(qtbot: QtBot, theme: Theme, example: Example, path: Path | None) -> ExampleChip:
    image = picture("#0000ff")
    for x in range(20):
        for y in range(20):
            image.setPixelColor(x, y, QColor("#00ff00"))  # its left half
    made = ExampleChip(theme, example, QueryPicture(image, path, 40, 20))
    qtbot.addWidget(made)
    made.show()
    return made


def colour(made: ExampleChip, place: QPoint) -> str:
    return made.grab().toImage().pixelColor(place).name()


def test_examples_have_a_plus_and_counter_examples_a_minus(qtbot: QtBot, theme: Theme) -> None:
    wanted = chip(qtbot, theme, Example(PhotoSource(1)), Path("/photos/car.jpg"))
    unwanted = chip(qtbot, theme, Example(PhotoSource(1), is_wanted=False), None)
    middle = QPoint(theme.metrics.tight // 2 + 7, wanted.height() // 2 - 1)
    above = middle - QPoint(0, 3)
    assert colour(wanted, middle) == colour(wanted, above) == theme.colour("accent").name()
    assert colour(unwanted, middle) == theme.colour("warning").name()
    assert colour(unwanted, above) == theme.colour("raised").name()
    assert (wanted.name, unwanted.name) == ("car.jpg", "not like pasted picture")
    assert wanted.accessibleName() == "Like car.jpg: click to remove this example"
    assert unwanted.toolTip() == "Not like pasted picture: click to remove this example"


def test_a_chip_shows_the_middle_of_the_picture_or_the_part_that_counts(
    qtbot: QtBot, theme: Theme
) -> None:
    whole = chip(qtbot, theme, Example(PhotoSource(1)), None)
    part = chip(qtbot, theme, Example(PhotoSource(1), region=Region(0.5, 0, 1, 1)), None)
    centre = whole.rect().center()
    sides = [centre - QPoint(10, 0), centre + QPoint(10, 0)]
    assert [colour(whole, place) for place in sides] == ["#00ff00", "#0000ff"]
    assert [colour(part, place) for place in sides] == ["#0000ff", "#0000ff"]


def test_delete_removes_an_example_as_a_click_does(qtbot: QtBot, theme: Theme) -> None:
    made = chip(qtbot, theme, Example(PhotoSource(1)), None)
    clicks: list[int] = []
    made.clicked.connect(lambda: clicks.append(1))
    QTest.keyClick(made, Qt.Key.Key_Delete)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_A)
    QTest.mouseClick(made, LEFT)
    assert len(clicks) == 3
