"""The device that training runs on, and the group of processes that this one belongs to, if any.

All processes of a group draw the same random numbers, and each takes its part of every batch
(group_batches.py); gradients are averaged before each optimiser step. All processes therefore hold
the same weights, and one checkpoint, written by the main process, is valid for all, including its
random state.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from typing import NoReturn, TypeVar

import torch
from torch import distributed, nn

from desktop_app.core.base.processors import available_cores
from training.base.errors import MissingGpuError
from training.base.process_group import ProcessGroup, SocketGroup, TorchGroup

# Long, since the user may pause the main process. worker_processes.py and torchrun watch for
# processes that have ended.
_COLLECTIVE_TIMEOUT = timedelta(days=30)

# Options of mallopt, from malloc.h: the maximum number of blocks allocated by mmap, and the number
# of free bytes at the top of the heap above which memory is returned to the system.
_MMAP_MAX, _TRIM_THRESHOLD = -4, -1
_NO_GLIBC = (AttributeError, OSError, TypeError)

# Where a worker process (training/jobs/worker_processes.py) finds the others: the number of its
# socket on a CPU, the address of a file on GPUs.
SOCKET_VARIABLE = "LOOKALIKE_GROUP_SOCKET"
STORE_VARIABLE = "LOOKALIKE_GROUP_STORE"

T = TypeVar("T")

_joined: list[ProcessGroup] = []  # the group of this process, if any


def best_device(index: int = 0) -> torch.device:
    """Return the fastest device: a CUDA GPU, Apple's GPU (mps), or the CPU.

    Args:
        index: which of several GPUs.
    """
    if torch.cuda.is_available():
        return torch.device("cuda", index)
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def keep_freed_memory() -> None:
    """Make glibc keep freed memory instead of returning it to the system.

    Otherwise every large tensor is mapped again, page by page, which takes a fifth to a third of a
    training step on a CPU (measured). Has no effect with other C libraries.
    """
    with suppress(*_NO_GLIBC):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_MAX, 0)
        mallopt(_TRIM_THRESHOLD, 2**31 - 1)


def release_freed_memory() -> None:
    """Return the memory that glibc has kept to the system; it is mapped again when it is needed."""
    gc.collect()
    with suppress(*_NO_GLIBC):
        ctypes.CDLL(None).malloc_trim(0)


def device_of(module: nn.Module) -> torch.device:
    """Return the device of a module's first parameter, or the CPU if it has none."""
    return next((each.device for each in module.parameters()), torch.device("cpu"))


@contextmanager
def training_device(group: ProcessGroup | None = None) -> Iterator[torch.device]:
    """Yield the device of this process, as a member of its group.

    Args:
        group: The group; None is the one that the environment tells of, if any.

    Raises:
        MissingGpuError: There are more processes than GPUs.
        LostGroupError: Another process of the group has ended.
    """
    device = _own_device(int(os.environ.get("LOCAL_RANK", "0")))
    with nullcontext(group) if group else _group_of_environment(device) as joined:
        if joined is None:
            yield device
            return
        _joined.append(joined)
        try:
            joined.wait_for_all()  # all have started
            yield device
            joined.wait_for_all()  # the main process serves the others: it must not exit first
        finally:
            _joined.remove(joined)


def _own_device(number: int) -> torch.device:
    """Return the device of this machine's process of that number."""
    device = best_device(number)
    if device.type == "cuda":
        if number >= torch.cuda.device_count():
            raise MissingGpuError(number + 1, torch.cuda.device_count())
        torch.cuda.set_device(device)
    return device


@contextmanager
def _group_of_environment(device: torch.device) -> Iterator[ProcessGroup | None]:
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield None
    elif SOCKET_VARIABLE in os.environ:
        with Connection(int(os.environ[SOCKET_VARIABLE])) as connection:
            yield SocketGroup(int(os.environ["RANK"]), size, [connection])
    else:
        # Apple's GPU has no collective backend of its own.
        backend = "nccl" if device.type == "cuda" else "gloo"
        place = os.environ.get(STORE_VARIABLE, "env://")
        rank = int(os.environ["RANK"])
        distributed.init_process_group(backend, place, _COLLECTIVE_TIMEOUT, size, rank)
        try:
            yield TorchGroup(device)
        finally:
            distributed.destroy_process_group()


def exit_process(status: int) -> NoReturn:
    """Exit with this status.

    A member of a process group skips the shutdown of the interpreter: a gloo thread that outlives
    it aborts the process now and then, which torchrun reports as a failure.
    """
    if "RANK" not in os.environ:
        sys.exit(status)
    exit_immediately(status)


def exit_immediately(status: int) -> NoReturn:
    """Flush the standard streams and exit without running any cleanup handlers."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


@contextmanager
def all_cores() -> Iterator[None]:
    """Compute with all cores in this thread's operations; elsewhere, batches are distributed."""
    before = torch.get_num_threads()
    torch.set_num_threads(available_cores())
    try:
        yield
    finally:
        torch.set_num_threads(before)


def world_size() -> int:
    """Return the number of processes that train together; 1 outside a group."""
    return _joined[-1].size if _joined else 1


def process_rank() -> int:
    """Return the number of this process in its group; 0 outside a group."""
    return _joined[-1].rank if _joined else 0


def is_main_process() -> bool:
    """Return whether this process has rank 0, the one that writes checkpoints and bundles."""
    return process_rank() == 0


@contextmanager
def main_process_first() -> Iterator[None]:
    """Let the main process run the block first; the others follow and find its results cached."""
    if not is_main_process():
        _joined[-1].wait_for_all()
    yield
    if is_main_process() and _joined:
        _joined[-1].wait_for_all()


def joined_group() -> ProcessGroup | None:
    """Return the group that this process trains in; None outside a group."""
    return _joined[-1] if _joined else None


@contextmanager
def each_alone() -> Iterator[None]:
    """Let every process compute the block as if there were no group, each the same."""
    group = _joined.copy()
    _joined.clear()
    try:
        yield
    finally:
        _joined[:] = group


def broadcast_object(value: T) -> T:
    """Return the main process's value in all processes, such as a time that was measured."""
    return _joined[-1].broadcast(value) if _joined else value


@contextmanager
def fixed_seed(device: torch.device) -> Iterator[None]:
    """Seed random draws with 0 inside the block, and restore the generators' state after it."""
    forked = [device] if device.type == "cuda" else []
    with torch.random.fork_rng(forked):
        torch.manual_seed(0)
        yield
