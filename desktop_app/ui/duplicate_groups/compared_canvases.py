"""The photos of a group on canvases that are zoomed and moved together."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.duplicate_groups.divider import Divider
from desktop_app.ui.kit.direction import is_right_to_left, mirrored
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

# Slow enough to be safe for photosensitive users, fast enough to show differences as movement.
_FLICKER_MS = 600


class GroupMode(Enum):
    """How the photos of a group are shown."""

    SIDE_BY_SIDE = auto()
    FLICKER = auto()
    SLIDER = auto()
    DIFFERENCE = auto()


class ComparedCanvases(QWidget):
    """Shows all photos side by side, one of them, or two over each other.

    Attributes:
        canvases: One for each photo.
        difference: The canvas of the difference picture.
        divider: Between the two that lie over each other.
        current: The place of the photo that is acted on.
        other: The place of the photo that the current one is compared with.
        mode: How they are shown.

    Signals:
        current_changed (): Another photo is acted on.
    """

    current_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # to what is behind them
        self.canvases: list[PhotoCanvas] = []
        self.difference = PhotoCanvas(theme)
        self.difference.setParent(self)
        self.difference.zoom.enlarges = True
        self.divider = Divider(theme, self)
        self.divider.moved.connect(self._lay_out)
        self.current, self.other = 0, 0
        self._is_swapped = False
        self.mode = GroupMode.SIDE_BY_SIDE
        self._timer = QTimer(self, interval=_FLICKER_MS)
        self._timer.timeout.connect(lambda: self.step(1))

    def make(self, count: int) -> list[PhotoCanvas]:
        """Replace the canvases by so many new ones."""
        for canvas in self.canvases:
            canvas.hide()
            canvas.deleteLater()
        self.canvases = [PhotoCanvas(self._theme) for _ in range(count)]
        for canvas in self.canvases:
            canvas.setParent(self)
            canvas.zoom.enlarges = True
            canvas.zoom.view_changed.connect(self._follow_zoom)
        self._lay_out()
        return self.canvases

    def set_mode(self, mode: GroupMode) -> None:
        self.mode = mode
        if mode is GroupMode.FLICKER:
            self._timer.start()
        else:
            self._timer.stop()
        self._lay_out()

    def set_current(self, place: int) -> None:
        """Act on another photo; while one is shown alone, show this one."""
        if 0 <= place < len(self.canvases) and place != self.current:
            self.current = place
            self._lay_out()
            self.current_changed.emit()

    def set_other(self, place: int) -> None:
        """Compare the current photo with this one."""
        if place != self.other:
            self.other = place
            self._lay_out()

    def step(self, places: int) -> None:
        """Go to another photo; after the last one comes the first."""
        if self.canvases:
            self.set_current((self.current + places) % len(self.canvases))

    def switch(self) -> None:
        """Swap the photos at both sides of the divider, or show the next photo now; from then on
        only this does.
        """
        if self.mode is GroupMode.SLIDER:
            self._is_swapped = not self._is_swapped
            self._lay_out()
            self.current_changed.emit()
        else:
            self._timer.stop()
            self.step(1)

    def is_right(self, place: int) -> bool:
        """Whether the divider has this photo at its right: the current one, unless swapped. Without
        a divider: whether captions are at the right.
        """
        if self.mode is not GroupMode.SLIDER:
            return is_right_to_left()
        return (place == self.current) is not self._is_swapped

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint a frame around the photo that is acted on."""
        del event
        if self.mode is not GroupMode.SIDE_BY_SIDE or not self.canvases:
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRect(self.canvases[self.current].geometry().adjusted(-2, -2, 1, 1))
        painter.end()

    def _follow_zoom(self, view: object) -> None:
        for canvas in (*self.canvases, self.difference):
            if canvas is not self.sender():
                canvas.zoom.apply(view)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        whole, mode = self.rect(), self.mode
        self.difference.setGeometry(whole)
        self.difference.setVisible(mode is GroupMode.DIFFERENCE)
        self.divider.setVisible(mode is GroupMode.SLIDER)
        self.divider.raise_()
        line = self.divider.place_in(whole.size())
        cells = _cells(whole.size(), len(self.canvases), self._theme.metrics.space)
        shown = {
            GroupMode.SIDE_BY_SIDE: set(range(len(cells))),
            GroupMode.FLICKER: {self.current},
            GroupMode.SLIDER: {self.current, self.other},
            GroupMode.DIFFERENCE: set(),
        }[mode]
        for place, canvas in enumerate(self.canvases):
            cell = mirrored(cells[place], whole)
            canvas.setGeometry(cell if mode is GroupMode.SIDE_BY_SIDE else whole)
            canvas.setVisible(place in shown)
            canvas.clearMask()
            if mode is GroupMode.SLIDER:
                canvas.setMask(_side(whole, line, is_right=self.is_right(place)))
        self.update()


def _side(whole: QRect, line: int, *, is_right: bool) -> QRegion:
    """Return what is at one side of a vertical line."""
    return QRegion(whole.adjusted(line, 0, 0, 0) if is_right else QRect(0, 0, line, whole.height()))


def _cells(size: QSize, count: int, gap: int) -> list[QRect]:
    """Return where photos are shown beside each other: in one row, or in two for many."""
    rows = 1 if count < 4 else 2
    columns = max(1, math.ceil(count / rows))
    width = (size.width() - (columns + 1) * gap) // columns
    height = (size.height() - (rows + 1) * gap) // rows
    places = [divmod(place, columns) for place in range(count)]
    return [
        QRect(gap + across * (width + gap), gap + down * (height + gap), width, height)
        for down, across in places
    ]
