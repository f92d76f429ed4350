"""The slim bar above the photos: what is shown, and the two ways to a new query."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import ElidedLabel, IconButton


class TopBar(QFrame):
    """Asks by signals."""

    sidebar_asked = Signal()
    open_asked = Signal()
    paste_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        metrics = theme.metrics
        self.setFixedHeight(metrics.bar)
        self._title = ElidedLabel("strong")
        sidebar = IconButton(theme, "sidebar", self.tr("Show or hide the library (Ctrl+B)"))
        sidebar.clicked.connect(self.sidebar_asked)
        paste = IconButton(theme, "paste", self.tr("Paste"), worded=True)
        paste.setToolTip(self.tr("Find photos like the picture on the clipboard (Ctrl+V)"))
        paste.clicked.connect(self.paste_asked)
        opening = IconButton(theme, "picture", self.tr("Open picture…"), worded=True)
        opening.setToolTip(self.tr("Find photos like a picture (Ctrl+O)"))
        opening.clicked.connect(self.open_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, 0, metrics.space, 0)
        row.setSpacing(metrics.space)
        row.addWidget(sidebar)
        row.addWidget(self._title, 1)
        row.addWidget(paste)
        row.addWidget(opening)

    def say(self, title: str) -> None:
        self._title.say(title)
