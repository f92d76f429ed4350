"""The strip at the bottom of the window, and the messages about work that has ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import LibraryBusyError, PhotoProblem
from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.core.catalogue.library_status import Failure, LibraryStatus, RootCounts
from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.progress import Indexing, IndexSummary, Scanning
from desktop_app.core.jobs.requests import IndexRequest, TrainRequest
from desktop_app.ui.engine.answers import LibraryState
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit.message_bar import Notice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.details_panel import DetailsPanel
from desktop_app.ui.library.work_view import WorkView
from tests.ui.conftest import WAIT_MS

LEFT = Qt.MouseButton.LeftButton
LIBRARY = Path("/library")
ALL_ROOTS = IndexRequest(LIBRARY, [], 0)
SUMMARY = IndexSummary(2, 5, 0, 0, 0, [], [], 3)
STATUS = LibraryStatus(7, 5, 0, 0, 0, 0, "", 0)
HERE = Root(1, Path("/photos"), offline=False)
CHILD = 'import sys; print(\'{"event": "started"}\', flush=True); sys.stdin.read()'


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[LibraryJobs]:
    """Jobs that run until they are cancelled."""
    program = [sys.executable, "-c", CHILD]
    made = LibraryJobs(tmp_path, program, program)
    yield made
    made.close()


@pytest.fixture
def work(qtbot: QtBot, theme: Theme, jobs: LibraryJobs) -> WorkView:
    work = WorkView(theme, jobs)
    qtbot.addWidget(work)
    work.resize(900, 300)
    work.show()
    return work


def library(*roots: Root, is_read_only: bool = False, failed: int = 0) -> LibraryState:
    """Each root has three photos that wait."""
    counts = {root.id: RootCounts(waiting=3) for root in roots}
    status = replace(STATUS, failed=failed)
    return LibraryState(list(roots), status, counts, Exclusions(), is_read_only)


def buttons(work: WorkView) -> list[str]:
    found = work.strip.findChildren(QPushButton)
    return [made.accessibleName() for made in found if made.isVisible() and not made.isCheckable()]


def press(work: WorkView, name: str) -> None:
    found = work.strip.findChildren(QPushButton)
    QTest.mouseClick(next(made for made in found if made.accessibleName() == name), LEFT)


def test_without_work_the_strip_tells_what_the_library_holds(work: WorkView) -> None:
    work.show_library(library())
    assert (work.strip.text, buttons(work)) == ("", [])
    work.show_library(library(HERE))
    assert (work.strip.text, buttons(work)) == ("5 photos · 3 waiting", ["Resume"])
    away, paused = Root(2, Path("/a"), offline=True), Root(3, Path("/b"), False, True)
    work.show_library(library(HERE, away, paused, failed=2))
    assert work.strip.text == "5 photos · 2 could not be indexed · 3 waiting"
    work.show_library(library(away, paused))
    assert (work.strip.text, buttons(work)) == ("5 photos", [])
    work.show_library(library(HERE, is_read_only=True))
    assert buttons(work) == []


def test_running_work_is_told_paused_resumed_and_cancelled(
    qtbot: QtBot, work: WorkView, jobs: LibraryJobs
) -> None:
    jobs.index([])
    assert (work.strip.text, buttons(work)) == ("Starting…", ["Pause", "Cancel"])
    work.show_library(library(HERE))  # the work is more important
    jobs.progressed.emit(Scanning(3))
    assert work.strip.text == "Scanning · 3 files"
    jobs.progressed.emit(Indexing(10, 40, 0))
    press(work, "Pause")
    assert work.strip.text == "Paused · Indexing 10 of 40 photos · 30 waiting"
    assert buttons(work) == ["Resume", "Cancel"]
    jobs.progressed.emit(Indexing(40, 40, 0))  # what was under way
    assert work.strip.text == "Paused · Indexing 40 of 40 photos"
    press(work, "Resume")
    assert (work.strip.text, buttons(work)) == ("Indexing 40 of 40 photos", ["Pause", "Cancel"])
    press(work, "Cancel")
    assert work.strip.text == "Stopping…"
    qtbot.waitUntil(lambda: jobs.running is None, timeout=WAIT_MS)
    assert buttons(work) == []


def test_work_that_was_cancelled_is_resumed_from_the_strip(
    work: WorkView, jobs: LibraryJobs
) -> None:
    work.show_library(library(HERE))
    press(work, "Resume")
    assert jobs.running is not None
    assert jobs.running.request == IndexRequest(jobs.library, [], 0)


def test_moved_photos_are_named_as_such(work: WorkView, jobs: LibraryJobs) -> None:
    jobs.started.emit(FollowRequest(LIBRARY, [], []))
    assert work.strip.text == "Updating moved photos…"


def test_what_was_done_is_told_until_the_next_work(
    qtbot: QtBot, work: WorkView, jobs: LibraryJobs
) -> None:
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(SUMMARY)))
    work.show_library(library())
    assert work.strip.text == ""
    away = Root(2, Path("/a"), offline=True)
    work.show_library(library(away))
    assert work.strip.text == "Indexed 2 photos in 3 s"
    jobs.index([])
    jobs.cancel()
    qtbot.waitUntil(lambda: jobs.running is None, timeout=WAIT_MS)
    work.show_library(library(away))
    assert work.strip.text == "5 photos"


def test_another_view_takes_over_the_state(
    qtbot: QtBot, work: WorkView, jobs: LibraryJobs, theme: Theme
) -> None:
    jobs.index([])
    jobs.progressed.emit(Indexing(10, 40, 0))
    work.unfold()
    work.show_failures([])
    jobs.pause()
    other = WorkView(theme, jobs)
    qtbot.addWidget(other)
    asked: list[int] = []
    other.failures_requested.connect(lambda: asked.append(1))
    other.restore(work.state)
    assert other.strip.text == "Paused · Indexing 10 of 40 photos · 30 waiting"
    assert asked == [1]


def test_a_failure_is_told_but_for_that_of_a_training(work: WorkView, jobs: LibraryJobs) -> None:
    told: list[object] = []
    work.message_posted.connect(lambda text, _: told.append(text))
    failed = Failed(LibraryBusyError(LIBRARY))
    jobs.ended.emit(JobEnd(TrainRequest(LIBRARY, [], 64, None, previews=False), failed))
    assert told == []
    jobs.ended.emit(JobEnd(ALL_ROOTS, failed))
    assert told == [failed.error]


def test_folders_that_could_not_be_read_are_named(work: WorkView, jobs: LibraryJobs) -> None:
    told: list[str] = []
    work.message_posted.connect(lambda text, _: told.append(text()))
    many = [Path(f"/{name}") for name in "abcde"]
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(replace(SUMMARY, unreadable_folders=many))))
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(replace(SUMMARY, unreadable_files=many[:3]))))
    long = Path("/" + "x" * 100, "y" * 100)
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(replace(SUMMARY, unreadable_folders=[long]))))
    assert told[0].startswith("/a, /b, /c + 2 ")
    assert told[1].startswith("/a, /b, /c ")
    assert "+" not in told[1]
    assert f"/{'x' * 79}…{'y' * 80} " in told[2]


def test_a_paused_folder_is_named_only_if_the_user_has_asked_for_it(
    work: WorkView, jobs: LibraryJobs
) -> None:
    told: list[str] = []
    work.message_posted.connect(lambda text, _: told.append(text()))
    summary = Finished(replace(SUMMARY, paused_roots=[Path("/photos")]))
    jobs.ended.emit(JobEnd(ALL_ROOTS, summary))
    assert told == []
    jobs.ended.emit(JobEnd(IndexRequest(LIBRARY, [Path("/photos")], 0), summary))
    assert told == ["/photos is paused and was not scanned. Resume it in the sidebar."]


def test_a_disconnected_folder_has_a_notice_until_it_is_back(
    work: WorkView, jobs: LibraryJobs
) -> None:
    posted: list[Notice] = []
    withdrawn: list[Notice] = []
    work.notice_posted.connect(posted.append)
    work.notice_withdrawn.connect(withdrawn.append)
    away = Root(2, Path("/a"), offline=True)
    summary = replace(SUMMARY, offline_roots=[away.path], offline_folders=[Path("/photos/usb")])
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(summary)))
    work.show_library(library(HERE, away))
    work.show_library(library(HERE, away))
    assert (len(posted), withdrawn) == (1, [])
    assert posted[0].is_warning
    assert posted[0].button == "Look again"
    assert posted[0].act is not None
    posted[0].act()
    assert jobs.running is not None
    assert jobs.running.request.changed == [away.path, Path("/photos/usb")]  # type: ignore[attr-defined]
    work.show_library(library(HERE, replace(away, offline=False)))
    work.show_library(library(HERE))
    assert withdrawn == posted


def test_the_list_of_failures_is_read_when_it_is_shown_and_while_it_is_in_sight(
    work: WorkView, jobs: LibraryJobs
) -> None:
    asked: list[int] = []
    work.failures_requested.connect(lambda: asked.append(1))
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(SUMMARY)))
    assert asked == []
    work.show_library(library(HERE))
    work.unfold()
    work.show_failures([])
    jobs.ended.emit(JobEnd(ALL_ROOTS, Finished(SUMMARY)))
    assert asked == [1, 1]
    assert work.details.isVisible()
    work.strip.fold_details()
    assert not work.details.isVisible()


FAILURES = [
    Failure(Path(f"/photos/{name}.jpg"), PhotoProblem.EMPTY_FILE, "") for name in ("a", "b", "c")
]


@pytest.fixture
def details(qtbot: QtBot, theme: Theme) -> DetailsPanel:
    details = DetailsPanel(theme)
    qtbot.addWidget(details)
    details.resize(600, 300)
    details.show_failures(FAILURES)
    details.show()
    return details


def select(details: DetailsPanel, *rows: int) -> None:
    selection = details.list.selectionModel()
    selection.clear()
    for row in rows:
        selection.select(details.list.model().index(row, 0), selection.SelectionFlag.Select)


def test_all_failures_or_the_selected_ones_are_tried_again(details: DetailsPanel) -> None:
    asked: list[list[Path]] = []
    details.retry_requested.connect(asked.append)
    labels = []
    for rows in ((), (1,), (2, 0)):
        select(details, *rows)
        labels.append(details.retry.accessibleName())
        QTest.mouseClick(details.retry, LEFT)
    assert labels == ["Retry all", "Retry", "Retry 2"]
    paths = [failure.path for failure in FAILURES]
    assert asked == [[], [paths[1]], [paths[0], paths[2]]]


def test_failures_are_counted_and_copied_as_sentences(details: DetailsPanel) -> None:
    def heading() -> str:
        return details._heading.text()

    assert heading() == "3 files could not be indexed"
    QTest.mouseClick(details.copy, LEFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == details.sentences
    assert "/photos/a.jpg" in lines[0]
    details.show_failures(FAILURES[:1])
    assert heading() == "1 file could not be indexed"
    details.show_failures([])
    assert heading() == "No problems"
    assert not details.retry.isVisible()
    assert not details.list.isVisible()


def test_the_menu_shows_a_single_file(qtbot: QtBot, details: DetailsPanel) -> None:
    from PySide6.QtWidgets import QMenu

    shown: list[Path] = []
    details.show_requested.connect(shown.append)
    enabled = []
    for rows in ((), (1,), (0, 2)):
        select(details, *rows)
        details.list.customContextMenuRequested.emit(details.list.rect().center())
        for menu in details.findChildren(QMenu):
            action = menu.actions()[1]
            enabled.append(action.isEnabled())
            action.trigger()
            menu.close()
        qtbot.waitUntil(lambda: not details.findChildren(QMenu))
    assert enabled == [True, False]
    assert shown == [FAILURES[1].path]
