"""Notices new and changed photos by itself: a child process tells, and what it tells is scanned."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError, JobCrashedError, WatchingUnavailableError
from desktop_app.core.indexing.drives import is_network_drive
from desktop_app.core.jobs.jobs import WatchRequest
from desktop_app.core.jobs.progress import FoldersChanged, Watching
from desktop_app.ui.jobs.job_process import Failed, JobProcess, Outcome
from desktop_app.ui.jobs.library_jobs import LibraryJobs, RootWork
from desktop_app.ui.kit.messages import message

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import Root

_QUIET_MS = 1000
_GRACE_MS = 200  # it writes nothing, so that it may be killed at any time


class FolderWatch(QObject):
    """Watches roots that are there, not paused and not on a network drive, while it is wanted.

    What changes in a root that a job is busy with is scanned after that job. `failed` gives the
    error once: then nothing is watched until the roots change.
    """

    failed = Signal(object)
    complained = Signal(str)

    def __init__(
        self, library: Path, jobs: LibraryJobs, program: list[str], *, is_wanted: bool
    ) -> None:
        super().__init__()
        self._library = library
        self._jobs = jobs
        self._program = program
        self._is_wanted = is_wanted
        self._roots: list[Root] = []
        self._watched: list[Path] = []
        self._process: JobProcess | None = None
        self._is_set_up = False
        self._changed: set[Path] = set()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._scan_what_has_changed)
        jobs.ended.connect(self._quiet.start)
        jobs.idle.connect(self._quiet.start)

    @property
    def watched(self) -> list[Path]:
        """The roots whose changes are not missed now."""
        return self._watched if self._process and self._is_set_up else []

    def want(self, is_wanted: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self._is_wanted = is_wanted
        self._update()

    def follow(self, roots: Iterable[Root]) -> None:
        """The library's roots, as they are now."""
        self._roots = list(roots)
        self._update()

    def close(self) -> None:
        """Leaves no process behind."""
        self._quiet.stop()
        self._stop()
        for process in self.findChildren(JobProcess):
            process.cancel_and_wait()

    def _update(self) -> None:
        wanted = [root.path for root in self._roots if self._is_wanted and _can_be_watched(root)]
        if wanted == self._watched:
            return
        self._stop()
        self._watched, self._is_set_up = wanted, False
        if wanted:
            request = WatchRequest(self._library, wanted)
            self._process = JobProcess(request, self._program, _GRACE_MS)
            self._process.setParent(self)
            self._process.progressed.connect(self._note)
            self._process.ended.connect(self._end)
            self._process.complained.connect(self.complained)
            self._process.start()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.progressed.disconnect(self._note)
            process.ended.disconnect(self._end)
            process.ended.connect(process.deleteLater)
            process.cancel()

    def _note(self, event: Any) -> None:
        if isinstance(event, Watching):
            self._is_set_up = True
        elif isinstance(event, FoldersChanged):
            self._changed.update(event.paths)
            self._quiet.start()

    def _scan_what_has_changed(self) -> None:
        free = {path for path in self._changed if self._is_free(path)}
        self._changed -= free
        if free:
            self._jobs.index_changes(sorted(free))

    def _is_free(self, path: Path) -> bool:
        """A path whose root is not watched any more is, too: its scan finds nothing to do."""
        root = next((root for root in self._watched if path.is_relative_to(root)), None)
        return root is None or self._jobs.work_on(root) is RootWork.NONE

    def _end(self, outcome: Outcome) -> None:
        assert self._process is not None
        self._process.deleteLater()
        self._process = None
        if isinstance(outcome, Failed):
            self.failed.emit(_as_unavailable(outcome.error))


def _can_be_watched(root: Root) -> bool:
    return not root.offline and not root.paused and not is_network_drive(root.path)


def _as_unavailable(error: AppError) -> AppError:
    if isinstance(error, WatchingUnavailableError):
        return error
    if isinstance(error, JobCrashedError):
        return WatchingUnavailableError(f"exit code {error.exit_code}")
    return WatchingUnavailableError(message(error))
