"""Knows the groups of duplicates while they are shown, and what is to become of their photos."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.core.clearing.discards import Discards
from desktop_app.core.files.library_edits import LibraryEdit
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import DuplicatesRequest
from desktop_app.ui.duplicate_groups.likeness_filter import LikenessFilter
from desktop_app.ui.duplicate_groups.marks import Marks
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing, DuplicateWorker
from desktop_app.ui.duplicates.keep_rules_store import KeepRulesStore
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit.worker_thread import WorkerThread

# While photos are compared, the groups are read at most this often, and for at most this share of
# the time.
_LEAST_REST_MS = 2000
_SHARE_FOR_READING = 0.1


class DuplicateClient(QObject):
    """Lives as long as the window, across languages.

    Attributes:
        jobs: The jobs of the library.
        marks: What is to become of the photos.
        likeness: Which groups are shown, by how alike their photos are.
        rules: What makes a photo the one to keep.
        listing: The latest listing.
        is_listed: Whether there is one.

    Signals:
        listed (DuplicateListing): Other groups are to be shown.
        checked (Discards): The answer to `check`.
        finding_changed (): A search for duplicates may have begun or ended.
        search_ended (): A search for duplicates has ended, and its groups are shown.
        failed (AppError): The library cannot be read.
    """

    listed = Signal(DuplicateListing)
    checked = Signal(Discards)
    finding_changed = Signal()
    search_ended = Signal()
    failed = Signal(AppError)

    def __init__(self, library: Path, jobs: LibraryJobs) -> None:
        super().__init__()
        self.jobs = jobs
        self.marks = Marks()
        self.marks.setParent(self)
        self.likeness = LikenessFilter()
        self.likeness.setParent(self)
        self.rules = KeepRulesStore(LibraryFiles(library))
        self.rules.setParent(self)
        self.rules.changed.connect(self._list)
        self.rules.sharpness_wanted.connect(lambda: _measure(self))
        self.rules.failed.connect(self.failed)
        self.listing = DuplicateListing()
        self.is_listed = False
        self._photo_filter = EVERYTHING
        self._is_open = False
        self._has_ended = False
        self._worker = DuplicateWorker(library)
        self._thread = WorkerThread(self._worker, "duplicates", self)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._list)
        self._worker.listed.connect(self._pass_listing)
        self._worker.checked.connect(self.checked)
        self._worker.failed.connect(self.failed)
        jobs.started.connect(lambda _: self.finding_changed.emit())
        jobs.progressed.connect(self._follow_progress)
        jobs.ended.connect(self._follow_end)

    @property
    def is_finding(self) -> bool:
        """Whether duplicates are being looked for."""
        running = self.jobs.running
        return running is not None and isinstance(running.request, DuplicatesRequest)

    def find(self) -> None:
        """Compare the photos that were not compared yet."""
        self.jobs.submit(DuplicatesRequest(self.jobs.library))

    def check(self) -> None:
        """Check which of the photos that are marked to be discarded may go."""
        marked = frozenset(self.marks.discarded)
        self._thread.call_latest(self._worker.check, marked, self.rules.rules)

    def open(self, photo_filter: PhotoFilter) -> None:
        """Read the groups now, and whenever they may have changed."""
        self._photo_filter = photo_filter
        self._is_open = True
        self._list()

    def pause(self) -> None:
        """Read no groups while they are not shown."""
        self._is_open = False
        self._rest.stop()

    def refresh(self) -> None:
        """Read the groups again soon."""
        if self._is_open and not self._rest.isActive():
            self._rest.start()

    def close(self) -> None:
        self._rest.stop()
        self._thread.stop()

    def _list(self) -> None:
        self._thread.call_latest(self._worker.list_groups, self._photo_filter, self.rules.rules)

    def _pass_listing(self, listing: DuplicateListing, seconds: float) -> None:
        self._rest.setInterval(max(_LEAST_REST_MS, round(1000 * seconds / _SHARE_FOR_READING)))
        if listing is not self.listing or not self.is_listed:
            self.listing, self.is_listed = listing, True
            self.listed.emit(listing)
        if self._has_ended:
            self._has_ended = False
            self.search_ended.emit()

    def _follow_progress(self, event: ProgressEvent) -> None:
        if isinstance(event, FindingDuplicates):
            self.refresh()

    def _follow_end(self, end: JobEnd) -> None:
        is_search = isinstance(end.request, DuplicatesRequest)
        if self._is_open and (is_search or isinstance(end.request, LibraryEdit)):
            self._list()
        if is_search:
            self._has_ended = self._is_open
            self.finding_changed.emit()


def _measure(client: DuplicateClient) -> None:
    """Measure the photos of the groups, unless the first search is still to come."""
    if client.listing.has_compared:
        client.find()
