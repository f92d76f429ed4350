"""One quiet sentence above the photos: what happened, to which file, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.theme import Theme, Tint
from desktop_app.ui.widgets import IconButton, IconLabel, label


class MessageBar(QFrame):
    """Hidden while there is nothing to say; a new sentence takes the place of the old one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        metrics = theme.metrics
        self._text = label("", wrapped=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton(theme, "close", self.tr("Dismiss the message"))
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            metrics.space + metrics.tight, metrics.tight, metrics.tight, metrics.tight
        )
        row.setSpacing(metrics.space)
        row.addWidget(IconLabel(theme, "warning", Tint.WARNING, metrics.icon))
        row.addWidget(self._text, 1)
        row.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty where nothing is."""
        return self._text.text()

    def say(self, sentence: str, details: str = "") -> None:
        """`details` are told on hover."""
        self._text.setText(sentence)
        self._text.setToolTip(details)
        self.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        self._text.clear()
        self.hide()
