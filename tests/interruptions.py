"""Do something at every line of the code that writes and moves files: look at the disk, or kill."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from desktop_app.core.base import atomic_write
from desktop_app.core.files import (
    exclusive_rename,
    file_moves,
    interrupted_moves,
    photo_moves,
    renames,
    sidecar_moves,
    sidecars,
)

_FILES = {
    module.__file__
    for module in (
        atomic_write,
        exclusive_rename,
        file_moves,
        interrupted_moves,
        photo_moves,
        renames,
        sidecar_moves,
        sidecars,
    )
}


@contextmanager
def at_every_line(act: Callable[[], None]) -> Iterator[None]:
    """Call `act` before each line of these modules that is run inside the block."""

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in _FILES:
            return None
        if event == "line":
            act()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def is_killed_at_line(number: int, act: Callable[[], object]) -> bool:
    """Run this in a process of its own, and kill it there. False if it ends before.

    Call it in a process without threads.
    """
    child = os.fork()
    if child == 0:
        lines = iter(range(1, number))
        with at_every_line(lambda: None if next(lines, None) else _kill()):
            act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
