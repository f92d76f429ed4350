"""Photos as a Qt model: names, captions and files, but no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.ui.grid.likeness import Likeness
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_name, shown_path
from desktop_app.ui.system.file_urls import file_url

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids
    from desktop_app.core.stacks.folding import StackMark

Index = QModelIndex | QPersistentModelIndex
# Asked for each photo that is painted.
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


@dataclass(frozen=True)
class ShownPhoto:
    """A photo as the grid shows it.

    Attributes:
        badge: The caption.
        hint: A remark for the tool tip and for screen readers; empty for none.
        likeness: How similar it is to the query; None where there is no query.
        stack: The stack that it is in with others of the list; None if it is in none.
    """

    photo: PhotoRow
    badge: str
    hint: str = ""
    likeness: Likeness | None = None
    stack: StackMark | None = None

    @property
    def path(self) -> Path:
        return self.photo.path


class PhotoModel(QAbstractListModel):
    """The base of all models of photos; subclasses hold the rows.

    Attributes:
        ids: The ids of all photos, int64 [N], in the order of the rows.
    """

    ids: Ids

    def photo(self, row: int) -> ShownPhoto | None:
        """Return the photo of a visible row. None while it is being read; `dataChanged` follows."""
        raise NotImplementedError

    def known_photo(self, row: int) -> ShownPhoto | None:
        """Return the photo of any row without reading it; None if it is not known yet."""
        return self.photo(row)

    def files(self, rows: list[int]) -> list[Path]:
        """Return the files of these rows; rows that are not known yet are read first.

        Raises:
            AppError: The library cannot be read.
        """
        shown = (self.photo(row) for row in rows)
        return [item.path for item in shown if item is not None]

    def selection_of(self, rows: list[int]) -> PhotoSelection:
        """Return these rows by id; models that read rows on demand need not have read them."""
        shown = (self.photo(row) for row in rows)
        return PhotoSelection([item.photo.id for item in shown if item is not None])

    def selection_of_photo(self, shown: ShownPhoto) -> PhotoSelection:
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
                return _accessible_name(shown)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                parts = (shown.hint, date_text(shown.photo), self._position(index.row()))
                return "; ".join(part for part in parts if part)
            case Qt.ItemDataRole.UserRole:
                return shown
        return None

    def _position(self, row: int) -> str:
        """For screen readers."""
        text = self.tr("photo {place} of {count}")
        count = numbers.counted(self.rowCount())
        return text.format(place=numbers.counted(row + 1), count=count)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802
        """Return the files, for other programs and for this program's query panel."""
        return files_as_mime(self.files(sorted({index.row() for index in indexes})))

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return ["text/uri-list"]

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """Offer copying only, so that no program moves the user's files."""
        return Qt.DropAction.CopyAction


def files_as_mime(paths: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in paths])
    return mime


def _accessible_name(shown: ShownPhoto) -> str:
    name = shown_name(shown.path)
    return name if shown.badge == name else f"{name}, {shown.badge}"


def _tool_tip(shown: ShownPhoto) -> str:
    photo = shown.photo
    facts = f"{numbers.pixels(photo.width, photo.height)} · {numbers.file_size(photo.size_bytes)}"
    lines = (shown_path(photo.path), facts, date_text(photo), shown.hint)
    return "\n".join(line for line in lines if line)


def date_text(photo: PhotoRow) -> str:
    """Return when a photo was taken, in the user's locale."""
    when = QDateTime.fromString(photo.capture.taken_at, Qt.DateFormat.ISODate)
    if not when.isValid():
        return QCoreApplication.translate("photo_model", "No date")
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
