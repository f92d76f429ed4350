"""The bar below the groups while photos are marked to be discarded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button


class DiscardBar(QFrame):
    """Hidden while no photo is marked so.

    Signals:
        go_requested (): Show what would go, and ask.
        clear_requested (): Remove all marks.
    """

    go_requested = Signal()
    clear_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("selectionBar")
        self._text = ElidedLabel("strong")
        self.clear = button(self.tr("Clear marks"), "link")
        self.go = button(self.tr("Discard…"), "primary")
        metrics = theme.metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.wide, metrics.tight, metrics.wide, metrics.tight)
        row.setSpacing(metrics.space)
        row.addWidget(self._text, 1)
        row.addWidget(self.clear)
        row.addWidget(self.go)
        self.clear.clicked.connect(self.clear_requested)
        self.go.clicked.connect(self.go_requested)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.accessibleName()

    def show_marked(self, sizes: list[int]) -> None:
        """Show how many files are marked, of these sizes in bytes."""
        text = self.tr("{files} marked to be discarded · {size}")
        size = numbers.file_size(sum(sizes))
        self._text.set_full_text(text.format(files=numbers.files(len(sizes)), size=size))
        self.setVisible(bool(sizes))
