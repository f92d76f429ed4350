"""The long work on a library, one job after another: only one process may write it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.core.files.library_edits import (
    ExcludeRequest,
    FollowRequest,
    LibraryEdit,
    PauseRequest,
    RelocateRequest,
    RemoveRequest,
    RereadRequest,
)
from desktop_app.core.jobs.job_output import Finished, Outcome
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import (
    ChangesRequest,
    IndexRequest,
    Request,
    RetrainRequest,
    RetryRequest,
    SamplesRequest,
    UseModelRequest,
)
from desktop_app.ui.jobs.job_process import JobProcess
from desktop_app.ui.jobs.job_queue import JobQueue, QueuedJob
from desktop_app.ui.jobs.job_runner import CpuUsage, JobRunner
from desktop_app.ui.jobs.root_work import RootWork, root_work

_ANY_THREADS = 0  # the runner sets the threads of a request when it starts the job


@dataclass(frozen=True)
class JobEnd:
    """How a request ended."""

    request: Request
    outcome: Outcome


class JobScheduler(QObject):
    """Runs one job at a time and queues the others.

    A library edit does not wait for the running job: it interrupts the job, which continues where
    it was after the edit.

    Attributes:
        library: The folder of the library.

    Signals:
        started (Request): A job is about to start.
        queued (): A job has joined the queue.
        progressed (ProgressEvent): The running job has got further.
        paused (bool): The running job was paused (True) or resumed (False).
        ended (JobEnd): A job has ended. Interrupted jobs do not end.
        idle (): The last job has ended.
        stderr_received (str): A job wrote this to its standard error.
    """

    started = Signal(Request)
    queued = Signal()
    progressed = Signal(ProgressEvent)
    paused = Signal(bool)
    ended = Signal(JobEnd)
    idle = Signal()
    stderr_received = Signal(str)

    def __init__(self, library: Path, program: list[str], trainer: list[str]) -> None:
        """Create the scheduler. `trainer` runs the requests that train, `program` all others."""
        super().__init__()
        self.library = library
        self._queue = JobQueue()
        self._runner = JobRunner(program, trainer)
        self._runner.setParent(self)
        self._is_closed = False
        self._runner.started.connect(self.started)
        self._runner.progressed.connect(self.progressed)
        self._runner.paused.connect(self.paused)
        self._runner.stderr_received.connect(self.stderr_received)
        self._runner.interrupted.connect(self._requeue)
        self._runner.ended.connect(self._end_job)

    @property
    def running(self) -> JobProcess | None:
        return self._runner.process

    @property
    def is_paused(self) -> bool:
        return self._runner.is_paused

    def set_cpu_usage(self, threads: int, *, gentle: bool) -> None:
        """Limit the CPU usage of jobs that read photos; a running one restarts with it.

        A gentle job has one thread.
        """
        self._runner.set_cpu_usage(CpuUsage(1 if gentle else threads, gentle))

    def submit(self, request: Request, follow_up: Request | None = None) -> None:
        """Queue a request, and start it where nothing is running.

        `follow_up` runs next if the request finishes without an error.
        """
        self._queue.append(QueuedJob(request, follow_up))
        running = self._runner.request
        if running is None:
            self._start_next()
        elif isinstance(request, LibraryEdit) and not isinstance(
            running, LibraryEdit | SamplesRequest
        ):
            self._runner.interrupt()
        self.queued.emit()

    def pause(self) -> None:
        self._runner.pause()

    def resume(self) -> None:
        self._runner.resume()

    def cancel(self) -> None:
        """Cancel the running job and drop those that wait, except what records moved files."""
        self._queue.keep(lambda request: isinstance(request, FollowRequest))
        self._runner.cancel()

    def close(self) -> None:
        """End all work for good, and return when no process is left."""
        self._is_closed = True
        self._queue.clear()
        self._runner.close()

    def _start_next(self) -> None:
        if self._queue and not self._is_closed:
            self._runner.start(self._queue.pop())

    def _requeue(self, interrupted: QueuedJob) -> None:
        self._queue.put_back(interrupted)
        self._start_next()

    def _end_job(self, job: QueuedJob, outcome: Outcome) -> None:
        if job.follow_up is not None and isinstance(outcome, Finished):
            self._queue.prepend(QueuedJob(job.follow_up))
        self.ended.emit(JobEnd(job.request, outcome))
        if self._runner.process is not None:
            return  # a job that was submitted in answer to `ended` has started already
        if self._queue:
            self._start_next()
        else:
            self.idle.emit()


class LibraryJobs(JobScheduler):
    """Submits the jobs of one library."""

    def index(self, folders: list[Path]) -> None:
        """Add folders and bring them up to date; without folders, all roots."""
        self.submit(_index_request(self.library, folders))

    def draw_samples(self, folder: Path) -> None:
        """Draw the sample pictures and index them."""
        self.submit(SamplesRequest(folder), _index_request(self.library, [folder]))

    def index_changes(self, changed: list[Path]) -> None:
        """Bring the library up to date with files and folders that have changed."""
        self.submit(ChangesRequest(self.library, changed, _ANY_THREADS))

    def index_pending(self) -> None:
        """Read the photos that the library's model has not seen yet, and look for no changes."""
        self.index_changes([])

    def retry(self, failed: list[Path]) -> None:
        """Read files without a code again; without any named, all of them."""
        self.submit(RetryRequest(self.library, failed, _ANY_THREADS))

    def reread_root(self, root: Path) -> None:
        """Decode all photos of a root again, whether or not they have changed."""
        request = RereadRequest(self.library, [], [root])
        self.submit(request, _index_request(self.library, [root]))

    def reread_photos(self, ids: list[int]) -> None:
        """Decode photos again, whether or not they have changed."""
        request = RereadRequest(self.library, ids, [])
        self.submit(request, ChangesRequest(self.library, [], _ANY_THREADS))

    def pause_root(self, root: Path, *, is_paused: bool) -> None:
        """Pause a root, or resume it and bring it up to date."""
        request = PauseRequest(self.library, root, is_paused)
        self.submit(request, None if is_paused else _index_request(self.library, [root]))

    def exclude(self, exclusions: Exclusions) -> None:
        """Store what scans leave out, and bring all roots up to date with it."""
        patterns = list(exclusions.patterns)
        request = ExcludeRequest(self.library, patterns, exclusions.follow_links)
        self.submit(request, _index_request(self.library, []))

    def remove_root(self, root: Path) -> None:
        self.submit(RemoveRequest(self.library, root))

    def relocate_root(self, root: Path, target: Path) -> None:
        """Record that a root was moved, and bring it up to date in its new place."""
        request = RelocateRequest(self.library, root, target)
        self.submit(request, _index_request(self.library, [target]))

    def follow_moves(self, sources: list[Path], targets: list[Path]) -> None:
        """Record that files were moved from `sources[i]` to `targets[i]`."""
        self.submit(FollowRequest(self.library, sources, targets))

    def use_model(self, model_id: str) -> None:
        """Search the library with one of its models, once the model's codes are there.

        Replaces an earlier choice of a model, and stops reading photos for the model before.
        """
        self._queue.keep(lambda request: not _is_for_model(request))
        if _is_pending_index(self._runner.request):
            self._runner.cancel()
        self.submit(UseModelRequest(self.library, model_id))

    @property
    def wanted_model(self) -> str:
        """The model that a waiting job switches to; empty where none does."""
        requests = self._queue.requests
        return next((one.model_id for one in requests if isinstance(one, UseModelRequest)), "")

    @property
    def has_training(self) -> bool:
        """Whether a training runs or waits."""
        requests = [self._runner.request, *self._queue.requests]
        return any(isinstance(request, RetrainRequest) for request in requests)

    def cancel_training(self) -> None:
        """Cancel a training that runs or waits; other jobs stay queued."""
        self._queue.keep(lambda request: not isinstance(request, RetrainRequest))
        if isinstance(self._runner.request, RetrainRequest):
            self._runner.cancel()

    def work_on(self, root: Path) -> RootWork:
        return root_work(root, self._runner.request, self._queue.requests)


def _index_request(library: Path, folders: list[Path]) -> IndexRequest:
    return IndexRequest(library, folders, _ANY_THREADS)


def _is_pending_index(request: Request | None) -> bool:
    return isinstance(request, ChangesRequest) and not request.changed


def _is_for_model(request: Request) -> bool:
    return isinstance(request, UseModelRequest) or _is_pending_index(request)
