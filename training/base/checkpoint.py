"""Checkpoints: all that a run needs to go on as if it had never stopped."""

from __future__ import annotations

import errno
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch


@dataclass(frozen=True)
class Checkpoint:
    """`step` steps are done; `key` names what was trained, `state` is the stage's and the rest's.

    `random` is the state of torch's generators: resumed runs draw what they would have drawn.
    """

    key: str
    step: int
    state: dict[str, Any]
    random: list[torch.Tensor]


def save_checkpoint(path: Path, key: str, step: int, state: dict[str, Any]) -> None:
    """Written beside and renamed: a crash leaves the older one whole. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    with beside.open("wb") as file:
        try:
            torch.save({"key": key, "step": step, "state": state, "random": _random_state()}, file)
        except RuntimeError as error:  # torch's way to say that a write was refused
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def load_checkpoint(path: Path, key: str) -> Checkpoint | None:
    """The checkpoint in `path`; None where there is none, it is damaged, or of something else."""
    if not zipfile.is_zipfile(path):  # of a file that was cut off, too, the end is missing
        return None
    try:
        values = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, ValueError, EOFError, UnpicklingError):
        return None
    ours = isinstance(values, dict) and values.get("key") == key
    return Checkpoint(**values) if ours else None


def restore_random(states: list[torch.Tensor]) -> None:
    torch.set_rng_state(states[0])
    if torch.cuda.is_available() and len(states) > 1:
        torch.cuda.set_rng_state(states[1])


def _random_state() -> list[torch.Tensor]:
    # Of the current GPU only: the processes of a group have one each, and draw the same.
    cuda = [torch.cuda.get_rng_state()] if torch.cuda.is_available() else []
    return [torch.get_rng_state(), *cuda]
