"""The parent's side of a job: decode what the child writes, and how it ended."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from desktop_app.core.base.errors import AppError, JobCrashedError
from desktop_app.core.jobs.messages import (
    ENDINGS,
    JobEvent,
    JobMessage,
    decode_error,
    decode_event,
    decode_value,
)
from desktop_app.core.jobs.progress import EVENTS
from desktop_app.core.jobs.progress_event import ProgressEvent

_KEPT_ERROR_LINES = 20


class Outcome:
    """How a job ended: Finished, Cancelled or Failed."""


@dataclass(frozen=True)
class Finished(Outcome):
    """The job did its work; `value` is the last value that it yielded."""

    value: Any


@dataclass(frozen=True)
class Cancelled(Outcome):
    """The job was cancelled; the work that it had done is kept."""


@dataclass(frozen=True)
class Failed(Outcome):
    """The job ended with an error."""

    error: AppError


class JobOutput:
    """Decodes the output of a job, and determines how it ended."""

    def __init__(self) -> None:
        self._ending: JobEvent | None = None
        self._unfinished_line = b""
        self._error_lines: deque[str] = deque(maxlen=_KEPT_ERROR_LINES)

    def feed(self, data: bytes) -> list[ProgressEvent]:
        """Read a block of the standard output, and return the values that it reports.

        Lines may be torn between blocks; lines that are no events are ignored.
        """
        *lines, self._unfinished_line = (self._unfinished_line + data).split(b"\n")
        values = []
        for line in lines:
            event = decode_event(line.decode("utf-8", "replace"))
            if event is not None and event.message in ENDINGS:
                self._ending = event
            elif event is not None and event.message is JobMessage.PROGRESS:
                with suppress(ValueError):
                    values.append(_value(event))
        return values

    def feed_errors(self, text: str) -> None:
        """Keep the last lines of the standard error, for the case that the job crashes."""
        self._error_lines.extend(line for line in text.splitlines() if line.strip())

    def outcome(self, exit_code: int, *, is_cancelled: bool = False) -> Outcome:
        """How the job ended, now that its process is gone.

        Args:
            exit_code: Of the process.
            is_cancelled: Whether the parent has cancelled the job, and it may end without an event.
        """
        if self._ending is None:
            return Cancelled() if is_cancelled else Failed(self._crash(exit_code))
        try:
            return self._outcome_of(self._ending, exit_code)
        except ValueError:  # no value and no error that we know
            return Failed(self._crash(exit_code))

    def _outcome_of(self, ending: JobEvent, exit_code: int) -> Outcome:
        """Raises ValueError."""
        if ending.message is JobMessage.FINISHED:
            return Finished(_value(ending))
        if ending.message is JobMessage.CANCELLED:
            return Cancelled()
        detail = str((ending.data or {}).get("detail", ""))
        return Failed(decode_error(ending) or self._crash(exit_code, detail))

    def _crash(self, exit_code: int, detail: str = "") -> JobCrashedError:
        return JobCrashedError(exit_code, "\n".join(self._error_lines) or detail)


def _value(event: JobEvent) -> Any:
    """The value that the job yielded; None where it yielded none. Raises ValueError."""
    return None if event.data is None else decode_value(event, EVENTS)
