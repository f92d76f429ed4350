"""What the window says of its models by itself: which is in use, and when retraining may help.

One quiet message at a time, with what can be done about it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import ModelUsed
from desktop_app.core.jobs.requests import ReadingRequest, UseModelRequest
from desktop_app.core.models.training_component import can_install, missing_modules
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, worded
from desktop_app.ui.models.model_answers import ListedModel, ModelListing, StartupReport
from desktop_app.ui.models.model_words import model_name
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.model_in_use import ModelInUse
from desktop_app.ui.shell.retraining_news import RetrainingNews
from desktop_app.ui.shell.services import ModelServices

if TYPE_CHECKING:
    from desktop_app.core.models.drift import Drift


class ModelNews(QObject):
    """Lives as long as the window.

    Signals:
        notice_posted (Notice): What was done just now.
        notice_queued (Notice): Something that can wait until the message before it was read.
    """

    notice_posted = Signal(Notice)
    notice_queued = Signal(Notice)

    def __init__(
        self, models: ModelServices, jobs: LibraryJobs, flow: ModelFlow, in_use: ModelInUse
    ) -> None:
        super().__init__(flow)
        self._models = models
        self._jobs = jobs
        self._flow = flow
        self._in_use = in_use
        self._has_indexed = False
        self._retraining = RetrainingNews(models.run, flow)
        self._retraining.notice_posted.connect(self.notice_posted)
        self._retraining.notice_queued.connect(self.notice_queued)
        in_use.model_changed.connect(self._tell_of_use)
        jobs.ended.connect(self._end_job)
        jobs.idle.connect(self._look_for_drift)

    def begin(self) -> None:
        """Ask how the last window left the models, and say what is of interest."""
        self._models.thread.ask(lambda session: session.startup_report(), self._show_report)

    def _show_report(self, report: StartupReport) -> None:
        self._in_use.show(report.listing)
        self._models.run.restore(report.retraining)
        wanted = report.listing.find(report.wanted_model)
        if wanted is not None:
            self.notice_queued.emit(worded(lambda: self._interrupted_change(wanted)))
        self._retraining.tell()
        if report.needs_reading:
            self._jobs.index_pending()

    def _end_job(self, end: JobEnd) -> None:
        match end.outcome:
            case Finished(value=ModelUsed()):
                return
            case Finished():
                self._has_indexed |= isinstance(end.request, ReadingRequest)
            case _ if isinstance(end.request, UseModelRequest) and self._in_use.model is not None:
                model = self._in_use.model
                self.notice_posted.emit(worded(lambda: self._unchanged(model)))

    def _tell_of_use(self, listing: ModelListing, former: str) -> None:
        self.notice_posted.emit(worded(lambda: self._searching_with(listing, former)))

    def _look_for_drift(self) -> None:
        """After indexing, when nothing else is to be done."""
        if self._has_indexed and (can_install() or not missing_modules()):
            self._has_indexed = False
            self._models.thread.ask(lambda session: session.due_suggestion(), self._suggest)

    def _suggest(self, found: Drift | None) -> None:
        if found is not None and self._models.run.phase is RunPhase.NONE:
            self.notice_queued.emit(worded(lambda: self._suggestion(found)))

    def _interrupted_change(self, wanted: ListedModel) -> Notice:
        text = self.tr("The change to {model} was interrupted; the model before is in use.")
        return Notice(
            text.format(model=model_name(wanted)),
            button=self.tr("Go on"),
            act=partial(self._jobs.use_model, wanted.model_id),
        )

    def _searching_with(self, listing: ModelListing, former: str) -> Notice:
        text = self.tr("Searching with “{model}” now.").format(model=model_name(listing.in_use))
        if listing.find(former) is None:
            return Notice(text)
        undo = partial(self._jobs.use_model, former)
        return Notice(text, button=self.tr("Undo"), act=undo)

    def _unchanged(self, model: ListedModel) -> Notice:
        text = self.tr("Nothing has changed: the library is searched with “{model}”.")
        return Notice(text.format(model=model_name(model)))

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
