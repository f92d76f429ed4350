"""Worker processes that train together with this one, on the same machine (devices.py)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import torch

from desktop_app.core.base.processors import available_cores
from training.base.devices import (
    SOCKET_VARIABLE,
    STORE_VARIABLE,
    exit_immediately,
    training_device,
)
from training.base.process_group import SocketGroup

# Each holds the networks and its part of a batch; with more processes the parts would be too small.
_MOST_PROCESSES = 4
_GRACE_SECONDS = 5
_POLL_SECONDS = 1


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
def worker_processes(arguments: list[str], processes: int) -> Iterator[torch.device]:
    """Train in a group of so many processes, of which this one is the main one.

    The others run `python -m training` with these arguments and are ended with the block. If one
    of them fails, this process exits, since it would otherwise wait for ever.

    Yields:
        The device of this process.
    """
    if processes == 1:
        with training_device() as device:
            yield device
        return
    with (
        _group_environment(processes),
        _started_workers(arguments, processes) as workers,
        training_device(workers.group) as device,
        workers.ended_on_error(),
    ):
        yield device


def exit_with_main_process() -> None:
    """Exit this worker as soon as the main process has gone, killed or not.

    A worker that still waits for its group has no other sign of that, and would wait for weeks. The
    main process holds the other end of the worker's standard input.
    """
    threading.Thread(target=_exit_at_end_of_input, daemon=True).start()


def exit_with_torchrun() -> None:
    """Exit this process soon after the torchrun that has started it, if one has, is killed.

    It would train on, unseen, and write the same files as the command that is given again. Windows
    does not tell that a parent has ended.
    """
    if "TORCHELASTIC_RUN_ID" in os.environ:
        threading.Thread(target=_exit_without, args=(os.getppid(),), daemon=True).start()


def _exit_without(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_POLL_SECONDS)
    sys.stderr.write("torchrun has ended, and so does this process. The same command resumes.\n")
    exit_immediately(1)


def _exit_at_end_of_input() -> None:
    while os.read(0, 4096):
        pass
    exit_immediately(1)


@contextmanager
def _group_environment(processes: int) -> Iterator[None]:
    """Set the variables of a process group, as torchrun would, for its main process."""
    before = dict(os.environ)
    os.environ.update({"WORLD_SIZE": str(processes), "RANK": "0", "LOCAL_RANK": "0"})
    with _store_of_gpus() if torch.cuda.is_available() else nullcontext():
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


@contextmanager
def _store_of_gpus() -> Iterator[None]:
    """The file by which processes on GPUs find each other."""
    with tempfile.TemporaryDirectory(prefix="lookalike-group-") as folder:
        os.environ[STORE_VARIABLE] = Path(folder, "store").as_uri()
        yield


@contextmanager
def _started_workers(arguments: list[str], processes: int) -> Iterator[_Workers]:
    workers = _Workers(arguments, processes)
    try:
        yield workers
    finally:
        workers.end()


def _started(arguments: list[str], rank: int, connection: Connection) -> subprocess.Popen[bytes]:
    own = {"RANK": str(rank), "LOCAL_RANK": str(rank)}
    if not torch.cuda.is_available():
        own[SOCKET_VARIABLE] = str(connection.fileno())
    return subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-P", "-m", "training", *arguments],
        env={**os.environ, **own},
        stdin=subprocess.PIPE,  # held open for exit_with_main_process
        stdout=sys.stderr.fileno(),
        pass_fds=[connection.fileno()],
    )


class _Workers:
    """Running worker processes, watched by a thread.

    Attributes:
        group: The group of this process and them; None where GPUs make up a group of their own.
    """

    def __init__(self, arguments: list[str], processes: int) -> None:
        pairs = [Pipe() for _ in range(1, processes)]
        self._processes = [
            _started(arguments, rank, theirs) for rank, (_, theirs) in enumerate(pairs, start=1)
        ]
        for _, theirs in pairs:
            theirs.close()
        group = SocketGroup(0, processes, [own for own, _ in pairs])
        self.group = None if torch.cuda.is_available() else group
        self._ending = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    @contextmanager
    def ended_on_error(self) -> Iterator[None]:
        """End the workers if the block raises, before their process group is destroyed.

        Otherwise each of them would print the loss of the group as an error.
        """
        try:
            yield
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """Terminate all workers at once, since each fails without the others; wait for them."""
        self._ending.set()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            _wait(process)

    def _watch(self) -> None:
        while not self._ending.wait(_POLL_SECONDS):
            failed = any(process.poll() for process in self._processes)
            if failed and not self._ending.is_set():
                exit_immediately(1)


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.stdin is not None
    process.stdin.close()
