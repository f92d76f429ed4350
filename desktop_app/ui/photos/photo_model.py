"""Photos as a Qt model: names, words and files, but no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.likeness import Likeness
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.photos.photo_action import PhotoSelection
from desktop_app.ui.system.file_urls import file_url

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow

PHOTO_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ShownPhoto:
    """A photo as the grid shows it. `number` is shown on hover, `badge` otherwise; `likeness` to a
    query, where there is one.
    """

    photo: PhotoRow
    badge: str
    number: str
    likeness: Likeness | None = None

    @property
    def path(self) -> Path:
        return self.photo.path


class PhotoModel(QAbstractListModel):
    """What results and all photos have in common: each knows its own rows."""

    def photo(self, row: int) -> ShownPhoto | None:
        """None while it is being read; a view that shows the row is told when it is there."""
        raise NotImplementedError

    def known_photo(self, row: int) -> ShownPhoto | None:
        """As `photo`, but nothing is read because of it: the row may be out of sight."""
        return self.photo(row)

    def files(self, rows: list[int]) -> list[Path]:
        """All of them, read where they are not known yet. May raise an AppError."""
        shown = (self.photo(row) for row in rows)
        return [item.path for item in shown if item is not None]

    def chosen(self, rows: list[int]) -> PhotoSelection:
        """These photos; a model whose rows are read when they are shown gives all the same."""
        shown = (self.photo(row) for row in rows)
        return PhotoSelection([item.photo.id for item in shown if item is not None])

    def chosen_alone(self, shown: ShownPhoto) -> PhotoSelection:
        return PhotoSelection([shown.photo.id])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = self.known_photo(index.row()) if index.isValid() else None
        if shown is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(shown.path)
            case Qt.ItemDataRole.ToolTipRole:
                return _tool_tip(shown)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(shown)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return f"{shown.number}; {self._place(index.row())}"
            case Qt.ItemDataRole.UserRole:
                return shown
        return None

    def _place(self, row: int) -> str:
        """For those who do not see it."""
        text = self.tr("photo {place} of {count}")
        count = numbers.counted(self.rowCount())
        return text.format(place=numbers.counted(row + 1), count=count)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802
        """The files, for other programs and for our own query panel."""
        return files_as_mime(self.files(sorted({index.row() for index in indexes})))

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """A file that is dragged out is copied, never moved away."""
        return Qt.DropAction.CopyAction


def files_as_mime(paths: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in paths])
    return mime


def _spoken(shown: ShownPhoto) -> str:
    name = shown_name(shown.path)
    return name if shown.badge == name else f"{name}, {shown.badge}"


def _tool_tip(shown: ShownPhoto) -> str:
    photo = shown.photo
    facts = f"{numbers.pixels(photo.width, photo.height)} · {numbers.file_size(photo.size_bytes)}"
    return f"{shown_path(photo.path)}\n{facts}\n{shown.number}"
