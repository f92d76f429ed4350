"""Measures what a retraining would cost, while its form is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.base.errors import TooFewPhotosError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.job_output import Failed, Finished, Outcome
from desktop_app.core.jobs.progress import TrainingEstimate
from desktop_app.core.jobs.requests import (
    ProbeRequest,
    QuickTrainRequest,
    RetrainRequest,
    TrainRequest,
)
from desktop_app.core.models.code_length import CodeTooLongError, check_code_length
from desktop_app.core.models.retraining import MIN_PHOTOS
from desktop_app.core.models.training_component import is_removable, missing_modules
from desktop_app.ui.jobs.training_text import cost_text, quick_cost_text
from desktop_app.ui.kit.messages import message
from desktop_app.ui.models.model_answers import ScopedPhotos
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.retraining.retrain_form import RetrainChoice, RetrainForm
from desktop_app.ui.retraining.training_costs import TrainingCosts
from desktop_app.ui.settings.preferences import Preferences

_SETTLE_MS = 300


class RetrainFormFlow(QObject):
    """Counts the photos and measures the machine after each change of the form.

    Signals:
        training_requested (RetrainRequest): The user has started a retraining.
    """

    training_requested = Signal(object)

    def __init__(
        self,
        form: RetrainForm,
        library: LibraryFiles,
        preferences: Preferences,
        thread: ModelThread,
        costs: TrainingCosts,
        descriptor_size: int,
    ) -> None:
        """`descriptor_size` is that of the model in use."""
        super().__init__(form)
        self._library = library
        self._preferences = preferences
        self._thread = thread
        self._costs = costs
        self._descriptor_size = descriptor_size
        self._form = form
        self._is_left = False
        self._scoped: ScopedPhotos | None = None
        self._probed: RetrainChoice | None = None
        self._estimate: TrainingEstimate | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._count_photos)
        form.choice_changed.connect(self._update_estimate)
        form.start_requested.connect(self._request_training)
        costs.answered.connect(self._show_outcome)
        self._update_estimate()

    def leave(self) -> None:
        """Stop measuring. The form may be gone when an answer comes."""
        self._is_left = True
        self._costs.cancel()

    def _update_estimate(self) -> None:
        """Show the cost of the choice; it is measured again unless only the time has changed."""
        choice = self._form.choice
        if self._estimate and self._probed and _same_work(choice, self._probed):
            self._show_cost(self._estimate)
            return
        self._estimate = self._probed = self._scoped = None
        self._costs.cancel()
        self._timer.stop()
        self._form.component.setVisible(
            not choice.quick and not missing_modules() and is_removable()
        )
        if not choice.quick and missing_modules():
            self._form.show_missing_component()
        elif refusal := _refused_length(choice.code_bits, self._descriptor_size):
            self._form.show_refusal(refusal)
        else:
            self._form.show_measuring()
            self._timer.start()

    def _count_photos(self) -> None:
        scope = self._form.choice.scope
        self._thread.ask(lambda session: session.scopes.photos_in(scope), self._probe)

    def _probe(self, scoped: ScopedPhotos) -> None:
        """Measure the machine for the counted photos, unless the scope has changed since."""
        if self._is_left:
            return
        choice = self._form.choice
        if scoped.scope != choice.scope or self._probed is not None:
            return
        if scoped.count < MIN_PHOTOS:
            self._form.show_refusal(message(TooFewPhotosError(scoped.count, MIN_PHOTOS)))
            return
        self._scoped, self._probed = scoped, choice
        if choice.quick:
            self._form.show_cost(quick_cost_text(scoped.count))
        else:
            self._costs.ask(self._probe_request(choice, scoped), scoped.count)

    def _probe_request(self, choice: RetrainChoice, scoped: ScopedPhotos) -> ProbeRequest:
        library, gentle = self._library.folder, self._preferences.settings.gentle
        return ProbeRequest(library, scoped.ids, choice.code_bits, choice.previews, gentle)

    def _show_outcome(self, outcome: Outcome) -> None:
        match outcome:
            case Finished(value=TrainingEstimate() as estimate):
                self._estimate = estimate
                self._show_cost(estimate)
            case Failed(error=error):
                self._form.show_refusal(message(error))

    def _show_cost(self, estimate: TrainingEstimate) -> None:
        assert self._scoped is not None
        minutes = self._form.choice.minutes
        self._form.show_cost(cost_text(estimate, self._scoped.count, minutes))

    def _request_training(self, choice: RetrainChoice) -> None:
        self.training_requested.emit(self._request(choice))

    def _request(self, choice: RetrainChoice) -> RetrainRequest:
        assert self._scoped is not None
        library, ids = self._library.folder, self._scoped.ids
        gentle = self._preferences.settings.gentle
        if choice.quick:
            return QuickTrainRequest(library, ids, choice.code_bits, gentle)
        return TrainRequest(library, ids, choice.code_bits, choice.minutes, choice.previews, gentle)


def _same_work(one: RetrainChoice, other: RetrainChoice) -> bool:
    """Whether two choices differ in nothing but the limit of time."""
    parts = (one.quick, one.scope, one.code_bits, one.previews)
    return parts == (other.quick, other.scope, other.code_bits, other.previews)


def _refused_length(bits: int, descriptor_size: int) -> str:
    """Say why codes cannot have so many bits; empty where they can."""
    try:
        check_code_length(bits, descriptor_size)
    except CodeTooLongError as error:
        return message(error)
    return ""
