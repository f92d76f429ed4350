"""Run a command, and watch how long it takes and how much memory its processes take."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import psutil

_LOOK_EVERY_SECONDS = 0.1

MemoryOf = Callable[[psutil.Process], int]


@dataclass(frozen=True)
class Watched:
    """What a command took. `peak_bytes`: the most memory at one time."""

    seconds: float
    peak_bytes: int

    @property
    def peak_mb(self) -> float:
        return self.peak_bytes / 2**20


def resident(process: psutil.Process) -> int:
    """Bytes of one process, shared pages included."""
    return int(process.memory_info().rss)


def watch(arguments: list[str], memory_of: MemoryOf = resident) -> Watched:
    """Run `python ARGUMENTS`, which has to succeed, and look at its memory all the time.

    `memory_of` returns the bytes that are counted of the command's process.
    """
    started, most = time.monotonic(), 0
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        with suppress(psutil.NoSuchProcess):
            most = max(most, memory_of(watched))
        time.sleep(_LOOK_EVERY_SECONDS)
    assert process.wait() == 0
    return Watched(time.monotonic() - started, most)
