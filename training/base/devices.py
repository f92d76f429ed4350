"""Where training runs: on which device, and, under torchrun, together with which processes.

Every process of a group draws the same random numbers and takes its share of each batch; their
gradients are averaged before each step of an optimiser. So all hold the same weights throughout,
and the first one's checkpoint, its random state included, is right for all. What compares photos
within a batch, such as contrastive negatives, compares within one process's share.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import NoReturn, TypeVar

import torch
from torch import Tensor, distributed, nn

# The user may pause the first one. Whether another has gone, worker_processes.py and torchrun look.
_PATIENCE = timedelta(days=30)

# Options of mallopt, from malloc.h: how many blocks are asked of the system one by one, and how
# much may lie free at the end before it is given back, in bytes.
_MMAP_MAX, _TRIM_THRESHOLD = -4, -1

T = TypeVar("T")


def best_device(place: int = 0) -> torch.device:
    """The fastest there is: a GPU of CUDA, Apple's GPU, or the CPU; `place`: which of many GPUs."""
    if torch.cuda.is_available():
        return torch.device("cuda", place)
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")


def keep_freed_memory() -> None:
    """Have the C library give no memory back that it will want again a moment later.

    Every large tensor would be asked of the system anew, page by page: a fifth to a third of the
    time of a step on a CPU (measured). Only glibc has to be told.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    mallopt(_MMAP_MAX, 0)
    mallopt(_TRIM_THRESHOLD, 2**31 - 1)


def device_of(module: nn.Module) -> torch.device:
    """Where a module is that is all in one place; the CPU where it has no parameters."""
    return next((each.device for each in module.parameters()), torch.device("cpu"))


@contextmanager
def training_device() -> Iterator[torch.device]:
    """The device of this process, which belongs to a group inside if torchrun started it."""
    device = best_device(int(os.environ.get("LOCAL_RANK", "0")))
    if device.type == "cuda":
        torch.cuda.set_device(device)
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        yield device
        return
    # Apple's GPU has no way to talk to another.
    backend = "nccl" if device.type == "cuda" else "gloo"
    distributed.init_process_group(backend, timeout=_PATIENCE)
    try:
        yield device
        distributed.barrier()  # the first process, whom all ask, must not leave before the others
    finally:
        distributed.destroy_process_group()


def leave(status: int) -> NoReturn:
    """End this process. A member of a group does not take Python down first: one of gloo's threads
    that outlives it aborts the process now and then, and torchrun takes that for a failure.
    """
    if "RANK" not in os.environ:
        sys.exit(status)
    leave_at_once(status)


def leave_at_once(status: int) -> NoReturn:
    """End this process, of which nothing is left to do, as a member of a group that was."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def group_size() -> int:
    """How many processes train together; 1 outside a group."""
    return distributed.get_world_size() if _in_group() else 1


def is_first() -> bool:
    """Whether this process writes what is written: checkpoints, statistics, bundles."""
    return not _in_group() or distributed.get_rank() == 0


@contextmanager
def first_one_first() -> Iterator[None]:
    """The first process does alone what follows; then the others do it, and find it cached."""
    if not is_first():
        distributed.barrier()
    yield
    if is_first() and _in_group():
        distributed.barrier()


def share_of(rows: Tensor) -> Tensor:
    """What this process has of a batch [B]; what cannot be shared equally is left out."""
    if not _in_group():
        return rows
    share = len(rows) // group_size()
    start = share * distributed.get_rank()
    return rows[start : start + share]


@torch.no_grad()
def average_gradients(parameters: Iterable[nn.Parameter]) -> None:
    """Replace each gradient by its mean over the group. All have to come here together."""
    if not _in_group():
        return
    gradients = [each.grad for each in parameters if each.grad is not None]
    together = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(together)
    parts = torch.split(together / group_size(), [each.numel() for each in gradients])
    for gradient, mean in zip(gradients, parts, strict=True):
        gradient.copy_(mean.view_as(gradient))


def first_ones(value: T) -> T:
    """The first process's value, for all: what is decided by a clock has to be decided once."""
    if not _in_group():
        return value
    values = [value]
    distributed.broadcast_object_list(values)
    return values[0]


@contextmanager
def draws_apart(device: torch.device) -> Iterator[None]:
    """Inside, random draws are the same every time; outside, they go on as if nothing had been."""
    forked = [device] if device.type == "cuda" else []
    with torch.random.fork_rng(forked):
        torch.manual_seed(0)
        yield


def _in_group() -> bool:
    return distributed.is_available() and distributed.is_initialized()
