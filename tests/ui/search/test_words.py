"""Type what the photos show: texts as chips, beside pictures, saved and in the history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.queries import FileSource, PhotoSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results


def type_words(qtbot: QtBot, window: MainWindow, line: str, *chips: str) -> None:
    """Type a line, press Enter, and wait for the search of these chips."""
    window.commands.switcher.show()
    window.bar.begin_words()
    window.bar.words.setText(line)  # QTest types no Chinese
    QTest.keyClick(window.bar.words, Qt.Key.Key_Return)
    wait_for_search(qtbot, window, *chips)


def wait_for_search(qtbot: QtBot, window: MainWindow, *expected: str) -> None:
    def is_shown() -> bool:
        state = window.search_flow.state
        return chips(window) == [*expected] and state.shown is state.query

    qtbot.waitUntil(is_shown, timeout=WAIT_MS)


def chips(window: MainWindow) -> list[str]:
    return [chip.name for chip in window.bar.chips.chips]


def kinds(window: MainWindow) -> list[str]:
    return [name.partition("-")[0] for name in names(window)]


def test_a_typed_word_finds_the_photos_that_show_it(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "flower", "“flower”")
    assert set(kinds(window)) == {"flower"}
    assert window.panel.picture.isHidden()
    assert window.panel.sentence.startswith(f"{len(names(window))} photos Photos that stand out")
    assert window.bar.text == "Photos of “flower”"
    assert window.bar.words.text() == ""


def test_a_word_to_avoid_and_a_word_in_chinese(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "花朵 -beach", "“花朵”", "not like “beach”")
    assert set(kinds(window)) == {"flower"}


def test_a_line_that_begins_with_a_sign_changes_the_search(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_words(qtbot, window, "flower", "“flower”")
    type_words(qtbot, window, "-beach", "“flower”", "not like “beach”")
    window.bar.chips.chips[1].click()
    wait_for_search(qtbot, window, "“flower”")


def test_words_are_added_to_a_picture_and_a_picture_to_words(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    type_words(qtbot, window, "+flower", "beach-0.jpg", "“flower”")
    assert {"beach", "flower"} <= set(kinds(window)[:8])
    assert window.panel.picture.isVisible()
    type_words(qtbot, window, "car", "“car”")
    photo = window.results.model.photo(0).photo
    window.query_editor.add([PhotoSource(photo.id)], wanted=True)
    wait_for_search(qtbot, window, "“car”", photo.path.name)


def test_where_no_photo_stands_out_a_sentence_says_so(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "tax return", "“tax return”")
    assert names(window) == []
    assert window.results.no_words.isVisible()


def test_unknown_words_leave_the_search_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "flower", "“flower”")
    window.bar.words.submitted.emit("龘")
    wait_for_message(qtbot, window, "No word of '龘' is known.")
    wait_for_search(qtbot, window, "“flower”")


def test_words_to_avoid_alone_are_no_search(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.words.submitted.emit("-beach")
    wait_for_message(qtbot, window, "Type what the photos show")


def test_words_are_in_the_history_and_among_recent_and_saved_searches(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    type_words(qtbot, window, "flower", "“flower”")
    type_words(qtbot, window, "portrait -beach", "“portrait”", "not like “beach”")
    window.action_set.run("back")
    wait_for_search(qtbot, window, "“flower”")
    window.action_set.run("save_search")
    searches = window.sidebar.searches
    assert searches.saved.names == ["flower"]
    assert searches.recent.names == ["flower", "portrait, excluding 1"]


def test_the_key_goes_to_the_box_and_escape_back_to_the_photos(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_words(qtbot, window, "car", "“car”")
    window.action_set.run("search_words")
    assert window.focusWidget() is window.bar.words
    QTest.keyClicks(window.bar.words, "flo")
    completer = window.bar.words.completer()
    assert completer.currentCompletion() == "flower"
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    QTest.keyClick(window.bar.words, Qt.Key.Key_Escape)
    assert window.bar.words.text() == ""
    assert chips(window) == ["“car”"]
    assert window.focusWidget() is not window.bar.words


def test_the_name_of_a_saved_search_stands_for_its_photos(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    window.query_editor.search(
        [FileSource(own_library.picture("flower", number)) for number in (0, 1)]
    )
    wait_for_search(qtbot, window, "flower-0.jpg", "flower-1.jpg")
    window.action_set.run("save_search")
    store = window.sidebar.searches.saved
    assert store.names == ["flower-0.jpg and 1 more"]
    store.renamed.emit(0, "Luna")
    qtbot.waitUntil(lambda: store.names == ["Luna"], timeout=WAIT_MS)
    type_words(qtbot, window, "luna -beach", "flower-0.jpg", "flower-1.jpg", "not like “beach”")
    assert kinds(window)[:2] == ["flower", "flower"]
    type_words(
        qtbot,
        window,
        "portrait -Luna",
        "“portrait”",
        "not like flower-0.jpg",
        "not like flower-1.jpg",
    )
    window.bar.begin_words()
    QTest.keyClicks(window.bar.words, "lu")
    completer = window.bar.words.completer()
    assert completer.currentCompletion() == "Luna"
