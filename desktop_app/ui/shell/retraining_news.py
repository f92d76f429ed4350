"""What the window says of a retraining: that it was interrupted, goes on, failed, or has ended."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.jobs.progress import Retrained
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, worded
from desktop_app.ui.kit.messages import last_words, message
from desktop_app.ui.models.model_dialog import Page
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.shell.model_flow import ModelFlow


class RetrainingNews(QObject):
    """Lives as long as the window.

    Signals:
        notice_posted (Notice): Something has gone wrong just now.
        notice_queued (Notice): Something that can wait until the message before it was read.
    """

    notice_posted = Signal(Notice)
    notice_queued = Signal(Notice)

    def __init__(self, run: TrainingRun, flow: ModelFlow) -> None:
        super().__init__(flow)
        self._run = run
        self._flow = flow
        run.finished.connect(self._end_run)
        run.interrupted.connect(self._tell_of_interruption)

    def tell(self) -> None:
        """Say how the last window left the retraining."""
        match self._run.phase:
            case RunPhase.INTERRUPTED:
                self._tell_of_interruption(None)
            case RunPhase.FINISHED:
                self._tell_of_new_model()
            case RunPhase.ELSEWHERE:
                self.notice_queued.emit(worded(self._background))

    def _end_run(self) -> None:
        """Where the run was watched, the comparison is shown at once."""
        if not self._flow.host.shows(Page.RETRAIN):
            self._tell_of_new_model()

    def _tell_of_new_model(self) -> None:
        made = self._run.result
        if made is not None:
            self.notice_queued.emit(worded(lambda: self._new_model(made)))

    def _tell_of_interruption(self, error: AppError | None) -> None:
        """The dialog says it too, where it is open; an error is shown here all the same."""
        can_resume = self._run.phase is RunPhase.INTERRUPTED
        if error is not None:
            self.notice_posted.emit(worded(lambda: self._failure(error, can_resume=can_resume)))
        elif can_resume and not self._flow.host.is_open:
            self.notice_queued.emit(worded(self._interruption))

    def _background(self) -> Notice:
        text = self.tr("A retraining goes on in the background.")
        return Notice(text, button=self.tr("Show"), act=self._flow.open)

    def _new_model(self, made: Retrained) -> Notice:
        text = self.tr("A new model has learned {photos} and is ready to be compared.")
        return Notice(
            text.format(photos=numbers.photos(made.photos)),
            button=self.tr("Compare"),
            act=partial(self._flow.comparison.compare, made.model_id),
        )

    def _failure(self, error: AppError, *, can_resume: bool) -> Notice:
        notice = Notice(message(error), last_words(error), is_warning=True)
        return self._with_choices(notice) if can_resume else notice

    def _interruption(self) -> Notice:
        latest = self._run.progress.latest
        if latest is None:
            text = self.tr("A retraining was interrupted before it had learned anything.")
            return self._with_choices(Notice(text))
        text = self.tr("A retraining was interrupted after {time}; what it had learned is kept.")
        return self._with_choices(Notice(text.format(time=numbers.duration(latest.seconds))))

    def _with_choices(self, notice: Notice) -> Notice:
        return replace(
            notice,
            button=self.tr("Go on"),
            act=self._flow.retraining.resume,
            other_button=self.tr("Forget it"),
            other_act=self._flow.retraining.discard,
        )
