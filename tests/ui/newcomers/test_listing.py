"""The photos of a folder as a check finds them: in a list, and in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.files.file_moves import Placed
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked, Standing
from desktop_app.core.jobs.job_output import Cancelled, Finished
from desktop_app.core.jobs.requests import Request
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomer_list import NewcomerList
from desktop_app.ui.newcomers.newcomers_text import ending_text
from tests.ui.conftest import WAIT_MS

NEW = [NewcomerChecked(Path(f"/card/{name}.jpg"), Standing.NEW) for name in ("a", "b", "c")]
KNOWN = NewcomerChecked(Path("/card/in/d.jpg"), Standing.KNOWN, Path("/photos/d.jpg"))
TWIN = NewcomerChecked(Path("/card/e.jpg"), Standing.KNOWN, Path("/p/e.jpg"), is_identical=True)
BROKEN = NewcomerChecked(Path("/card/f.jpg"), Standing.UNREADABLE, problem=PhotoProblem.EMPTY_FILE)
Role = Qt.ItemDataRole


class SilentJob(SideJob):
    """Starts no process: the test reports what one would find."""

    def __init__(self) -> None:
        super().__init__([])

    def start(self, request: Request) -> None:
        """Report nothing."""


@pytest.fixture
def check(tmp_path: Path) -> Iterator[NewcomerCheck]:
    """Of /card."""
    owner, job = QObject(), SilentJob()
    check = NewcomerCheck(tmp_path, job, owner)
    check.start([Path("/card")])
    yield check
    del owner, job


@pytest.fixture
def model(check: NewcomerCheck, theme: Theme) -> NewcomerList:
    return NewcomerList(theme, check, check)


def take(qtbot: QtBot, check: NewcomerCheck, *events: NewcomerChecked) -> None:
    """Let the job find photos, and wait until that is told."""
    with qtbot.waitSignal(check.changed, timeout=WAIT_MS):
        for event in events:
            check._job.progressed.emit(event)


def texts(model: NewcomerList, role: Role = Role.DisplayRole) -> list[list[object]]:
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_photos_are_added_as_they_are_found(
    qtbot: QtBot, check: NewcomerCheck, model: NewcomerList
) -> None:
    added: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: added.append((first, last)))
    take(qtbot, check, NEW[0], KNOWN)
    take(qtbot, check, NEW[1], NEW[2])
    assert added == [(0, 0), (1, 2)]
    assert texts(model) == [["a.jpg", ""], ["b.jpg", ""], ["c.jpg", ""]]
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 3
    assert check.wanted == [photo.path for photo in NEW]
    assert check.count == 4


def test_known_photos_tell_where_they_are(
    qtbot: QtBot, check: NewcomerCheck, model: NewcomerList
) -> None:
    take(qtbot, check, KNOWN, TWIN)
    model.show_standing(Standing.KNOWN)
    assert texts(model) == [["in/d.jpg", "/photos/d.jpg"], ["e.jpg", "/p/e.jpg"]]
    assert [row[1] for row in texts(model, Role.ToolTipRole)] == [
        "Same photo: /photos/d.jpg",
        "Identical file: /p/e.jpg",
    ]


def test_unreadable_files_tell_why(qtbot: QtBot, check: NewcomerCheck, model: NewcomerList) -> None:
    def headers() -> list[object]:
        return [model.headerData(place, Qt.Orientation.Horizontal) for place in (0, 1)]

    assert headers() == ["File", "The same photo"]
    take(qtbot, check, BROKEN)
    model.show_standing(Standing.UNREADABLE)
    assert headers() == ["File", "Reason"]
    assert "f.jpg" in str(texts(model)[0][1])
    assert texts(model, Role.ToolTipRole)[0][1] == texts(model)[0][1]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_copied_photos_have_a_mark_and_tell_where_they_are(
    qtbot: QtBot, check: NewcomerCheck, model: NewcomerList
) -> None:
    take(qtbot, check, *NEW)
    changed: list[tuple[bool, int, bool, int]] = []
    model.dataChanged.connect(
        lambda first, last, _: changed.append(
            (first.isValid(), first.row(), last.isValid(), last.row())
        )
    )
    check.note_copies([Placed(NEW[1].path, Path("/photos/new/b.jpg"))])
    assert changed == [(True, 0, True, 2)]
    marks = [row[0] is not None for row in texts(model, Role.DecorationRole)]
    assert marks == [False, True, False]
    assert all(row[1] is None for row in texts(model, Role.DecorationRole))
    assert texts(model, Role.ToolTipRole)[1][0] == "b.jpg\nCopied to /photos/new"
    assert check.wanted == [NEW[0].path, NEW[2].path]


def test_another_check_begins_with_an_empty_list(
    qtbot: QtBot, check: NewcomerCheck, model: NewcomerList
) -> None:
    take(qtbot, check, *NEW)
    check.start([Path("/other")])
    assert model.rowCount() == 0


def test_how_a_check_has_ended_is_one_sentence(qtbot: QtBot, check: NewcomerCheck) -> None:
    def ended(outcome: object) -> str:
        check.outcome = outcome  # type: ignore[assignment]
        return ending_text(check)

    assert ended(Finished(None)) == "This folder contains no photos."
    assert ended(Cancelled()) == "Stopped."
    check.progress = CheckingFolder(1, 3)
    assert ended(Cancelled()) == "Stopped after 1 of 3 files."
    take(qtbot, check, KNOWN)
    assert ended(Finished(None)) == "The library has all photos of this folder."
    take(qtbot, check, NEW[0])
    assert ended(Finished(None)) == "2 photos checked."


def test_a_check_that_is_stopped_keeps_what_was_found(qtbot: QtBot, check: NewcomerCheck) -> None:
    take(qtbot, check, NEW[0])
    check.stop()
    assert isinstance(check.outcome, Cancelled)
    assert check.count == 1
    told: list[int] = []
    check.changed.connect(lambda: told.append(1))
    check.stop()
    assert told == []
