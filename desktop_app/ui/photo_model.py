"""The photos of a search as a Qt model: names, words and files, but no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.ui import numbers
from desktop_app.ui.file_urls import file_url
from desktop_app.ui.likeness import Likeness, bits_that_differ, word
from desktop_app.ui.messages import shown_name, shown_path

if TYPE_CHECKING:
    from desktop_app.core.photo_search import Found
    from desktop_app.ui.queries import Results

PHOTO_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ShownPhoto:
    """A photo as the grid shows it. `number` is shown on hover, `badge` otherwise."""

    found: Found
    likeness: Likeness
    badge: str
    number: str

    @property
    def path(self) -> Path:
        return self.found.photo.path


class PhotoModel(QAbstractListModel):
    """Rows are nearest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[ShownPhoto] = []
        self.related = 0

    def show_results(self, results: Results, query_path: Path | None) -> None:
        """Replaces the rows. `query_path` is the file that was searched for, where it is one."""
        self.beginResetModel()
        self._photos = [_shown(item, results, query_path) for item in results.found]
        self.related = results.related
        self.endResetModel()

    def clear(self) -> None:
        self.beginResetModel()
        self._photos = []
        self.related = 0
        self.endResetModel()

    def photo(self, row: int) -> ShownPhoto:
        return self._photos[row]

    def row_of(self, photo_id: int) -> int | None:
        ids = (shown.found.photo.id for shown in self._photos)
        return next((row for row, found_id in enumerate(ids) if found_id == photo_id), None)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = self._photos[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(shown.path)
            case Qt.ItemDataRole.ToolTipRole:
                return _tool_tip(shown)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{shown_name(shown.path)}, {shown.badge}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return shown.number
            case Qt.ItemDataRole.UserRole:
                return shown
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802
        """The files, for other programs and for our own query panel."""
        mime = QMimeData()
        rows = sorted({index.row() for index in indexes})
        mime.setUrls([file_url(self._photos[row].path) for row in rows])
        return mime

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """A file that is dragged out is copied, never moved away."""
        return Qt.DropAction.CopyAction


def _shown(found: Found, results: Results, query_path: Path | None) -> ShownPhoto:
    match = found.match
    likeness = results.scale.likeness(match.distance, related=match.related)
    return ShownPhoto(
        found=found,
        likeness=likeness,
        badge=_badge(found, likeness, query_path),
        number=bits_that_differ(match.distance, results.scale),
    )


def _badge(found: Found, likeness: Likeness, query_path: Path | None) -> str:
    if found.photo.path == query_path:
        return QCoreApplication.translate("photo_model", "This photo")
    if found.photo.away:
        offline = QCoreApplication.translate("photo_model", "{likeness} · offline")
        return offline.format(likeness=word(likeness))
    return word(likeness)


def _tool_tip(shown: ShownPhoto) -> str:
    photo = shown.found.photo
    facts = f"{photo.width:,} × {photo.height:,} · {numbers.file_size(photo.size_bytes)}"
    return f"{shown_path(photo.path)}\n{facts}\n{shown.number}"
