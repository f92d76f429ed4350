"""Dropping, pasting and opening pictures, and what comes of it."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.answers import SearchAnswer, SearchResults
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.search.picture_input import DropHint
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drag_in, drop, drop_files, names, wait_for_message, wait_for_results


@pytest.mark.slow
def test_a_dropped_picture_finds_itself_first_and_the_nearest_next(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    model = window.results.model
    scores = [model.photo(row).found.match.score for row in range(model.rowCount())]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 36
    assert model.photo(0).badge == "This photo"
    assert not window.panel.picture.image.isNull()
    assert window.results.isVisible()


def test_a_pasted_picture_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(shared_library.picture("boat", 1))))
    window.picture_input.paste()
    wait_for_results(qtbot, window, "boat-1.jpg")
    assert window.results.model.photo(0).badge == "Same photo"


@pytest.mark.slow
def test_a_pasted_file_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(shared_library.picture("car", 0)))])
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_results(qtbot, window, "car-0.jpg")


def test_an_opened_picture_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, desk: FakeDesk
) -> None:
    desk.picture = shared_library.picture("portrait", 3)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    wait_for_results(qtbot, window, "portrait-3.jpg")


@pytest.mark.slow
def test_a_picture_from_outside_the_library_finds_its_like(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    copy = tmp_path / "smaller.png"
    Image.open(shared_library.picture("beach", 4)).resize((180, 120)).save(copy)
    drop_files(window, copy)
    wait_for_results(qtbot, window, "beach-4.jpg")


@pytest.mark.slow
def test_a_file_name_that_is_not_utf8_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    copy = tmp_path / "caf\udce9.jpg"
    shutil.copy(shared_library.picture("beach", 4), copy)
    drop_files(window, copy)
    wait_for_results(qtbot, window, "beach-4.jpg")


def test_find_similar_makes_a_result_the_query(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    menu = window.results.menu(window.results.model.photo(5))
    other = names(window)[5]
    next(action for action in menu.actions() if action.text() == "Find similar").trigger()
    wait_for_results(qtbot, window, other)
    assert window.results.model.photo(0).badge == "This photo"


def test_the_drop_hint_covers_the_photos_and_nothing_else(
    window: MainWindow, shared_library: IndexedLibrary
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(shared_library.picture("beach", 1)))])
    drag_in(window, mime)
    hint = window.findChild(DropHint)
    assert hint is not None
    assert hint.isVisible()
    margin = (window.stack.height() - hint.height()) // 2
    assert margin > 0
    photos = window.stack.rect().adjusted(margin, margin, -margin, -margin)
    assert hint.mapTo(window, QPoint()) == window.stack.mapTo(window, photos.topLeft())
    assert hint.size() == photos.size()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_a_bare_link_is_declined_with_a_sentence(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/photo.jpg")])
    drop(window, mime)
    assert "never downloads anything" in window.message.text
    assert window.panel.picture.image.isNull()


def test_a_link_with_picture_data_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/photo.jpg")])
    mime.setImageData(QImage(str(shared_library.picture("car", 5))))
    drop(window, mime)
    wait_for_results(qtbot, window, "car-5.jpg")


def test_a_picture_that_is_written_out_in_its_link_is_searched_for(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    written = base64.b64encode(shared_library.picture("boat", 3).read_bytes()).decode()
    mime = QMimeData()
    mime.setUrls([QUrl(f"data:image/jpeg;base64,{written}")])
    drop(window, mime)
    wait_for_results(qtbot, window, "boat-3.jpg")
    assert window.message.text == ""


@pytest.mark.parametrize("written", ["/9j/", "R0lGODdh" * 9])
def test_a_link_with_a_broken_picture_in_it_is_said_to_be_damaged(
    qtbot: QtBot, window: MainWindow, written: str
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(f"data:image/jpeg;base64,{written}")])
    drop(window, mime)
    qtbot.waitUntil(lambda: "The dropped picture" in window.message.text, timeout=WAIT_MS)
    assert "damaged" in window.message.text or "incomplete" in window.message.text


@pytest.mark.parametrize("written", ["AAAA", "no base64!"])
def test_a_link_without_a_picture_in_it_gets_a_sentence(window: MainWindow, written: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(f"data:image/jpeg;base64,{written}")])
    drop(window, mime)
    assert "The clipboard holds no picture" in window.message.text


@pytest.mark.slow
def test_of_very_many_pictures_the_first_are_searched_for_and_a_message_says_so(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    pictures = [
        shared_library.picture(kind, number)
        for kind in ("car", "boat", "beach", "flower", "portrait")
        for number in range(6)
    ]
    drop_files(window, *pictures)
    qtbot.waitUntil(lambda: len(window.bar.chips.chips) == 24, timeout=WAIT_MS)
    assert "Searching for the first 24 of 30 pictures." in window.message.text


def test_an_empty_clipboard_gets_a_sentence(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.picture_input.paste()
    assert "no picture" in window.message.text


@pytest.mark.slow
def test_a_broken_picture_is_named_and_the_results_before_it_stay(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    drop_files(window, shared_library.picture("boat", 0))
    wait_for_results(qtbot, window, "boat-0.jpg")
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(shared_library.picture("boat", 1).read_bytes()[:300])
    drop_files(window, broken)
    wait_for_message(qtbot, window, str(broken))
    wait_for_results(qtbot, window, "boat-0.jpg")
    qtbot.waitUntil(lambda: "Searching" not in window.panel.sentence, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_picture_that_is_not_there_is_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.commands.search(FileSource(tmp_path / "gone.jpg"))
    wait_for_message(qtbot, window, f"{tmp_path / 'gone.jpg'} does not exist")
    assert window.browse.isVisible()


@pytest.mark.slow
def test_a_new_query_supersedes_those_before_it(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    answers: list[SearchAnswer] = []
    window._services.searcher.answer_ready.connect(answers.append)
    for kind in ("beach", "flower", "boat", "car", "portrait"):
        for variation in range(6):
            window.commands.search(FileSource(shared_library.picture(kind, variation)))
    wait_for_results(qtbot, window, "portrait-5.jpg")
    results = [answer for answer in answers if isinstance(answer, SearchResults)]
    assert [answer.found[0].photo.path.name for answer in results] == ["portrait-5.jpg"]


@pytest.mark.slow
def test_escape_clears_the_search(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("car", 1))
    wait_for_results(qtbot, window, "car-1.jpg")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.browse.isVisible()
    assert not window.panel.isVisible()
    assert names(window) == []


def test_the_counts_and_the_cut_off_are_shown_as_sentences(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("car", 1))
    wait_for_results(qtbot, window, "car-1.jpg")
    model = window.results.model
    related = [model.photo(row).found.match.related for row in range(model.rowCount())]
    assert related == sorted(related, reverse=True)
    assert f"{sum(related)} similar photo" in window.panel.sentence


@pytest.mark.slow
def test_a_search_before_the_library_is_open_is_answered_when_it_is(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], shared_library: IndexedLibrary
) -> None:
    window = open_window(shared_library.library)
    window.commands.search(FileSource(shared_library.picture("flower", 1)))
    wait_for_results(qtbot, window, "flower-1.jpg")
