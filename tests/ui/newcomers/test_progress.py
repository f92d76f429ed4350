"""The dialog while a check goes on: it says how far it is, and the list can be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import FolderGoneError, PhotoProblem
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked, Standing
from desktop_app.core.jobs.job_output import Failed, Finished
from desktop_app.core.jobs.requests import NewcomersRequest
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from tests.ui.announced import Announced
from tests.ui.conftest import WAIT_MS
from tests.ui.newcomers.conftest import ReportedJob, rows, show_tab

CARD = Path("/media/card")
Role = Qt.ItemDataRole


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def check(job: ReportedJob, parent: QWidget) -> NewcomerCheck:
    made = NewcomerCheck(Path("/library"), job, parent)
    made.start([CARD])
    return made


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, check: NewcomerCheck, parent: QWidget) -> NewcomersDialog:
    made = NewcomersDialog(theme, check, parent)
    made.show()
    qtbot.waitExposed(made)
    return made


def report(job: ReportedJob, first: int, last: int, total: int) -> None:
    """Report new photos with these numbers."""
    for number in range(first, last + 1):
        path = CARD / f"{number:05}.jpg"
        job.progressed.emit(NewcomerChecked(path, Standing.NEW))
        job.progressed.emit(CheckingFolder(number, total))


def wait_for_rows(qtbot: QtBot, dialog: NewcomersDialog, count: int) -> None:
    qtbot.waitUntil(lambda: dialog.photos.rowCount() == count, timeout=WAIT_MS)


def test_the_job_is_asked_to_compare_the_folder_with_the_library(
    check: NewcomerCheck, job: ReportedJob
) -> None:
    assert job.requests == [NewcomersRequest(Path("/library"), check.folders)]


def test_files_are_counted_and_then_checked(
    qtbot: QtBot, dialog: NewcomersDialog, job: ReportedJob
) -> None:
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    job.progressed.emit(CheckingFolder(0, 1_240))
    qtbot.waitUntil(lambda: dialog.status.text == "Scanning · 1,240 files", timeout=WAIT_MS)
    assert bar.maximum() == 0
    report(job, 1, 310, 1_240)
    wait_for_rows(qtbot, dialog, 310)
    assert dialog.status.text == "Checking 310 of 1,240 files"
    assert bar.value() / bar.maximum() == pytest.approx(0.25)
    assert dialog.tabs.buttons[0].text() == "New  310"
    assert dialog.empty_text == ""


def test_many_photos_change_the_dialog_seldom(
    qtbot: QtBot, dialog: NewcomersDialog, check: NewcomerCheck, job: ReportedJob
) -> None:
    changes: list[int] = []
    check.changed.connect(lambda: changes.append(check.count))
    report(job, 1, 10_000, 10_000)
    wait_for_rows(qtbot, dialog, 10_000)
    assert changes == [10_000]


def test_the_current_photo_stays_while_others_are_added(
    qtbot: QtBot, dialog: NewcomersDialog, job: ReportedJob
) -> None:
    report(job, 1, 200, 1_000)
    wait_for_rows(qtbot, dialog, 200)
    dialog.list.setCurrentIndex(dialog.photos.index(150, 0))
    at = dialog.list.verticalScrollBar().value()
    assert at > 0
    report(job, 201, 1_000, 1_000)
    wait_for_rows(qtbot, dialog, 1_000)
    assert dialog.list.currentIndex().data() == "00151.jpg"
    assert dialog.list.verticalScrollBar().value() == at


def test_photos_of_another_tab_are_not_added_to_the_list(
    qtbot: QtBot, dialog: NewcomersDialog, check: NewcomerCheck, job: ReportedJob
) -> None:
    show_tab(dialog, Standing.KNOWN)
    report(job, 1, 3, 9)
    known = NewcomerChecked(CARD / "a.jpg", Standing.KNOWN, Path("/photos/b.jpg"))
    job.progressed.emit(known)
    job.ended.emit(Finished(None))
    assert rows(dialog) == [("a.jpg", "/photos/b.jpg")]
    assert check.count == 4


def test_a_card_that_is_pulled_out_is_told_and_what_was_found_stays(
    dialog: NewcomersDialog, job: ReportedJob, announced: Announced
) -> None:
    report(job, 1, 3, 9)
    assert announced.texts == []
    job.ended.emit(Failed(FolderGoneError(CARD)))
    assert dialog.status.text == (
        "/media/card is not there any more. Connect its drive or card again, and repeat the check."
    )
    assert dialog.status._sentence.property("kind") == "warning"
    assert announced.errors == announced.texts == [dialog.status.text]
    assert not dialog.status.stop.isVisible()
    assert len(rows(dialog)) == 3
    show_tab(dialog, Standing.KNOWN)
    assert dialog.empty_text == ""


def test_a_check_that_is_stopped_keeps_what_was_found(
    dialog: NewcomersDialog, job: ReportedJob
) -> None:
    report(job, 1, 3, 9)
    dialog.status.stop.click()
    assert job.cancelled == 1
    assert dialog.status.text == "Stopped after 3 of 9 files."
    assert len(rows(dialog)) == 3


def test_the_hint_says_how_a_photo_is_known(dialog: NewcomersDialog, job: ReportedJob) -> None:
    photo = Path("/photos/b.jpg")
    for name, is_identical in (("a.jpg", True), ("c.jpg", False)):
        known = NewcomerChecked(CARD / name, Standing.KNOWN, photo, is_identical)
        job.progressed.emit(known)
    job.ended.emit(Finished(None))
    show_tab(dialog, Standing.KNOWN)
    hints = [dialog.photos.index(row, 1).data(Role.ToolTipRole) for row in range(2)]
    assert hints == ["Identical file: /photos/b.jpg", "Same photo: /photos/b.jpg"]


def test_a_long_name_does_not_hide_the_reason(dialog: NewcomersDialog, job: ReportedJob) -> None:
    problem, path = PhotoProblem.TRUNCATED, CARD / "a photo of the sea in the evening.jpg"
    job.progressed.emit(NewcomerChecked(path, Standing.UNREADABLE, problem=problem))
    job.ended.emit(Finished(None))
    show_tab(dialog, Standing.UNREADABLE)
    rest = "is incomplete. Copy it again from its source."
    assert rows(dialog) == [(path.name, f"a photo o…vening.jpg {rest}")]
    assert dialog.photos.index(0, 1).data(Role.ToolTipRole) == f"{path.name} {rest}"
