"""Says that something went wrong, and where to read about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.messages import breakable, shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class CrashDialog(QDialog):
    """Beside the window, which goes on if it can."""

    show_asked = Signal()
    quit_asked = Signal()

    def __init__(self, theme: Theme, line: str, log_file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._line = line
        self.setWindowTitle("Lookalike")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.metrics.crash_dialog)
        sentence = self.tr(
            "What you did last may not have been carried out. You can go on; if it happens again,"
            " quit and start Lookalike anew."
        )
        place = self.tr("The details are in {log}; nobody else has been told.")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.metrics.section] * 4)
        self._column.setSpacing(theme.metrics.wide)
        self._column.addWidget(label(self.tr("Something went wrong"), "heading"))
        self._column.addWidget(label(sentence, wrapped=True))
        self._column.addWidget(label(breakable(line), "quiet", wrapped=True))
        told = label(breakable(place.format(log=shown_folder(log_file))), "quiet", wrapped=True)
        self._column.addWidget(told)
        self.text = f"{sentence} {line} {place.format(log=shown_folder(log_file))}"
        self.setAccessibleName(self.text)
        self._add_buttons(theme)

    def _add_buttons(self, theme: Theme) -> None:
        self.go_on = button(self.tr("Go on"), "primary")
        self.quit = button(self.tr("Quit"))
        self.show_log = button(self.tr("Show the log"), "link")
        self.copy = button(self.tr("Copy text"), "link")
        self.go_on.clicked.connect(self.close)
        self.quit.clicked.connect(self._quit)
        self.show_log.clicked.connect(self.show_asked)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space)
        row.addWidget(self.show_log)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.quit)
        row.addWidget(self.go_on)
        self._column.addLayout(row)
        self.go_on.setFocus()

    def _copy(self) -> None:
        """The newest part of the log, which is what a report needs."""
        try:
            known = self._log_file.read_bytes()[-20_000:].decode("utf-8", "replace")
        except OSError:
            known = self._line
        QGuiApplication.clipboard().setText(known)

    def _quit(self) -> None:
        self.close()
        self.quit_asked.emit()
