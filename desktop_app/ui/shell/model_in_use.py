"""Tracks which model the library is searched with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import ModelUsed
from desktop_app.core.jobs.requests import Request, UseModelRequest
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.models.model_answers import ListedModel, ModelListing
from desktop_app.ui.models.model_thread import ModelThread


class ModelInUse(QObject):
    """Tracks the model in use. Lives as long as the window.

    Attributes:
        model: The model in use; None before it is known.

    Signals:
        model_shown (ListedModel): The model in use, after each time that it was read.
        model_changed (ModelListing, str): Another model is now in use; carries all models and the
            id of the previous one, which is empty if none was known.
    """

    model_shown = Signal(ListedModel)
    model_changed = Signal(ModelListing, str)

    def __init__(self, thread: ModelThread, jobs: LibraryJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = thread
        self._jobs = jobs
        self.model: ListedModel | None = None
        jobs.started.connect(self._start_job)
        jobs.ended.connect(self._end_job)

    def show(self, listing: ModelListing) -> None:
        self.model = listing.in_use
        self.model_shown.emit(self.model)

    def refresh(self) -> None:
        """Read again which model is in use, and its name."""
        self._thread.ask(lambda session: session.listing(), self.show)

    def _start_job(self, request: Request) -> None:
        """Read the model before it changes: a new library had none when the window opened."""
        if isinstance(request, UseModelRequest):
            self.refresh()

    def _end_job(self, end: JobEnd) -> None:
        match end.outcome:
            case Finished(value=ModelUsed()):
                self._thread.ask(
                    lambda session: (session.listing(), session.needs_reading()), self._update_model
                )
            case Finished() if self.model is None:
                self.refresh()

    def _update_model(self, known: tuple[ModelListing, bool]) -> None:
        listing, needs_reading = known
        if needs_reading and not self._jobs.wanted_model:
            self._jobs.index_pending()
        former = self.model.model_id if self.model else ""
        self.show(listing)
        if former != listing.in_use.model_id:
            self.model_changed.emit(listing, former)
