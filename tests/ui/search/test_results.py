"""The grid of results: looking, choosing, opening, dragging out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.search.code_index import Match
from desktop_app.core.search.photo_search import Found
from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.engine.queries import PhotoSource
from desktop_app.ui.grid.likeness import DistanceScale
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import file_url, local_path
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import centre_of, drop_files, hover_row, names, wait_for_results


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The window with results, wide enough for several columns."""
    window.resize(1300, 800)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    return window


def results_with(window: MainWindow, related: int) -> SearchResults:
    """The present results, as if this many of them were related."""
    model = window.results.model
    items = [model.photo(row).found for row in range(model.rowCount())]
    found = [
        Found(item.photo, replace(item.match, related=row < related))
        for row, item in enumerate(items)
    ]
    return SearchResults(99, found, related, len(found), DistanceScale(30), (len(found),))


def open_elsewhere(window: MainWindow, row: int) -> None:
    """In another program."""
    grid = window.results.grid
    grid.setCurrentIndex(window.results.model.index(row, 0))
    QTest.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_shift_and_enter_open_the_photo_that_the_arrows_have_reached_in_another_program(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk
) -> None:
    grid = found.results.grid
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [path.name for path in desk.opened] == [names(found)[2]]


def test_a_file_that_no_program_opens_is_named(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk
) -> None:
    desk.can_open = False
    open_elsewhere(found, 0)
    assert "No program is set to open" in found.message.text
    assert "flower-2.jpg" in found.message.text


def test_a_file_that_went_away_is_named(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    gone = replace(found.results.model.photo(1).found.photo, path=tmp_path / "gone.jpg")
    results = results_with(found, related=5)
    results.found[1] = Found(gone, results.found[1].match)
    found.results.show_results(results, {})
    open_elsewhere(found, 1)
    assert desk.opened == []
    assert f"{tmp_path / 'gone.jpg'} does not exist" in found.message.text


def test_the_menu_shows_a_photo_in_the_file_manager(found: MainWindow, desk: FakeDesk) -> None:
    menu = found.results.menu(found.results.model.photo(4))
    next(item for item in menu.actions() if item.text() == "Show in file manager").trigger()
    assert [path.name for path in desk.shown] == [names(found)[4]]


def test_photos_are_dragged_out_as_files(found: MainWindow) -> None:
    model = found.results.model
    mime = model.mimeData([model.index(row, 0) for row in (0, 2)])
    assert [url.toLocalFile() for url in mime.urls()] == [
        str(model.photo(row).path) for row in (0, 2)
    ]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_copied_photos_are_files_on_the_clipboard(found: MainWindow) -> None:
    model, grid = found.results.model, found.results.grid
    grid.setCurrentIndex(model.index(1, 0))
    found.results.commands.copy_selected()
    mime = QGuiApplication.clipboard().mimeData()
    assert [local_path(url) for url in mime.urls()] == [model.photo(1).path]
    assert mime.text() == str(model.photo(1).path)


def test_shift_click_selects_all_photos_between(qtbot: QtBot, found: MainWindow) -> None:
    viewport, shift = found.results.grid.viewport(), Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=centre_of(found, 1))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, shift, centre_of(found, 6))
    selected = [path.name for path in found.results.grid.selection.files() or []]
    assert selected == names(found)[1:7]


def test_a_band_parts_the_related_photos_from_the_rest(found: MainWindow) -> None:
    found.results.show_results(results_with(found, related=5), {})
    grid, model = found.results.grid, found.results.model
    last_related, first_other = (grid.visualRect(model.index(row, 0)) for row in (4, 5))
    assert first_other.top() > last_related.bottom() + 1
    assert first_other.left() == grid.visualRect(model.index(0, 0)).left()
    assert grid.sections.header(0).text == "Less similar below"


def test_a_picture_without_relatives_is_reported_to_have_none(found: MainWindow) -> None:
    results = results_with(found, related=0)
    found.results.show_results(results, {})
    found.panel.show_results(results)
    assert found.results.grid.sections.header(0).text.startswith("Probably no similar photos")
    assert "No similar photos" in found.panel.sentence


def test_a_photo_that_is_like_itself_alone_has_no_similar_photos(found: MainWindow) -> None:
    results = results_with(found, related=1)
    itself = frozenset({results.found[0].photo.content_hash})
    found.panel.show_results(replace(results, identical=itself))
    assert "No other similar photos" in found.panel.sentence
    found.panel.show_results(replace(results_with(found, related=2), identical=itself))
    assert "2 similar photos" in found.panel.sentence


