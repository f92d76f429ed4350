"""The thread that looks for copies among the photos of an archive, and the window's side."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.clearing.ranked_groups import RankedGroup, ranked
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.groups import DuplicateGroup
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.ui.archive.archive_reader import ArchiveReader
from desktop_app.ui.kit.worker_thread import Worker, WorkerThread


class CopiesWorker(Worker):
    """Its methods run in the thread.

    Attributes:
        wanted: The number of the search that is wanted; others end at their next step.

    Signals:
        progressed (FindingDuplicates): How far the search is.
        found (list[RankedGroup]): All groups.
        failed (AppError): A shard cannot be read.
    """

    progressed = Signal(FindingDuplicates)
    found = Signal(list)
    failed = Signal(AppError)

    def __init__(self, reader: ArchiveReader) -> None:
        super().__init__()
        self.wanted = 0
        self._reader = reader

    def find(self, number: int) -> None:
        """Compare all photos, while the search of this number is wanted."""
        try:
            self._find(number)
        except AppError as error:
            self.failed.emit(error)

    def _find(self, number: int) -> None:
        opened = self._reader.opened()
        from desktop_app.core.archive_copies.finder import ArchiveCopies, find_archive_copies

        for event in find_archive_copies(opened.archive, opened.codes):
            if self.is_stopped or number != self.wanted:
                return
            if isinstance(event, ArchiveCopies):
                self.found.emit(_each_photo_once(event.groups))
            else:
                self.progressed.emit(event)


class CopiesClient(QObject):
    """Sends requests to the thread. All signals are emitted in the window's thread.

    Signals: those of `CopiesWorker`.
    """

    progressed = Signal(FindingDuplicates)
    found = Signal(list)
    failed = Signal(AppError)

    def __init__(self, reader: ArchiveReader) -> None:
        super().__init__()
        self._worker = CopiesWorker(reader)
        low = QThread.Priority.LowPriority
        self._thread = WorkerThread(self._worker, "copies in the archive", self, low)
        self._worker.progressed.connect(self.progressed)
        self._worker.found.connect(self.found)
        self._worker.failed.connect(self.failed)

    def find(self) -> None:
        """Look for copies; `found` or `failed` follows, unless it is cancelled."""
        self._worker.wanted += 1
        self._thread.call_latest(self._worker.find, self._worker.wanted)

    def cancel(self) -> None:
        """End the search soon; what it has found is lost."""
        self._worker.wanted += 1

    def close(self) -> None:
        self._thread.stop()


def _each_photo_once(groups: list[DuplicateGroup]) -> list[RankedGroup]:
    """Return the groups of the same photo, which have identical files too, and then those of
    identical files that are in none of them.
    """
    by_level = ranked(groups, KeepRules())
    same = by_level[Level.SAME_PHOTO]
    known = {photo.id for each in same for photo in each.files}
    return [*same, *(each for each in by_level[Level.IDENTICAL] if each.files[0].id not in known)]
