"""A look into the code of the query: its bits, what they have kept of the picture, and the way
from it to another photo's code.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.answers import LensAnswer, LensPictures
from desktop_app.ui.inspector.bit_grid import BitGrid, ShownCode
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.code_words import codes_reveal
from desktop_app.ui.kit.collapsible_section import CollapsibleSection
from desktop_app.ui.kit.messages import message, shown_name
from desktop_app.ui.kit.picture_view import PictureView
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button, label
from desktop_app.ui.photos.photo_tile import PhotoTile
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader

_TILES = 4


class CodeLens(CollapsibleSection):
    """The bits of the query's code, and the way to the code of a photo.

    Signals:
        flip_requested: A bit to flip, or to flip back.
        steps_requested: How many of the bits on the way from the query to the photo to flip.
        reset_requested: Flip no bit.
    """

    flip_requested = Signal(int)
    steps_requested = Signal(int)
    reset_requested = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        self._answer: LensAnswer | None = None
        super().__init__(theme, self.tr("Code lens"), is_open=False)
        metrics = theme.metrics
        self.pictures = [PictureView(theme, metrics.lens_picture) for _ in range(3)]
        self._picture_names = [label("", "secondary") for _ in range(3)]
        self._no_pictures = label("", "secondary", wrapped=True)
        self._summary = label("", "quiet", wrapped=True)
        self.grid = BitGrid(theme, metrics.query_picture)
        self._flips = label("", "secondary")
        self.reset = button(self.tr("Reset"), "link")
        self.copy = IconButton(theme, "copy", self.tr("Copy code"), worded=True)
        self._notice = label(codes_reveal(), "secondary", wrapped=True)
        self._goal = ElidedLabel("secondary")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("The way from the query's code to the photo's"))
        self.tiles = [PhotoTile(theme, thumbnails, metrics.lens_tile) for _ in range(_TILES)]
        self._drawn = QWidget()
        self._way = QWidget()
        self._lay_out(theme)
        self._connect()
        self.clear()

    @property
    def text(self) -> str:
        """All that it says."""
        said = [self._summary, self._no_pictures, self._flips, self._notice]
        return " ".join(item.text() for item in said if not item.isHidden())

    def clear(self) -> None:
        self._answer = None
        self._summary.setText("")
        for item in (self._drawn, self._no_pictures, self._way):
            item.hide()

    def show_answer(self, answer: LensAnswer, name: str) -> None:
        """`name` of the photo beside the query."""
        self._answer = answer
        self._show_pictures(answer)
        costs = answer.comparison.costs if answer.comparison else None
        bits = answer.bits.tolist()
        self.grid.show_code(ShownCode.of(bits, costs, answer.confidence, answer.flips))
        self._summary.setText(self._summed_up(answer, name))
        self._flips.setText(self._flips_said(len(answer.flips)))
        self.reset.setEnabled(bool(answer.flips))
        self._show_way(answer, name)

    # What it says

    def _summed_up(self, answer: LensAnswer, name: str) -> str:
        if answer.comparison is None:
            return self.tr("Click a bit to flip it. Select a photo to compare its code.")
        distance = answer.comparison.distance
        if distance == 0:
            return self.tr("{name} has this very code.").format(name=name)
        if distance == 1:
            text = self.tr("1 of {bits} bits differs from {name}.")
        else:
            text = self.tr(
                "{count} of {bits} bits differ from {name}: the stronger their colour, the more the"
                " query cares."
            )
        return text.format(count=distance, bits=len(answer.bits), name=name)

    def _flips_said(self, count: int) -> str:
        if count == 0:
            return self.tr("No bit is flipped")
        if count == 1:
            return self.tr("1 bit is flipped")
        return self.tr("{count} bits are flipped").format(count=numbers.counted(count))

    def _show_pictures(self, answer: LensAnswer) -> None:
        pictures = answer.pictures
        has_pictures = isinstance(pictures, LensPictures)
        self._drawn.setVisible(has_pictures)
        self._no_pictures.setVisible(not has_pictures)
        if isinstance(pictures, LensPictures):
            drawn = (pictures.query, pictures.photo, pictures.shared)
            for view, named, image in zip(self.pictures, self._picture_names, drawn, strict=True):
                view.setVisible(image is not None)
                named.setVisible(image is not None)
                if image is not None:
                    view.show_image(image)
        elif isinstance(pictures, AppError):
            self._no_pictures.setText(message(pictures))
        else:
            self._no_pictures.setText(
                self.tr("The model in use cannot draw what a code has kept of a picture.")
            )

    def _show_way(self, answer: LensAnswer, name: str) -> None:
        self._way.setVisible(bool(answer.flip_order))
        if not answer.flip_order:
            return
        gone = _steps_gone(answer)
        self.slider.blockSignals(True)  # noqa: FBT003 -- Qt's argument
        self.slider.setRange(0, len(answer.flip_order))
        self.slider.setPageStep(max(1, len(answer.flip_order) // 8))
        self.slider.setValue(gone)
        self.slider.blockSignals(False)  # noqa: FBT003
        text = self.tr("On the way to {name}: {gone} of {count} bits")
        self._goal.say(text.format(name=name, gone=gone, count=len(answer.flip_order)))
        for tile, waypoint in zip(self.tiles, answer.waypoints, strict=False):
            words = self.tr("{name}, the photo nearest to the way after {bits}")
            tile.show_photo(
                waypoint.photo,
                words.format(
                    name=shown_name(waypoint.photo.path), bits=numbers.bits(len(waypoint.flips))
                ),
            )
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(answer.waypoints))

    # What the user does

    def _go_to_waypoint(self, place: int) -> None:
        if self._answer and place < len(self._answer.waypoints):
            self.steps_requested.emit(len(self._answer.waypoints[place].flips))

    def _copy(self) -> None:
        if self._answer:
            QGuiApplication.clipboard().setText(self._answer.code)

    # How it is put together

    def _connect(self) -> None:
        self.grid.flip_requested.connect(self.flip_requested)
        self.slider.valueChanged.connect(self.steps_requested)
        self.reset.clicked.connect(self.reset_requested)
        self.copy.clicked.connect(self._copy)
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _=False, place=place: self._go_to_waypoint(place))

    def _lay_out(self, theme: Theme) -> None:
        names = (self.tr("This code"), self.tr("The photo's"), self.tr("Shared"))
        row = QHBoxLayout(self._drawn)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.metrics.space)
        for view, named, text in zip(self.pictures, self._picture_names, names, strict=True):
            named.setText(text)
            view.setFixedWidth(theme.metrics.lens_picture)
            view.setAccessibleName(text)
            row.addLayout(_stacked(theme, view, named))
        row.addStretch(1)
        flips = QHBoxLayout()
        flips.addWidget(self._flips, 1)
        flips.addWidget(self.reset)
        self._lay_out_way(theme)
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addStretch(1)
        for item in (self._drawn, self._no_pictures, self._summary, self.grid):
            self.inside.addWidget(item)
        self.inside.addLayout(flips)
        self.inside.addWidget(self._way)
        self.inside.addLayout(copying)
        self.inside.addWidget(self._notice)

    def _lay_out_way(self, theme: Theme) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(theme.metrics.space)
        for tile in self.tiles:
            strip.addWidget(tile)
        strip.addStretch(1)
        column = QVBoxLayout(self._way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self._goal)
        column.addWidget(self.slider)
        column.addLayout(strip)


def _stacked(theme: Theme, view: QWidget, named: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.metrics.tight)
    column.addWidget(view)
    column.addWidget(named)
    return column


def _steps_gone(answer: LensAnswer) -> int:
    """Count how many of the first bits on the way are flipped."""
    flips, order = set(answer.flips), answer.flip_order
    return next((step for step, bit in enumerate(order) if bit not in flips), len(order))
