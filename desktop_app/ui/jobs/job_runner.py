"""The running job: one child process at a time, paused, interrupted and cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Cancelled, Outcome
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import (
    DuplicatesRequest,
    ReadingRequest,
    Request,
    TrainingRequest,
)
from desktop_app.ui.jobs.job_process import JobProcess
from desktop_app.ui.jobs.job_queue import QueuedJob

# A step of a training may take some seconds, after which the training saves its progress.
_TRAINING_GRACE_MS = 30_000
_GRACE_MS = 5000


@dataclass(frozen=True)
class CpuUsage:
    """How much of the CPU jobs that read photos may use.

    Attributes:
        threads: Number of threads; 0 for one a core.
        gentle: Whether the job runs with the lowest priority.
    """

    threads: int = 0
    gentle: bool = False

    def applied_to(self, request: Request) -> Request:
        if isinstance(request, ReadingRequest):
            return replace(request, threads=self.threads, gentle=self.gentle)
        if isinstance(request, DuplicatesRequest):
            return replace(request, gentle=self.gentle)
        return request


class _Stop(Enum):
    """Why the running job has to end."""

    INTERRUPTED = auto()
    CANCELLED = auto()


class JobRunner(QObject):
    """Runs one job at a time in a child process.

    Signals:
        started (Request): The job is about to start, with the CPU usage applied.
        progressed (ProgressEvent): The job has got further.
        paused (bool): The job was paused (True) or resumed (False).
        interrupted (QueuedJob): The job ended early, to be run again later.
        ended (QueuedJob, Outcome): The job ended, however that was.
        stderr_received (str): The job wrote this to its standard error.
    """

    started = Signal(Request)
    progressed = Signal(ProgressEvent)
    paused = Signal(bool)
    interrupted = Signal(QueuedJob)
    ended = Signal(QueuedJob, Outcome)
    stderr_received = Signal(str)

    def __init__(self, program: list[str], trainer: list[str]) -> None:
        """Create the runner. `trainer` runs the requests that train, `program` all others."""
        super().__init__()
        self._program = program
        self._trainer = trainer
        self._cpu_usage = CpuUsage()
        self._job: QueuedJob | None = None
        self._stop: _Stop | None = None
        self.process: JobProcess | None = None
        self.is_paused = False

    @property
    def request(self) -> Request | None:
        """The request of the running job."""
        return self._job.request if self._job else None

    def set_cpu_usage(self, usage: CpuUsage) -> None:
        """Interrupt a running job that was started with another CPU usage.

        A paused job is interrupted when it is resumed.
        """
        self._cpu_usage = usage
        if not self.is_paused:
            self._interrupt_if_outdated()

    def start(self, job: QueuedJob) -> None:
        self._job = replace(job, request=self._cpu_usage.applied_to(job.request))
        self._stop, self.is_paused = None, False
        self.process = self._new_process(self._job.request)
        self.started.emit(self._job.request)
        self.process.start()
        if job.is_paused:
            self.pause()

    def pause(self) -> None:
        if self.process and not self.is_paused:
            self.is_paused = True
            self.process.pause()
            self.paused.emit(True)  # noqa: FBT003 -- a signal's argument

    def resume(self) -> None:
        if self.process and self.is_paused:
            self.is_paused = False
            self.process.resume()
            self._interrupt_if_outdated()
            self.paused.emit(False)  # noqa: FBT003 -- a signal's argument

    def interrupt(self) -> None:
        """End the job, to be run again later, unless it was cancelled already."""
        if self.process and self._stop is not _Stop.CANCELLED:
            self._stop = _Stop.INTERRUPTED
            self.process.cancel()

    def cancel(self) -> None:
        """End the job for good."""
        if self.process:
            self._stop = _Stop.CANCELLED
            self.process.cancel()

    def close(self) -> None:
        """End the job for good, and return when its process is gone."""
        if self.process:
            self._stop = _Stop.CANCELLED
            self.process.cancel_and_wait()

    def _interrupt_if_outdated(self) -> None:
        if self._job and self._job.request != self._cpu_usage.applied_to(self._job.request):
            self.interrupt()

    def _new_process(self, request: Request) -> JobProcess:
        is_training = isinstance(request, TrainingRequest)
        program = self._trainer if is_training else self._program
        process = JobProcess(request, program, _TRAINING_GRACE_MS if is_training else _GRACE_MS)
        process.setParent(self)
        process.progressed.connect(self.progressed)
        process.ended.connect(self._end_job)
        process.stderr_received.connect(self.stderr_received)
        return process

    def _end_job(self, outcome: Outcome) -> None:
        assert self.process is not None
        assert self._job is not None
        job = replace(self._job, is_paused=self.is_paused)
        is_interrupted = self._stop is _Stop.INTERRUPTED and isinstance(outcome, Cancelled)
        self.process.deleteLater()
        self.process = self._job = self._stop = None
        self.is_paused = False
        if is_interrupted:
            self.interrupted.emit(job)
        else:
            self.ended.emit(job, outcome)
