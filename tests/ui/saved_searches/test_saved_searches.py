"""Saved and recent searches: stored with the library, run again, renamed, deleted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.base.region import Region
from desktop_app.ui.engine.queries import Example, FileSource, PhotoSource, SearchQuery
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop, drop_files, names, wait_for_message, wait_for_results

OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def found(qtbot: QtBot, open_window: OpenWindow, own_library: IndexedLibrary) -> MainWindow:
    """The window of a library of its own, with photos like a beach."""
    window = open_window(own_library.library)
    window.resize(1300, 900)
    drop_files(window, own_library.picture("beach", 1))
    wait_for_results(qtbot, window, "beach-1.jpg")
    return window


def saved(window: MainWindow) -> list[str]:
    return window.sidebar.searches.saved.names


def recent(window: MainWindow) -> list[str]:
    return window.sidebar.searches.recent.names


def save(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def type_name(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Over the name that is being edited."""
    searches = window.sidebar.searches.saved
    qtbot.waitUntil(lambda: searches.findChild(QLineEdit) is not None, timeout=WAIT_MS)
    editor = searches.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in saved(window), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: searches.findChild(QLineEdit) is None, timeout=WAIT_MS)


def click(window: MainWindow, place: int, *, is_saved: bool) -> None:
    searches = window.sidebar.searches.saved if is_saved else window.sidebar.searches.recent
    if not is_saved:
        window.sidebar.searches.recent_fold.heading.setChecked(True)
    spot = searches.visualItemRect(searches.item(place)).center()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(searches.viewport(), button, none, spot)


