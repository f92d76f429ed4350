"""Worker processes that train together with this one, on the same machine (devices.py)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from desktop_app.core.base.processors import available_cores
from training.base.devices import exit_immediately

# Each holds the networks and its part of a batch; with more processes the parts would be too small.
_MOST_PROCESSES = 4
_GRACE_SECONDS = 5
_LOOK_SECONDS = 1


def processes_for(device: torch.device, *, gentle: bool) -> int:
    """Return how many processes train together: one a GPU or a core; one if `gentle`.

    On a CPU of other systems than Linux, one: it was never measured there.
    """
    if device.type == "cuda":
        return torch.cuda.device_count()
    if device.type != "cpu" or gentle or sys.platform != "linux":
        return 1
    return min(available_cores(), _MOST_PROCESSES)


@contextmanager
def worker_processes(words: list[str], processes: int) -> Iterator[None]:
    """Start all but the first of `processes`, with these words after `python -m training`, and make
    this one the first. At the end of the block those that still run are ended. One that fails ends
    this process, which would wait for it for ever.
    """
    if processes == 1:
        yield
        return
    group = {
        "WORLD_SIZE": str(processes),
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(_free_port()),
        "GLOO_SOCKET_IFNAME": "lo",  # a machine's own name need not lead to it
    }
    before = dict(os.environ)
    os.environ.update({**group, "RANK": "0", "LOCAL_RANK": "0"})
    started = [
        subprocess.Popen(  # noqa: S603 -- our own program
            [sys.executable, "-P", "-m", "training", *words],
            env={**os.environ, "RANK": str(rank), "LOCAL_RANK": str(rank)},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
        )
        for rank in range(1, processes)
    ]
    over = threading.Event()
    threading.Thread(target=_watch, args=(started, over), daemon=True).start()
    try:
        yield
    finally:
        over.set()
        for process in started:
            _end(process)
        os.environ.clear()
        os.environ.update(before)


def _watch(started: list[subprocess.Popen[bytes]], over: threading.Event) -> None:
    while not over.wait(_LOOK_SECONDS):
        if any(process.poll() for process in started):
            exit_immediately(1)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
