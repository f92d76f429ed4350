"""One long job in a child process: typed events in, one outcome out (core/jobs/messages.py)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QDir, QObject, QProcess, QTemporaryFile, QTimer, Signal

from desktop_app.core.base.errors import JobCrashedError
from desktop_app.core.jobs.child_job import LONGEST_ARGUMENT
from desktop_app.core.jobs.job_output import Failed, JobOutput, Outcome
from desktop_app.core.jobs.messages import JobMessage
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import Request, encode_request

logger = logging.getLogger(__name__)


class JobProcess(QObject):
    """Runs one request in a child process.

    Signals:
        progressed (ProgressEvent): The job has yielded this value.
        ended (Outcome): Emitted exactly once, when the process is gone.
        stderr_received (str): The job wrote this to its standard error.
    """

    progressed = Signal(ProgressEvent)
    ended = Signal(Outcome)
    stderr_received = Signal(str)

    def __init__(self, request: Request, program: list[str], grace_ms: int = 5000) -> None:
        """Create the process. A cancelled job is killed after `grace_ms` if it has not ended."""
        super().__init__()
        self.request = request
        self._command = [*program, "job", _argument(encode_request(request), self)]
        self._output = JobOutput()
        self._is_cancelled = False
        self._has_ended = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._report_end)
        self._process.errorOccurred.connect(self._end_if_not_started)
        self._killer = QTimer(self, singleShot=True, interval=grace_ms)
        self._killer.timeout.connect(self._process.kill)

    def start(self) -> None:
        logger.info("Starting a job: %s", self.request)
        self._process.start(self._command[0], self._command[1:])

    def pause(self) -> None:
        self._process.write(f"{JobMessage.PAUSE}\n".encode())

    def resume(self) -> None:
        self._process.write(f"{JobMessage.RESUME}\n".encode())

    def cancel(self) -> None:
        """Ask the job to end, and kill it where it does not within the grace time."""
        self._is_cancelled = True
        self._process.closeWriteChannel()
        self._killer.start()

    def cancel_and_wait(self) -> None:
        """Cancel the job, and return when its process is gone. For the end of the program."""
        self.cancel()
        if not self._process.waitForFinished(self._killer.interval()):
            self._process.kill()
            self._process.waitForFinished(-1)

    def _read_events(self) -> None:
        for value in self._output.feed(bytes(self._process.readAllStandardOutput().data())):
            self.progressed.emit(value)

    def _read_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        if text.strip():
            self._output.feed_errors(text)
            self.stderr_received.emit(text)

    def _report_end(self, exit_code: int) -> None:
        self._killer.stop()
        self._read_events()
        self._read_errors()
        outcome = self._output.outcome(exit_code, is_cancelled=self._is_cancelled)
        if isinstance(outcome, Failed) and isinstance(outcome.error, JobCrashedError):
            logger.error("A job crashed with exit code %d: %s", exit_code, self.request)
        self._end_once(outcome)

    def _end_if_not_started(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self._end_once(Failed(JobCrashedError(-1, self._process.errorString())))

    def _end_once(self, outcome: Outcome) -> None:
        if not self._has_ended:
            self._has_ended = True
            logger.info("The job ended: %s", outcome)
            self.ended.emit(outcome)


def _argument(request: str, owner: QObject) -> str:
    """The request, or, where it is too long for a command line, a file that `owner` deletes."""
    if len(request) <= LONGEST_ARGUMENT:
        return request
    file = QTemporaryFile(QDir.tempPath() + "/lookalike-job-XXXXXX.json", owner)
    if not file.open() or file.write(request.encode()) < 0:
        return request  # starting the process reports that the command line is too long
    file.close()
    return "@" + file.fileName()
