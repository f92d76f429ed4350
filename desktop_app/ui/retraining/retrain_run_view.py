"""The page of a retraining that runs, or was interrupted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout

from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.ui.jobs.job_progress import ProgressFormatter
from desktop_app.ui.jobs.training_text import begun_text
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.retraining.loss_curves import LossCurves
from desktop_app.ui.retraining.run_state import RunPhase, RunProgress
from desktop_app.ui.retraining.training_run import TrainingRun

_STEPS = 1000


class RetrainRunView(PageView):
    """Shows the run's progress, its curves and its previews, and controls it.

    Signals:
        discard_requested (): The user wants the interrupted run to be discarded, and has confirmed
            that.
    """

    discard_requested = Signal()

    def __init__(self, theme: Theme, run: TrainingRun) -> None:
        super().__init__()
        self._theme = theme
        self._run = run
        request = run.request
        minutes = request.minutes if isinstance(request, TrainRequest) else None
        self._formatter = ProgressFormatter(minutes=minutes)
        self.curves = LossCurves(theme)
        self.heading = label("", "strong", wrapped=True)
        self._announcer = Announcer(self.heading)
        self.begun = label("", "quiet", wrapped=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.health = label("", wrapped=True)
        self.grid = _PreviewGrid()
        self.grid_caption = label(
            self.tr("Pairs of a photo and its current preview"),
            "secondary",
        )
        self.pause = button(self.tr("Pause"))
        self.stop = button(self.tr("Stop"))
        self.resume = button(self.tr("Resume"), "primary")
        self.discard = button(self.tr("Discard…"))
        self.question = label(
            self.tr("Discards the training and its progress. This cannot be undone."), wrapped=True
        )
        self.discard_now = button(self.tr("Discard"))
        self.keep = button(self.tr("Cancel"), "link")
        self._is_asking = False
        self.stop_hint = label(
            self.tr("If you stop, progress is kept and you can resume later."), "secondary"
        )
        self._lay_out()
        self._connect()
        self.show_run()

    def show_run(self) -> None:
        """Show the controls that the run's phase allows, and its progress."""
        run, phase = self._run, self._run.phase
        self.pause.setVisible(phase is RunPhase.RUNNING)
        self.pause.setText(self.tr("Resume") if run.is_paused else self.tr("Pause"))
        self.stop.setVisible(run.is_under_way)
        self.stop.setEnabled(phase is not RunPhase.STOPPING)
        self.stop_hint.setVisible(run.is_under_way and not run.is_quick)
        is_asking = self._is_asking and phase is RunPhase.INTERRUPTED
        for part in (self.resume, self.discard):
            part.setVisible(phase is RunPhase.INTERRUPTED and not is_asking)
        for asking in (self.question, self.discard_now, self.keep):
            asking.setVisible(is_asking)
        self._show_progress()
        # An error is in the window's message bar as well, which announces it.
        is_news = phase in (RunPhase.STOPPING, RunPhase.INTERRUPTED) and run.error is None
        self._announcer.announce(self.heading.text() if is_news else "")

    def _ask(self, *, is_asking: bool) -> None:
        """Ask whether to discard the run, or ask no more."""
        self._is_asking = is_asking
        self.show_run()
        (self.keep if is_asking else self.discard).setFocus()

    def _show_progress(self) -> None:
        progress = self._run.progress
        line = self._formatter.line(progress.latest) if progress.latest else None
        self._show_share(line.share if line else None)
        self.heading.setText(self._headline(line.text if line else self.tr("Preparing")))
        self.begun.setText(begun_text(progress.begun) if progress.begun else "")
        self.begun.setVisible(progress.begun is not None)
        self.health.setText(self._health(progress))
        self.health.setVisible(bool(self.health.text()))
        self.curves.show_curves(progress.curves)
        self.grid.show_file(str(progress.grid) if progress.grid else "")
        for part in (self.grid, self.grid_caption):
            part.setVisible(progress.grid is not None)

    def _show_share(self, share: float | None) -> None:
        """Show a moving bar while the share is not known, unless the run stands still."""
        run = self._run
        is_still = run.phase in (RunPhase.INTERRUPTED, RunPhase.WAITING) or run.is_paused
        if share is None and not is_still:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round((share or 0.0) * _STEPS))

    def _headline(self, work: str) -> str:
        """Return the heading; `work` is a text such as 'stage · share · time left'."""
        reached = " · ".join(work.split(" · ")[:2])
        match self._run.phase:
            case RunPhase.WAITING:
                return self.tr("Waiting for other work to finish")
            case RunPhase.STOPPING:
                return self.tr("Stopping and saving progress…")
            case RunPhase.ELSEWHERE:
                return self.tr("In the background: {work}").format(work=work)
            case RunPhase.INTERRUPTED if self._run.error is not None:
                return message(self._run.error)
            case RunPhase.INTERRUPTED if self._run.is_quick:
                return self.tr("Stopped. A quick training starts again from the beginning.")
            case RunPhase.INTERRUPTED:
                text = self.tr("Stopped at: {work}. You can resume from there.")
                return text.format(work=reached)
        if self._run.is_paused:
            return self.tr("Paused · {work}").format(work=reached)
        return work

    def _health(self, progress: RunProgress) -> str:
        """The state of the codes: how many are unique, how even the bits are, the held-out loss."""
        parts = []
        if progress.unique_codes is not None:
            text = self.tr("Unique codes: {share} %")
            parts.append(text.format(share=numbers.decimal(100 * progress.unique_codes)))
        if progress.bit_balance is not None:
            text = self.tr("Bit balance: {share} %")
            share = numbers.decimal(200 * min(progress.bit_balance, 0.5), 0)
            parts.append(text.format(share=share))
        if progress.held_out is not None:
            text = self.tr("Validation loss: {loss}")
            parts.append(text.format(loss=numbers.decimal(progress.held_out, 3)))
        return " · ".join(parts)

    def _connect(self) -> None:
        run = self._run
        run.state_changed.connect(self.show_run)
        run.progressed.connect(self._show_progress)
        self.pause.clicked.connect(run.toggle_pause)
        self.stop.clicked.connect(run.stop)
        self.resume.clicked.connect(run.resume_interrupted)
        self.discard.clicked.connect(lambda: self._ask(is_asking=True))
        self.keep.clicked.connect(lambda: self._ask(is_asking=False))
        self.discard_now.clicked.connect(self.discard_requested)

    def _lay_out(self) -> None:
        run, stopped = [self.pause, self.stop], [self.resume, self.discard]
        self.actions_on_page = [*run, *stopped, self.discard_now, self.keep]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.metrics.space)
        for widget in (
            self.heading,
            self.bar,
            self.begun,
            self.curves,
            self.health,
            self.grid_caption,
            self.grid,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.stop_hint)
        column.addWidget(self.question)


class _PreviewGrid(QLabel):
    """A picture that is as wide as its place allows, and never enlarged."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self._picture = QImage()
        self.setAccessibleName(self.tr("Previews so far"))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(1)

    def show_file(self, path: str) -> None:
        """Show the picture of a file; an empty path shows none."""
        if path != self._path:
            self._path, self._picture = path, QImage(path) if path else QImage()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self.clear()
            return
        ratio = self.devicePixelRatio()
        side = min(self.width() * ratio, self._picture.width())
        room = QSize(round(side), self._picture.height())
        scaled = self._picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        self.setPixmap(QPixmap.fromImage(scaled))
