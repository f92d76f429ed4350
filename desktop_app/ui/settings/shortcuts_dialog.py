"""The overview of all keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.kit.actions import Action
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label

Group = tuple[str, list[Action[Any]]]


class ShortcutsDialog(QDialog):
    """A non-modal dialog that lists the shortcuts."""

    def __init__(self, theme: Theme, groups: Sequence[Group], parent: QWidget) -> None:
        """Create the dialog. `groups` holds headings, each with the actions listed under it."""
        super().__init__(parent)
        self._groups = groups
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
        for title, actions in self._groups:
            listed = [action for action in actions if action.keys]
            heading = label(title, "strong", wrapped=True)
            heading.setContentsMargins(0, metrics.space if row else 0, 0, metrics.tight)
            table.addWidget(heading, row, 0, 1, 2)
            for place, action in enumerate(listed, row + 1):
                table.addWidget(label(action.description, wrapped=True), place, 0)
                table.addWidget(label(_all_keys(action), "quiet"), place, 1)
            row += len(listed) + 1
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


def _all_keys(action: Action[Any]) -> str:
    """All shortcuts; Return stands for the keypad's Enter too."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [key for key in action.shortcuts if "Enter" not in key.toString()]
    return "  ·  ".join(key.toString(native) for key in keys)
