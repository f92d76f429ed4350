"""The photos of a folder that have the same standing, as a list that grows during the check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from desktop_app.sentences.values import printable
from desktop_app.ui.kit.direction import isolated_path
from desktop_app.ui.kit.messages import shown_folder
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_text import copied_text, known_hint, known_text

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Role = Qt.ItemDataRole


class NewcomerList(QAbstractTableModel):
    """Files in the first column; in the second where the known photo is, or what is wrong.

    Attributes:
        standing: Of the photos that are listed.
    """

    def __init__(self, theme: Theme, check: NewcomerCheck, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check = check
        self.standing = Standing.NEW
        self._photos = check.photos[self.standing]
        self._count = len(self._photos)
        check.changed.connect(self._follow)

    def show_standing(self, standing: Standing) -> None:
        """List the photos of another standing."""
        self.beginResetModel()
        self.standing = standing
        self._photos = self._check.photos[standing]
        self._count = len(self._photos)
        self.endResetModel()

    def photo(self, index: Index) -> NewcomerChecked:
        return self._photos[index.row()]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else 2

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        if not section:
            return self.tr("File")
        is_unreadable = self.standing is Standing.UNREADABLE
        return self.tr("Reason") if is_unreadable else self.tr("The same photo")

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        photo = self.photo(index)
        match role:
            case _Role.DisplayRole:
                return known_text(photo) if index.column() else self._name(photo.path)
            case _Role.ToolTipRole | _Role.AccessibleTextRole:
                return known_hint(photo) if index.column() else self._name_hint(photo.path)
            case _Role.DecorationRole if not index.column() and photo.path in self._check.copies:
                return self._theme.icon("check")
        return None

    def _name(self, path: Path) -> str:
        return isolated_path(printable(self._check.name_of(path)))

    def _name_hint(self, path: Path) -> str:
        copy = self._check.copies.get(path)
        name = self._name(path)
        return f"{name}\n{copied_text(shown_folder(copy.parent))}" if copy else name

    def _follow(self) -> None:
        """Add the rows of what was found meanwhile."""
        if self._photos is not self._check.photos[self.standing]:  # another check
            self.show_standing(self.standing)
            return
        count = len(self._photos)
        if count > self._count:
            self.beginInsertRows(_NO_INDEX, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        if self._check.copies:
            last = self.index(self._count - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_Role.DecorationRole])
