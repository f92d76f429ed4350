"""Starts processes of the program by forking one that has imported its modules.

Each command and each of a window's jobs imports for up to a second; hundreds of tests start some.
`ForkServer.program` gives a command that does the same as `python -m`. What starting the real one
does is tested in `tests/ui/jobs` and `tests/e2e`.
"""

from __future__ import annotations

import atexit
import gc
import marshal
import multiprocessing
import os
import runpy
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle import networks
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.comparison import copies_found
from desktop_app.core.reading import limits
from tests.forking import forking_context
from tests.shared_networks import shared_session
from tests.slow_disk import slow_down

_COMPARED_PHOTOS = 16  # a comparison of two models encodes seven copies of each
_CLIENT = Path(__file__).with_name("fork_client.py")


class ForkServer:
    """The process that is forked; started when its command is first asked for."""

    def __init__(self) -> None:
        # A socket's path has at most 107 bytes, and the folder of a test is too deep for that.
        self._folder = Path(tempfile.mkdtemp(prefix="fork-"))
        self._running: tuple[BaseProcess, Connection] | None = None
        self._starting = threading.Lock()

    def program(self, module: str = "desktop_app") -> list[str]:
        """The command that runs a module; for the program's, it stands for `own_program`."""
        if sys.platform != "linux":
            return [sys.executable, "-P", "-m", module]
        path = self._folder / "socket"
        with self._starting:
            if self._running is None:
                self._running = _start(path)
        return _command(path, module)

    def close(self) -> None:
        if self._running is not None:
            process, end = self._running
            end.close()
            process.join()
        shutil.rmtree(self._folder)


@cache
def shared_server() -> ForkServer:
    """The server of all tests of this process."""
    server = ForkServer()
    atexit.register(server.close)
    return server


def _command(path: Path, module: str) -> list[str]:
    return [sys.executable, "-I", "-S", str(_CLIENT), str(path), module]


def _start(path: Path) -> tuple[BaseProcess, Connection]:
    """Start the server, which can be connected to when this returns, and ends with the second."""
    context = forking_context()
    is_over, end = context.Pipe(duplex=False)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener, is_over:
        listener.bind(str(path))
        listener.listen(64)
        process = context.Process(target=_serve, args=(path, listener, is_over))
        process.start()
    return process, end


class _Forks:
    """The processes that run, each with the connection of the client that stands for it."""

    def __init__(self, listener: socket.socket, is_over: Connection) -> None:
        self._listener = listener
        self._is_over = is_over
        self._running: dict[ForkProcess, socket.socket] = {}

    def serve(self) -> None:
        while True:
            sentinels = [process.sentinel for process in self._running]
            ready = wait([self._is_over, self._listener, *sentinels, *self._running.values()])
            if self._is_over in ready:
                return self._end_all()
            for process, client in list(self._running.items()):
                if process.sentinel in ready:
                    self._end(process)
                elif client in ready:  # the client was killed
                    process.kill()
            if self._listener in ready:
                self._fork()

    def _end_all(self) -> None:
        for process in self._running:
            process.kill()

    def _fork(self) -> None:
        client, _ = self._listener.accept()
        head, streams, _, _ = socket.recv_fds(client, 4, 3)
        size = int.from_bytes(head, "big")
        request = client.recv(size, socket.MSG_WAITALL) if streams else b""
        if len(request) == size > 0:
            context = multiprocessing.get_context("fork")
            process = context.Process(target=_run, args=(streams, *marshal.loads(request)))
            process.start()
            self._running[process] = client
        for stream in streams:
            os.close(stream)

    def _end(self, process: ForkProcess) -> None:
        process.join()
        status = process.exitcode or 0
        with self._running.pop(process) as client, suppress(OSError):
            client.send(status.to_bytes(2, "big", signed=True))
        process.close()


def _run(
    streams: list[int], arguments: list[str], environment: Mapping[bytes, bytes], folder: bytes
) -> None:
    """Run a module with these arguments, in the forked process."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    # What multiprocessing has opened, and what was opened for other streams, is opened anew.
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, "utf-8", "backslashreplace", closefd=False)
    os.environb.clear()
    os.environb.update(environment)
    os.chdir(folder)
    module, *sys.argv[1:] = arguments
    sys.modules.pop(f"{module}.__main__", None)  # runpy warns of it
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _serve(path: Path, listener: socket.socket, is_over: Connection) -> None:
    patch = pytest.MonkeyPatch()  # for the jobs and their workers
    patch.setattr(limits, "own_program", lambda: _command(path, "desktop_app"))
    patch.setattr(copies_found, "_MAX_PHOTOS", _COMPARED_PHOTOS)
    slow_down(patch)
    gc.freeze()  # a collection in a forked process would go through all that was imported
    networks.new_session = shared_session
    encoder = Encoder(read_bundle(default_bundle()))
    encoder.encode(np.zeros((encoder.image_size, encoder.image_size, 3), np.uint8))
    _Forks(listener, is_over).serve()
