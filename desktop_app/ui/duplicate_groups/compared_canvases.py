"""The photos of a group on canvases that are zoomed and moved together."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

# Slow enough to be safe for photosensitive users, fast enough to show differences as movement.
_FLICKER_MS = 600
MOST_COMPARED = 6


class GroupMode(Enum):
    """How the photos of a group are shown."""

    SIDE_BY_SIDE = auto()
    FLICKER = auto()
    DIFFERENCE = auto()


class ComparedCanvases(QWidget):
    """Shows all photos side by side, or one of them.

    Attributes:
        canvases: One for each photo.
        difference: The canvas of the difference picture.
        current: The place of the photo that is acted on.
        mode: How they are shown.

    Signals:
        current_changed (): Another photo is acted on.
    """

    current_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.canvases: list[PhotoCanvas] = []
        self.difference = PhotoCanvas(theme)
        self.difference.setParent(self)
        self.difference.zoom.enlarges = True
        self.current = 0
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

    def step(self, places: int) -> None:
        """Go to another photo; after the last one comes the first."""
        if self.canvases:
            self.set_current((self.current + places) % len(self.canvases))

    def switch(self) -> None:
        """Show the next photo now; from then on only this does."""
        self._timer.stop()
        self.step(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Nothing behind the canvases reacts to the mouse."""
        del event

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
        is_together = self.mode is GroupMode.SIDE_BY_SIDE
        self.difference.setGeometry(self.rect())
        self.difference.setVisible(self.mode is GroupMode.DIFFERENCE)
        for place, canvas in enumerate(self.canvases):
            canvas.setGeometry(self._cell(place) if is_together else self.rect())
            is_alone = self.mode is GroupMode.FLICKER and place == self.current
            canvas.setVisible(is_together or is_alone)
        self.update()

    def _cell(self, place: int) -> QRect:
        """Return where a photo is shown beside the others: in one row, or in two for many."""
        gap, count = self._theme.metrics.space, len(self.canvases)
        rows = 1 if count < 4 else 2
        columns = math.ceil(count / rows)
        down, across = divmod(place, columns)
        width = (self.width() - (columns + 1) * gap) // columns
        height = (self.height() - (rows + 1) * gap) // rows
        return QRect(gap + across * (width + gap), gap + down * (height + gap), width, height)
