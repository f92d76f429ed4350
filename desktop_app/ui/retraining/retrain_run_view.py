"""A retraining while it runs: what it does, how long still, and what has come of it so far."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout

from desktop_app.ui.jobs.job_progress import ProgressFormatter
from desktop_app.ui.jobs.training_words import begun_words
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.models.model_dialog import PageView
from desktop_app.ui.retraining.loss_curves import LossCurves
from desktop_app.ui.retraining.training_run import RunFacts, RunPhase, TrainingRun

_STEPS = 1000


class RetrainRunView(PageView):
    """Follows the run while it is shown."""

    forget_asked = Signal()

    def __init__(self, theme: Theme, run: TrainingRun) -> None:
        super().__init__()
        self._theme = theme
        self._run = run
        self._teller = ProgressFormatter(minutes=run.request.minutes if run.request else None)
        self.curves = LossCurves(theme)
        self.heading = label("", "strong", wrapped=True)
        self.told = label("", "quiet", wrapped=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.health = label("", wrapped=True)
        self.grid = _Grid()
        self.grid_words = label(
            self.tr("In pairs: a photo, and beside it what its code tells of it by now"),
            "secondary",
        )
        self.pause = button(self.tr("Pause"))
        self.stop = button(self.tr("Stop"))
        self.go_on = button(self.tr("Go on"), "primary")
        self.forget = button(self.tr("Forget it"))
        self.stop_words = label(
            self.tr("What was learned is kept when you stop; it can go on later."), "secondary"
        )
        self._lay_out()
        self._connect()
        self.show_run()

    def show_run(self) -> None:
        """What it is doing, by its phase."""
        run, phase = self._run, self._run.phase
        is_own = run.is_own
        self.pause.setVisible(phase is RunPhase.RUNNING)
        self.pause.setText(self.tr("Resume") if run.is_paused else self.tr("Pause"))
        self.stop.setVisible(is_own or phase is RunPhase.ELSEWHERE)
        self.stop.setEnabled(phase is not RunPhase.STOPPING)
        self.stop_words.setVisible(not self.stop.isHidden())
        for part in (self.go_on, self.forget):
            part.setVisible(phase is RunPhase.INTERRUPTED)
        self._show_progress()

    def _show_progress(self) -> None:
        facts = self._run.facts
        self.heading.setText(self._headline())
        self.told.setText(begun_words(facts.begun) if facts.begun else "")
        self.told.setVisible(facts.begun is not None)
        self._show_health(facts)
        self.curves.show_curves(facts.curves)
        self.grid.show_file(str(facts.grid) if facts.grid else "")
        for part in (self.grid, self.grid_words):
            part.setVisible(facts.grid is not None)

    def _headline(self) -> str:
        run, latest = self._run, self._run.facts.latest
        line = self._teller.line(latest) if latest else None
        share = line.share if line else None
        is_still = run.phase in (RunPhase.INTERRUPTED, RunPhase.WAITING) or run.is_paused
        if share is None and not is_still:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round((share or 0.0) * _STEPS))
        text = line.text if line else self.tr("Getting ready")
        match run.phase:
            case RunPhase.WAITING:
                return self.tr("Waits until the library's other work is done")
            case RunPhase.STOPPING:
                return self.tr("Stopping, and keeping what was learned…")
            case RunPhase.ELSEWHERE:
                return self.tr("In the background: {work}").format(work=text)
            case RunPhase.INTERRUPTED:
                return self._interrupted(text.split(" · ")[:2])
        if run.is_paused:
            return self.tr("Paused · {work}").format(work=" · ".join(text.split(" · ")[:2]))
        return text

    def _interrupted(self, reached: list[str]) -> str:
        if self._run.error is not None:
            return message(self._run.error)
        text = self.tr("Stopped at: {work}. It can go on from there.")
        return text.format(work=" · ".join(reached))

    def _show_health(self, facts: RunFacts) -> None:
        parts = []
        if facts.unique_codes is not None:
            text = self.tr("{share} % of the codes are unique")
            parts.append(text.format(share=numbers.decimal(100 * facts.unique_codes)))
        if facts.bit_balance is not None:
            text = self.tr("bits are used to {share} %")
            share = numbers.decimal(200 * min(facts.bit_balance, 0.5), 0)
            parts.append(text.format(share=share))
        if facts.held_out is not None:
            text = self.tr("error on photos kept aside: {loss}")
            parts.append(text.format(loss=numbers.decimal(facts.held_out, 3)))
        self.health.setText(" · ".join(parts))
        self.health.setVisible(bool(parts))

    def _connect(self) -> None:
        run = self._run
        run.changed.connect(self.show_run)
        run.progressed.connect(self._show_progress)
        self.pause.clicked.connect(lambda: run.resume() if run.is_paused else run.pause())
        self.stop.clicked.connect(run.stop)
        self.go_on.clicked.connect(run.go_on)
        self.forget.clicked.connect(self.forget_asked)

    def _lay_out(self) -> None:
        metrics = self._theme.metrics
        self.actions_on_page = [self.pause, self.stop, self.go_on, self.forget]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.space)
        for widget in (
            self.heading,
            self.bar,
            self.told,
            self.curves,
            self.health,
            self.grid_words,
            self.grid,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self.stop_words)


class _Grid(QLabel):
    """A picture as wide as there is room, and no wider than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self._picture = QImage()
        self.setAccessibleName(self.tr("Previews so far"))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(1)

    def show_file(self, path: str) -> None:
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
