"""All photos in the grid: in sections, lazily, in any size and order."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.browse.listing_blocks import BlockRows
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import local_path
from tests.ui.conftest import MANY, WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import pinch, wait_for_message, wait_for_results
from tests.ui.varied_library import VariedLibrary

Opener = Callable[[Path], MainWindow]


@pytest.fixture
def browsing(qtbot: QtBot, open_window: Opener, varied: VariedLibrary) -> MainWindow:
    window = open_window(varied.library)
    window.resize(1300, 900)
    wait_for_names(qtbot, window, 6)
    return window


@pytest.fixture(scope="session")
def huge_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """200,000 rows without files, in 100 folders and months."""
    files = LibraryFiles(tmp_path_factory.mktemp("huge"))
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("BEGIN")
        catalogue.connection.execute("INSERT INTO roots (id, path) VALUES (1, x'2f68')")
        catalogue.connection.execute(  # one statement for each row takes four times as long
            "WITH RECURSIVE numbers(i) AS"
            " (SELECT 0 UNION ALL SELECT i + 1 FROM numbers LIMIT 200000)"
            " INSERT INTO photos (root_id, folder, name, size, mtime_ns, state, content_hash,"
            " width, height, format, taken_at, camera, mean_colour)"
            " SELECT 1, CAST(printf('%02d', i % 100) AS BLOB),"
            " CAST(printf('%06d.jpg', i) AS BLOB), 1000, 0, 'indexed',"
            " CAST(printf('%016d', i) AS BLOB), 300, 200, 'JPEG',"
            " printf('20%d-%02d-05T10:00:00', 10 + i % 10, 1 + i / 10 % 10), 'Pixel 8', 8421504"
            " FROM numbers"
        )
        catalogue.connection.execute("COMMIT")
    return files.folder


def shown_names(window: MainWindow) -> list[str]:
    """The photos that are known, in the order of the grid."""
    model = window.browse.model
    known = (model.photo(row) for row in range(model.rowCount()))
    return [shown.path.name for shown in known if shown is not None]


def wait_for_names(qtbot: QtBot, window: MainWindow, count: int) -> None:
    qtbot.waitUntil(lambda: len(shown_names(window)) == count, timeout=WAIT_MS)


def headings(window: MainWindow) -> list[str]:
    sections = window.browse.grid.sections
    return [sections.header(number).text for number in range(len(sections.starts))]


def place_of(window: MainWindow, name: str) -> QPoint:
    index = window.browse.model.index(shown_names(window).index(name), 0)
    return window.browse.grid.visualRect(index).center()


def choose_order(window: MainWindow, words: str) -> None:
    menu = window.filters.sort.menu_of_orders()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_without_a_query_all_photos_are_shown_newest_first_in_months(
    browsing: MainWindow, varied: VariedLibrary
) -> None:
    assert browsing.browse.isVisible()
    assert shown_names(browsing) == [
        "car.jpg",
        "flower.jpg",
        "beach 3.jpg",
        "beach 2.jpg",
        "beach.jpg",
        "boat.png",  # its file has a time, but it says no date
    ]
    assert headings(browsing) == ["December 2021", "July 2020", "March 2019", "No date"]
    assert browsing.bar.text.startswith("6 photos Drop, paste or open a picture")


@pytest.mark.slow
def test_folders_are_sections_too_and_the_order_is_remembered(
    qtbot: QtBot, browsing: MainWindow, varied: VariedLibrary, open_window: Opener, tmp_path: Path
) -> None:
    choose_order(browsing, "Folder and name")
    expected = ["car.jpg", "beach 2.jpg", "beach.jpg", "beach 3.jpg", "boat.png", "flower.jpg"]
    qtbot.waitUntil(lambda: shown_names(browsing) == expected, timeout=WAIT_MS)
    places = [varied.disk, varied.photos, varied.photos / "trip"]
    assert headings(browsing) == [str(place) for place in places]
    choose_order(browsing, "Z to A")
    qtbot.waitUntil(lambda: shown_names(browsing) == expected[::-1], timeout=WAIT_MS)
    browsing.close()
    saved = json.loads((tmp_path / "settings.json").read_text())
    assert (saved["sort"], saved["descending"]) == ("folder", True)


@pytest.mark.slow
def test_orders_without_sections_have_no_headings(qtbot: QtBot, browsing: MainWindow) -> None:
    choose_order(browsing, "File size")
    qtbot.waitUntil(lambda: headings(browsing) == [], timeout=WAIT_MS)
    wait_for_names(qtbot, browsing, 6)
    photos = [browsing.browse.model.photo(row) for row in range(6)]
    sizes = [shown.photo.size_bytes for shown in photos if shown]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.slow
def test_a_double_click_shows_the_photo_and_the_menu_offers_what_results_offer(
    browsing: MainWindow, desk: FakeDesk
) -> None:
    viewport = browsing.browse.grid.viewport()
    place = place_of(browsing, "flower.jpg")
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert browsing.viewer.current.photo is not None
    assert browsing.viewer.current.photo.path.name == "flower.jpg"
    browsing.viewer.leave()
    shown = browsing.browse.grid.photo_at(place)
    assert shown is not None
    menu = browsing.browse.menu(shown)
    entries = {action.text(): action for action in menu.actions()}
    assert {"View", "Open", "Find similar", "Show in file manager", "Copy"} <= set(entries)
    entries["Show in file manager"].trigger()
    assert [path.name for path in desk.shown] == ["flower.jpg"]


@pytest.mark.slow
def test_find_similar_searches_and_escape_comes_back_to_all_photos(
    qtbot: QtBot, browsing: MainWindow
) -> None:
    shown = browsing.browse.grid.photo_at(place_of(browsing, "beach.jpg"))
    assert shown is not None
    browsing.browse.grid.setCurrentIndex(browsing.browse.model.index(4, 0))
    browsing.browse.find_similar_requested.emit([shown.photo.id])
    wait_for_results(qtbot, browsing, "beach.jpg")
    assert not browsing.filters.sort.isVisible()
    QTest.keyClick(browsing, Qt.Key.Key_Escape)
    assert browsing.browse.isVisible()
    assert browsing.filters.sort.isVisible()
    assert [path.name for path in browsing.browse.grid.selection.files() or []] == ["beach.jpg"]


@pytest.mark.slow
def test_copied_photos_are_files_on_the_clipboard(browsing: MainWindow) -> None:
    browsing.browse.grid.selectAll()
    browsing.browse.commands.copy_selected()
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [local_path(url).name for url in urls] == shown_names(browsing)  # type: ignore[union-attr]


@pytest.mark.slow
def test_photos_get_larger_and_smaller_by_keys_and_wheel_and_the_size_is_remembered(
    browsing: MainWindow, tmp_path: Path
) -> None:
    grid, slider = browsing.browse.grid, browsing.filters.slider

    def width() -> int:
        return grid.visualRect(browsing.browse.model.index(0, 0)).width()

    before = width()
    QTest.keyClick(browsing, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert width() > before
    QTest.keyClick(browsing, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(browsing, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert width() < before
    turn_wheel(browsing, 120)
    assert width() == before
    pinch(grid.viewport(), 0.25)
    assert width() > before
    slider.setValue(300)
    assert width() >= 300
    browsing.close()
    assert json.loads((tmp_path / "settings.json").read_text())["thumbnail_side"] == 300


def turn_wheel(window: MainWindow, angle: int) -> None:
    viewport = window.browse.grid.viewport()
    place = QPointF(viewport.rect().center())
    event = QWheelEvent(
        place,
        QPointF(viewport.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    assert event.type() is QEvent.Type.Wheel


@pytest.mark.slow
def test_the_photo_at_the_top_stays_there_while_the_size_changes(
    qtbot: QtBot, open_window: Opener, huge_library: Path
) -> None:
    window = open_window(huge_library)
    qtbot.waitUntil(lambda: window.browse.count == 200_000, timeout=WAIT_MS)
    grid = window.browse.grid
    grid.scroller.scroll_to_row(123_456, 0)
    before = grid.scroller.top_row()
    window.filters.slider.setValue(250)
    assert grid.scroller.top_row() == pytest.approx(before, abs=3)


@pytest.mark.slow
def test_of_200_000_photos_only_those_in_sight_are_read(
    qtbot: QtBot, open_window: Opener, huge_library: Path
) -> None:
    window = open_window(huge_library)
    window.resize(1300, 900)
    blocks: list[BlockRows] = []
    window._services.browser.blocks.rows_read.connect(blocks.append)
    qtbot.waitUntil(lambda: window.browse.count == 200_000, timeout=WAIT_MS)
    model, grid = window.browse.model, window.browse.grid
    qtbot.waitUntil(lambda: model.known_photo(0) is not None, timeout=WAIT_MS)
    qtbot.wait(300)
    assert sum(len(block.rows) for block in blocks) <= 512

    blocks.clear()
    bar = grid.verticalScrollBar()
    for share in np.linspace(0, 1, 200):  # a drag of the scroll bar from top to bottom
        bar.setValue(round(bar.maximum() * share))
        grid.viewport().repaint()
    qtbot.waitUntil(lambda: model.known_photo(199_999) is not None, timeout=WAIT_MS)
    qtbot.wait(300)
    assert sum(len(block.rows) for block in blocks) <= 200 * 128 / 4

    loader = window._services.thumbnails
    assert len(loader._cache) == 0  # these photos have none; none was asked for in vain:
    in_sight = len(grid.grid_geometry.rows_between(bar.value(), bar.value() + grid.height()))
    assert loader.pending_count <= in_sight


@pytest.mark.slow
def test_what_was_never_in_sight_is_not_read_by_typing_or_by_screen_readers(
    qtbot: QtBot, open_window: Opener, huge_library: Path
) -> None:
    window = open_window(huge_library)
    blocks: list[BlockRows] = []
    window._services.browser.blocks.rows_read.connect(blocks.append)
    qtbot.waitUntil(lambda: bool(blocks), timeout=WAIT_MS)
    qtbot.wait(200)
    blocks.clear()
    QTest.keyClicks(window.browse.grid, "zzz")
    model = window.browse.model
    assert model.index(150_000, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None
    qtbot.wait(200)
    assert blocks == []


@pytest.mark.slow
def test_a_few_thousand_selected_photos_are_copied_and_too_many_are_declined(
    qtbot: QtBot, open_window: Opener, huge_library: Path
) -> None:
    window = open_window(huge_library)
    qtbot.waitUntil(lambda: window.browse.count == 200_000, timeout=WAIT_MS)
    window.browse.grid.selection.select([(1_000, 3_999)], 1_000)
    window.browse.commands.copy_selected()
    assert len(QGuiApplication.clipboard().mimeData().urls()) == 3_000
    window.browse.grid.selectAll()
    window.browse.commands.copy_selected()
    assert "at most 10,000 photos" in window.message.text
    assert len(QGuiApplication.clipboard().mimeData().urls()) == 3_000


@pytest.mark.slow
def test_what_is_selected_stays_selected_while_photos_arrive(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window = open_window(own_library.library)
    wait_for_names(qtbot, window, 8)
    window.browse.grid.selection.select([(1, 2), (5, 5)], 5)
    chosen = window.browse.grid.selection.files() or []
    current = window.browse.grid.selection.current_photo()
    window.commands.add_folders([many_photos])
    qtbot.waitUntil(lambda: (window.browse.count or 0) > 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.browse.count == 8 + MANY, timeout=2 * WAIT_MS)
    assert sorted(window.browse.grid.selection.files() or []) == sorted(chosen)
    assert current is not None
    row = window.browse.grid.currentIndex().row()
    assert window.browse.model.ids[row] == current.photo.id


@pytest.mark.slow
def test_photos_in_sight_stay_in_their_place_while_others_come_before_them(
    qtbot: QtBot, open_window: Opener, huge_library: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(huge_library, own)
    window = open_window(own)
    qtbot.waitUntil(lambda: window.browse.count == 200_000, timeout=WAIT_MS)
    grid, model = window.browse.grid, window.browse.model
    grid.scroller.scroll_to_row(100_000, 37)
    top = grid.scroller.top_row()
    assert top is not None
    before = (int(model.ids[top]), grid.visualRect(model.index(top, 0)).top())
    with Catalogue(LibraryFiles(own)) as catalogue:
        catalogue.connection.execute(
            "UPDATE photos SET taken_at = '2024-01-01T00:00:00' WHERE id IN (1, 2, 3, 4, 5)"
        )
    window._services.browser.refresh()
    qtbot.waitUntil(lambda: headings(window)[0] == "January 2024", timeout=WAIT_MS)
    top = grid.scroller.top_row()
    assert top is not None
    assert (int(model.ids[top]), grid.visualRect(model.index(top, 0)).top()) == before


@pytest.mark.slow
def test_an_offline_photo_says_so(
    qtbot: QtBot, open_window: Opener, varied: VariedLibrary, tmp_path: Path
) -> None:
    varied.disk.rename(tmp_path / "unplugged")
    window = open_window(varied.library)
    window.commands.rescan()
    wait_for_message(qtbot, window, "disconnected")
    wait_for_names(qtbot, window, 6)

    def badges() -> list[str]:
        photos = [window.browse.model.photo(row) for row in range(6)]
        return [shown.badge for shown in photos if shown]

    qtbot.waitUntil(lambda: "car.jpg · disconnected" in badges(), timeout=WAIT_MS)


@pytest.mark.slow
def test_folders_without_photos_say_what_to_do(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "nothing here"
    folder.mkdir()
    (folder / "text.txt").write_text("no picture")
    window = open_window(tmp_path / "library")
    window.commands.add_folders([folder])
    qtbot.waitUntil(window.browse.no_photos.isVisible, timeout=WAIT_MS)
    look = window.browse.no_photos.buttons[0]
    qtbot.waitUntil(look.isVisible, timeout=WAIT_MS)
    look.click()
    assert not look.isVisible(), "it is being looked for"
    qtbot.waitUntil(look.isVisible, timeout=WAIT_MS)
