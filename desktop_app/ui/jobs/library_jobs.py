"""The long work on a library, one job after another: only one process may write it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import takewhile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.jobs import (
    ChangesRequest,
    FollowRequest,
    IndexRequest,
    LibraryEdit,
    PauseRequest,
    ReadingRequest,
    RelocateRequest,
    RemoveRequest,
    Request,
    RetryRequest,
    RootEdit,
    SamplesRequest,
    TrainingRequest,
    TrainRequest,
    UseModelRequest,
)
from desktop_app.ui.jobs.job_process import Cancelled, Finished, JobProcess, Outcome

# A step of a training may take some seconds, and then it saves what was learned.
_TRAINING_GRACE_MS = 30_000
_GRACE_MS = 5000


class RootWork(Enum):
    """What jobs do with a root, or are going to do."""

    NONE = auto()
    WAITING = auto()
    INDEXING = auto()
    CHANGING = auto()
    REMOVING = auto()


@dataclass(frozen=True)
class _Task:
    """`then` is begun when `request` has finished well, before anything else that waits. One that
    was interrupted while it was paused begins so (`is_paused`).
    """

    request: Request
    then: Request | None = None
    is_paused: bool = False


@dataclass(frozen=True)
class JobEnd:
    """How a request ended."""

    request: Request
    outcome: Outcome


class LibraryJobs(QObject):
    """Starts, queues and ends jobs. `idle` follows the end of the last one; `complained` gives what
    a job wrote to its standard error.

    A change of a root, or of where files lie, does not wait for hours of indexing: what runs
    is interrupted, and goes on after it where it was.
    """

    started = Signal(object)
    progressed = Signal(object)
    paused = Signal(bool)
    ended = Signal(object)
    idle = Signal()
    queued = Signal()
    complained = Signal(str)

    def __init__(self, library: Path, program: list[str], trainer: list[str]) -> None:
        """`program` does all requests but those that train, which `trainer` does."""
        super().__init__()
        self._library = library
        self._trainer = trainer
        self._threads, self._is_gentle = 0, False
        self._program = program
        self._waiting: deque[_Task] = deque()
        self._task: _Task | None = None
        self._process: JobProcess | None = None
        self._is_paused = False
        self._is_interrupted = self._is_cancelled = self._is_closed = False

    @property
    def running(self) -> JobProcess | None:
        return self._process

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def use(self, threads: int, *, is_gentle: bool) -> None:
        """So much of the machine, from now on: what reads photos is taken up again with that.

        Gently, there is one thread.
        """
        self._threads, self._is_gentle = 1 if is_gentle else threads, is_gentle
        if not self._is_paused:
            self._interrupt_if_changed()

    def index(self, folders: list[Path]) -> None:
        """Add folders and bring them up to date; without folders, all roots."""
        self._enqueue(_Task(self._index_request(folders)))

    def draw_samples(self, folder: Path) -> None:
        """Draw the sample pictures and index them."""
        self._enqueue(_Task(SamplesRequest(folder), then=self._index_request([folder])))

    def index_changes(self, changed: list[Path]) -> None:
        """Bring the library up to date with files and folders that have changed."""
        self._enqueue(_Task(ChangesRequest(self._library, changed, self._threads)))

    def read_what_waits(self) -> None:
        """Without looking for changes: the photos that the library's model has not seen yet."""
        self.index_changes([])

    def retry(self, failed: list[Path]) -> None:
        """Read files without a code once more; without any named, all of them."""
        self._enqueue(_Task(RetryRequest(self._library, failed, self._threads)))

    def pause_root(self, root: Path) -> None:
        self._edit(_Task(PauseRequest(self._library, root, is_paused=True)))

    def resume_root(self, root: Path) -> None:
        """And bring it up to date."""
        request = PauseRequest(self._library, root, is_paused=False)
        self._edit(_Task(request, then=self._index_request([root])))

    def remove_root(self, root: Path) -> None:
        self._edit(_Task(RemoveRequest(self._library, root)))

    def relocate_root(self, root: Path, target: Path) -> None:
        """And bring it up to date with what else has changed there."""
        request = RelocateRequest(self._library, root, target)
        self._edit(_Task(request, then=self._index_request([target])))

    def follow_moves(self, sources: list[Path], targets: list[Path]) -> None:
        """Files were moved from `sources[i]` to `targets[i]`."""
        self._edit(_Task(FollowRequest(self._library, sources, targets)))

    def train(self, request: TrainRequest) -> None:
        self._enqueue(_Task(request))

    def use_model(self, model_id: str) -> None:
        """Search the library with this one of its models, when its codes are there: the newest wish
        counts. What waits to be read is not read for the model before.
        """
        self._waiting = deque(task for task in self._waiting if not _is_for_model(task.request))
        if self._task and _reads_what_waits(self._task.request):
            self._cancel_running()
        self._enqueue(_Task(UseModelRequest(self._library, model_id)))

    @property
    def wanted_model(self) -> str:
        """The one that is used when the work before that is done; empty where none is to be."""
        waiting = [task.request for task in self._waiting]
        return next((one.model_id for one in waiting if isinstance(one, UseModelRequest)), "")

    @property
    def has_training(self) -> bool:
        """Does one run, or wait?"""
        tasks = [*([self._task] if self._task else []), *self._waiting]
        return any(isinstance(task.request, TrainRequest) for task in tasks)

    def cancel_training(self) -> None:
        """End it, or do not begin it; what else waits is done."""
        rest = (task for task in self._waiting if not isinstance(task.request, TrainRequest))
        self._waiting = deque(rest)
        if self._task and isinstance(self._task.request, TrainRequest):
            self._cancel_running()

    def work_on(self, root: Path) -> RootWork:
        if self._task and _is_about(root, self._task.request):
            return _kind_of_work(self._task.request)
        waiting = [task.request for task in self._waiting if _is_about(root, task.request)]
        for request in waiting:
            if isinstance(request, RootEdit):
                return _kind_of_work(request)
        return RootWork.WAITING if waiting else RootWork.NONE

    def pause(self) -> None:
        self._set_paused(is_paused=True)

    def resume(self) -> None:
        self._set_paused(is_paused=False)

    def cancel(self) -> None:
        """End the running job and forget those that wait, but follow what was moved."""
        self._waiting = deque(
            task for task in self._waiting if isinstance(task.request, FollowRequest)
        )
        self._cancel_running()

    def close(self) -> None:
        """End all work for good, and return when no process is left."""
        self._is_closed, self._is_interrupted = True, False
        self._waiting.clear()
        if self._process:
            self._process.cancel_and_wait()

    def _index_request(self, folders: list[Path]) -> IndexRequest:
        return IndexRequest(self._library, folders, self._threads)

    def _enqueue(self, task: _Task) -> None:
        self._waiting.append(task)
        if self._process is None:
            self._start_next()
        self.queued.emit()

    def _edit(self, task: _Task) -> None:
        """Do this before all work that waits; what was asked of its root before is forgotten."""
        rest = [kept for old in self._waiting if (kept := _after(task.request, old))]
        edits = [old for old in rest if isinstance(old.request, LibraryEdit)]
        self._waiting = deque([*edits, task, *rest[len(edits) :]])
        if self._process is None:
            self._start_next()
        elif self._task and not isinstance(self._task.request, LibraryEdit | SamplesRequest):
            self._interrupt()
        self.queued.emit()

    def _interrupt(self) -> None:
        """What runs is taken up again, unless it is to end for good."""
        if self._process and not self._is_cancelled:
            self._is_interrupted = True
            self._process.cancel()

    def _cancel_running(self) -> None:
        if self._process:
            self._is_interrupted, self._is_cancelled = False, True
            self._process.cancel()

    def _take_up_again(self, interrupted: _Task) -> None:
        """After the changes that interrupted it, without the roots that these are about."""
        edits = list(takewhile(lambda task: isinstance(task.request, LibraryEdit), self._waiting))
        kept: _Task | None = replace(interrupted, is_paused=self._is_paused)
        for edit in edits:
            kept = kept and _after(edit.request, kept)
        rest = list(self._waiting)[len(edits) :]
        self._waiting = deque([*edits, *([kept] if kept else []), *rest])

    def _start_next(self) -> None:
        if self._is_closed:
            return
        task = self._waiting.popleft()
        self._task = replace(task, request=self._with_effort(task.request))
        self._is_paused = self._is_interrupted = self._is_cancelled = False
        is_training = isinstance(self._task.request, TrainingRequest)
        program = self._trainer if is_training else self._program
        grace_ms = _TRAINING_GRACE_MS if is_training else _GRACE_MS
        self._process = JobProcess(self._task.request, program, grace_ms)
        self._process.setParent(self)
        self._process.progressed.connect(self.progressed)
        self._process.ended.connect(self._end)
        self._process.complained.connect(self.complained)
        self.started.emit(self._task.request)
        self._process.start()
        if task.is_paused:
            self.pause()

    def _set_paused(self, *, is_paused: bool) -> None:
        if self._process is None or is_paused == self._is_paused:
            return
        self._is_paused = is_paused
        if is_paused:
            self._process.pause()
        else:
            self._process.resume()
            self._interrupt_if_changed()
        self.paused.emit(is_paused)

    def _interrupt_if_changed(self) -> None:
        """What runs was begun with more of the machine, or less, than it may use now."""
        if self._process and self._task:
            request = self._task.request
            if request != self._with_effort(request):
                self._interrupt()

    def _with_effort(self, request: Request) -> Request:
        if isinstance(request, ReadingRequest):
            return replace(request, threads=self._threads, gentle=self._is_gentle)
        return request

    def _end(self, outcome: Outcome) -> None:
        assert self._process is not None
        assert self._task is not None
        ended = self._task
        self._process.deleteLater()
        self._process = self._task = None
        if ended.then is not None and isinstance(outcome, Finished):
            self._waiting.appendleft(_Task(ended.then))
        if self._is_interrupted and isinstance(outcome, Cancelled):
            self._take_up_again(ended)
        else:
            self.ended.emit(JobEnd(ended.request, outcome))
        if self._waiting:
            self._start_next()
        else:
            self.idle.emit()


