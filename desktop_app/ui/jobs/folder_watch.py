"""Watches the library's folders: a child process reports changes, and they are indexed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError, JobCrashedError, WatchingUnavailableError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.drives import is_network_drive
from desktop_app.core.jobs.job_output import Failed, Outcome
from desktop_app.core.jobs.progress import FoldersChanged, Watching
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import WatchRequest
from desktop_app.ui.jobs.job_process import JobProcess
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.messages import message

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import Root

_QUIET_MS = 1000
_GRACE_MS = 200  # the process writes nothing, so it may be killed at any time


class FolderWatch(QObject):
    """Watches the roots that are online, not paused and not on a network drive; none of a library
    that may only be read.

    Changes in a root that a job is working on are indexed after that job.

    Signals:
        failed (WatchingUnavailableError): Watching has ended; it starts again when the roots
            change.
        stderr_received (str): The watching process wrote this to its standard error.
    """

    failed = Signal(WatchingUnavailableError)
    stderr_received = Signal(str)

    def __init__(
        self, library: Path, jobs: LibraryJobs, program: list[str], *, is_enabled: bool
    ) -> None:
        super().__init__()
        self._library = library
        self._jobs = jobs
        self._program = program
        self._is_enabled = is_enabled
        self._roots: list[Root] = []
        self._watched: list[Path] = []
        self._process: JobProcess | None = None
        self._is_set_up = False
        self._changed: set[Path] = set()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._index_changes)
        jobs.ended.connect(self._quiet.start)
        jobs.idle.connect(self._quiet.start)

    @property
    def watched(self) -> list[Path]:
        """The roots that are being watched now; empty until the process has set up its watches."""
        return self._watched if self._process and self._is_set_up else []

    def set_enabled(self, is_enabled: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self._is_enabled = is_enabled
        self._update()

    def set_roots(self, roots: Iterable[Root]) -> None:
        self._roots = list(roots)
        self._update()

    def close(self) -> None:
        """Stop watching, and return when no process is left."""
        self._quiet.stop()
        self._stop()
        for process in self.findChildren(JobProcess):
            process.cancel_and_wait()

    def _update(self) -> None:
        is_wanted = self._is_enabled and not LibraryFiles(self._library).is_read_only
        wanted = [root.path for root in self._roots if is_wanted and _can_be_watched(root)]
        if wanted == self._watched:
            return
        self._stop()
        self._watched, self._is_set_up = wanted, False
        if wanted:
            request = WatchRequest(self._library, wanted)
            self._process = JobProcess(request, self._program, _GRACE_MS)
            self._process.setParent(self)
            self._process.progressed.connect(self._handle_event)
            self._process.ended.connect(self._end_process)
            self._process.stderr_received.connect(self.stderr_received)
            self._process.start()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.progressed.disconnect(self._handle_event)
            process.ended.disconnect(self._end_process)
            process.ended.connect(process.deleteLater)
            process.cancel()

    def _handle_event(self, event: ProgressEvent) -> None:
        if isinstance(event, Watching):
            self._is_set_up = True
        elif isinstance(event, FoldersChanged):
            self._changed.update(event.paths)
            self._quiet.start()

    def _index_changes(self) -> None:
        free = {path for path in self._changed if self._is_free(path)}
        self._changed -= free
        if free:
            self._jobs.index_changes(sorted(free))

    def _is_free(self, path: Path) -> bool:
        """Whether no job works on the path's root. True for a root that is no longer watched."""
        root = next((root for root in self._watched if path.is_relative_to(root)), None)
        return root is None or self._jobs.work_on(root) is RootWork.NONE

    def _end_process(self, outcome: Outcome) -> None:
        assert self._process is not None
        self._process.deleteLater()
        self._process = None
        if isinstance(outcome, Failed):
            self.failed.emit(_as_unavailable(outcome.error))


def _can_be_watched(root: Root) -> bool:
    return not root.offline and not root.paused and not is_network_drive(root.path)


def _as_unavailable(error: AppError) -> WatchingUnavailableError:
    if isinstance(error, WatchingUnavailableError):
        return error
    if isinstance(error, JobCrashedError):
        return WatchingUnavailableError(f"exit code {error.exit_code}")
    return WatchingUnavailableError(message(error))
