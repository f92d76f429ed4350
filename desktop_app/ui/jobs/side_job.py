"""A job beside the library's jobs, which does not write the library: one at a time, the newest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.jobs import Request
from desktop_app.ui.jobs.job_process import JobProcess


class SideJob(QObject):
    """`ended` gives the Outcome of the job that was asked for last; of one that was superseded or
    cancelled nothing is told any more.
    """

    progressed = Signal(object)
    ended = Signal(object)
    complained = Signal(str)

    def __init__(self, program: list[str]) -> None:
        super().__init__()
        self._program = program
        self._process: JobProcess | None = None
        self._dying: list[JobProcess] = []

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self, request: Request) -> None:
        """Instead of what runs."""
        self.cancel()
        process = JobProcess(request, self._program)
        process.setParent(self)
        process.progressed.connect(self.progressed)
        process.complained.connect(self.complained)
        process.ended.connect(lambda outcome: self._end(process, outcome))
        self._process = process
        process.start()

    def cancel(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.progressed.disconnect(self.progressed)
        self._dying.append(process)
        process.cancel()

    def close(self) -> None:
        """Return when no process is left."""
        self.cancel()
        for process in [*self._dying]:
            process.cancel_and_wait()

    def _end(self, process: JobProcess, outcome: object) -> None:
        process.deleteLater()
        if process is self._process:
            self._process = None
            self.ended.emit(outcome)
        else:
            self._dying.remove(process)
