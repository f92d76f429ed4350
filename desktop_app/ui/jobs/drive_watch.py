"""Looks for drives that are connected again, and has their folders scanned."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.files.drives import is_network_drive, is_unplugged
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import Root

_INTERVAL_MS = 2000


class _Looker(Worker):
    """Its method runs in a thread of its own: a drive may take seconds to answer.

    Signals:
        looked (frozenset[Path]): The answer to `look`.
    """

    looked = Signal(frozenset)

    def look(self, folders: frozenset[Path]) -> None:
        """Find the folders that can be reached. One on another machine counts once it is mounted:
        to look into it may take for ever.
        """
        found = (
            folder
            for folder in folders
            if is_network_drive(folder) or not is_unplugged(folder, had_files=True)
        )
        self.looked.emit(frozenset(found))


class DriveWatch(QObject):
    """Looks at the roots that were offline at the last scan, every two seconds while there are any.

    One that is there is scanned once. If the scan finds that it is not the root, for example an
    empty folder where the drive is mounted, it is scanned again only after it was gone.
    """

    def __init__(self, jobs: LibraryJobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._offline: frozenset[Path] = frozenset()
        self._seen: frozenset[Path] = frozenset()
        self._worker = _Looker()
        self._worker.looked.connect(self._scan)
        self._thread = WorkerThread(self._worker, "drives", self)
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def set_roots(self, roots: Iterable[Root]) -> None:
        """Follow the roots of the library; none of one that may only be read."""
        self._offline = frozenset(root.path for root in roots if root.offline and not root.paused)
        self._seen &= self._offline
        if not self._offline:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        self._timer.stop()
        self._thread.stop()

    def _look(self) -> None:
        self._thread.call_latest(self._worker.look, self._offline)

    def _scan(self, found: frozenset[Path]) -> None:
        found &= self._offline
        new, self._seen = found - self._seen, found
        if new:
            self._jobs.index_changes(sorted(new))
