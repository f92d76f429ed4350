"""A cluster of Dask in processes of its own, whose workers may differ as machines do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.sizes import PROJECT

_DASK = [sys.executable, "-m", "distributed.cli.dask_"]


class Processes:
    """A scheduler and its workers.

    Attributes:
        address: Of the scheduler.
        scheduler: Its process.
        workers: The processes of the workers, in the order in which they were started.
    """

    def __init__(self, folder: Path) -> None:
        file = folder / "scheduler.json"
        options = ["--port", "0", "--dashboard-address", "127.0.0.1:0"]
        self.scheduler = _start("scheduler", *options, "--scheduler-file", str(file))
        while not file.exists():
            assert self.scheduler.poll() is None
            time.sleep(0.1)
        self.address: str = json.loads(file.read_text())["address"]
        self.workers: list[subprocess.Popen[bytes]] = []

    def start_worker(self, python_path: Path | None = None) -> None:
        """Start a worker of one thread; its Python runs `sitecustomize.py` of a folder first."""
        path = os.pathsep.join(map(str, [python_path or PROJECT, PROJECT]))
        options = [self.address, "--nthreads", "1", "--no-nanny", "--death-timeout", "60"]
        self.workers.append(_start("worker", *options, environment={"PYTHONPATH": path}))

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextmanager
def processes(folder: Path) -> Iterator[Processes]:
    """Start a scheduler, and end it and its workers with the block."""
    started = Processes(folder)
    try:
        yield started
    finally:
        started.end()


def _start(
    kind: str, *options: str, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    command = [*_DASK[:-1], _DASK[-1] + kind, *options, "--host", "127.0.0.1"]
    return subprocess.Popen(command, env={**os.environ, **(environment or {})})
