"""The parts of a grid on their own: selection, pointer, scrolling, and opening files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.photos.capture import Capture
from desktop_app.ui.grid.grid_pointer import GridPointer
from desktop_app.ui.grid.grid_sections import SectionHeader, Sections
from desktop_app.ui.grid.grid_selection import MOST_SELECTED, GridSelection
from desktop_app.ui.grid.grid_view import CellMetrics, GridView
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.photos.photo_commands import FileOpener
from tests.ui.conftest import WAIT_MS, FakeDesk
from tests.ui.gestures import hover_row, pinch

COUNT = 20_000
KNOWN = 100
NO_BUTTON = Qt.MouseButton.NoButton


def photo_row(row: int) -> PhotoRow:
    path = Path(f"/photos/{row}.jpg")
    return PhotoRow(row + 1, path, 1, 40, 30, "JPEG", Capture(), 0, bytes([row % 256]), away=False)


class NumberedPhotos(PhotoModel):
    """20,000 photos of which the first hundred are known."""

    def photo(self, row: int) -> ShownPhoto | None:
        return ShownPhoto(photo_row(row), str(row), "") if row < KNOWN else None

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else COUNT


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    view.setModel(NumberedPhotos(view))
    view.resize(200, 300)
    view.show()
    return view


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[GridView]:
    """Two columns of cells that are 100 pixels high, with a section of three photos at the top."""
    window = QWidget()
    qtbot.addWidget(window)
    metrics = CellMetrics(margin=10, padding=0, header_height=40, cell_height=lambda _: 100)
    grid = GridView(metrics, 80, window)
    grid.setModel(NumberedPhotos(grid))
    grid.show_sections(Sections((0, 3), lambda index: SectionHeader(f"section {index}")))
    grid.resize(190 + grid.verticalScrollBar().sizeHint().width(), 450)
    window.show()
    yield grid
    window.close()


def wheel(view: QListView, keys: Qt.KeyboardModifier, delta: int) -> QWheelEvent:
    place = QPointF(20, 20)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), QPoint(0, delta), NO_BUTTON, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)
    return event


def double_click(view: QListView, place: QPoint, button: Qt.MouseButton) -> None:
    kind, keys = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
    point = QPointF(place)
    event = QMouseEvent(kind, point, view.viewport().mapToGlobal(point), button, button, keys)
    QApplication.sendEvent(view.viewport(), event)


def test_a_selection_is_read_as_ranges_files_and_ids(view: QListView) -> None:
    selection = GridSelection(view)
    selection.select([(7, 8), (2, 4)], current=3)
    assert selection.ranges() == [(2, 4), (7, 8)]
    assert selection.count == 5
    paths = [Path(f"/photos/{row}.jpg") for row in (2, 3, 4, 7, 8)]
    assert selection.files() == paths
    chosen = selection.photo_selection()
    assert chosen is not None
    assert chosen.ids == [3, 4, 5, 8, 9]
    current = selection.selected_current_photo()
    assert current is not None
    assert current.path == paths[1]


def test_the_current_photo_need_not_be_selected(view: QListView) -> None:
    selection = GridSelection(view)
    selection.select([(5, 5)], current=6)
    current = selection.current_photo()
    assert current is not None
    assert current.badge == "6"
    assert selection.selected_current_photo() is None


def test_there_is_no_current_photo_while_its_row_is_read(view: QListView) -> None:
    selection = GridSelection(view)
    selection.select([(KNOWN - 2, KNOWN + 5)], current=KNOWN + 1)
    assert selection.current_photo() is None


def test_more_photos_than_can_be_handed_over_are_neither_files_nor_ids(view: QListView) -> None:
    selection = GridSelection(view)
    selection.select([(0, MOST_SELECTED - 1)], current=None)
    assert selection.files() is not None
    selection.select([(0, MOST_SELECTED)], current=None)
    assert selection.ranges() == [(0, MOST_SELECTED)]
    assert selection.files() is None
    assert selection.photo_selection() is None


def test_control_and_the_wheel_zoom_and_the_wheel_alone_scrolls(view: QListView) -> None:
    pointer = GridPointer(view)
    steps: list[int] = []
    pointer.zoom_requested.connect(steps.append)
    assert wheel(view, Qt.KeyboardModifier.ControlModifier, 120).isAccepted()
    wheel(view, Qt.KeyboardModifier.ControlModifier, -120)
    assert steps == [1, -1]
    assert view.verticalScrollBar().value() == 0
    wheel(view, Qt.KeyboardModifier.NoModifier, -120)
    assert steps == [1, -1]
    assert view.verticalScrollBar().value() > 0


def test_small_turns_of_a_touchpad_add_up_to_steps(view: QListView) -> None:
    pointer = GridPointer(view)
    steps: list[int] = []
    pointer.zoom_requested.connect(steps.append)
    for _ in range(7):
        wheel(view, Qt.KeyboardModifier.ControlModifier, 40)
    assert steps == [1, 1]
    wheel(view, Qt.KeyboardModifier.ControlModifier, 0)
    assert steps == [1, 1]


def test_a_pinch_asks_for_a_step_for_each_fifth_and_begins_from_nothing(view: QListView) -> None:
    pointer = GridPointer(view)
    steps: list[int] = []
    pointer.zoom_requested.connect(steps.append)
    for _ in range(4):
        assert pinch(view.viewport(), 0.16)
    assert steps == [1, 1, 1]
    pinch(view.viewport(), 0.15)
    pinch(view.viewport(), 0, kind=Qt.NativeGestureType.BeginNativeGesture)
    pinch(view.viewport(), 0.1)
    assert steps == [1, 1, 1]
    pinch(view.viewport(), -0.6)
    assert steps == [1, 1, 1, -2]


def test_only_a_double_click_with_the_left_button_on_a_photo_counts(view: QListView) -> None:
    pointer = GridPointer(view)
    rows: list[int] = []
    pointer.double_clicked.connect(lambda index: rows.append(index.row()))
    place = view.visualRect(view.model().index(3, 0)).center()
    double_click(view, place, Qt.MouseButton.RightButton)
    assert rows == []
    double_click(view, place, Qt.MouseButton.LeftButton)
    assert rows == [3]
    view.setModel(None)
    double_click(view, place, Qt.MouseButton.LeftButton)
    assert rows == [3]


def test_scrolling_changes_the_hovered_row_under_a_mouse_that_stands_still(
    qtbot: QtBot, view: QListView
) -> None:
    pointer = GridPointer(view)
    hover_row(qtbot, view, pointer, 4)
    with qtbot.waitSignal(pointer.hover_changed, timeout=WAIT_MS):
        view.verticalScrollBar().setValue(3)
    assert pointer.hovered_row == 7


def test_a_row_is_scrolled_to_a_distance_from_the_upper_edge(grid: GridView) -> None:
    grid.scroller.scroll_to_row(5_000, 37)
    assert grid.visualRect(grid.model().index(5_000, 0)).top() == 37
    assert grid.scroller.top_row() == 4_999, "the first of the line that is wholly in sight"


def test_revealing_a_row_scrolls_no_farther_than_needed(grid: GridView) -> None:
    bar = grid.verticalScrollBar()
    grid.scrollTo(grid.model().index(3, 0))
    assert bar.value() == 0, "in sight already"
    grid.scrollTo(grid.model().index(9, 0))
    bottom = grid.visualRect(grid.model().index(9, 0)).bottom()
    assert bottom == grid.viewport().height() - 10
    bar.setValue(bar.maximum())
    grid.scrollTo(grid.model().index(9, 0))
    assert grid.visualRect(grid.model().index(9, 0)).top() == 10
    grid.scrollTo(QModelIndex())
    assert grid.visualRect(QModelIndex()).isEmpty()


def test_positions_are_not_computed_again_when_only_texts_have_changed(grid: GridView) -> None:
    before = grid.grid_geometry
    grid.model().dataChanged.emit(grid.model().index(0, 0), grid.model().index(COUNT - 1, 0))
    grid.doItemsLayout()
    assert grid.grid_geometry is before
    grid.set_photo_width(40)
    assert grid.grid_geometry.lines.columns == 4


def test_a_header_is_no_photo(grid: GridView) -> None:
    header = grid.grid_geometry.header(1)
    assert not grid.indexAt(header.center()).isValid()
    assert grid.indexAt(QPoint(20, header.bottom() + 1)).row() == 3


def test_a_file_is_opened_and_shown_while_it_exists(
    qtbot: QtBot, tmp_path: Path, desk: FakeDesk
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    opener = FileOpener(desk.desktop(), window)
    failures: list[Any] = []
    opener.failed.connect(failures.append)
    path = tmp_path / "photo.jpg"
    path.touch()
    shown = ShownPhoto(replace(photo_row(0), path=path), "", "")
    for opening in (opener.open, opener.open_with, opener.show):
        opening(shown)
    assert (desk.opened, desk.opened_with, desk.shown) == ([path], [path], [path])
    assert failures == []
    desk.can_open = False
    opener.open(shown)
    opener.open_with(shown)
    assert [str(path) in failure() for failure in failures] == [True, True]
    path.unlink()
    for opening in (opener.open, opener.open_with, opener.show):
        opening(shown)
    assert all(isinstance(failure, PhotoError) for failure in failures[2:])
    assert len(failures) == 5
    assert len(desk.opened) == 2
