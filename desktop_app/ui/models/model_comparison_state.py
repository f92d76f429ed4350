"""What is known of a new model and the one in use: figures, photos and the user's votes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.comparison.verdict import Verdict, verdict
from desktop_app.core.jobs.comparison_events import Comparing, Comparison
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress_event import ProgressEvent
from desktop_app.core.jobs.requests import CompareRequest
from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.models.ballot import Ballot, Vote
from desktop_app.ui.models.model_answers import ComparisonPhotos, ListedModel
from desktop_app.ui.models.model_thread import ModelThread


class ModelComparisonState(QObject):
    """Compares two models, and keeps what has come of it until other models are compared.

    Signals:
        state_changed (): The models, the result, the photos or the error have changed.
        progressed (Comparing): The running comparison has got further.

    Attributes:
        model: The new model; None while nothing is compared.
        old: The model in use when the comparison started.
        result: The figures and the disagreements; None until they are known.
        photos: The photos of the disagreements; None until they are loaded.
        error: Why the comparison failed.
        ballot: The user's votes on the disagreements.
    """

    state_changed = Signal()
    progressed = Signal(Comparing)

    def __init__(self, library: LibraryFiles, job: SideJob, thread: ModelThread) -> None:
        super().__init__()
        self._library = library
        self._job = job
        self._thread = thread
        self.model: ListedModel | None = None
        self.old: ListedModel | None = None
        self.result: Comparison | None = None
        self.photos: ComparisonPhotos | None = None
        self.error: AppError | None = None
        self.ballot = Ballot()
        self._running = ("", "")
        job.progressed.connect(self._pass_progress)
        job.ended.connect(self._end_comparison)

    def start(self, model: ListedModel, old: ListedModel) -> None:
        """Compare a model with the one in use. A result that is known, or under way, is kept."""
        pair = (model.model_id, old.model_id)
        is_known = self.result and (self.result.new_model, self.result.old_model) == pair
        self.model, self.old = model, old
        if not (is_known or (self._job.is_running and self._running == pair)):
            self._reset()
            self._running = pair
            self._job.start(CompareRequest(self._library.folder, model.model_id))
        self.state_changed.emit()

    def clear(self) -> None:
        """Cancel the comparison and drop its result: the model in use may have changed."""
        self._job.cancel()
        self._reset()
        self.model = self.old = None
        self.state_changed.emit()

    @property
    def verdict(self) -> Verdict | None:
        """The recommendation; it counts the votes once the voting is over."""
        if self.result is None:
            return None
        if not self.ballot.has_result:
            return verdict(self.result)
        return verdict(self.result, self.ballot.count(Vote.NEW), self.ballot.count(Vote.OLD))

    def _reset(self) -> None:
        self.result = self.photos = self.error = None
        self.ballot.open([])

    def _pass_progress(self, event: ProgressEvent) -> None:
        if isinstance(event, Comparing):
            self.progressed.emit(event)

    def _end_comparison(self, outcome: Outcome) -> None:
        match outcome:
            case Finished(value=Comparison() as result):
                self.result = result
                self.ballot.open(result.disagreements)
                self._thread.ask(
                    lambda session: session.comparison_photos(result),
                    lambda photos: self._add_photos(result, photos),
                )
            case Failed(error=error):
                self.error = error
        self.state_changed.emit()

    def _add_photos(self, result: Comparison, photos: ComparisonPhotos) -> None:
        if self.result is result:  # no other comparison has started since
            self.photos = photos
            self.state_changed.emit()
