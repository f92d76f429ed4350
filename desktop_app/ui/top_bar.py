"""The slim bar above the photos: what is shown, and the two ways to a new query."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import ElidedLabel, IconButton, label


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
        self._count = label("", "strong")
        self._hint = ElidedLabel("quiet")
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
        row.addWidget(self._count)
        row.addWidget(self._hint, 1)
        row.addWidget(paste)
        row.addWidget(opening)

    @property
    def text(self) -> str:
        """What it says, whole."""
        said = (self._count.text(), self._hint.accessibleName(), self._title.accessibleName())
        return " ".join(words for words in said if words)

    def say(self, title: str) -> None:
        """What the photos are."""
        self._show(title, "", "")

    def say_count(self, count: str, hint: str) -> None:
        """How many photos there are, and quietly what can be done."""
        self._show("", count, hint)

    def _show(self, title: str, count: str, hint: str) -> None:
        self._title.say(title)
        self._count.setText(count)
        self._hint.say(hint)
        self._title.setVisible(bool(title) or not count)
        self._count.setVisible(bool(count))
        self._hint.setVisible(bool(count))