def _is_about(root: Path, request: Request) -> bool:
    match request:
        case IndexRequest(folders=folders):
            return not folders or any(_touch(root, folder) for folder in folders)
        case ChangesRequest(changed=paths) | RetryRequest(failed=paths):
            return not paths or any(path.is_relative_to(root) for path in paths)
        case RemoveRequest() | RelocateRequest() | PauseRequest():
            return request.root == root
    return False


def _reads_what_waits(request: Request) -> bool:
    return isinstance(request, ChangesRequest) and not request.changed


def _is_for_model(request: Request) -> bool:
    return isinstance(request, UseModelRequest) or _reads_what_waits(request)


def _touch(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _kind_of_work(request: Request) -> RootWork:
    if isinstance(request, RemoveRequest):
        return RootWork.REMOVING
    return RootWork.CHANGING if isinstance(request, RootEdit) else RootWork.INDEXING


def _after(edit: Request, task: _Task) -> _Task | None:
    """What is left to do of a task when an edit comes before it."""
    return _without(edit.root, task) if isinstance(edit, RootEdit) else task


def _without(root: Path, task: _Task) -> _Task | None:
    """The task less what it would do with a root; None where nothing is left of it."""
    match task.request:
        case IndexRequest(folders=asked):
            rest = [path for path in asked if not path.is_relative_to(root)]
            request: Request = replace(task.request, folders=rest)
        case ChangesRequest(changed=asked):
            rest = [path for path in asked if not path.is_relative_to(root)]
            request = replace(task.request, changed=rest)
        case RetryRequest(failed=asked):
            rest = [path for path in asked if not path.is_relative_to(root)]
            request = replace(task.request, failed=rest)
        case _:
            return task
    return replace(task, request=request) if rest or not asked else None
