"""The tables of a comparison: the figures of both models, and the previews of their codes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.core.jobs.comparison_events import Comparison
from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.models.comparison_text import (
    MeasureLine,
    loss_text,
    measure_lines,
    method_text,
)
from desktop_app.ui.models.model_answers import ComparisonPhotos

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FigureTable(QWidget):
    """One measure a row: its name, both figures and their difference."""

    def __init__(self, theme: Theme, result: Comparison) -> None:
        super().__init__()
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.metrics.wide)
        grid.setVerticalSpacing(theme.metrics.tight)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("In use"), self.tr("New"), self.tr("Difference"))
        for column, head in enumerate(heads, 1):
            grid.addWidget(label(head, "quiet"), 0, column, alignment=_RIGHT)
        for place, line in enumerate(measure_lines(result)):
            self._add_measure(2 * place + 1, line)
        last = grid.rowCount()
        grid.addWidget(label(loss_text(result), wrapped=True), last, 0, 1, 4)
        grid.addWidget(label(method_text(result), "secondary", wrapped=True), last + 1, 0, 1, 4)

    def _add_measure(self, row: int, line: MeasureLine) -> None:
        self._grid.addWidget(label(line.title), row, 0)
        self._grid.addWidget(label(line.hint, "secondary", wrapped=True), row + 1, 0, 1, 4)
        for column, text in enumerate((line.old, line.new, line.change), 1):
            self._grid.addWidget(label(text), row, column, alignment=_RIGHT)


class PreviewTable(QWidget):
    """One photo a column: the photo, and the preview that each model makes from its code."""

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader, photos: ComparisonPhotos) -> None:
        super().__init__()
        self._side = theme.metrics.preview
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.metrics.space)
        heads = (self.tr("Photo"), self.tr("In use"), self.tr("New"))
        for row, head in enumerate(heads):
            grid.addWidget(label(head, "quiet"), row, 0)
        for column, pair in enumerate(photos.previews, 1):
            tile = PhotoTile(theme, thumbnails, self._side)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.show_photo(photos.rows[pair.photo_id], "")
            grid.addWidget(tile, 0, column)
            for row, image in enumerate((pair.old, pair.new), 1):
                name = f"{tile.accessibleName()}, {heads[row]}"
                grid.addWidget(self._preview(image, name), row, column)
        grid.setColumnStretch(len(photos.previews) + 1, 1)

    def _preview(self, image: QImage | None, name: str) -> QWidget:
        """`name` is for screen readers."""
        if image is None:
            return label(self.tr("No previews"), "secondary")
        made = QLabel()
        made.setAccessibleName(name)
        ratio = self.devicePixelRatio()
        side = round(self._side * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(QSize(side, side), mode=smooth)
        scaled.setDevicePixelRatio(ratio)
        made.setPixmap(QPixmap.fromImage(scaled))
        return made
