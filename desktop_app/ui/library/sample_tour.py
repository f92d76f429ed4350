"""Sample pictures, for users who want to try the program without photos of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs


class SampleTour(QObject):
    """Draws the sample pictures and adds their folder to the library.

    Signals:
        ready (Path): The pictures are indexed; this one can be searched for.
    """

    ready = Signal(Path)

    def __init__(self, jobs: LibraryJobs, samples: Path, parent: QObject) -> None:
        """`samples` is the folder for the pictures."""
        super().__init__(parent)
        self._jobs = jobs
        self._samples = samples
        self._is_under_way = False
        jobs.ended.connect(self._report_samples)

    def begin(self) -> None:
        self._is_under_way = True
        self._jobs.draw_samples(self._samples)

    def end(self) -> None:
        """Leave the pictures without a search: the user has gone on to photos of their own."""
        self._is_under_way = False

    def _report_samples(self, end: JobEnd) -> None:
        is_ours = isinstance(end.request, IndexRequest) and end.request.folders == [self._samples]
        if self._is_under_way and is_ours and isinstance(end.outcome, Finished):
            self.end()
            pictures = sorted(self._samples.rglob("*.jpg"))
            if pictures:
                self.ready.emit(pictures[0])
