"""Changes stacks, says what has become of them, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.base.errors import LibraryReadOnlyError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.library_edits import PutOnTopRequest, RestoreStacksRequest, StackEdit
from desktop_app.core.files.move_history import MoveHistory
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import StacksChanged
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit.message_bar import Notice, translated, warning

Told: TypeAlias = Callable[[StacksChanged], str]


@dataclass(frozen=True, eq=False)
class _Change:
    """A change that was made: what was before, and when (MoveHistory.moment)."""

    before: list[tuple[int, int]]
    moment: int


@dataclass(frozen=True, eq=False)
class _Running:
    """An edit that was submitted, the words for its result, and the change that it undoes."""

    edit: StackEdit
    told: Told
    undone: _Change | None = None


class StackFlow(QObject):
    """Changes of stacks, one after another in child processes. Those of this window can be undone.

    Signals:
        message_posted (Notice): What has become of a change, for the message bar.
        top_changed (int, int): A stack had this photo on top, and has another one now.
    """

    message_posted = Signal(Notice)
    top_changed = Signal(int, int)

    def __init__(self, jobs: LibraryJobs, history: MoveHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._history = history
        self._running: list[_Running] = []
        self._changes: list[_Change] = []
        jobs.ended.connect(self._finish)

    def change(self, edit: StackEdit, told: Told) -> bool:
        """Make a change, and say what it has done: `told` words it in the current language.

        Returns False, and says why, in a library that may only be read.
        """
        library = LibraryFiles(self._jobs.library)
        if library.is_read_only:
            self.message_posted.emit(warning(LibraryReadOnlyError(library.folder)))
            return False
        self._submit(_Running(edit, told))
        return True

    @property
    def is_last(self) -> bool:
        """Whether a change can be undone, and no file was moved after it."""
        return bool(self._changes) and not self._history.has_moved_since(self._changes[-1].moment)

    def undo(self) -> None:
        """Undo the last change; called again, the one before it."""
        self._undo(self._changes[-1])

    def _undo(self, change: _Change) -> None:
        if change in self._changes:  # the button may be pressed twice
            self._changes.remove(change)
            edit = RestoreStacksRequest(self._jobs.library, change.before)
            self._submit(_Running(edit, _undone, change))

    def _submit(self, running: _Running) -> None:
        self._running.append(running)
        self._jobs.submit(running.edit)

    def _finish(self, end: JobEnd) -> None:
        """An edit that has failed is reported where all jobs are; its undo can be tried again."""
        running = next((each for each in self._running if each.edit is end.request), None)
        if running is None:
            return
        self._running.remove(running)
        match end.outcome:
            case Finished(value=StacksChanged() as changed):
                self._report(changed, running)
            case _ if running.undone is not None:
                self._changes.append(running.undone)

    def _report(self, changed: StacksChanged, running: _Running) -> None:
        if not changed.photos or running.undone is not None:
            self.message_posted.emit(translated(lambda: Notice(running.told(changed))))
            return
        if isinstance(running.edit, PutOnTopRequest):
            former = dict(changed.before)
            for photo in running.edit.photos:
                self.top_changed.emit(former.get(photo, photo), photo)
        change = _Change(changed.before, self._history.moment)
        self._changes.append(change)

        def notice() -> Notice:
            undo = _tr("Undo")
            return Notice(running.told(changed), button=undo, act=lambda: self._undo(change))

        self.message_posted.emit(translated(notice))


def _undone(_: StacksChanged) -> str:
    return _tr("The stacks are as they were before.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("stack_flow", text)
