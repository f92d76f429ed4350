"""A part of the inspector that folds away under its heading."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton


class CollapsibleSection(QWidget):
    """A heading that shows or hides what is in the layout `inside`.

    Signals:
        unfolded (bool): Whether the section is open now.
    """

    unfolded = Signal(bool)

    def __init__(self, theme: Theme, title: str, *, is_open: bool) -> None:
        super().__init__()
        self.heading = IconButton(theme, "chevron-down", title, labelled=True)
        self.heading.setProperty("kind", "fold")
        self.heading.setCheckable(True)
        self.heading.toggled.connect(self._fold)
        self._body = QWidget()
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(0, 0, 0, theme.metrics.space)
        self.inside.setSpacing(theme.metrics.space)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self.heading)
        column.addWidget(self._body)
        self.heading.setChecked(is_open)
        self._fold(is_open)

    @property
    def is_open(self) -> bool:
        return self.heading.isChecked()

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self.heading.show_icon("chevron-down" if is_open else "chevron-right")
        self._body.setVisible(is_open)
        self.unfolded.emit(is_open)
