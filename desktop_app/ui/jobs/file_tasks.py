"""What is done with many files, on a thread of its own, one thing after another.

Not in a child process as the long work on the library is: moving files is a matter of seconds, and
the trash is the window system's.
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
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.file_moves import NotPlaced, Placed, Step
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

_IDS_A_BLOCK = 500
_TELL_EVERY_SECONDS = 0.1


@dataclass(frozen=True)
class FileTask:
    """`steps` does the work on the files of these photos; `key` tells its owner what it is."""

    key: Any
    total: int
    steps: Callable[[Catalogue], Generator[Step]]


@dataclass
class FileOutcome:
    """What became of the files; `error` is why the rest was not even tried."""

    key: Any
    placed: list[Placed] = field(default_factory=list)
    failed: list[NotPlaced] = field(default_factory=list)
    error: AppError | None = None
    is_cancelled: bool = False


def rows_of(catalogue: Catalogue, ids: list[int]) -> Iterator[PhotoRow]:
    """Read in blocks. May raise an AppError."""
    for start in range(0, len(ids), _IDS_A_BLOCK):
        yield from catalogue.photos(ids[start : start + _IDS_A_BLOCK])


def paths_of(catalogue: Catalogue, ids: list[int]) -> Iterator[Path]:
    return (row.path for row in rows_of(catalogue, ids))


class FileTaskRunner(QObject):
    """`progressed` tells of the task that runs how many files are done, and of how many; `ended`
    gives its FileOutcome. Cancelled, it ends after the file that it is busy with.
    """

    progressed = Signal(object, int, int)
    ended = Signal(object)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._waiting: deque[FileTask] = deque()
        self._running: FileTask | None = None
        self._stop = threading.Event()
        self._worker = _Worker(LibraryFiles(library), self._stop)
        self._thread = WorkerThread(self._worker, "files", self)
        self._worker.progressed.connect(self._pass_progress)
        self._worker.ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def do(self, task: FileTask) -> None:
        self._waiting.append(task)
        self._start_next()

    def cancel(self) -> None:
        """End what runs and forget what waits; what is done stays done, and is told."""
        self._waiting.clear()
        self._stop.set()

    def close(self) -> None:
        """Ends the thread, after the file that it is busy with."""
        self.cancel()
        self._thread.stop()

    def _start_next(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.popleft()
            self._stop.clear()
            self._thread.call(self._worker.work, self._running)

    def _pass_progress(self, done: int) -> None:
        if self._running:
            self.progressed.emit(self._running.key, done, self._running.total)

    def _end(self, outcome: FileOutcome) -> None:
        self._running = None
        self.ended.emit(outcome)
        self._start_next()


class _Worker(Worker):
    """Its slots run in the thread."""

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, files: LibraryFiles, stop: threading.Event) -> None:
        super().__init__()
        self._files = files
        self._stop = stop
        self._catalogue: Catalogue | None = None

    def work(self, task: FileTask) -> None:
        outcome = FileOutcome(task.key)
        try:
            if self._catalogue is None:
                self._catalogue = Catalogue(self._files)
            with closing(task.steps(self._catalogue)) as steps:
                self._take_steps(steps, outcome)
        except AppError as error:
            outcome.error = error
        self.ended.emit(outcome)

    def close(self) -> None:
        if self._catalogue:
            self._catalogue.close()

    def _take_steps(self, steps: Iterable[Step], outcome: FileOutcome) -> None:
        told_at = time.monotonic()
        for done, step in enumerate(steps, 1):
            (outcome.placed if isinstance(step, Placed) else outcome.failed).append(step)  # type: ignore[arg-type]
            if time.monotonic() - told_at >= _TELL_EVERY_SECONDS:
                told_at = time.monotonic()
                self.progressed.emit(done)
            if self._stop.is_set():
                outcome.is_cancelled = True
                return
