"""The check of folders outside the library: what was found so far, and how it ended."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.files.file_moves import Placed
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked, Standing
from desktop_app.core.jobs.job_output import Cancelled, Outcome
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import NewcomersRequest
from desktop_app.ui.jobs.side_job import SideJob

_NEWS_MS = 100


class NewcomerCheck(QObject):
    """Checks some folders at a time. Lives as long as the window, across languages.

    Attributes:
        folders: Those that were checked last, as the user has chosen them.
        photos: Those that were compared, in the order of the check.
        progress: How far the check is.
        outcome: How it ended; None while it runs.
        copies: Where photos of the folders were copied to.

    Signals:
        changed (): Any of these has changed. Emitted at most ten times a second.
    """

    changed = Signal()

    def __init__(self, library: Path, job: SideJob, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._job = job
        self._forget([])
        self._news = QTimer(self, interval=_NEWS_MS, singleShot=True)
        self._news.timeout.connect(self.changed)
        job.progressed.connect(self._take)
        job.ended.connect(self._end)

    @property
    def count(self) -> int:
        """The number of photos that were compared."""
        return sum(map(len, self.photos.values()))

    @property
    def wanted(self) -> list[Path]:
        """The photos that the library lacks, or has with fewer pixels, and that were not copied."""
        photos = [*self.photos[Standing.NEW], *self.photos[Standing.BETTER]]
        return [photo.path for photo in photos if photo.path not in self.copies]

    def start(self, folders: list[Path]) -> None:
        """Check folders, instead of those before."""
        self._forget(folders)
        self._job.start(NewcomersRequest(self._library, folders))
        self.changed.emit()

    def stop(self) -> None:
        """End the check, and keep what was found."""
        if self.outcome is None:
            self._job.cancel()
            self._end(Cancelled())

    def note_copies(self, placed: Iterable[Placed]) -> None:
        self.copies |= {step.source: step.target for step in placed}
        self.changed.emit()

    def name_of(self, photo: Path) -> str:
        """Return the path of a photo in the folder that is checked, or that holds all of them."""
        return os.path.relpath(photo, self._top) if self._top else str(photo)

    def holder(self, path: Path) -> Path | None:
        """Return the folder that is checked and holds a path."""
        inside = (each for each in self.folders if path.resolve().is_relative_to(each.resolve()))
        return next(inside, None)

    def _forget(self, folders: list[Path]) -> None:
        self.folders = folders
        self._top = _common_folder([folder.resolve() for folder in folders])
        self.photos: dict[Standing, list[NewcomerChecked]] = {each: [] for each in Standing}
        self.progress = CheckingFolder(0, 0)
        self.outcome: Outcome | None = None
        self.copies: dict[Path, Path] = {}

    def _take(self, event: ProgressEvent) -> None:
        match event:
            case NewcomerChecked():
                self.photos[event.standing].append(event)
            case CheckingFolder():
                self.progress = event
        if not self._news.isActive():
            self._news.start()

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self._news.stop()
        self.changed.emit()


def _common_folder(folders: list[Path]) -> str:
    """Return the folder that holds all of these; empty if they are on several drives of Windows."""
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return ""
