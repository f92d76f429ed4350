"""One long job in a child process: typed events in, one outcome out (core/jobs/jobs.py)."""

from __future__ import annotations

import logging
import sys
from collections import deque
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDir, QObject, QProcess, QTemporaryFile, QTimer, Signal

from desktop_app.core.base.errors import AppError, JobCrashedError
from desktop_app.core.jobs.child_job import LONGEST_ARGUMENT
from desktop_app.core.jobs.jobs import (
    ENDINGS,
    JobEvent,
    Request,
    Word,
    decode_data,
    decode_error,
    decode_event,
    encode_request,
)
from desktop_app.core.jobs.progress import EVENTS

logger = logging.getLogger(__name__)
_KEPT_ERROR_LINES = 20


@dataclass(frozen=True)
class Finished:
    """The job did its work; `value` is the last value that it yielded."""

    value: Any


@dataclass(frozen=True)
class Cancelled:
    """The job was cancelled; the work that it had done is kept."""


@dataclass(frozen=True)
class Failed:
    """The job ended with an error."""

    error: AppError


Outcome = Finished | Cancelled | Failed


def job_program() -> list[str]:
    """The command that starts this very program, to run a job.

    Python gets -P, so that it imports nothing from the current folder; a frozen application is
    started directly.
    """
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-P", "-m", "desktop_app"]


class JobProcess(QObject):
    """Runs one request in a child process.

    Signals:
        progressed (progress event): The job has yielded this value.
        ended (Outcome): Emitted exactly once, when the process is gone.
        stderr_received (str): The job wrote this to its standard error.
    """

    progressed = Signal(object)
    ended = Signal(object)
    stderr_received = Signal(str)

    def __init__(self, request: Request, program: list[str], grace_ms: int = 5000) -> None:
        """`grace_ms`: how long a cancelled job may take to end before it is killed."""
        super().__init__()
        self.request = request
        self._command = [*program, "job", _argument(encode_request(request), self)]
        self._output = _JobOutput()
        self._is_cancelled = False
        self._has_ended = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end_if_not_started)
        self._killer = QTimer(self, singleShot=True, interval=grace_ms)
        self._killer.timeout.connect(self._process.kill)

    @property
    def process_id(self) -> int:
        """The id of the process; 0 while it does not run."""
        return self._process.processId()

    def start(self) -> None:
        logger.info("Starting a job: %s", self.request)
        self._process.start(self._command[0], self._command[1:])

    def pause(self) -> None:
        self._process.write(f"{Word.PAUSE}\n".encode())

    def resume(self) -> None:
        self._process.write(f"{Word.RESUME}\n".encode())

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

    def _end(self, exit_code: int) -> None:
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


class _JobOutput:
    """Decodes what a job writes, and tells how the job ended."""

    def __init__(self) -> None:
        self._ending: JobEvent | None = None
        self._unfinished_line = b""
        self._error_lines: deque[str] = deque(maxlen=_KEPT_ERROR_LINES)

    def feed(self, data: bytes) -> list[Any]:
        """Read a block of the standard output, and return the values that it reports."""
        *lines, self._unfinished_line = (self._unfinished_line + data).split(b"\n")
        values = []
        for line in lines:
            event = decode_event(line.decode("utf-8", "replace"))
            if event is not None and event.word in ENDINGS:
                self._ending = event
            elif event is not None and event.word is Word.PROGRESS:
                values.append(_value(event))
        return values

    def feed_errors(self, text: str) -> None:
        """Keep the last lines of the standard error."""
        self._error_lines.extend(line for line in text.splitlines() if line.strip())

    def outcome(self, exit_code: int, *, is_cancelled: bool) -> Outcome:
        ending = self._ending
        if ending is None:
            return Cancelled() if is_cancelled else Failed(self._crash(exit_code))
        if ending.word is Word.FINISHED:
            return Finished(_value(ending))
        if ending.word is Word.CANCELLED:
            return Cancelled()
        return Failed(decode_error(ending) or self._crash(exit_code))

    def _crash(self, exit_code: int) -> JobCrashedError:
        return JobCrashedError(exit_code, "\n".join(self._error_lines))


def _value(event: JobEvent) -> Any:
    """The value that the job yielded; None where it yielded none."""
    return None if event.data is None else decode_data(event, EVENTS)


def _argument(request: str, owner: QObject) -> str:
    """The request, or, where it is too long for a command line, a file that `owner` deletes."""
    if len(request) <= LONGEST_ARGUMENT:
        return request
    file = QTemporaryFile(QDir.tempPath() + "/lookalike-job-XXXXXX.json", owner)
    if not file.open() or file.write(request.encode()) < 0:
        return request  # starting the process reports that the command line is too long
    file.close()
    return "@" + file.fileName()
