"""A group of two processes that torchrun has started, of which the second one fails."""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from desktop_app.core.base.errors import AppError
from training.base.devices import exit_process, process_rank, training_device
from training.base.errors import NoPicturesError
from training.base.group_batches import group_mean


def main() -> int:
    try:
        with training_device():
            for step in range(5):
                if (process_rank(), step) == (1, 3):
                    raise NoPicturesError(Path("photos"))
                group_mean(torch.ones(3))
    except AppError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    exit_process(main())
