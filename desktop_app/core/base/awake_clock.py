"""A clock for work that a sleeping machine does not do."""

from __future__ import annotations

import ctypes
import sys
import time

_TICKS_A_SECOND = 10_000_000


def awake_seconds() -> float:
    """Seconds since some moment, without those that the machine has slept.

    So counts time.monotonic, but under Windows, where it goes on through the night.
    """
    if sys.platform == "win32":
        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / _TICKS_A_SECOND
    return time.monotonic()
