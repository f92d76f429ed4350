"""Unusual photos as a Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.kit import numbers
from desktop_app.ui.photos.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.photos.photo_selection import PhotoSelection

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


class OutlierModel(PhotoModel):
    """Every row is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[ShownPhoto] = []

    def show_outliers(self, outliers: FoundOutliers) -> None:
        self.beginResetModel()
        self._photos = [_shown(row, distance, outliers) for row, distance in outliers.found]
        self.endResetModel()

    def photo(self, row: int) -> ShownPhoto:
        return self._photos[row]

    def row_of(self, photo_id: int) -> int | None:
        ids = (shown.photo.id for shown in self._photos)
        return next((row for row, own in enumerate(ids) if own == photo_id), None)

    def selection_of(self, rows: list[int]) -> PhotoSelection:
        return PhotoSelection([self._photos[row].photo.id for row in rows])

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._photos)


def _shown(row: PhotoRow, distance: int, outliers: FoundOutliers) -> ShownPhoto:
    number = _tr("{count} of {bits} bits differ from its {neighbours}th closest photo").format(
        neighbours=outliers.neighbours, count=distance, bits=outliers.code_bits
    )
    return ShownPhoto(
        photo=row, badge=_tr("{bits} apart").format(bits=numbers.bits(distance)), number=number
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("outlier_model", text)
