"""The place where a photo is looked at: alone, beside the query's picture, or in turn with it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

# Slow enough to be safe for everybody's eyes, quick enough to see what moves.
_TURN_MS = 600


class Comparing(Enum):
    """How the photo is shown."""

    ALONE = auto()
    BESIDE = auto()
    IN_TURN = auto()


class CompareStage(QWidget):
    """Both pictures are zoomed and moved together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.metrics.space
        self.photo = PhotoCanvas(theme)
        self.query = PhotoCanvas(theme)
        self.comparing = Comparing.ALONE
        self._turner = QTimer(self, interval=_TURN_MS)
        self._turner.timeout.connect(self.turn)
        self._names = ("", "")
        for canvas, other in ((self.photo, self.query), (self.query, self.photo)):
            canvas.setParent(self)
            canvas.view_changed.connect(other.show_view)
        self._lay_out()

    @property
    def is_turning(self) -> bool:
        return self._turner.isActive()

    def compare(self, comparing: Comparing) -> None:
        self.comparing = comparing
        is_alone = comparing is Comparing.ALONE
        for canvas in (self.photo, self.query):
            canvas.fill(not is_alone)
            canvas.show_view(self.photo.view)
        if comparing is Comparing.IN_TURN:
            self._turner.start()
        else:
            self._turner.stop()
        self._lay_out()
        self._show_names()

    def name(self, photo: str, query: str) -> None:
        """What the pictures are called while they are compared."""
        self._names = (photo, query)
        self.photo.setAccessibleName(photo)
        self.query.setAccessibleName(query)
        self._show_names()

    def turn(self) -> None:
        """Show the other of the two."""
        is_query = self.query.isHidden()
        self.query.setVisible(is_query)
        self.photo.setVisible(not is_query)

    def stop_turning(self) -> None:
        """Only by hand from now on."""
        self._turner.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = self.rect()
        if self.comparing is not Comparing.BESIDE:
            self.photo.setGeometry(whole)
            self.query.setGeometry(whole)
        else:
            width = (whole.width() - self._gap) // 2
            self.query.setGeometry(QRect(0, 0, width, whole.height()))
            self.photo.setGeometry(QRect(whole.width() - width, 0, width, whole.height()))
        if self.comparing is not Comparing.IN_TURN:
            self.photo.show()
            self.query.setVisible(self.comparing is Comparing.BESIDE)
        elif self.photo.isHidden() == self.query.isHidden():
            self.photo.show()
            self.query.hide()

    def _show_names(self) -> None:
        is_alone = self.comparing is Comparing.ALONE
        for canvas, name in zip((self.photo, self.query), self._names, strict=True):
            canvas.show_caption("" if is_alone else name)
