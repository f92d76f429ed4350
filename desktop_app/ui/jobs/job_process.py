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
_LAST_WORDS = 20


@dataclass(frozen=True)
class Finished:
    """The job did its work; `value` is the last thing that it yielded."""

    value: Any


@dataclass(frozen=True)
class Cancelled:
    """The user ended the job; what it had done is kept."""


@dataclass(frozen=True)
class Failed:
    """The job could not go on."""

    error: AppError


Outcome = Finished | Cancelled | Failed


def job_program() -> list[str]:
    """How this very program is started again: by Python, which imports nothing that lies in the
    current folder (-P), or as the frozen application.
    """
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-P", "-m", "desktop_app"]


class JobProcess(QObject):
    """Runs one request. `ended` comes exactly once, after the process is gone. `complained` gives
    what it has written to its standard error.
    """

    progressed = Signal(object)
    ended = Signal(object)
    complained = Signal(str)

    def __init__(self, request: Request, program: list[str], grace_ms: int = 5000) -> None:
        """`grace_ms`: how long a cancelled job may take to end before it is killed."""
        super().__init__()
        self.request = request
        self._command = [*program, "job", self._argument(encode_request(request))]
        self._ending: JobEvent | None = None
        self._cancelled = False
        self._has_ended = False
        self._unfinished_line = b""
        self._last_words: deque[str] = deque(maxlen=_LAST_WORDS)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end_if_not_started)
        self._killer = QTimer(self, singleShot=True, interval=grace_ms)
        self._killer.timeout.connect(self._process.kill)

    def start(self) -> None:
        logger.info("Starting a job: %s", self.request)
        self._process.start(self._command[0], self._command[1:])

    @property
    def process_id(self) -> int:
        """0 where it does not run."""
        return self._process.processId()

    def pause(self) -> None:
        self._tell(Word.PAUSE)

    def resume(self) -> None:
        self._tell(Word.RESUME)

    def cancel(self) -> None:
        """Ask the job to end; it is killed where it does not within the grace time."""
        self._cancelled = True
        self._process.closeWriteChannel()
        self._killer.start()

    def cancel_and_wait(self) -> None:
        """As `cancel`, and return when the process is gone. For the end of the program."""
        self.cancel()
        if not self._process.waitForFinished(self._killer.interval()):
            self._process.kill()
            self._process.waitForFinished(-1)

    def _argument(self, request: str) -> str:
        """The request, or where it is too long for a command line, a file that lives as long as
        this object does.
        """
        if len(request) <= LONGEST_ARGUMENT:
            return request
        file = QTemporaryFile(QDir.tempPath() + "/lookalike-job-XXXXXX.json", self)
        if not file.open() or file.write(request.encode()) < 0:
            return request  # the system says that it is too long
        file.close()
        return "@" + file.fileName()

    def _tell(self, word: Word) -> None:
        self._process.write(f"{word}\n".encode())

    def _read_events(self) -> None:
        data = self._unfinished_line + bytes(self._process.readAllStandardOutput().data())
        *lines, self._unfinished_line = data.split(b"\n")
        for line in lines:
            event = decode_event(line.decode("utf-8", "replace"))
            if event is not None:
                self._take(event)

    def _take(self, event: JobEvent) -> None:
        if event.word in ENDINGS:
            self._ending = event
        elif event.word is Word.PROGRESS:
            self.progressed.emit(_value(event))

    def _read_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        if text.strip():
            self._last_words.extend(line for line in text.splitlines() if line.strip())
            self.complained.emit(text)

    def _end(self, exit_code: int) -> None:
        self._killer.stop()
        self._read_events()
        self._read_errors()
        self._end_once(self._outcome(exit_code))

    def _end_if_not_started(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self._end_once(Failed(JobCrashedError(-1, self._process.errorString())))

    def _end_once(self, outcome: Outcome) -> None:
        if not self._has_ended:
            self._has_ended = True
            logger.info("The job ended: %s", outcome)
            self.ended.emit(outcome)

    def _outcome(self, exit_code: int) -> Outcome:
        ending = self._ending
        if ending is None:
            return Cancelled() if self._cancelled else Failed(self._crash(exit_code))
        if ending.word is Word.FINISHED:
            return Finished(_value(ending))
        if ending.word is Word.CANCELLED:
            return Cancelled()
        return Failed(decode_error(ending) or self._crash(exit_code))

    def _crash(self, exit_code: int) -> JobCrashedError:
        logger.error("A job crashed with exit code %d: %s", exit_code, self.request)
        return JobCrashedError(exit_code, "\n".join(self._last_words))


def _value(event: JobEvent) -> Any:
    """What the work yielded; None where it yielded nothing."""
    return None if event.data is None else decode_data(event, EVENTS)
