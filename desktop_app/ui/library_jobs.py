"""The long work on a library, one job after another: only one process may write it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs import IndexRequest, Request, SamplesRequest
from desktop_app.ui.job_process import Finished, JobProcess, Outcome


@dataclass(frozen=True)
class _Task:
    """`then` is begun when `request` has finished well, before anything else that waits."""

    request: Request
    then: Request | None = None


@dataclass(frozen=True)
class JobEnd:
    """How a request ended."""

    request: Request
    outcome: Outcome


class LibraryJobs(QObject):
    """Starts, queues and ends jobs. `idle` follows the end of the last one."""

    started = Signal(object)
    progressed = Signal(object)
    paused = Signal(bool)
    ended = Signal(object)
    idle = Signal()

    def __init__(self, library: Path, threads: int, program: list[str]) -> None:
        super().__init__()
        self._library = library
        self._threads = threads
        self._program = program
        self._waiting: deque[_Task] = deque()
        self._task: _Task | None = None
        self._process: JobProcess | None = None
        self._is_paused = False

    @property
    def running(self) -> JobProcess | None:
        return self._process

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def index(self, folders: list[Path]) -> None:
        """Add folders and bring them up to date; without folders, all roots."""
        self._enqueue(_Task(self._index_request(folders)))

    def draw_samples(self, folder: Path) -> None:
        """Draw the sample pictures and index them."""
        self._enqueue(_Task(SamplesRequest(folder), then=self._index_request([folder])))

    def is_reading(self, root: Path) -> bool:
        """Is the running job, or one that waits, about this root?"""
        tasks = [*([self._task] if self._task else []), *self._waiting]
        return any(_is_about(root, task.request) for task in tasks)

    def pause(self) -> None:
        self._set_paused(is_paused=True)

    def resume(self) -> None:
        self._set_paused(is_paused=False)

    def cancel(self) -> None:
        """End the running job and forget those that wait."""
        self._waiting.clear()
        if self._process:
            self._process.cancel()

    def close(self) -> None:
        """End all work, and return when no process is left."""
        self._waiting.clear()
        if self._process:
            self._process.cancel_and_wait()

    def _index_request(self, folders: list[Path]) -> IndexRequest:
        return IndexRequest(self._library, folders, self._threads)

    def _enqueue(self, task: _Task) -> None:
        self._waiting.append(task)
        if self._process is None:
            self._start_next()

    def _start_next(self) -> None:
        self._task = self._waiting.popleft()
        self._is_paused = False
        self._process = JobProcess(self._task.request, self._program)
        self._process.setParent(self)
        self._process.progressed.connect(self.progressed)
        self._process.ended.connect(self._end)
        self.started.emit(self._task.request)
        self._process.start()

    def _set_paused(self, *, is_paused: bool) -> None:
        if self._process is None or is_paused == self._is_paused:
            return
        self._is_paused = is_paused
        if is_paused:
            self._process.pause()
        else:
            self._process.resume()
        self.paused.emit(is_paused)

    def _end(self, outcome: Outcome) -> None:
        assert self._process is not None
        assert self._task is not None
        ended = self._task
        self._process.deleteLater()
        self._process = self._task = None
        if ended.then is not None and isinstance(outcome, Finished):
            self._waiting.appendleft(_Task(ended.then))
        self.ended.emit(JobEnd(ended.request, outcome))
        if self._waiting:
            self._start_next()
        else:
            self.idle.emit()


def _is_about(root: Path, request: Request) -> bool:
    if not isinstance(request, IndexRequest):
        return False
    return not request.folders or any(
        folder.is_relative_to(root) or root.is_relative_to(folder) for folder in request.folders
    )
