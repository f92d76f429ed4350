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
from training.base.devices import exit_immediately, training_device

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
def worker_processes(words: list[str], processes: int) -> Iterator[torch.device]:
    """Train together with `processes` - 1 workers: `python -m training` with these arguments.

    This process is the first of the group. At the end of the block the workers that still run are
    ended. A worker that fails ends this process, which would wait for it for ever.

    Yields:
        The device to train on.
    """
    if processes == 1:
        with training_device() as device:
            yield device
        return
    group = {
        "WORLD_SIZE": str(processes),
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(_free_port()),
        "GLOO_SOCKET_IFNAME": "lo",  # a machine's own name need not lead to it
    }
    before = dict(os.environ)
    os.environ.update({**group, "RANK": "0", "LOCAL_RANK": "0"})
    started = [_start(words, rank) for rank in range(1, processes)]
    over = threading.Event()
    threading.Thread(target=_watch, args=(started, over), daemon=True).start()
    try:
        with training_device() as device, _ended_on_error(started, over):
            yield device
    finally:
        _end(started, over)
        os.environ.clear()
        os.environ.update(before)


def _start(words: list[str], rank: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-P", "-m", "training", *words],
        env={**os.environ, "RANK": str(rank), "LOCAL_RANK": str(rank)},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno(),
    )


def _watch(started: list[subprocess.Popen[bytes]], over: threading.Event) -> None:
    while not over.wait(_LOOK_SECONDS):
        if any(process.poll() for process in started) and not over.is_set():
            exit_immediately(1)


@contextmanager
def _ended_on_error(
    workers: list[subprocess.Popen[bytes]], over: threading.Event
) -> Iterator[None]:
    """End the workers before their group is closed when the block is left early.

    Otherwise each worker prints the loss of the group as a traceback.
    """
    try:
        yield
    except BaseException:
        _end(workers, over)
        raise


def _end(workers: list[subprocess.Popen[bytes]], over: threading.Event) -> None:
    """End all workers at once: each of them notices when another one is missing."""
    over.set()
    for process in workers:
        process.terminate()
    for process in workers:
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
