"""Checkpoints: everything a run needs to continue as if it had never stopped."""

from __future__ import annotations

import errno
import logging
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch

from desktop_app.core.base.atomic_write import atomic_file, make_folder
from training.base.errors import DamagedDataError

logger = logging.getLogger(__name__)

# What torch raises at a file that it has not written.
_TORCHS_ERRORS = (
    AttributeError, AssertionError, EOFError, LookupError, MemoryError, OSError, RuntimeError,
    TypeError, UnpicklingError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Checkpoint:
    """The state of a run after `step` steps.

    Attributes:
        key: names what is trained, and on which data.
        step: number of optimiser steps done.
        state: state dictionaries of the stage and of the run.
        random: states of torch's random generators: of the CPU and, if there is one, of the GPU.
    """

    key: str
    step: int
    state: dict[str, Any]
    random: list[torch.Tensor]


def save_checkpoint(path: Path, key: str, step: int, state: dict[str, Any]) -> None:
    """Write a checkpoint atomically: after a crash the previous file is intact.

    Raises:
        OSError: the disk is full, or the folder is not writable.
    """
    make_folder(path.parent)
    with atomic_file(path) as part, part.open("wb") as file:
        try:
            torch.save({"key": key, "step": step, "state": state, "random": _rng_state()}, file)
        except RuntimeError as error:  # torch raises this when a write fails
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error


def load_checkpoint(path: Path, key: str) -> Checkpoint | None:
    """Read a checkpoint.

    Returns:
        None if the file is missing or damaged, or holds the state of something other than `key`.
    """
    try:
        if not zipfile.is_zipfile(path):  # also false for a truncated file
            return None
        values = load_tensors(path)
        is_ours = isinstance(values, dict) and values.get("key") == key
        return Checkpoint(**values) if is_ours else None
    except (zipfile.BadZipFile, DamagedDataError, RuntimeError, TypeError):
        logger.warning("Training starts anew: %r is no checkpoint", path, exc_info=True)
        return None


def load_tensors(path: Path) -> Any:
    """Read what torch has saved: only tensors and plain values, so that the file runs no code.

    Raises:
        DamagedDataError: it holds something else.
    """
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except _TORCHS_ERRORS as error:
        raise DamagedDataError(path, "it holds no weights") from error


def restore_rng_state(states: list[torch.Tensor]) -> None:
    """Set torch's random generators to the states of a checkpoint."""
    torch.set_rng_state(states[0])
    if torch.cuda.is_available() and len(states) > 1:
        torch.cuda.set_rng_state(states[1])


def _rng_state() -> list[torch.Tensor]:
    # The current GPU is enough: each process of a group has one, and all draw the same numbers.
    cuda = [torch.cuda.get_rng_state()] if torch.cuda.is_available() else []
    return [torch.get_rng_state(), *cuda]
