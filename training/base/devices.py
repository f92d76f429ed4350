"""The device that training runs on, and the group of processes that this one belongs to, if any.

All processes of a group draw the same random numbers, and each takes its part of every batch;
gradients are averaged before each optimiser step. All processes therefore hold the same weights,
and one checkpoint, written by the main process, is valid for all, including its random state.
Losses that compare photos within a batch, such as contrastive ones, see one process's part only.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from typing import NoReturn, TypeVar

import torch
from torch import Tensor, distributed, nn

from desktop_app.core.base.processors import available_cores
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
    """
    device = best_device(int(os.environ.get("LOCAL_RANK", "0")))
    if device.type == "cuda":
        torch.cuda.set_device(device)
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
            yield TorchGroup()
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


def is_main_process() -> bool:
    """Return whether this process has rank 0, the one that writes checkpoints and bundles."""
    return not _joined or _joined[-1].rank == 0


@contextmanager
def main_process_first() -> Iterator[None]:
    """Let the main process run the block first; the others follow and find its results cached."""
    if not is_main_process():
        _joined[-1].wait_for_all()
    yield
    if is_main_process() and _joined:
        _joined[-1].wait_for_all()


def local_batch(rows: Tensor) -> Tensor:
    """Return this process's part of a batch.

    Args:
        rows: rows of the whole batch, int64 [B], the same in every process.

    Returns:
        int64 [B // world size]; a remainder that cannot be divided equally is dropped.
    """
    if not _joined:
        return rows
    size = len(rows) // world_size()
    start = size * _joined[-1].rank
    return rows[start : start + size]


@torch.no_grad()
def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Replace each gradient by its mean over the group, in place (all-reduce).

    Every process has to call this with the same parameters. Does nothing outside a group.
    """
    if not _joined:
        return
    gradients = [each.grad for each in parameters if each.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    _joined[-1].sum(flat)
    parts = torch.split(flat / world_size(), [each.numel() for each in gradients])
    for gradient, mean in zip(gradients, parts, strict=True):
        gradient.copy_(mean.view_as(gradient))


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
