"""Unusual photos as a Qt model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.ui.engine.answers import FoundOutliers
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids


class OutlierModel(PhotoModel):
    """Every row is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos: list[ShownPhoto] = []
        self.ids: Ids = np.empty(0, np.int64)

    def show_outliers(self, outliers: FoundOutliers) -> None:
        self.beginResetModel()
        self._photos = [_shown(row, distance, outliers) for row, distance in outliers.found]
        self.ids = np.array([row.id for row, _ in outliers.found], np.int64)
        self.endResetModel()

    def photo(self, row: int) -> ShownPhoto:
        return self._photos[row]

    def selection_of(self, rows: list[int]) -> PhotoSelection:
        return PhotoSelection([self._photos[row].photo.id for row in rows])

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._photos)


def _shown(row: PhotoRow, distance: int, outliers: FoundOutliers) -> ShownPhoto:
    percent = numbers.decimal(100 * distance / outliers.code_bits, 0)
    hint = _tr("{percent} % different from its {neighbours}th closest photo")
    return ShownPhoto(
        photo=row,
        badge=_tr("{percent} % different").format(percent=percent),
        hint=hint.format(percent=percent, neighbours=outliers.neighbours),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("outlier_model", text)
