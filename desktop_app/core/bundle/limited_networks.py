"""Run the networks of a foreign bundle in processes with limits (network_process.py).

What a process answers is treated as untrusted: it is either bytes of the size that the manifest
demands, or a text.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import sys
import threading
import weakref
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np
import psutil

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.base.json_codec import parse_json
from desktop_app.core.base.processors import awake_seconds
from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.network_limits import CHECK, COMPUTED, RUN_SECONDS, memory_limit
from desktop_app.core.bundle.networks import Array
from desktop_app.core.bundle.signatures import Port, signatures

logger = logging.getLogger(__name__)

# So many times the memory of one, however many threads run it.
_MAX_PROCESSES = 4
# Of the clock: a process that gets no processor may wait. The system counts what it works.
_MAX_WAIT_SECONDS = 60.0
_WATCH_SECONDS = 0.2
_LIBRARY_BYTES = 512 * 2**20  # what the libraries take, where the system sets no limit
_MAX_REFUSAL_BYTES = 2**16
_GRAPH_BYTES = 64


class LimitedNetworks:
    """Networks in other processes, each of which runs one at a time.

    Any thread may run a network. There are as many processes as threads that have run networks at
    the same time, but only a few. They end when this object is closed or forgotten.

    Attributes:
        bundle: The bundle; its manifest tells the `descriptor_graph` that a process has found out.
    """

    def __init__(self, bundle: ModelBundle, seconds: float = RUN_SECONDS) -> None:
        """Start a process that checks all networks, and wait for its answer.

        `seconds` of a processor limit each run. Raises BundleError.
        """
        self._given, self._seconds = bundle, seconds
        self._signatures = signatures(bundle.manifest)
        self._free: list[_NetworkProcess] = []
        self._running = threading.BoundedSemaphore(_MAX_PROCESSES)
        self.close = weakref.finalize(self, _end, self._free)
        first = _NetworkProcess(bundle, seconds)
        self._free.append(first)
        manifest = replace(bundle.manifest, descriptor_graph=first.graph)
        self.bundle = replace(bundle, manifest=manifest)

    def run(self, name: str, values: Array) -> list[Array]:
        """Run a network on N rows of its input, and return its outputs. Raises BundleError."""
        if name not in self._signatures:
            raise BundleError(self.bundle.folder, BundleProblem.MISSING_FILE, name)
        with self._running:
            process = self._process()
            try:
                found = process.run(name, values, self._signatures[name].outputs)
            except BaseException:
                process.end()
                raise
            self._free.append(process)
            return found

    def _process(self) -> _NetworkProcess:
        try:
            return self._free.pop()
        except IndexError:
            return _NetworkProcess(self._given, self._seconds)


def _end(processes: list[_NetworkProcess]) -> None:
    while processes:
        processes.pop().end()


def _serve(bundle: ModelBundle, connection: Connection, seconds: float) -> None:
    from desktop_app.core.bundle.network_process import serve  # loads onnx, which only it needs

    serve(bundle, connection, seconds)


class _NetworkProcess:
    """One process, which one thread at a time talks to."""

    def __init__(self, bundle: ModelBundle, seconds: float) -> None:
        """Raises BundleError."""
        context = multiprocessing.get_context("spawn")
        self._bundle = bundle
        self._most_bytes = _LIBRARY_BYTES + memory_limit(bundle)
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(bundle, theirs, seconds), daemon=True)
        self._process.start()
        theirs.close()
        try:
            answer = self._answer(CHECK, np.empty(0), _GRAPH_BYTES)
            self.graph = answer.decode("ascii", "replace")
        except BaseException:
            self.end()
            raise

    def run(self, name: str, values: Array, outputs: tuple[Port, ...]) -> list[Array]:
        """Raises BundleError."""
        shapes = [(len(values), *port.shape) for port in outputs]
        sizes = [
            int(np.prod(shape)) * np.dtype(port.dtype).itemsize
            for shape, port in zip(shapes, outputs, strict=True)
        ]
        answer = self._answer(name, values, sum(sizes))
        found, start = [], 0
        for port, shape, size in zip(outputs, shapes, sizes, strict=True):
            output = np.frombuffer(answer[start : start + size], port.dtype)
            found.append(output.reshape(shape).copy())
            start += size
        return found

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._connection.close()

    def _answer(self, name: str, values: Array, size: int) -> bytes:
        """What the process has computed: bytes of this size. Raises BundleError."""
        try:
            self._connection.send((name, values))
            self._wait()
            answer = self._connection.recv_bytes(max(size + 1, _MAX_REFUSAL_BYTES))
        except (EOFError, OSError) as error:
            raise self._error(self._why_ended()) from error
        if answer[:1] != COMPUTED:
            raise self._refusal(answer[1:])
        if len(answer) != size + 1:
            raise self._error("it crashed")
        return answer[1:]

    def _refusal(self, text: bytes) -> BundleError:
        try:
            problem, detail = parse_json(text)
            return BundleError(self._bundle.folder, BundleProblem(problem), str(detail))
        except (ValueError, TypeError):
            return self._error("it crashed")

    def _wait(self) -> None:
        deadline = awake_seconds() + _MAX_WAIT_SECONDS
        while not self._connection.poll(_WATCH_SECONDS):
            if awake_seconds() > deadline:
                raise self._error("it does not answer")
            if self._memory_bytes() > self._most_bytes:
                raise self._error("it needs too much memory")

    def _why_ended(self) -> str:
        self._process.join(_WATCH_SECONDS)
        ended_by_system = sys.platform != "win32" and self._process.exitcode == -signal.SIGXCPU
        return "it runs too long" if ended_by_system else "it crashed"

    def _memory_bytes(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _error(self, detail: str) -> BundleError:
        return BundleError(self._bundle.folder, BundleProblem.NOT_RUNNABLE, detail)
