"""In a language that is read from right to left, the window is mirrored, and its photos are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.stacks.folding import StackMark
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.grid.grid_geometry import GridGeometry
from desktop_app.ui.grid.stack_badge import StackBadge
from desktop_app.ui.inspector.bit_grid import BitGrid
from desktop_app.ui.inspector.bit_grid_drawing import ShownCode
from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.inspector.histogram_drawing import DistanceCounts
from desktop_app.ui.jobs.training_text import HELD_OUT
from desktop_app.ui.kit.choices import FlowLayout
from desktop_app.ui.kit.direction import below, mirrored
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.messages import shown_folder, shown_name, shown_path
from desktop_app.ui.kit.text_fitting import shortened_path
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.retraining.loss_curves import LossCurve
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.compare_view import CompareMode
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_results
from tests.ui.looks import RIGHT_TO_LEFT, theme_of

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def mirrored_theme(qapp: QApplication, theme: Theme, language: Language) -> Iterator[Theme]:
    with theme_of((RIGHT_TO_LEFT, 1.0), qapp, language) as made:
        yield made
    theme.choose("dark")
    theme.choose("light")


@pytest.fixture
def window(
    qtbot: QtBot,
    mirrored_theme: Theme,
    open_window: Callable[..., MainWindow],
    shared_library: IndexedLibrary,
) -> MainWindow:
    window = open_window(shared_library.library, own_theme=mirrored_theme)
    window.resize(1300, 900)
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.browse.model.known_photo(2) is not None, timeout=WAIT_MS)
    return window


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_first_photo_is_at_the_right_and_left_goes_to_the_next_one(window: MainWindow) -> None:
    grid = window.browse.grid
    first, second = (grid.visualRect(grid.photos.index(row, 0)) for row in range(2))
    assert first.left() > second.left()
    assert grid.indexAt(second.center()).row() == 1
    grid.setFocus()
    grid.setCurrentIndex(grid.photos.index(0, 0))
    QTest.keyClick(grid, LEFT)
    assert grid.currentIndex().row() == 1
    QTest.keyClick(grid, RIGHT)
    assert grid.currentIndex().row() == 0


def test_cells_and_headers_are_those_of_the_other_direction_mirrored() -> None:
    usual = GridGeometry(10, 425, 100, 80, 10, (0, 5), 40)
    other = GridGeometry(10, 425, 100, 80, 10, (0, 5), 40, is_mirrored=True)
    whole = QRect(0, 0, 425, usual.height)
    for own, its in (
        *((other.cell(row), usual.cell(row)) for row in range(10)),
        *((other.header(index), usual.header(index)) for index in range(2)),
    ):
        assert own.left() == whole.right() - its.right()
        assert (own.top(), own.size()) == (its.top(), its.size())


def test_what_lies_in_a_corner_of_a_photo_lies_in_the_other_one(mirrored_theme: Theme) -> None:
    frame = QRect(100, 50, 200, 150)
    place = StackBadge(mirrored_theme).place(frame, StackMark(7, 3, is_lead=True, is_folded=True))
    assert frame.right() - place.right() == place.top() - frame.top()


def test_back_points_to_the_right_as_its_key_does(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    assert window.action_set["back"].keys == ("Alt+Right",)
    assert window.action_set["forward"].keys == ("Alt+Left",)
    assert window.bar.back.x() > window.bar.forward.x()
    window.commands.search(FileSource(shared_library.picture("beach", 1)))
    wait_for_results(qtbot, window, "beach-1.jpg")
    QTest.keyClick(window, RIGHT, ALT)
    qtbot.waitUntil(lambda: not window.search_flow.has_query, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("icon", "is_changed"), [("chevron-right", True), ("sidebar", True), ("trash", False)]
)
def test_only_icons_that_point_the_way_are_mirrored(
    qapp: QApplication, language: Language, theme: Theme, icon: str, is_changed: bool
) -> None:
    def drawn(own: Theme) -> QImage:
        return own.icon(icon).pixmap(QSize(16, 16), 1).toImage()

    usual = drawn(theme)
    with theme_of((RIGHT_TO_LEFT, 1.0), qapp, language) as made:
        assert drawn(made) == (usual.flipped(Qt.Orientation.Horizontal) if is_changed else usual)
        assert (drawn(made) != usual) is is_changed
    theme.choose("dark")
    theme.choose("light")


def test_the_viewer_goes_on_to_the_left_and_pans_as_the_keys_point(
    qtbot: QtBot, window: MainWindow
) -> None:
    grid, viewer = window.browse.grid, window.viewer
    grid.setCurrentIndex(grid.photos.index(0, 0))
    viewer.open(grid)
    QTest.keyClick(viewer, LEFT)
    assert viewer.current.row == 1
    canvas = viewer.compare_view.photo
    qtbot.waitUntil(lambda: canvas.is_settled, timeout=WAIT_MS)
    canvas.zoom.zoom(16)
    before = canvas.zoom.picture_rect.left()
    QTest.keyClick(viewer, RIGHT)
    assert canvas.zoom.picture_rect.left() < before
    assert viewer.current.row == 1


def test_the_querys_picture_comes_first_where_it_is_compared(window: MainWindow) -> None:
    view = window.viewer.compare_view
    view.resize(900, 600)
    view.set_mode(CompareMode.SIDE_BY_SIDE)
    assert view.query.x() > view.photo.x()
    assert place_of(view.query).right() == place_of(view).right()


def test_texts_in_other_letters_begin_at_the_right_as_well(
    qtbot: QtBot, mirrored_theme: Theme
) -> None:
    made = label("beach.jpg")
    qtbot.addWidget(made)
    made.resize(300, 30)
    picture = made.grab().toImage()
    ground = picture.pixelColor(0, 0)
    width = QFontMetrics(made.font()).horizontalAdvance("beach.jpg")
    inked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != ground
    ]
    assert min(inked) >= 300 - width - 2


def test_names_and_paths_keep_their_order_and_are_plain_where_they_are_copied(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "beach (small).jpg"
    assert shown_name(path) == "\u2068beach (small).jpg\u2069"
    assert shown_path(path) == f"\u2066{path}\u2069"
    assert shown_folder(Path.home() / "Pictures") == "\u2066~/Pictures\u2069"
    assert shortened_path("\u2066/a/long/way\u2069", 12, len) == "\u2066…/long/way\u2069"
    window.browse.commands.copy_files([path])
    assert QApplication.clipboard().text() == str(path)


def test_what_opens_below_a_button_begins_at_its_right_edge(window: MainWindow) -> None:
    made = window.filters.button
    assert below(made, 100).x() == place_of(made).right() - 99
    assert below(made, 100, at_end=True).x() == place_of(made).left()
    menu = QMenu(made)
    assert menu.isRightToLeft()


def test_flowing_buttons_begin_at_the_right(qtbot: QtBot, mirrored_theme: Theme) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = FlowLayout(whole, 4)
    buttons = [button(text) for text in ("one", "two")]
    for made in buttons:
        row.addWidget(made)
    whole.resize(400, 40)
    whole.show()
    assert buttons[0].geometry().right() == 399
    assert buttons[1].x() < buttons[0].x()


def test_the_cross_of_a_filter_comes_last(window: MainWindow) -> None:
    window.browse_flow.filter(PhotoFilter(orientation=Orientation.LANDSCAPE))
    assert window.filters.chips.chips[0].layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_filled_part_of_a_slider_is_that_of_the_lower_values(
    qapp: QApplication, window: MainWindow
) -> None:
    slider = window.filters.slider
    slider.setValue(slider.minimum())
    low = slider.grab().toImage()
    slider.setValue(slider.maximum())
    high = slider.grab().toImage()
    middle = QPoint(low.width() // 2, low.height() // 2)
    assert low.pixelColor(middle).lightness() > high.pixelColor(middle).lightness()


def _histogram(theme: Theme) -> QWidget:
    made = DistanceHistogram(theme)
    made.show_counts(DistanceCounts((0, 9, 4, 1), 1, 0, 3))
    return made


def _bits(theme: Theme) -> QWidget:
    made = BitGrid(theme, 163)
    certain = np.linspace(0, 1, 16, dtype=np.float32)
    made.show_code(ShownCode.of([bit % 3 == 0 for bit in range(16)], None, certain, ()))
    return made


def _curve(theme: Theme) -> QWidget:
    made = LossCurve(theme, HELD_OUT)
    made.show_points([(0, 0.5), (5, 0.2), (10, 0.1)], 10)
    made._line.setParent(None)
    return made._line


@pytest.mark.parametrize("make", [_histogram, _bits, _curve])
def test_distances_codes_and_curves_are_not_mirrored(
    qapp: QApplication, language: Language, theme: Theme, make: Callable[[Theme], QWidget]
) -> None:
    def drawn(own: Theme) -> QImage:
        made = make(own)
        made.resize(300, 120)
        return made.grab().toImage()

    usual = drawn(theme)
    with theme_of((RIGHT_TO_LEFT, 1.0), qapp, language) as other:
        assert drawn(other) == usual
    theme.choose("dark")
    theme.choose("light")


def test_the_direction_ends_with_the_language() -> None:
    whole, place = QRect(0, 0, 100, 10), QRect(10, 0, 20, 10)
    assert mirrored(place, whole) == place
    assert shown_name(Path("a.jpg")) == "a.jpg"
