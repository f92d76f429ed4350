"""Tells the user of what went wrong: a dialog the first time, a quiet line from then on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.message_bar import Notice, warning, worded
from desktop_app.ui.kit.messages import not_shown, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.ui.system.desktop import Desktop


class CrashNotifier(QObject):
    """`said` gives a Notice for the message bar; `quit_asked` when the user has had enough."""

    said = Signal(object)
    quit_asked = Signal()

    def __init__(self, theme: Theme, log_file: Path, desktop: Desktop, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._log_file = log_file
        self._desktop = desktop
        self._window = window
        self._has_told = False
        self.dialog: CrashDialog | None = None

    def tell(self, line: str) -> None:
        """`line`: the error in its own words."""
        if self.dialog is not None:
            return  # one is enough; the log has them all
        if self._has_told:
            self.said.emit(worded(lambda: self._with_log(self._again_words(line))))
            return
        self._has_told = True
        self.dialog = CrashDialog(self._theme, line, self._log_file, self._window)
        self.dialog.show_asked.connect(self.show_log)
        self.dialog.quit_asked.connect(self.quit_asked)
        self.dialog.finished.connect(self._forget)
        self.dialog.show()

    def tell_of_last_time(self) -> None:
        """The window before this one came to a sudden end."""
        self.said.emit(worded(lambda: self._with_log(self._last_time_words())))

    def show_log(self) -> None:
        if not self._desktop.show_file(self._log_file):
            self.said.emit(warning(lambda: not_shown(shown_folder(self._log_file))))

    def _again_words(self, line: str) -> str:
        text = self.tr("Something went wrong again ({error}); the log has the details.")
        return text.format(error=line)

    def _last_time_words(self) -> str:
        text = self.tr(
            "Lookalike ended unexpectedly the last time. What is known of it is in {log}."
        )
        return text.format(log=shown_folder(self._log_file))

    def _with_log(self, text: str) -> Notice:
        return Notice(text, button=self.tr("Show the log"), act=self.show_log, is_warning=True)

    def _forget(self) -> None:
        self.dialog = None
