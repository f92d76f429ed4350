"""Report uncaught errors: a dialog the first time, a message in the window after that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.choices import FlowLayout
from desktop_app.ui.kit.message_bar import Notice, translated, warning
from desktop_app.ui.kit.messages import breakable, not_shown, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import WrappedButton, button, label, resize_to_content
from desktop_app.ui.system.desktop import Desktop


class CrashDialog(QDialog):
    """A non-modal dialog about an uncaught error.

    Signals:
        show_log_requested (): Show the log file in the file manager.
        quit_requested (): Close the window.
    """

    show_log_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, line: str, log_file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._line = line
        self.setWindowTitle("Lookalike")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.metrics.crash_dialog)
        sentence = self.tr(
            "Your last action may not have completed. You can continue; if this happens"
            " again, quit and restart Lookalike."
        )
        place = self.tr("Details are in {log}. Nothing was sent anywhere.")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.metrics.section] * 4)
        self._column.setSpacing(theme.metrics.wide)
        self._column.addWidget(label(self.tr("Something went wrong"), "heading"))
        self._column.addWidget(label(sentence, wrapped=True))
        self._column.addWidget(label(breakable(line), "quiet", wrapped=True))
        details = breakable(place.format(log=shown_folder(log_file)))
        self._column.addWidget(label(details, "quiet", wrapped=True))
        self.text = f"{sentence} {line} {place.format(log=shown_folder(log_file))}"
        self.setAccessibleName(self.text)
        self._add_buttons(theme)
        resize_to_content(self)

    def _add_buttons(self, theme: Theme) -> None:
        self.continue_button = WrappedButton(self.tr("Continue"), "primary")
        self.quit = WrappedButton(self.tr("Quit"))
        self.show_log = button(self.tr("Show log"), "link")
        self.copy = button(self.tr("Copy details"), "link")
        self.continue_button.clicked.connect(self.close)
        self.quit.clicked.connect(self._quit)
        self.show_log.clicked.connect(self.show_log_requested)
        self.copy.clicked.connect(self._copy)
        links = QWidget()
        flow = FlowLayout(links, theme.metrics.space)
        flow.addWidget(self.show_log)
        flow.addWidget(self.copy)
        self._column.addWidget(links)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space)
        row.addStretch(1)
        row.addWidget(self.quit)
        row.addWidget(self.continue_button)
        self._column.addLayout(row)
        self.continue_button.setFocus()

    def _copy(self) -> None:
        """Copy the end of the log, for a bug report."""
        try:
            text = self._log_file.read_bytes()[-20_000:].decode("utf-8", "replace")
        except OSError:
            text = self._line
        QGuiApplication.clipboard().setText(text)

    def _quit(self) -> None:
        self.close()
        self.quit_requested.emit()


class CrashNotifier(QObject):
    """Reports the first uncaught error in a dialog, and later ones in the message bar.

    Signals:
        notice_posted (Notice): A message for the message bar.
        quit_requested (): The user has pressed Quit in the dialog.
    """

    notice_posted = Signal(Notice)
    quit_requested = Signal()

    def __init__(self, theme: Theme, log_file: Path, desktop: Desktop, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._log_file = log_file
        self._desktop = desktop
        self._window = window
        self._has_reported = False
        self.dialog: CrashDialog | None = None

    def report(self, line: str) -> None:
        """Report an error; `line` is its type and message."""
        if self.dialog is not None:
            return  # the log has all errors
        if self._has_reported:
            self.notice_posted.emit(translated(lambda: self._with_log(self._repeated_text(line))))
            return
        self._has_reported = True
        self.dialog = CrashDialog(self._theme, line, self._log_file, self._window)
        self.dialog.show_log_requested.connect(self.show_log)
        self.dialog.quit_requested.connect(self.quit_requested)
        self.dialog.finished.connect(self._forget)
        self.dialog.show()

    def report_previous_crash(self) -> None:
        """Report that the window before this one crashed."""
        self.notice_posted.emit(translated(lambda: self._with_log(self._previous_crash_text())))

    def show_log(self) -> None:
        if not self._desktop.show_file(self._log_file):
            self.notice_posted.emit(warning(lambda: not_shown(shown_folder(self._log_file))))

    def _repeated_text(self, line: str) -> str:
        text = self.tr("Something went wrong again ({error}). Details are in the log.")
        return text.format(error=line)

    def _previous_crash_text(self) -> str:
        text = self.tr("Lookalike quit unexpectedly last time. Details are in {log}.")
        return text.format(log=shown_folder(self._log_file))

    def _with_log(self, text: str) -> Notice:
        return Notice(text, button=self.tr("Show log"), act=self.show_log, is_warning=True)

    def _forget(self) -> None:
        self.dialog = None
