"""How far the check of a folder is, and how it ended."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.core.jobs.job_output import Failed
from desktop_app.ui.jobs.job_progress import ProgressFormatter, ProgressLine
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button, label
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_text import ending_text

_STEPS = 1000


class CheckStatus(QWidget):
    """The folders, a sentence, and while the check runs a bar and a button that stops it."""

    def __init__(self, theme: Theme, check: NewcomerCheck) -> None:
        super().__init__()
        self._check = check
        self._formatter = ProgressFormatter()
        self._folder = ElidedLabel("strong", names_file=True)
        self._sentence = label("", "secondary", wrapped=True)
        self._announcer = Announcer(self)
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(check.stop)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._lay_out(theme)
        check.changed.connect(self.show_check)
        self.show_check()

    @property
    def text(self) -> str:
        return self._sentence.text()

    def show_check(self) -> None:
        check = self._check
        is_running = check.outcome is None
        self._folder.set_full_text(", ".join(map(shown_folder, check.folders)))
        self._bar.setVisible(is_running)
        self.stop.setVisible(is_running)
        line = self._formatter.line(check.progress) if is_running else None
        if line is None:
            self._formatter = ProgressFormatter()  # the next check has a speed of its own
            self._say(ending_text(check), is_warning=isinstance(check.outcome, Failed))
            self._announcer.announce(self.text, is_error=isinstance(check.outcome, Failed))
        else:
            self._say(line.text)
            self._announcer.announce("")
            self._show_share(line)

    def _say(self, text: str, *, is_warning: bool = False) -> None:
        self._sentence.setText(text)
        self._sentence.setProperty("kind", "warning" if is_warning else "secondary")
        self._sentence.style().polish(self._sentence)

    def _show_share(self, line: ProgressLine) -> None:
        self._bar.setRange(0, 0 if line.share is None else _STEPS)
        self._bar.setValue(round((line.share or 0) * _STEPS))

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        row = QHBoxLayout()
        row.addWidget(self._sentence, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.space)
        column.setSpacing(metrics.space)
        column.addWidget(self._folder)
        column.addLayout(row)
        column.addWidget(self._bar)
