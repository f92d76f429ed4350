"""The window's side of the scan for unusual photos."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.engine.queries import OutlierRequest
from desktop_app.ui.engine.request_counter import RequestCounter
from desktop_app.ui.engine.search_worker import SearchWorker
from desktop_app.ui.kit.worker_thread import WorkerThread


class OutlierClient(QObject):
    """Starts and stops scans.

    Signals:
        found (FoundOutliers): The most unusual photos so far; repeated until the scan is complete.
    """

    found = Signal(FoundOutliers)

    def __init__(self, worker: SearchWorker, thread: WorkerThread, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._thread = thread
        self._counter = RequestCounter()
        self._last: FoundOutliers | None = None
        worker.outliers_found.connect(self._pass_found)

    def find(self, photo_filter: PhotoFilter) -> None:
        """Scan the photos that pass, from the start."""
        request = OutlierRequest(self._counter.next_number(), photo_filter)
        self._thread.call_latest(self._worker.find_outliers, request)

    def stop(self) -> None:
        """End the scan and drop what it found."""
        self._last = None
        self._counter.next_number()
        self._thread.call_latest(self._worker.find_outliers, None)

    def repeat_answer(self) -> None:
        """Send the last answer again, for a view that is new."""
        if self._last is not None:
            self.found.emit(self._last)

    def _pass_found(self, found: FoundOutliers) -> None:
        if self._counter.is_newest(found.number):
            self._last = found
            self.found.emit(found)