@pytest.mark.slow
def test_unrelated_photos_are_dimmed(qtbot: QtBot, found: MainWindow) -> None:
    def brightness(row: int) -> float:
        cell = found.results.grid.visualRect(found.results.model.index(row, 0))
        image = found.results.grid.viewport().grab(QRect(cell)).toImage()
        colour = image.pixelColor(image.width() // 2, image.height() // 2 - 12)
        return colour.lightnessF()

    qtbot.wait(300)  # until the thumbnails are there
    found.results.show_results(results_with(found, related=3), {})
    before = brightness(3)
    found.results.show_results(results_with(found, related=4), {})
    assert before > brightness(3)  # on the light ground, dimmed is lighter


def test_more_results_for_the_same_query_keep_what_is_selected(found: MainWindow) -> None:
    model, grid = found.results.model, found.results.grid
    grid.setCurrentIndex(model.index(7, 0))
    chosen = model.photo(7).path
    results = results_with(found, related=5)
    fewer = replace(results, found=results.found[2:], related=3, searched=34)
    found.results.show_results(fewer, {}, keeps_selection=True, keeps_place=True)
    assert grid.selection.files() == [chosen]
    assert grid.selection.current_photo() is model.photo(5)


@pytest.mark.slow
def test_photos_have_names_for_screen_readers(found: MainWindow) -> None:
    index = found.results.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "flower-2.jpg, This photo"
    description = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert description == "No date; photo 1 of 36"


def test_screen_readers_find_every_photo_in_the_grid(found: MainWindow) -> None:
    grid = QAccessible.queryAccessibleInterface(found.results.grid)
    assert grid.role() is QAccessible.Role.List
    assert grid.childCount() == 36
    assert grid.child(0).text(QAccessible.Text.Name) == "flower-2.jpg, This photo"
    place = grid.child(5).rect()
    assert place.size() == found.results.grid.visualRect(found.results.model.index(5, 0)).size()


@pytest.mark.slow
def test_the_name_is_shown_in_the_place_of_the_word_under_the_mouse(
    qtbot: QtBot, found: MainWindow
) -> None:
    grid = found.results.grid
    cell = grid.visualRect(found.results.model.index(2, 0))
    caption = cell.adjusted(0, cell.height() - 24, 0, 0)  # not the thumbnail, which may come later
    before = grid.viewport().grab(caption).toImage()
    hover_row(qtbot, grid, grid.pointer, 2)
    assert grid.viewport().grab(caption).toImage() != before


@pytest.mark.slow
def test_the_menu_comes_by_key_for_the_current_photo(found: MainWindow) -> None:
    requested: list[object] = []
    grid = found.results.grid
    grid.menu_requested.disconnect()
    grid.menu_requested.connect(lambda shown, _: requested.append(shown))
    grid.setCurrentIndex(found.results.model.index(4, 0))
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(grid.viewport(), QContextMenuEvent(reason, QPoint(), QPoint()))
    assert requested == [found.results.model.photo(4)]


@pytest.mark.slow
def test_only_photos_in_sight_are_loaded(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.resize(900, 520)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    loader = window._services.thumbnails
    loaded: set[bytes] = set()
    loader.loaded.connect(loaded.add)
    qtbot.waitUntil(lambda: len(loader._cache) > 0, timeout=WAIT_MS)
    qtbot.wait(300)
    assert len(loaded) < 36


def test_a_file_name_that_is_not_utf8_survives_the_way_through_a_url(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9 100% #1?.jpg"
    assert local_path(file_url(path)) == path


def test_the_likeness_follows_the_distance() -> None:
    scale = DistanceScale(similar=30)
    badges = [
        str(scale.likeness(match.distance, related=match.related))
        for match in (
            Match(1, 4, 0.9, related=True),
            Match(2, 30, 0.8, related=True),
            Match(3, 31, 0.7, related=True),
            Match(4, 31, 0.7, related=False),
        )
    ]
    assert badges == ["very similar", "very similar", "similar", "unrelated"]


@pytest.mark.parametrize("is_in_library", [True, False])
@pytest.mark.slow
def test_files_that_are_equal_to_the_byte_are_called_identical(
    qtbot: QtBot, twins: MainWindow, tmp_path: Path, is_in_library: bool
) -> None:
    """One that was saved again is the same photo, and no more."""
    query = tmp_path / "photos" / "beach-0.jpg"
    if not is_in_library:
        query = Path(shutil.copy(query, tmp_path / "elsewhere.jpg"))
    drop_files(twins, query)
    wait_for_results(qtbot, twins, "beach-0.jpg")
    model = twins.results.model
    badges = {model.photo(row).path.name: model.photo(row).badge for row in range(model.rowCount())}
    assert badges["twin.jpg"] == "Identical"
    assert badges["beach-0.jpg"] == ("This photo" if is_in_library else "Identical")
    assert badges["again.jpg"] == "Same photo"


@pytest.mark.slow
def test_the_copy_of_a_photo_of_the_library_is_identical_too(
    qtbot: QtBot, twins: MainWindow
) -> None:
    twins.commands.search(PhotoSource(2))
    qtbot.waitUntil(lambda: twins.results.model.rowCount() > 2, timeout=WAIT_MS)
    model = twins.results.model
    badges = {model.photo(row).path.name: model.photo(row).badge for row in range(model.rowCount())}
    assert (badges["beach-0.jpg"], badges["twin.jpg"]) == ("This photo", "Identical")


@pytest.fixture
def twins(
    tmp_path: Path,
    shared_library: IndexedLibrary,
    encoder: Encoder,
    open_window: Callable[[Path], MainWindow],
) -> MainWindow:
    """A photo, its equal, one saved again, and another one."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for kind in ("beach", "boat"):
        shutil.copy(shared_library.picture(kind, 0), photos)
    shutil.copy(shared_library.picture("beach", 0), photos / "twin.jpg")
    with Image.open(photos / "beach-0.jpg") as image:
        image.save(photos / "again.jpg", quality=98)
    for _ in index(LibraryFiles(tmp_path / "library"), encoder, [photos]):
        pass
    return open_window(tmp_path / "library")


@pytest.mark.slow
def test_more_results_for_the_same_query_keep_the_place(qtbot: QtBot, found: MainWindow) -> None:
    grid = found.results.grid
    found.resize(700, 500)
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > 200, timeout=WAIT_MS)
    grid.verticalScrollBar().setValue(150)
    found.results.show_results(
        results_with(found, related=5), {}, keeps_selection=True, keeps_place=True
    )
    assert grid.verticalScrollBar().value() == 150
    found.results.show_results(results_with(found, related=5), {})
    assert grid.verticalScrollBar().value() == 0
