"""Starts processes of the program by forking one that has imported its modules.

Each of a window's jobs, and each process that reads photos, imports for a fifth of a second up to a
whole one; thousands of tests start them. `ForkServer.program` gives a command that does the same as
`python -m`. What starting the real one does is tested in `tests/ui/jobs` and `tests/e2e`.
"""

from __future__ import annotations

import gc
import importlib
import marshal
import multiprocessing
import os
import runpy
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path

import numpy as np

from desktop_app.core.base import paths
from desktop_app.core.bundle import networks
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from tests.shared_networks import shared_session

_CLIENT = Path(__file__).with_name("fork_client.py")
_PRELOADED = (
    "desktop_app.arguments",
    "desktop_app.job",
    "desktop_app.core.care.back_up",
    "desktop_app.core.indexing.indexer",
    "desktop_app.core.indexing.watching",
    "desktop_app.core.models.library_models",
    "desktop_app.core.models.model_use",
    "desktop_app.core.reading.worker",
    "desktop_app.core.search.photo_search",
    "desktop_app.samples.sample_pictures",
)


class ForkServer:
    """The process that is forked; started when its command is first asked for."""

    def __init__(self) -> None:
        # A socket's path has at most 107 bytes, and the folder of a test is too deep for that.
        self._folder = Path(tempfile.mkdtemp(prefix="fork-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()

    def program(self, module: str = "desktop_app") -> list[str]:
        """The command that runs a module; for the program's, it stands for `own_program`."""
        if sys.platform != "linux":
            return [sys.executable, "-P", "-m", module]
        path = self._folder / "socket"
        with self._starting:
            if self._process is None:
                self._process = _start(path)
        return _command(path, module)

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate()
        shutil.rmtree(self._folder)


def _command(path: Path, module: str = "desktop_app") -> list[str]:
    return [sys.executable, "-I", "-S", str(_CLIENT), str(path), module]


def _start(path: Path) -> subprocess.Popen[bytes]:
    """Start the server; it can be connected to when this returns."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(path))
        listener.listen(64)
        return subprocess.Popen(
            [sys.executable, "-m", __name__, str(path), str(listener.fileno())],
            cwd=_CLIENT.parents[1],
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,  # with its end, the server ends
            pass_fds=[listener.fileno()],
            start_new_session=True,
        )


class _Forks:
    """The processes that run, each with the connection of the client that stands for it."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._running: dict[ForkProcess, socket.socket] = {}

    def serve(self) -> None:
        while True:
            sentinels = [process.sentinel for process in self._running]
            ready = wait([0, self._listener, *sentinels, *self._running.values()])
            if 0 in ready:
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
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)  # multiprocessing has replaced it
    os.environb.clear()
    os.environb.update(environment)
    os.chdir(folder)
    module, *sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _serve(path: Path, listener: int) -> None:
    paths.own_program = lambda: _command(path)  # for the processes that these start
    for module in _PRELOADED:
        importlib.import_module(module)
    networks.new_session = shared_session
    encoder = Encoder(read_bundle(paths.default_bundle()))
    encoder.encode(np.zeros((encoder.image_size, encoder.image_size, 3), np.uint8))
    gc.freeze()
    _Forks(socket.socket(fileno=listener)).serve()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), int(sys.argv[2]))
