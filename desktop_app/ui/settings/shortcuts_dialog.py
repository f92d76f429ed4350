"""All keyboard shortcuts at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.kit.shortcuts import Command, keys
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label
from desktop_app.ui.settings.shortcut_words import groups


class ShortcutsDialog(QDialog):
    """Stays beside the window while one works on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area = self._scrolled(self._table())
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        metrics = theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.wide)
        column.addWidget(self.area, 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(metrics.shortcuts, parent.height())
        self.area.setFocus()

    def _table(self) -> QWidget:
        metrics = self._theme.metrics
        inside = QWidget()
        table = QGridLayout(inside)
        table.setContentsMargins(metrics.wide, metrics.space, metrics.wide, metrics.space)
        table.setHorizontalSpacing(metrics.section)
        table.setVerticalSpacing(metrics.tight)
        table.setColumnStretch(0, 1)
        row = 0
        for title, commands in groups():
            heading = label(title, "strong")
            heading.setContentsMargins(0, metrics.space if row else 0, 0, metrics.tight)
            table.addWidget(heading, row, 0, 1, 2)
            for place, (command, words) in enumerate(commands, row + 1):
                table.addWidget(label(words, wrapped=True), place, 0)
                table.addWidget(label(_all_keys(command), "quiet"), place, 1)
            row += len(commands) + 1
        table.setRowStretch(row, 1)
        return inside

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area


def _all_keys(command: Command) -> str:
    """Enter of the keypad is not told beside Return."""
    native = QKeySequence.SequenceFormat.NativeText
    told = [key.toString(native) for key in keys(command) if "Enter" not in key.toString()]
    return "  ·  ".join(told)
