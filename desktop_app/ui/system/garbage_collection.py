"""Collects cyclic garbage in the window's thread only.

Python collects in whichever thread allocates the object that reaches the threshold. A QObject that
is destroyed that way in a worker thread stops its timers there, and the process crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GarbageCollector(QObject):
    """Collects by a timer; `close` hands collecting back to Python."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        gc.freeze()  # present objects stay anyway
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """Collect the oldest generation that exceeds Python's own threshold."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if threshold and count > threshold
        ]
        if due:
            gc.collect(max(due))

    def close(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
