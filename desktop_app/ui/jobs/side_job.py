"""A job beside the library's jobs, which does not write the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Outcome
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import Request
from desktop_app.ui.jobs.job_process import JobProcess


class SideJob(QObject):
    """Runs one job at a time; a new job cancels the running one.

    Signals:
        progressed (ProgressEvent): The running job has yielded this value.
        ended (Outcome): The running job has ended. Not emitted for a job that was cancelled here.
        stderr_received (str): A job wrote this to its standard error.
    """

    progressed = Signal(ProgressEvent)
    ended = Signal(Outcome)
    stderr_received = Signal(str)

    def __init__(self, program: list[str]) -> None:
        super().__init__()
        self._program = program
        self._process: JobProcess | None = None
        self._cancelled: list[JobProcess] = []

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def request(self) -> Request | None:
        """What the running job was started for; None: none runs."""
        return self._process.request if self._process else None

    def start(self, request: Request) -> None:
        """Cancel the running job and start this one."""
        self.cancel()
        process = JobProcess(request, self._program)
        process.setParent(self)
        process.progressed.connect(self.progressed)
        process.stderr_received.connect(self.stderr_received)
        process.ended.connect(lambda outcome: self._end_process(process, outcome))
        self._process = process
        process.start()

    def cancel(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.progressed.disconnect(self.progressed)
        self._cancelled.append(process)
        process.cancel()

    def close(self) -> None:
        """Cancel the running job, and return when no process is left."""
        self.cancel()
        for process in [*self._cancelled]:
            process.cancel_and_wait()

    def _end_process(self, process: JobProcess, outcome: object) -> None:
        process.deleteLater()
        if process is self._process:
            self._process = None
            self.ended.emit(outcome)
        else:
            self._cancelled.remove(process)
