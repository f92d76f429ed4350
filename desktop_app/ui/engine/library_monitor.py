"""Keeps the window up to date with the contents of the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import LibraryState
from desktop_app.ui.engine.search_worker import SearchWorker
from desktop_app.ui.kit.worker_thread import WorkerThread

_REFRESH_INTERVAL_MS = 1000


class LibraryMonitor(QObject):
    """Asks the search thread to load what has changed in the library.

    Signals:
        changed (LibraryState): The contents of the library, after a refresh.
        failed (AppError): The library cannot be opened, read or searched.
        recovered (Restored): The library was damaged, and is that of its backup now.
        failures_listed (list[Failure]): The photos that could not be indexed.
    """

    changed = Signal(LibraryState)
    failed = Signal(AppError)
    recovered = Signal(object)
    failures_listed = Signal(list)

    def __init__(self, worker: SearchWorker, thread: WorkerThread, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._thread = thread
        self._timer = QTimer(self, interval=_REFRESH_INTERVAL_MS)
        self._timer.timeout.connect(lambda: thread.call_latest(worker.refresh))
        worker.library_changed.connect(self.changed)
        worker.library_failed.connect(self.failed)
        worker.library_recovered.connect(self.recovered)
        worker.failures_listed.connect(self.failures_listed)

    def refresh(self) -> None:
        """Load what has changed; `changed` follows in any case."""
        self._thread.call_latest(self._worker.refresh_and_report)

    def search_again(self) -> None:
        """Show the results of the last search with the paths that files have been moved to."""
        self._thread.call_latest(self._worker.search_again)

    def follow(self, *, is_indexing: bool) -> None:
        """Refresh periodically while a job indexes, and once when it has ended."""
        if is_indexing:
            self._timer.start()
        else:
            self._timer.stop()
            self.refresh()

    def report(self, error: AppError) -> None:
        """Recover the library if an error that another thread has met says that it is damaged.

        `recovered` or `failed` follows.
        """
        self._thread.call(self._worker.report, error)

    def list_failures(self) -> None:
        """List the photos that could not be indexed; `failures_listed` brings them."""
        self._thread.call_latest(self._worker.list_failures)

    def stop(self) -> None:
        self._timer.stop()
