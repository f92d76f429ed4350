"""Tasks on many files, run one after another in a thread.

A thread suffices where the library's jobs need a process: moving files takes seconds, and the trash
belongs to the window system.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.catalogue import Catalogue, up_to_date
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

_BLOCK_SIZE = 500
_PROGRESS_INTERVAL_S = 0.1


@dataclass(frozen=True)
class FileTask:
    """A task on the files of some photos.

    Attributes:
        key: Identifies the task to its owner.
        total: The number of files.
        steps: Does the work; yields once a file.
    """

    key: Any
    total: int
    steps: Callable[[Catalogue], Generator[Step]]


@dataclass
class FileOutcome:
    """How a task ended.

    Attributes:
        key: The key of the task.
        placed: The files that were moved, copied or put into the trash.
        failed: The files for which that failed.
        error: Why the other files were not tried.
        is_cancelled: Whether the user has cancelled the task.
    """

    key: Any
    placed: list[Placed] = field(default_factory=list)
    failed: list[NotPlaced] = field(default_factory=list)
    error: AppError | None = None
    is_cancelled: bool = False


def rows_of(catalogue: Catalogue, ids: list[int]) -> Iterator[PhotoRow]:
    """Read photos in blocks. May raise an AppError."""
    for start in range(0, len(ids), _BLOCK_SIZE):
        yield from catalogue.photos(ids[start : start + _BLOCK_SIZE])


def paths_of(catalogue: Catalogue, ids: list[int]) -> Iterator[Path]:
    return (row.path for row in rows_of(catalogue, ids))


class FileTaskRunner(QObject):
    """Runs file tasks in the order in which they were submitted.

    Signals:
        progressed (Any, int, int): The key of the running task, how many of its files are done, and
            of how many.
        ended (FileOutcome): A task has ended.
    """

    progressed = Signal(object, int, int)
    ended = Signal(FileOutcome)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._waiting: deque[FileTask] = deque()
        self._running: FileTask | None = None
        self._stop = threading.Event()
        self._worker = _Worker(LibraryFiles(library), self._stop)
        self._thread = WorkerThread(self._worker, "files", self)
        self._worker.progressed.connect(self._report_progress)
        self._worker.ended.connect(self._end_task)

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def submit(self, task: FileTask) -> None:
        self._waiting.append(task)
        self._start_next()

    def cancel(self) -> None:
        """Drop the waiting tasks, and end the running one after its current file."""
        self._waiting.clear()
        self._stop.set()

    def close(self) -> None:
        """Cancel all tasks, and return when the thread has ended."""
        self.cancel()
        self._thread.stop()

    def _start_next(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self._stop.clear()
            self._thread.call(self._worker.run_task, self._running)

    def _report_progress(self, done: int) -> None:
        if self._running:
            self.progressed.emit(self._running.key, done, self._running.total)

    def _end_task(self, outcome: FileOutcome) -> None:
        self._running = None
        self.ended.emit(outcome)
        self._start_next()


class _Worker(Worker):
    """Runs a task in the thread.

    Signals:
        progressed (int): The number of files that are done.
        ended (FileOutcome): The task has ended.
    """

    progressed = Signal(int)
    ended = Signal(FileOutcome)

    def __init__(self, files: LibraryFiles, stop: threading.Event) -> None:
        super().__init__()
        self._files = files
        self._stop = stop
        self._catalogue: Catalogue | None = None

    def run_task(self, task: FileTask) -> None:
        outcome = FileOutcome(task.key)
        try:
            self._catalogue = up_to_date(self._catalogue, self._files)
            with closing(task.steps(self._catalogue)) as steps:
                self._run_steps(steps, outcome)
        except AppError as error:
            outcome.error = error
        self.ended.emit(outcome)

    def close(self) -> None:
        if self._catalogue:
            self._catalogue.close()

    def _run_steps(self, steps: Iterable[Step], outcome: FileOutcome) -> None:
        reported_at = time.monotonic()
        for done, step in enumerate(steps, 1):
            (outcome.placed if isinstance(step, Placed) else outcome.failed).append(step)  # type: ignore[arg-type]
            if time.monotonic() - reported_at >= _PROGRESS_INTERVAL_S:
                reported_at = time.monotonic()
                self.progressed.emit(done)
            if self._stop.is_set():
                outcome.is_cancelled = True
                return
