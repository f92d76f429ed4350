"""A few choices beside each other, of which one is on, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button


class ToggleRow(QWidget):
    """`chosen` tells the value that is on now, None where none is."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, values: Sequence[tuple[str, Any]], name: str = "") -> None:
        """`name` is told to screen readers."""
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: list[QPushButton] = []
        self._values = [value for _, value in values]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.tight)
        for words, value in values:
            made = button(words, "toggle")
            made.setCheckable(True)
            made.clicked.connect(lambda is_on, value=value: self._choose(value if is_on else None))
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)

    def show_chosen(self, value: Any) -> None:
        """Without telling it."""
        for made, own in zip(self.buttons, self._values, strict=True):
            made.setChecked(value is not None and own == value)

    def _choose(self, value: Any) -> None:
        self.show_chosen(value)
        self.chosen.emit(value)
