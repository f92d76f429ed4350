"""Messages about models and retraining, with buttons for the next step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.progress import ModelUsed, Retrained
from desktop_app.core.jobs.requests import ReadingRequest, UseModelRequest
from desktop_app.core.models.training_component import can_install, missing_modules
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, translated
from desktop_app.ui.kit.messages import error_output, message
from desktop_app.ui.models.model_answers import ListedModel, ModelListing, StartupReport
from desktop_app.ui.models.model_dialog import Page
from desktop_app.ui.models.model_text import model_name
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.shell.model_flow import ModelFlow
from desktop_app.ui.shell.model_in_use import ModelInUse
from desktop_app.ui.shell.services import ModelServices


class RetrainingNews(QObject):
    """Posts messages about the retraining. Lives as long as the window.

    Signals:
        notice_posted (Notice): The retraining has just failed.
        notice_queued (Notice): A message that waits until the current one is dismissed.
    """

    notice_posted = Signal(Notice)
    notice_queued = Signal(Notice)

    def __init__(self, run: TrainingRun, flow: ModelFlow) -> None:
        super().__init__(flow)
        self._run = run
        self._flow = flow
        run.finished.connect(self._end_run)
        run.interrupted.connect(self._report_interruption)

    def report_previous_run(self) -> None:
        """Report a retraining that the last window left unfinished or not yet compared."""
        match self._run.phase:
            case RunPhase.INTERRUPTED:
                self._report_interruption(None)
            case RunPhase.FINISHED:
                self._report_new_model()
            case RunPhase.ELSEWHERE:
                self.notice_queued.emit(translated(self._background))

    def _end_run(self) -> None:
        """Report the new model, unless the open page goes on to the comparison."""
        if not self._flow.host.shows(Page.RETRAIN):
            self._report_new_model()

    def _report_new_model(self) -> None:
        made = self._run.result
        if made is not None:
            self.notice_queued.emit(translated(lambda: self._new_model(made)))

    def _report_interruption(self, error: AppError | None) -> None:
        """Report an error always, and another interruption only while the dialog is closed."""
        can_resume = self._run.phase is RunPhase.INTERRUPTED
        if error is not None:
            self.notice_posted.emit(translated(lambda: self._failure(error, can_resume=can_resume)))
        elif can_resume and not self._flow.host.is_open:
            self.notice_queued.emit(translated(self._interruption))

    def _background(self) -> Notice:
        text = self.tr("A retraining is running in the background.")
        return Notice(text, button=self.tr("Show"), act=self._flow.open)

    def _new_model(self, made: Retrained) -> Notice:
        text = self.tr("A new model trained on {photos} is ready to compare.")
        return Notice(
            text.format(photos=numbers.photos(made.photos)),
            button=self.tr("Compare"),
            act=partial(self._flow.comparison.compare, made.model_id),
        )

    def _failure(self, error: AppError, *, can_resume: bool) -> Notice:
        notice = Notice(message(error), error_output(error), is_warning=True)
        return self._with_choices(notice) if can_resume else notice

    def _interruption(self) -> Notice:
        if self._run.is_quick:
            text = self.tr("A quick training was interrupted. It starts again from the beginning.")
            return self._with_choices(Notice(text))
        latest = self._run.progress.latest
        if latest is None:
            text = self.tr("A retraining was interrupted before it made any progress.")
            return self._with_choices(Notice(text))
        text = self.tr("A retraining was interrupted after {time}. Its progress is kept.")
        return self._with_choices(Notice(text.format(time=numbers.duration(latest.seconds))))

    def _with_choices(self, notice: Notice) -> Notice:
        """Offer to resume, and to discard; what has made progress is discarded on its page, which
        asks before.
        """
        flow, has_progress = self._flow, self._run.progress.latest is not None
        return replace(
            notice,
            button=self.tr("Resume"),
            act=flow.retraining.resume,
            other_button=self.tr("Show") if has_progress else self.tr("Discard"),
            other_act=flow.open if has_progress else flow.retraining.discard,
        )


if TYPE_CHECKING:
    from desktop_app.core.models.drift import Drift


class ModelNews(QObject):
    """Posts messages about models. Lives as long as the window.

    Signals:
        notice_posted (Notice): The result of an action of the user.
        notice_queued (Notice): A message that waits until the current one is dismissed.
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
        in_use.model_changed.connect(self._report_model)
        jobs.ended.connect(self._end_job)
        jobs.idle.connect(self._check_drift)

    def report_startup(self) -> None:
        """Report a change of model or a retraining that the last window left unfinished."""
        self._models.thread.ask(lambda session: session.startup_report(), self._show_report)

    def report_recovered(self) -> None:
        """Report what could not be read at the start, since the library was damaged."""
        if self._in_use.model is None:
            self.report_startup()

    def _show_report(self, report: StartupReport) -> None:
        self._in_use.show(report.listing)
        self._models.run.restore(report.retraining)
        wanted = report.listing.find(report.wanted_model)
        if wanted is not None:
            self.notice_queued.emit(translated(lambda: self._interrupted_change(wanted)))
        self._retraining.report_previous_run()
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
                self.notice_posted.emit(translated(lambda: self._unchanged(model)))

    def _report_model(self, listing: ModelListing, former: str) -> None:
        self.notice_posted.emit(translated(lambda: self._searching_with(listing, former)))

    def _check_drift(self) -> None:
        """Check after indexing, once no job is left, whether to suggest a retraining."""
        if self._has_indexed and (can_install() or not missing_modules()):
            self._has_indexed = False
            self._models.thread.ask(lambda session: session.due_suggestion(), self._suggest)

    def _suggest(self, found: Drift | None) -> None:
        if found is not None and self._models.run.phase is RunPhase.NONE:
            self.notice_queued.emit(translated(lambda: self._suggestion(found)))

    def _interrupted_change(self, wanted: ListedModel) -> Notice:
        text = self.tr("Switching to {model} was interrupted. The previous model is still in use.")
        return Notice(
            text.format(model=model_name(wanted)),
            button=self.tr("Resume"),
            act=partial(self._jobs.use_model, wanted.model_id),
        )

    def _searching_with(self, listing: ModelListing, former: str) -> Notice:
        text = self.tr("Now searching with “{model}”.").format(model=model_name(listing.in_use))
        if listing.find(former) is None:
            return Notice(text)
        undo = partial(self._jobs.use_model, former)
        return Notice(text, button=self.tr("Undo"), act=undo)

    def _unchanged(self, model: ListedModel) -> Notice:
        text = self.tr("Nothing was changed. The library still uses “{model}”.")
        return Notice(text.format(model=model_name(model)))

    def _suggestion(self, found: Drift) -> Notice:
        text = self.tr(
            "{photos} are new since the model was trained. Retraining on this library may"
            " find more related photos."
        )
        return Notice(
            text.format(photos=numbers.photos(found.new_photos or found.photos)),
            button=self.tr("Retrain…"),
            act=self._flow.open,
            other_button=self.tr("Not now"),
            other_act=lambda: None,
        )
