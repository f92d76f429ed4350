"""Whether processes end that a test has not started itself."""

from __future__ import annotations

import time
from collections.abc import Iterable

import psutil

_WAIT_SECONDS = 60.0


def still_running(processes: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Wait until the processes have ended, at most a minute, and return those that have not.

    One that has ended, and that its parent has not yet asked about, counts as ended.
    """
    alive = [each for each in processes if not has_ended(each)]
    deadline = time.monotonic() + _WAIT_SECONDS
    while alive and time.monotonic() < deadline:
        time.sleep(0.02)
        alive = [each for each in alive if not has_ended(each)]
    return alive


def has_ended(process: psutil.Process) -> bool:
    """Whether a process has ended, also if its parent has not yet asked about it."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
