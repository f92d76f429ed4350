"""One worker process, seen from its parent, and the watch that ends it.

A thread of the parent looks at the worker five times a second while it works, and kills it when it
has taken too long or too much memory, or when its answer is not wanted any more. The thread that
waits for the answer then finds the end of the worker's output.
"""

from __future__ import annotations

import logging
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

import msgspec
import psutil

from desktop_app.core.base.errors import JobCrashedError
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.reading.limits import COPIES, ReadingLimits
from desktop_app.core.reading.messages import (
    FromWorker,
    Message,
    Ready,
    from_worker,
    read_frame,
    write_frame,
)

logger = logging.getLogger(__name__)

# NumPy would start a thread for each core, which the worker never uses.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1"}
_WATCH_SECONDS = 0.2
_REAP_SECONDS = 1.0
# A picture that is not wanted any more may still be finished: a new worker takes as long to start.
_CANCEL_SECONDS = 0.5


class WhyEnded(StrEnum):
    """Why a worker was killed."""

    TOO_SLOW = "it took too long"
    TOO_MUCH_MEMORY = "it took too much memory"
    CANCELLED = "its answer is not wanted any more"


class WorkerEndedError(Exception):
    """The worker is gone. `why` is None if it ended without being killed by us: it crashed."""

    def __init__(self, why: WhyEnded | None) -> None:
        super().__init__(why)
        self.why = why


class WorkerProcess:
    """A worker that one thread talks to; `end` may be called by any thread."""

    def __init__(self, limits: ReadingLimits, is_cancelled: Callable[[], bool]) -> None:
        """Start the process, without waiting for it.

        Args:
            limits: What it may take.
            is_cancelled: Asked while it works, in a thread of ours.
        """
        self._limits = limits
        self._is_cancelled = is_cancelled
        # In a session of its own, it gets no interrupt from the terminal: we do, and end it.
        self._process = subprocess.Popen(  # noqa: S603 -- our own program
            [*limits.program, str(limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
            env={**os.environ, **_ENVIRONMENT},
        )
        self._usage = psutil.Process(self._process.pid)
        self._lock = threading.Lock()
        self._is_ready = False
        self._why: WhyEnded | None = None
        self._has_ended = threading.Event()
        self._is_working = threading.Event()
        self._deadline = self._started = 0.0
        self._granted_bytes = 0
        threading.Thread(target=self._watch, name="reading watch", daemon=True).start()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def wait_until_ready(self) -> None:
        """Raises JobCrashedError if the process does not start."""
        if not self._is_ready:
            try:
                self._is_ready = isinstance(self._receive()[0], Ready)
            except WorkerEndedError as error:
                if error.why is None:
                    raise JobCrashedError(self._process.wait(), "") from error
                raise

    def send(self, message: Message, data: bytes = b"") -> None:
        """Raises WorkerEndedError."""
        assert self._process.stdin is not None
        try:
            write_frame(self._process.stdin.write, message, data)
        except (OSError, ValueError) as error:  # a broken or closed pipe
            raise WorkerEndedError(self._why) from error

    def receive(self) -> tuple[FromWorker, bytearray]:
        """Wait for a message. Raises WorkerEndedError."""
        return self._receive()

    def _receive(self) -> tuple[FromWorker, bytearray]:
        assert self._process.stdout is not None
        try:
            message, data = read_frame(self._process.stdout.readinto)  # type: ignore[attr-defined]
            return from_worker.decode(message), data
        except (EOFError, OSError, ValueError, msgspec.MsgspecError) as error:
            raise WorkerEndedError(self._why) from error

    @contextmanager
    def working(self, seconds: float) -> Iterator[None]:
        """Kill the worker if the block takes longer, or for another reason that `_excess` finds."""
        self._granted_bytes = 0
        self.allow(seconds)
        try:
            yield
        finally:
            with self._lock:
                self._is_working.clear()

    def allow(self, seconds: float) -> None:
        """Begin to count the time anew."""
        with self._lock:
            self._started = awake_seconds()
            self._deadline = self._started + seconds
            self._is_working.set()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Do not count the time inside the block, in which the worker waits for us."""
        with self._lock:
            self._is_working.clear()
            left = self._deadline - awake_seconds()
        yield
        self.allow(left)

    def grant(self, amount_bytes: int) -> None:
        """Let the worker take this amount for pixels, until its work is done."""
        with self._lock:
            self._granted_bytes = max(self._granted_bytes, amount_bytes)

    def end(self) -> None:
        """Kill the process at once; whoever waits for it gets a WorkerEndedError."""
        self._kill(WhyEnded.CANCELLED)

    def close(self) -> None:
        """End the process and close its pipes. Called by the thread that talks to it."""
        self.end()
        self._has_ended.set()
        self._is_working.set()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()
        # A process that waits for a drive may take longer; it is already marked to be killed.
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_REAP_SECONDS)

    def _kill(self, why: WhyEnded) -> None:
        with self._lock:
            self._why = self._why or why
            self._process.kill()

    def _watch(self) -> None:
        while True:
            self._is_working.wait()
            if self._has_ended.wait(_WATCH_SECONDS):
                return
            with self._lock:
                why = self._excess() if self._is_working.is_set() else None
                if why is not None:
                    logger.info("Ending the process that reads photos: %s", why)
                    self._why = why
                    self._process.kill()
                    return

    def _excess(self) -> WhyEnded | None:
        now = awake_seconds()
        if now > self._deadline:
            return WhyEnded.TOO_SLOW
        if self._memory_bytes() > self._limits.memory_bytes + COPIES * self._granted_bytes:
            return WhyEnded.TOO_MUCH_MEMORY
        if now > self._started + _CANCEL_SECONDS and self._is_cancelled():
            return WhyEnded.CANCELLED
        return None

    def _memory_bytes(self) -> int:
        try:
            return int(self._usage.memory_info().rss)
        except psutil.Error:
            return 0
