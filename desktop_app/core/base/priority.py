"""How much of the machine long work takes from everything else."""

from __future__ import annotations

import sys

import psutil


def lower_priority(*, gentle: bool) -> None:
    """Let the window and the user's other programs go first; gently, all of them. Whoever has
    stepped back further already stays there: to come forward needs a right.
    """
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.IDLE_PRIORITY_CLASS if gentle else psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        process.nice(max(process.nice(), 19 if gentle else 10))
