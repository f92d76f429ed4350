"""The strip at the bottom of the window: the running job, or what the library holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from desktop_app.ui.jobs.job_progress import ProgressLine
from desktop_app.ui.kit.palette import Metrics
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedButton, IconButton

_STEPS = 1000


class StatusStrip(QFrame):
    """A line of text, which folds out details when it is clicked, and controls of a job.

    Signals:
        pause_requested (): The user wants to pause the job.
        resume_requested (): The user wants to resume the job, or one that was cancelled.
        cancel_requested (): The user wants to cancel the job.
        details_toggled (bool): The details are to be shown (True) or hidden (False).
    """

    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()
    details_toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setFixedHeight(theme.metrics.strip)
        self._is_paused = False
        self._text = ElidedButton("line")
        self._text.setCheckable(True)
        self._text.setToolTip(self.tr("Show details"))
        self._text.toggled.connect(self.details_toggled)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(theme.metrics.sidebar - theme.metrics.section)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._pause = IconButton(theme, "pause", self.tr("Pause"))
        self._pause.clicked.connect(self._request_pause_or_resume)
        self._cancel = IconButton(theme, "close", self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._lay_out(theme.metrics)
        self.show_idle("")

    @property
    def text(self) -> str:
        return self._text.text()

    def show_progress(self, line: ProgressLine) -> None:
        self._show_controls(are_shown=True)
        self._set_text(line.text)
        if line.share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(round(line.share * _STEPS))

    def show_paused(self, *, is_paused: bool) -> None:
        self._is_paused = is_paused
        self._pause.show_icon("resume" if is_paused else "pause")
        self._pause.set_label(self.tr("Resume") if is_paused else self.tr("Pause"))

    def show_idle(self, text: str, *, can_resume: bool = False) -> None:
        """Show a text while no job is running; an empty one hides the line.

        `can_resume`: Offer to go on with what was cancelled.
        """
        self._show_controls(are_shown=False)
        self.show_paused(is_paused=can_resume)
        self._pause.setVisible(can_resume)
        self._set_text(text)

    def fold_details(self) -> None:
        self._text.setChecked(False)

    def unfold_details(self) -> None:
        self._text.setChecked(True)

    def _lay_out(self, metrics: Metrics) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, 0, metrics.space, 0)
        row.setSpacing(metrics.space)
        row.addWidget(self._text, 1)
        for widget in (self._bar, self._pause, self._cancel):
            row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)

    def _set_text(self, text: str) -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._text.setVisible(bool(text))

    def _show_controls(self, *, are_shown: bool) -> None:
        for widget in (self._bar, self._pause, self._cancel):
            widget.setVisible(are_shown)

    def _request_pause_or_resume(self) -> None:
        if self._is_paused:
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()
