"""Screen readers are asked to read new messages, wherever the focus is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import LibraryBusyError
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import Indexing, IndexSummary
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.ui.engine.queries import ResultLimits
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.kit.announcements import Announcer, MessageLabel
from desktop_app.ui.kit.message_bar import MessageBar, Notice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.announced import Announced
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, has_results, wait_for_results


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> MessageBar:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_a_message_is_announced_once_while_it_is_shown(
    bar: MessageBar, announced: Announced
) -> None:
    bar.show_notice(Notice("3 photos moved."))
    bar.show_notice(Notice("3 photos moved.", button="Undo", act=lambda: None))
    assert announced.texts == ["3 photos moved."]
    bar.clear()
    bar.show_notice(Notice("3 photos moved."))
    assert announced.texts == ["3 photos moved."] * 2


def test_only_errors_interrupt_what_is_being_read(bar: MessageBar, announced: Announced) -> None:
    bar.show_notice(Notice("3 photos moved."))
    bar.show_error("The disk is full.")
    assert announced.texts == ["3 photos moved.", "The disk is full."]
    assert announced.errors == ["The disk is full."]


def test_a_message_that_waits_is_announced_when_it_is_shown(
    bar: MessageBar, announced: Announced
) -> None:
    bar.show_error("The disk is full.")
    bar.queue_notice(Notice("3 photos moved."))
    assert announced.texts == ["The disk is full."]
    bar.clear()
    assert announced.texts == ["The disk is full.", "3 photos moved."]


def test_an_empty_text_is_not_announced(qtbot: QtBot, announced: Announced) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    Announcer(place).announce("")
    assert announced.texts == []


def test_a_line_of_a_dialog_is_announced_and_hidden_when_it_is_cleared(
    qtbot: QtBot, announced: Announced
) -> None:
    line = MessageLabel()
    qtbot.addWidget(line)
    line.show_message("This name is not possible.")
    assert line.isVisible()
    line.show_message("Exported.", is_error=False)
    assert line.property("kind") == "quiet"
    line.clear()
    assert not line.isVisible()
    assert announced.texts == ["This name is not possible.", "Exported."]
    assert announced.errors == ["This name is not possible."]


def test_the_end_of_indexing_is_announced_and_its_progress_is_not(
    window: MainWindow, announced: Announced
) -> None:
    jobs, request = window._services.jobs, IndexRequest(Path("/library"), [], 1)
    jobs.started.emit(request)
    for done in range(40):
        jobs.progressed.emit(Indexing(done, 40, 0))
    assert window.work.strip.text.startswith("Indexing 39 of 40 photos")
    assert announced.texts == []
    jobs.ended.emit(JobEnd(request, Finished(IndexSummary(40, 0, 0, 0, 0, [], [], 2))))
    assert announced.texts == ["Indexed 40 photos in 2 s"]


def test_a_failed_job_is_announced_as_an_error(window: MainWindow, announced: Announced) -> None:
    request = IndexRequest(Path("/library"), [], 1)
    window._services.jobs.ended.emit(JobEnd(request, Failed(LibraryBusyError(Path("/library")))))
    assert announced.errors == announced.texts == [window.message.text]


def test_the_number_of_results_is_announced_for_a_new_search_only(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, announced: Announced
) -> None:
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    of_search = [window.panel.sentence]
    assert announced.texts == of_search
    limits = ResultLimits(max_distance=1)
    with qtbot.waitSignal(
        window._services.searcher.answer_ready, timeout=WAIT_MS, check_params_cb=has_results
    ):
        window.search_flow.set_limits(limits)
    assert window.panel.sentence != of_search[0]
    assert announced.texts == of_search


def test_an_empty_view_is_announced_when_it_appears(
    qtbot: QtBot, window: MainWindow, announced: Announced
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    for _ in range(2):
        window.browse_flow.filter(PhotoFilter(formats=frozenset({"PNG"})))
        qtbot.waitUntil(window.browse.nothing_passes.isVisible, timeout=WAIT_MS)
        window.browse_flow.filter(PhotoFilter())
        qtbot.waitUntil(lambda: not window.browse.nothing_passes.isVisible(), timeout=WAIT_MS)
    text = "No photos match these filters. Remove a filter above the photos, or clear them all."
    assert announced.texts == [text] * 2


def test_in_the_viewer_each_photo_is_announced_with_its_position(
    qtbot: QtBot, window: MainWindow, announced: Announced
) -> None:
    model, grid = window.browse.model, window.browse.grid
    qtbot.waitUntil(lambda: model.rowCount() == 36, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: model.known_photo(1) is not None, timeout=WAIT_MS)
    grid.setCurrentIndex(model.index(0, 0))
    window.viewer.open(grid)
    window.viewer.current.step(1)
    window.viewer.current.update()
    names = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in (0, 1)]
    assert announced.texts == [f"{names[0]}, 1 of 36", f"{names[1]}, 2 of 36"]