@pytest.mark.slow
def test_without_saved_searches_their_section_is_hidden(
    open_window: OpenWindow, own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    assert not window.sidebar.searches.saved_fold.isVisible()
    assert not window.sidebar.searches.recent_fold.isVisible()


@pytest.mark.slow
def test_a_search_is_saved_named_and_run_again(qtbot: QtBot, found: MainWindow) -> None:
    save(found)
    assert saved(found) == ["beach-1.jpg"]
    type_name(qtbot, found, "Beaches")
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert found.browse.isVisible()
    click(found, 0, is_saved=True)
    wait_for_results(qtbot, found, "beach-1.jpg")


@pytest.mark.slow
def test_saved_searches_are_there_when_the_window_opens_again(
    qtbot: QtBot, found: MainWindow, open_window: OpenWindow, own_library: IndexedLibrary
) -> None:
    save(found)
    type_name(qtbot, found, "Beaches")
    found.close()
    again = open_window(own_library.library)
    assert saved(again) == ["Beaches"]
    assert recent(again) == ["beach-1.jpg"]


@pytest.mark.slow
def test_all_examples_of_a_query_are_saved(qtbot: QtBot, found: MainWindow) -> None:
    ids = {found.results.model.photo(row).path.name: row for row in range(8)}
    counter = found.results.model.photo(ids["flower-1.jpg"]).photo.id
    beach = found.results.model.photo(0).path
    part = Region(0.1, 0.2, 0.9, 1)
    found.search_flow.run(
        SearchQuery(
            (
                Example(FileSource(beach), region=part),
                Example(PhotoSource(counter), is_wanted=False),
            )
        )
    )
    qtbot.waitUntil(lambda: len(found.bar.chips.chips) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Searching" not in found.panel.sentence, timeout=WAIT_MS)
    order = names(found)
    save(found)
    assert saved(found) == ["Part of beach-1.jpg, excluding 1"]
    found.commands.clear_search()
    click(found, 0, is_saved=True)
    qtbot.waitUntil(lambda: names(found) == order, timeout=WAIT_MS)
    assert [chip.example.is_wanted for chip in found.bar.chips.chips] == [True, False]
    assert found.search_flow.state.query is not None
    assert found.search_flow.state.query.lead.region == part


def test_a_saved_search_is_renamed_by_key(qtbot: QtBot, found: MainWindow) -> None:
    save(found)
    type_name(qtbot, found, "Beaches")
    QTest.keyClick(found.sidebar.searches.saved, Qt.Key.Key_F2)
    type_name(qtbot, found, "Sand and sea")
    assert saved(found) == ["Sand and sea"]


def test_an_empty_name_leaves_the_old_one(qtbot: QtBot, found: MainWindow) -> None:
    save(found)
    searches = found.sidebar.searches.saved
    qtbot.waitUntil(lambda: searches.findChild(QLineEdit) is not None, timeout=WAIT_MS)
    editor = searches.findChild(QLineEdit)
    assert editor is not None
    editor.clear()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved(found) == ["beach-1.jpg"], timeout=WAIT_MS)


def test_a_saved_search_is_deleted_and_put_back(qtbot: QtBot, found: MainWindow) -> None:
    save(found)
    type_name(qtbot, found, "Beaches")
    QTest.keyClick(found.sidebar.searches.saved, Qt.Key.Key_Delete)
    assert saved(found) == []
    wait_for_message(qtbot, found, "Search deleted: Beaches")
    found.message.button.click()
    assert saved(found) == ["Beaches"]


def test_the_menu_offers_what_the_keys_do(found: MainWindow) -> None:
    save(found)
    lists = found.sidebar.searches
    entries = [action.text() for action in lists.saved.menu(0).actions()]
    assert entries == ["Search again", "Rename", "Delete"]
    entries = [action.text() for action in lists.recent.menu(0).actions()]
    assert entries == ["Search again", "Save", "Delete"]


@pytest.mark.slow
def test_recent_searches_are_remembered_the_last_first(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    for name in ("flower-0.jpg", "portrait-1.jpg", "flower-0.jpg"):
        drop_files(found, own_library.photos / name)
        wait_for_results(qtbot, found, name)
    assert recent(found) == ["flower-0.jpg", "portrait-1.jpg", "beach-1.jpg"]
    click(found, 2, is_saved=False)
    wait_for_results(qtbot, found, "beach-1.jpg")
    found.sidebar.searches.recent.save_requested.emit(1)
    assert saved(found) == ["flower-0.jpg"]


def test_a_picture_without_a_file_cannot_be_saved_and_a_message_says_so(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    mime = QMimeData()
    mime.setImageData(QImage(str(own_library.picture("flower", 1))))
    drop(found, mime)
    wait_for_results(qtbot, found, "flower-1.jpg")
    save(found)
    wait_for_message(qtbot, found, "A search for a pasted picture cannot be saved")
    assert saved(found) == []
    assert recent(found) == ["beach-1.jpg"]


def test_without_a_search_there_is_nothing_to_save(window: MainWindow) -> None:
    save(window)
    assert "Search for something first" in window.message.text


@pytest.mark.slow
def test_a_search_is_saved_while_it_is_still_under_way(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(found, own_library.picture("flower", 1))
    save(found)
    assert found.message.text == ""
    qtbot.waitUntil(lambda: saved(found) == ["flower-1.jpg"], timeout=WAIT_MS)


@pytest.mark.slow
def test_what_was_to_be_saved_and_is_given_up_is_not_saved(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    drop_files(found, own_library.picture("flower", 1))
    save(found)
    drop_files(found, own_library.picture("portrait", 1))
    wait_for_results(qtbot, found, "portrait-1.jpg")
    assert saved(found) == []


def test_if_the_sidebar_is_hidden_a_message_says_that_the_search_was_saved(
    qtbot: QtBot, found: MainWindow
) -> None:
    found.resize(900, 700)
    qtbot.waitUntil(lambda: not found.sidebar.isVisible(), timeout=WAIT_MS)
    save(found)
    wait_for_message(qtbot, found, "Search saved: beach-1.jpg")


def test_a_saved_photo_is_found_by_its_path_if_its_id_belongs_to_another_photo(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    """As after a library was made anew."""
    flower = own_library.picture("flower", 1)
    beach_id = found.results.model.photo(0).photo.id
    found.commands.search(PhotoSource(beach_id, flower))
    wait_for_results(qtbot, found, "flower-1.jpg")
    assert "flower-1.jpg" in found.bar.text


def test_a_saved_photo_that_no_longer_exists_is_named(
    qtbot: QtBot, found: MainWindow, own_library: IndexedLibrary
) -> None:
    gone = own_library.photos / "gone.jpg"
    shutil.copy2(own_library.picture("flower", 1), gone)
    drop_files(found, gone)
    qtbot.waitUntil(lambda: recent(found)[0] == "gone.jpg", timeout=WAIT_MS)
    gone.unlink()
    click(found, 0, is_saved=False)
    wait_for_message(qtbot, found, "gone.jpg does not exist")


def test_a_file_of_searches_that_cannot_be_read_is_named_and_left_alone(
    qtbot: QtBot, open_window: OpenWindow, own_library: IndexedLibrary
) -> None:
    kept = own_library.library / "searches.json"
    kept.write_text("{")
    window = open_window(own_library.library)
    assert str(kept) in window.message.text
    drop_files(window, own_library.picture("beach", 1))
    wait_for_results(qtbot, window, "beach-1.jpg")
    window.close()
    assert kept.read_text() == "{"
