"""Fork the workers that read photos from a process that has imported what they need.

This saves a quarter of a second of a core for each of the hundreds of runs that index something.
They get the arguments, the environment and the pipes of a worker that is started.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import IO, Any

import pytest

from desktop_app.core.reading import worker_process
from desktop_app.core.reading.limits import worker_program
from tests.forking import forking_context


@contextmanager
def forked_workers() -> Iterator[None]:
    """Fork the program's own workers inside the block; start other programs as ever."""
    with pytest.MonkeyPatch.context() as patch:
        if sys.platform == "linux":
            forking_context()  # for all who fork, such as tests that kill what they have forked
            patch.setattr(worker_process, "subprocess", _Subprocess)
        yield


class _Forked:
    """A forked worker with what a WorkerProcess uses of a `Popen`."""

    def __init__(self, memory_bytes: int, environment: Mapping[str, str]) -> None:
        context = forking_context()
        requests, to_worker = context.Pipe(duplex=False)
        from_worker, answers = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(memory_bytes, dict(environment), requests, answers)
        )
        self._process.start()
        requests.close()
        answers.close()
        assert self._process.pid is not None
        self.pid = self._process.pid
        self.stdin: IO[bytes] = _raw(to_worker, "wb")
        self.stdout: IO[bytes] = _raw(from_worker, "rb")

    def kill(self) -> None:
        self._process.kill()

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("read-photos", timeout or 0)
        return self._process.exitcode


class _Subprocess:
    """In the place of the module `subprocess`."""

    PIPE = subprocess.PIPE
    TimeoutExpired = subprocess.TimeoutExpired

    @staticmethod
    def Popen(  # noqa: N802
        command: Sequence[str], *, env: Mapping[str, str], **options: Any
    ) -> _Forked | subprocess.Popen[bytes]:
        *program, memory_bytes = command
        if tuple(program) == worker_program():
            return _Forked(int(memory_bytes), env)
        return subprocess.Popen(command, env=env, **options)


def _raw(connection: Connection, mode: str) -> IO[bytes]:
    with connection:
        return os.fdopen(os.dup(connection.fileno()), mode, buffering=0)


def _work(
    memory_bytes: int, environment: Mapping[str, str], requests: Connection, answers: Connection
) -> None:
    from desktop_app.core.reading.worker import run

    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    for number, pipe in enumerate((requests, answers)):
        os.dup2(pipe.fileno(), number)
        pipe.close()
    sys.exit(run(memory_bytes))
