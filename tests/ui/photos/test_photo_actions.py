"""What can be done with chosen photos: real files, a real trash in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.database.opening import transaction
from desktop_app.core.files.file_moves import Step
from desktop_app.core.files.move_history import MovedFile
from desktop_app.ui.photos import photo_action_flow
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.trash import put_back
from tests.ui.conftest import MANY, WAIT_MS, FakeDesk, IndexedLibrary, outliers_of
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results
from tests.ui.library.library_steps import wait_for_progress, wait_until_idle
from tests.ui.photos.photo_action_steps import shown, wait_until_gone
from tests.ui.varied_library import VariedLibrary

Opener = Callable[[Path], MainWindow]
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    return own_window


def select(window: MainWindow, *files: str) -> None:
    """These photos in the grid of all photos, which gets the focus."""
    model, grid = window.browse.model, window.browse.grid
    grid.setFocus()
    paths = model.files(list(range(model.rowCount())))
    rows = [row for row, path in enumerate(paths) if path.name in files]
    window.browse.grid.selection.select([(row, row) for row in rows], rows[0])


def wait_until_loaded(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.browse.count), timeout=WAIT_MS)


def missing(library: IndexedLibrary) -> list[str]:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        rows = catalogue.connection.execute("SELECT name FROM photos WHERE missing = 1")
        return sorted(name.decode() for (name,) in rows)


def id_of(library: IndexedLibrary, path: Path) -> int | None:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        return catalogue.photo_id(path)


@pytest.mark.slow
def test_delete_moves_the_selected_photos_to_the_trash_and_undo_brings_them_back(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, trash: Path
) -> None:
    select(window, "beach-0.jpg", "flower-1.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "2 photos moved to the trash.")
    assert sorted(path.name for path in (trash / "files").iterdir()) == [
        "beach-0.jpg",
        "flower-1.jpg",
    ]
    qtbot.waitUntil(lambda: window.browse.count == 6, timeout=WAIT_MS)
    assert missing(own_library) == ["beach-0.jpg", "flower-1.jpg"]
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Move undone (2 photos).")
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    assert missing(own_library) == []
    assert own_library.picture("beach", 0).exists()
    assert list(trash.rglob("*.*")) == []


@pytest.mark.slow
def test_the_message_offers_to_undo(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert window.message.button.text() == "Undo"
    QTest.mouseClick(window.message.button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    assert not window.message.button.isVisible()
    assert own_library.picture("beach", 0).exists()


@pytest.mark.slow
def test_undo_goes_back_step_by_step_also_in_a_later_window(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, open_window: Opener
) -> None:
    for kind in ("beach", "flower"):
        select(window, f"{kind}-0.jpg")
        QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
        wait_for_message(qtbot, window, "moved to the trash")
        wait_until_gone(qtbot, window, f"{kind}-0.jpg")
        window.close_at_once()
        window = open_window(own_library.library)
        wait_until_loaded(qtbot, window)
    for kind in ("flower", "beach"):
        QTest.keyClick(window, Qt.Key.Key_Z, _CONTROL)
        wait_for_message(qtbot, window, "Move undone (1 photo).")
        window.message.clear()
        assert own_library.picture(kind, 0).exists()
    QTest.keyClick(window, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Nothing to undo.")


@pytest.mark.slow
def test_an_undo_that_was_stopped_can_be_continued(
    qtbot: QtBot,
    window: MainWindow,
    own_library: IndexedLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    select(window, "beach-0.jpg", "flower-1.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "2 photos moved to the trash.")

    def stop_at_the_first(moves: list[MovedFile]) -> Iterator[Step]:
        for step in put_back(moves):
            window.commands.files._tasks.cancel()
            yield step

    monkeypatch.setattr(photo_action_flow, "put_back", stop_at_the_first)
    QTest.keyClick(window, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    monkeypatch.undo()
    QTest.keyClick(window, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Move undone (2 photos).")
    assert own_library.picture("beach", 0).exists()
    assert own_library.picture("flower", 1).exists()


@pytest.mark.slow
def test_a_file_that_cannot_be_trashed_is_named_and_the_others_go_on(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg", "flower-1.jpg")
    gone = own_library.picture("beach", 0)
    gone.unlink()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert f"{gone} could not be moved to the trash (No such file" in window.message.text
    assert not own_library.picture("flower", 1).exists()


def test_only_the_failure_is_told_if_no_file_is_trashed(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg")
    gone = own_library.picture("beach", 0)
    gone.unlink()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "could not be moved to the trash")
    assert window.message.text.startswith(f"{gone} could not")


@pytest.mark.slow
def test_results_lose_what_is_trashed(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(window, own_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    qtbot.waitUntil(window.results.grid.hasFocus, timeout=WAIT_MS)
    window.results.grid.selection.select([(0, 0)], 0)
    QTest.keyClick(window.results.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    qtbot.waitUntil(lambda: "beach-0.jpg" not in names(window), timeout=WAIT_MS)


@pytest.mark.slow
def test_photos_are_moved_to_a_folder_of_the_library_and_keep_their_codes(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.folder = own_library.photos / "best"
    desk.folder.mkdir()
    old = own_library.picture("beach", 0)
    number = id_of(own_library, old)
    select(window, old.name)
    QTest.keyClick(window.browse.grid, Qt.Key.Key_M, _CONTROL | _SHIFT)
    wait_for_message(qtbot, window, "1 photo moved to")
    new = desk.folder / old.name
    qtbot.waitUntil(lambda: id_of(own_library, new) == number, timeout=WAIT_MS)
    assert (new.exists(), old.exists()) == (True, False)
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    qtbot.waitUntil(lambda: id_of(own_library, old) == number, timeout=WAIT_MS)
    assert (new.exists(), old.exists()) == (False, True)


def test_moving_a_photo_to_its_own_folder_leaves_nothing_to_undo(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.folder = own_library.photos
    select(window, "beach-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_M, _CONTROL | _SHIFT)
    wait_for_message(qtbot, window, "1 photo moved to")
    assert not window.message.button.isVisible()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    wait_for_message(qtbot, window, "Nothing to undo.")
    assert own_library.picture("beach", 0).exists()


@pytest.mark.slow
def test_photos_are_copied_beside_files_of_the_same_name(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.folder = tmp_path / "elsewhere"
    desk.folder.mkdir()
    (desk.folder / "beach-0.jpg").write_text("another")
    select(window, "beach-0.jpg", "flower-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_C, _CONTROL | _SHIFT)
    wait_for_message(qtbot, window, "2 photos copied to")
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "beach-0 (2).jpg",
        "beach-0.jpg",
        "flower-0.jpg",
    ]
    assert (desk.folder / "beach-0.jpg").read_text() == "another"
    assert own_library.picture("beach", 0).exists()


@pytest.mark.slow
def test_copies_inside_the_library_join_it(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.folder = own_library.photos
    select(window, "beach-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_C, _CONTROL | _SHIFT)
    qtbot.waitUntil(lambda: "beach-0 (2).jpg" in shown(window), timeout=WAIT_MS)


def test_a_folder_that_is_not_chosen_changes_nothing(
    window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_M, _CONTROL | _SHIFT)
    assert not window._services.file_work.is_busy
    assert own_library.picture("beach", 0).exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_C])
def test_a_folder_is_chosen_beside_the_current_photo(
    qtbot: QtBot, open_window: Opener, varied: VariedLibrary, desk: FakeDesk, key: Qt.Key
) -> None:
    window = open_window(varied.library)
    qtbot.waitUntil(lambda: window.browse.count == 6, timeout=WAIT_MS)
    for name, folder in [("boat.png", varied.photos / "trip"), ("car.jpg", varied.disk)]:
        select(window, name)
        wait_until_known(qtbot, window)
        window.browse.grid.selectAll()
        QTest.keyClick(window.browse.grid, key, _CONTROL | _SHIFT)
        assert desk.starts.pop() == folder


def entries(window: MainWindow) -> dict[str, QAction]:
    """Of the menu of the photo that is current in the grid of all photos."""
    photo = window.browse.grid.selection.current_photo()
    assert photo is not None
    return {entry.text(): entry for entry in window.browse.menu(photo).actions()}


def wait_until_known(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.browse.grid.selection.current_photo() is not None, timeout=WAIT_MS
    )


def test_the_menu_shows_what_can_be_done_and_the_keys_for_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    select(window, "beach-0.jpg")
    wait_until_known(qtbot, window)
    keys = {
        text: entry.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for text, entry in entries(window).items()
    }
    assert keys["Open with…"] == ""
    assert keys["Show in file manager"] == "Ctrl+Return"
    assert keys["Copy"] == "Ctrl+C"
    assert keys["Copy to folder…"] == "Ctrl+Shift+C"
    assert keys["Move to folder…"] == "Ctrl+Shift+M"
    assert keys["Export…"] == "Ctrl+E"
    assert keys["Move to trash"] == "Del"


@pytest.mark.slow
def test_the_menu_of_a_photo_that_is_not_selected_is_about_that_one(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "flower-0.jpg", "flower-1.jpg")
    model = window.browse.model
    other = next(row for row in range(8) if model.files([row])[0].name == "beach-0.jpg")
    qtbot.waitUntil(lambda: model.photo(other) is not None, timeout=WAIT_MS)
    photo = model.photo(other)
    assert photo is not None
    menu = window.browse.menu(photo)
    next(entry for entry in menu.actions() if entry.text() == "Move to trash").trigger()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert not own_library.picture("beach", 0).exists()


def test_a_photo_is_opened_with_a_chosen_program(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    select(window, "beach-0.jpg")
    wait_until_known(qtbot, window)
    entries(window)["Open with…"].trigger()
    assert desk.opened_with == [own_library.picture("beach", 0)]
    desk.can_open = False
    entries(window)["Open with…"].trigger()
    assert "could not be opened with that program" in window.message.text


def test_control_and_enter_show_the_current_photo_in_the_file_manager(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    select(window, "beach-0.jpg")
    wait_until_known(qtbot, window)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(window.browse.grid, key, _CONTROL)
    assert desk.shown == [own_library.picture("beach", 0)] * 2


@pytest.mark.slow
def test_the_catalogue_follows_at_once_while_others_are_indexed(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, many_photos: Path
) -> None:
    window.commands.add_folders([many_photos])
    wait_for_progress(qtbot, window)
    select(window, "beach-0.jpg")
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: missing(own_library) == ["beach-0.jpg"], timeout=WAIT_MS)
    assert window._services.jobs.running is not None
    wait_until_idle(qtbot, window)
    with Catalogue(LibraryFiles(own_library.library)) as catalogue:
        assert library_status(catalogue).indexed == 7 + MANY
    assert missing(own_library) == ["beach-0.jpg"]


@pytest.mark.slow
def test_unusual_photos_can_be_trashed_too(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    window.commands.show_view("outliers")
    model = outliers_of(window).grid.photos
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=WAIT_MS)
    outliers_of(window).grid.setFocus()
    outliers_of(window).grid.selection.select([(0, 0)], 0)
    chosen = (outliers_of(window).grid.selection.files() or [])[0]
    QTest.keyClick(outliers_of(window).grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert not chosen.exists()


@pytest.mark.slow
def test_a_photo_can_be_read_again(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    wait_until_idle(qtbot, window)
    files = LibraryFiles(own_library.library)
    with Catalogue(files) as catalogue, transaction(catalogue.connection):
        catalogue.connection.execute("UPDATE photos SET camera = 'not decoded'")
    select(window, "beach-0.jpg")
    entries(window)["Read again"].trigger()

    def decoded() -> list[tuple[bytes]]:
        with Catalogue(files) as catalogue:
            return catalogue.rows("SELECT name FROM photos WHERE camera != 'not decoded'")

    qtbot.waitUntil(lambda: decoded() == [(b"beach-0.jpg",)], timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
