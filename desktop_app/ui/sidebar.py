"""The library at a glance: its folders and their state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui import numbers
from desktop_app.ui.messages import shown_folder, shown_name, shown_path
from desktop_app.ui.theme import Theme, Tint
from desktop_app.ui.widgets import ElidedLabel, IconButton, IconLabel, label

if TYPE_CHECKING:
    from desktop_app.core.catalogue import Root
    from desktop_app.ui.queries import LibraryState


class RootRow(QFrame):
    """A folder: its name, and where it is or what is the matter with it."""

    def __init__(self, theme: Theme, root: Root, state: str) -> None:
        super().__init__()
        self.setObjectName("rootRow")
        metrics = theme.metrics
        name, second = ElidedLabel(), ElidedLabel("secondary")
        name.say(shown_name(root.path))
        second.say(state or shown_folder(root.path.parent))
        self.setToolTip(shown_path(root.path))
        self.setAccessibleName(
            f"{shown_path(root.path)}, {state}" if state else shown_path(root.path)
        )
        icon = IconLabel(
            theme, "offline" if root.offline else "folder", Tint.SECONDARY, metrics.icon + 2
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, metrics.tight, metrics.tight, metrics.tight)
        row.setSpacing(metrics.space)
        row.addWidget(icon)
        row.addLayout(texts, 1)


class Sidebar(QFrame):
    """Asks for folders and for a rescan by signals."""

    add_asked = Signal()
    rescan_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._theme = theme
        metrics = theme.metrics
        self.setFixedWidth(metrics.sidebar)
        self._rows: list[RootRow] = []
        self._roots = QVBoxLayout()
        self._roots.setContentsMargins(0, 0, 0, 0)
        self._roots.setSpacing(metrics.tight)
        self._count = label("", "secondary")
        self._add = IconButton(theme, "add-folder", self.tr("Add folder…"), worded=True)
        self._add.clicked.connect(self.add_asked)
        self._rescan = IconButton(theme, "rescan", self.tr("Look for new and changed photos (F5)"))
        self._rescan.clicked.connect(self.rescan_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.space, metrics.space, metrics.space, metrics.space)
        column.setSpacing(metrics.space)
        column.addLayout(self._heading())
        column.addWidget(self._scrolled_roots(), 1)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_library(self, state: LibraryState, reading: set[Path]) -> None:
        """`reading`: the roots that running work is about."""
        self._count.setText(numbers.photos(state.status.indexed))
        self._rescan.setEnabled(bool(state.roots) and not reading)
        for old in self._rows:
            self._roots.removeWidget(old)
            old.deleteLater()
        self._rows = [
            RootRow(self._theme, root, self._state(root, is_read=root.path in reading))
            for root in state.roots
        ]
        for row in self._rows:
            self._roots.addWidget(row)

    @property
    def folders(self) -> list[str]:
        """What the rows are called for screen readers."""
        return [row.accessibleName() for row in self._rows]

    def _state(self, root: Root, *, is_read: bool) -> str:
        if is_read:
            return self.tr("Indexing…")
        return self.tr("Offline · connect it and rescan") if root.offline else ""

    def _heading(self) -> QHBoxLayout:
        metrics = self._theme.metrics
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(self.tr("Library"), "strong"))
        texts.addWidget(self._count)
        row = QHBoxLayout()
        row.setContentsMargins(metrics.space, metrics.tight, 0, metrics.tight)
        row.addLayout(texts, 1)
        row.addWidget(self._rescan)
        return row

    def _scrolled_roots(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._roots)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area
