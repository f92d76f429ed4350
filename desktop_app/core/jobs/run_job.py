"""The child's side of a job: do the work in this process, and report it to the parent."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.messages import JobEvent, JobMessage, encode_event
from desktop_app.core.jobs.progress import DONE

logger = logging.getLogger(__name__)

_DONE, _FAILED, _CANCELLED = 0, 1, 3


def run_job(work: Callable[[], Generator[Any]]) -> int:
    """Run a generator of progress as a job. Returns the exit status: 0, 1 failed, 3 cancelled.

    A job is cancelled at a yield, but not after it has yielded a value of DONE. It ignores SIGINT,
    as do the processes it starts: a terminal sends SIGINT to the parent too, which cancels the job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # a library that prints cannot get between the events
    control = _Control()
    threading.Thread(target=control.listen, name="control", daemon=True).start()
    try:
        return _Run(control, events.write).run(work)
    except BrokenPipeError:
        return _CANCELLED
    finally:
        with suppress(BrokenPipeError):
            events.close()


class _Run:
    """Steps through the work, and writes its events."""

    def __init__(self, control: _Control, write: Callable[[str], object]) -> None:
        self._control = control
        self._write = write

    def run(self, work: Callable[[], Generator[Any]]) -> int:
        self._send(JobEvent(JobMessage.STARTED))
        try:
            return self._step_through(work())
        except AppError as error:
            logger.info("The job ended with %r", error)
            self._send(JobEvent.of_value(JobMessage.FAILED, error))
        except BrokenPipeError:
            raise
        except Exception as error:  # the one place where a job ends
            logger.exception("The job failed")
            self._send(JobEvent(JobMessage.FAILED, "", {"detail": repr(error)[:1000]}))
        return _FAILED

    def _step_through(self, steps: Generator[Any]) -> int:
        value: Any = None
        for value in steps:
            if value is not None:  # None: a step without news, to be cancelled at
                self._send(JobEvent.of_value(JobMessage.PROGRESS, value))
            if not isinstance(value, DONE) and self._control.is_cancelled_after_pauses():
                steps.close()
                logger.info("The job was cancelled")
                self._send(JobEvent(JobMessage.CANCELLED))
                return _CANCELLED
        self._send(JobEvent.of_value(JobMessage.FINISHED, value))
        logger.info("The job has finished")
        return _DONE

    def _send(self, event: JobEvent) -> None:
        self._write(encode_event(event) + "\n")


class _Control:
    """What the parent has sent to our standard input."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._paused = False
        self._cancelled = False

    def listen(self) -> None:
        """Read commands until the input ends.

        Uses os.read: a daemon thread inside a buffered read aborts Python's exit.
        """
        rest = b""
        while block := os.read(0, 4096):
            *lines, rest = (rest + block).split(b"\n")
            for line in lines:
                self._obey(line.decode("utf-8", "replace").strip())
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def is_cancelled_after_pauses(self) -> bool:
        """Wait while the job is paused; then return whether it is cancelled."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or not self._paused)
            return self._cancelled

    def _obey(self, command: str) -> None:
        with self._changed:
            if command in (JobMessage.PAUSE, JobMessage.RESUME):
                self._paused = command == JobMessage.PAUSE
            self._changed.notify_all()
