"""A list of folders that the user adds to and removes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label

_PATH = Qt.ItemDataRole.UserRole
_LINES = 3


class FolderChoice(QWidget):
    """Folders under a title; their order is that in which they were added."""

    def __init__(
        self, theme: Theme, title: str, folders: tuple[Path, ...], ask: Callable[[], Path | None]
    ) -> None:
        """`ask` lets the user choose a folder."""
        super().__init__()
        self._ask = ask
        self.list = QListWidget()
        self.list.setObjectName("rules")
        self.list.setAccessibleName(title)
        self.list.setFixedHeight(_LINES * (self.list.fontMetrics().lineSpacing() + 8) + 4)
        self.add = button(self.tr("Add folder…"))
        self.remove = button(self.tr("Remove"), "link")
        for folder in folders:
            self._append(folder)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(label(title, "strong", wrapped=True), 1)
        row.addWidget(self.remove)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addLayout(row)
        column.addWidget(self.list)
        self._refresh()

    @property
    def folders(self) -> tuple[Path, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_PATH) for item in items)

    def _append(self, folder: Path) -> None:
        item = QListWidgetItem(shown_folder(folder))
        item.setData(_PATH, folder)
        self.list.addItem(item)

    def _add(self) -> None:
        folder = self._ask()
        if folder is not None and folder not in self.folders:
            self._append(folder)
            self.list.setCurrentRow(self.list.count() - 1)
        self._refresh()

    def _remove(self) -> None:
        row = self.list.currentRow()
        self.list.takeItem(row if row >= 0 else self.list.count() - 1)
        self._refresh()

    def _refresh(self) -> None:
        self.remove.setEnabled(bool(self.list.count()))
