"""Cyclic garbage is collected in the window's thread alone.

Python collects in whichever thread makes the last straw of objects. An object of Qt's that dies so
in a worker thread takes its timers down there, which Qt does not bear: the process crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GarbageCollector(QObject):
    """Collects while it lives; `close` leaves it to Python again."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        gc.freeze()  # what is here by now stays: a collection need not look at it
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """By Python's own thresholds."""
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
