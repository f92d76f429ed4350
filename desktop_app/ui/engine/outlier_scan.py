"""Scan a library for unusual photos in small steps, so that searches are answered in between."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.kit.worker_thread import Worker

_REPORT_INTERVAL_S = 0.5


class OutlierScan(QObject):
    """At most one scan at a time, in the search thread.

    Signals:
        found (FoundOutliers): The photos found so far: twice a second, and at the end of the scan.
        failed (AppError): The scan has ended with this error.
    """

    found = Signal(FoundOutliers)
    failed = Signal(AppError)
    _step_due = Signal()

    def __init__(self, worker: Worker) -> None:
        """Run in the thread of `worker`, which becomes the parent, until that is stopped."""
        super().__init__(worker)
        self._worker = worker
        self._steps: Iterator[FoundOutliers] | None = None
        self._report_after = 0.0
        self._is_step_due = False
        self._step_due.connect(self._step, Qt.ConnectionType.QueuedConnection)

    def start(self, steps: Iterator[FoundOutliers]) -> None:
        """Scan by taking these steps, instead of those that were being taken."""
        self._steps = steps
        self._schedule()

    def stop(self) -> None:
        self._steps = None

    @Slot()
    def _step(self) -> None:
        self._is_step_due = False
        found = self._next()
        if found is None:
            self._steps = None
            return
        if found.is_complete or time.monotonic() >= self._report_after:
            self._report_after = time.monotonic() + _REPORT_INTERVAL_S
            self.found.emit(found)
        self._schedule()

    def _schedule(self) -> None:
        """Take the next step after the calls that wait for the thread; one is due at most."""
        if not self._is_step_due:
            self._is_step_due = True
            self._step_due.emit()

    def _next(self) -> FoundOutliers | None:
        try:
            if self._steps is None or self._worker.is_stopped:
                return None
            return next(self._steps, None)
        except AppError as error:
            self.failed.emit(error)
            return None
