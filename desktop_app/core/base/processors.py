"""Processor time: how many cores there are, how much of them to take, and a clock for long work."""

from __future__ import annotations

import ctypes
import os
import sys
import time

import psutil

_TICKS_PER_SECOND = 10_000_000


def available_cores() -> int:
    """The number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def lower_priority(*, gentle: bool) -> None:
    """Give this process a lower priority than the window, or, if `gentle`, than any other.

    A priority that is lower already is kept: raising it needs a privilege.
    """
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.IDLE_PRIORITY_CLASS if gentle else psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        process.nice(max(process.nice(), 19 if gentle else 10))


def awake_seconds() -> float:
    """A monotonic clock, in seconds, that stops while the machine sleeps.

    time.monotonic does so everywhere but on Windows.
    """
    if sys.platform == "win32":
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / _TICKS_PER_SECOND
    return time.monotonic()
