"""Let a window handle events for a while.

Not with QTest.qWait: it keeps Python's lock while it waits, so that all other threads stand still.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_EVERY_MS = 2


def rest(milliseconds: int) -> None:
    """Handle events for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def rest_until(is_done: Callable[[], bool], seconds: float = 120) -> None:
    """Handle events until something is so, at most for some seconds."""
    until = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < until, "the window does not get there"
        rest(_LOOK_EVERY_MS)
