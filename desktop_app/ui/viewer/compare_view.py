"""Shows a photo alone, side by side with the query's picture, or flickering with it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.direction import is_right_to_left, mirrored
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

# Slow enough to be safe for photosensitive users, fast enough to show differences as movement.
_FLICKER_MS = 600


class CompareMode(Enum):
    """How the photo is shown."""

    SINGLE = auto()
    SIDE_BY_SIDE = auto()
    FLICKER = auto()


class CompareView(QWidget):
    """Two canvases that are zoomed and panned together.

    Attributes:
        photo: The canvas of the photo.
        query: The canvas of the query's picture; hidden in `CompareMode.SINGLE`.
        mode: The current mode.
        enlarges_small: Whether a small photo that is shown alone is enlarged to fill the window.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.metrics.space
        self.photo = PhotoCanvas(theme)
        self.query = PhotoCanvas(theme)
        self.mode = CompareMode.SINGLE
        self.enlarges_small = False
        self._timer = QTimer(self, interval=_FLICKER_MS)
        self._timer.timeout.connect(self.swap)
        self._names = ("", "")
        self._hint = ""
        for canvas, other in ((self.photo, self.query), (self.query, self.photo)):
            canvas.setParent(self)
            canvas.zoom.view_changed.connect(other.zoom.apply)
        self._lay_out()

    def set_mode(self, mode: CompareMode) -> None:
        self.mode = mode
        for canvas in (self.photo, self.query):
            canvas.zoom.enlarges = self.enlarges_small or mode is not CompareMode.SINGLE
            canvas.zoom.apply(self.photo.zoom.view)
        if mode is CompareMode.FLICKER:
            self._timer.start()
        else:
            self._timer.stop()
        self._lay_out()
        self._show_names()

    def toggle_enlarging(self) -> None:
        """Show small photos enlarged, or at most in their actual size."""
        self.enlarges_small = not self.enlarges_small
        self.set_mode(self.mode)

    def set_names(self, photo: str, query: str) -> None:
        """Name the pictures, for captions while they are compared and for screen readers."""
        self._names = (photo, query)
        self.photo.setAccessibleName(photo)
        self.query.setAccessibleName(query)
        self._show_names()

    def show_hint(self, hint: str) -> None:
        """Show a line over a photo that is shown alone; empty for none."""
        self._hint = hint
        self._show_names()

    def swap(self) -> None:
        """Show the other one of the flickering pictures."""
        is_query = self.query.isHidden()
        self.query.setVisible(is_query)
        self.photo.setVisible(not is_query)

    def stop_flickering(self) -> None:
        """Stop the timer; from now on only `swap` swaps the pictures."""
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = self.rect()
        if self.mode is not CompareMode.SIDE_BY_SIDE:
            self.photo.setGeometry(whole)
            self.query.setGeometry(whole)
        else:
            width = (whole.width() - self._gap) // 2
            first = QRect(0, 0, width, whole.height())
            self.query.setGeometry(mirrored(first, whole))
            self.photo.setGeometry(mirrored(first.translated(whole.width() - width, 0), whole))
        if self.mode is not CompareMode.FLICKER:
            self.photo.show()
            self.query.setVisible(self.mode is CompareMode.SIDE_BY_SIDE)
        elif self.photo.isHidden() == self.query.isHidden():
            self.photo.show()
            self.query.hide()

    def _show_names(self) -> None:
        is_single = self.mode is CompareMode.SINGLE
        for canvas, name in zip((self.photo, self.query), self._names, strict=True):
            caption = self._hint if is_single else name
            canvas.show_caption(caption, is_right=is_right_to_left())
