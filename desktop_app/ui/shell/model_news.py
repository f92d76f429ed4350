"""What the window says of its models by itself: how things were left, what has ended, and what
might be worth doing. One quiet sentence at a time, with what can be done about it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import ModelUsed, Retrained
from desktop_app.core.jobs.requests import ReadingRequest, Request, UseModelRequest
from desktop_app.core.models.training_component import can_install, missing_modules
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, worded
from desktop_app.ui.kit.messages import last_words, message
from desktop_app.ui.models.model_answers import ListedModel, ModelListing, StartupReport
from desktop_app.ui.models.model_dialog import Page
from desktop_app.ui.models.model_words import model_name
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.services import Services

if TYPE_CHECKING:
    from desktop_app.core.models.drift import Drift


class ModelNews(QObject):
    """Lives as long as the window. `said` gives a Notice that is about what was just done, `found`
    one that can wait until the sentence before it was read.
    """

    said = Signal(object)
    found = Signal(object)

    def __init__(self, services: Services, flow: ModelFlow) -> None:
        super().__init__(flow)
        self._services = services
        self._models = services.models
        self._flow = flow
        self._listing: ModelListing | None = None
        self._has_indexed = False
        models, jobs = services.models, services.jobs
        models.run.finished.connect(self._end_run)
        models.run.interrupted.connect(self._tell_of_interruption)
        jobs.started.connect(self._start_job)
        jobs.ended.connect(self._end_job)
        jobs.idle.connect(self._look_for_drift)

    def begin(self) -> None:
        """Look how the last window left things."""
        self._models.thread.ask(lambda session: session.startup_report(), self._take)

    def _take(self, beginning: StartupReport) -> None:
        self._listing = beginning.listing
        run = self._models.run
        run.restore(beginning.retraining)
        wanted = beginning.listing.find(beginning.wanted_model)
        if wanted is not None:
            self.found.emit(worded(lambda: self._change_interrupted(wanted)))
        match run.phase:
            case RunPhase.INTERRUPTED:
                self._tell_of_interruption(None)
            case RunPhase.FINISHED:
                self._tell_of_new_model()
            case RunPhase.ELSEWHERE:
                self.found.emit(worded(self._goes_on_in_background))
        if beginning.needs_reading:
            self._services.jobs.index_pending()

    def _change_interrupted(self, wanted: ListedModel) -> Notice:
        text = self.tr("The change to {model} was interrupted; the model before is in use.")
        return Notice(
            text.format(model=model_name(wanted)),
            button=self.tr("Go on"),
            act=partial(self._services.jobs.use_model, wanted.model_id),
        )

    def _goes_on_in_background(self) -> Notice:
        text = self.tr("A retraining goes on in the background.")
        return Notice(text, button=self.tr("Show"), act=self._flow.open)

    def _end_run(self) -> None:
        """Where it was looked at, the comparison is shown at once."""
        if not self._flow.shows(Page.RETRAIN):
            self._tell_of_new_model()

    def _tell_of_new_model(self) -> None:
        made = self._models.run.result
        if made is not None:
            self.found.emit(worded(lambda: self._can_be_compared(made)))

    def _can_be_compared(self, made: Retrained) -> Notice:
        text = self.tr("A new model has learned {photos} and is ready to be compared.")
        return Notice(
            text.format(photos=numbers.photos(made.photos)),
            button=self.tr("Compare"),
            act=partial(self._flow.compare, made.model_id),
        )

    def _tell_of_interruption(self, error: AppError | None) -> None:
        """The dialog says it too, where it is open; what went wrong is said here all the same."""
        can_go_on = self._models.run.phase is RunPhase.INTERRUPTED
        if error is not None:
            self.said.emit(worded(lambda: self._went_wrong(error, can_go_on=can_go_on)))
        elif can_go_on and not self._flow.is_open:
            self.found.emit(worded(lambda: self._with_ways_out(Notice(self._interruption()))))

    def _went_wrong(self, error: AppError, *, can_go_on: bool) -> Notice:
        notice = Notice(message(error), last_words(error), is_warning=True)
        return self._with_ways_out(notice) if can_go_on else notice

    def _with_ways_out(self, notice: Notice) -> Notice:
        return replace(
            notice,
            button=self.tr("Go on"),
            act=self._flow.go_on,
            other_button=self.tr("Forget it"),
            other_act=self._forget,
        )

    def _interruption(self) -> str:
        if self._models.run.progress.latest is None:
            return self.tr("A retraining was interrupted before it had learned anything.")
        text = self.tr("A retraining was interrupted after {time}; what it had learned is kept.")
        return text.format(time=numbers.duration(self._models.run.progress.latest.seconds))

    def _forget(self) -> None:
        self._models.thread.ask(
            lambda session: session.discard_retraining(), lambda _: self._models.run.discard()
        )

    def _start_job(self, request: Request) -> None:
        """Only now is there a listing, where the library has come with this window."""
        if isinstance(request, UseModelRequest):
            self._models.thread.ask(lambda session: session.listing(), self._store_listing)

    def _store_listing(self, listing: ModelListing) -> None:
        self._listing = listing

    def _end_job(self, end: JobEnd) -> None:
        match end.outcome:
            case Finished(value=ModelUsed()):
                self._models.thread.ask(
                    lambda session: (session.listing(), session.needs_reading()), self._take_use
                )
            case Finished() if isinstance(end.request, ReadingRequest):
                self._has_indexed = True
        if isinstance(end.request, UseModelRequest) and not isinstance(end.outcome, Finished):
            self._tell_that_it_stayed()

    def _take_use(self, known: tuple[ModelListing, bool]) -> None:
        listing, needs_reading = known
        if needs_reading and not self._services.jobs.wanted_model:
            self._services.jobs.index_pending()
        self._tell_of_use(listing)

    def _tell_of_use(self, listing: ModelListing) -> None:
        before, self._listing = self._listing, listing
        former = before.in_use.model_id if before else ""
        if former == listing.in_use.model_id:
            return
        self.said.emit(worded(lambda: self._searching_with(listing, former)))

    def _searching_with(self, listing: ModelListing, former: str) -> Notice:
        text = self.tr("Searching with “{model}” now.").format(model=model_name(listing.in_use))
        if listing.find(former) is None:
            return Notice(text)
        undo = partial(self._services.jobs.use_model, former)
        return Notice(text, button=self.tr("Undo"), act=undo)

    def _tell_that_it_stayed(self) -> None:
        if self._listing is not None:
            model = self._listing.in_use
            self.said.emit(worded(lambda: self._nothing_changed(model)))

    def _nothing_changed(self, model: ListedModel) -> Notice:
        text = self.tr("Nothing has changed: the library is searched with “{model}”.")
        return Notice(text.format(model=model_name(model)))

    def _look_for_drift(self) -> None:
        """After indexing, when nothing else is to be done."""
        if self._has_indexed and (can_install() or not missing_modules()):
            self._has_indexed = False
            self._models.thread.ask(lambda session: session.due_suggestion(), self._suggest)

    def _suggest(self, found: Drift | None) -> None:
        if found is not None and self._models.run.phase is RunPhase.NONE:
            self.found.emit(worded(lambda: self._suggestion(found)))

    def _suggestion(self, found: Drift) -> Notice:
        text = self.tr(
            "{photos} came that the model has not learned. Retrained on this library, it may find"
            " more of what belongs together."
        )
        return Notice(
            text.format(photos=numbers.photos(found.new_photos or found.photos)),
            button=self.tr("Retrain…"),
            act=self._flow.open,
            other_button=self.tr("Not now"),
            other_act=lambda: None,
        )
