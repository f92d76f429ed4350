"""Clicks on the badges of stacks, which select nothing and open no photo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop_app.ui.grid.grid_painter import PhotoPainter
from desktop_app.ui.grid.grid_view import GridView
from desktop_app.ui.grid.photo_model import PhotoModel, ShownPhoto

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class BadgeClicks(QObject):
    """An event filter on the viewport of a grid.

    Signals:
        clicked (ShownPhoto): The badge of the stack of this photo was clicked.
    """

    clicked = Signal(ShownPhoto)

    def __init__(self, view: GridView, cells: PhotoPainter) -> None:
        super().__init__(view)
        self._view = view
        self._cells = cells
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.type() in _PRESSES:
            shown = self._badge_at(event)
            if shown is not None and event.button() is Qt.MouseButton.LeftButton:
                if event.type() is QEvent.Type.MouseButtonPress:
                    self.clicked.emit(shown)
                return True
        return super().eventFilter(watched, event)

    def _badge_at(self, event: QMouseEvent) -> ShownPhoto | None:
        """Return the photo whose badge is under the mouse."""
        point = event.position().toPoint()
        index, model = self._view.indexAt(point), self._view.model()
        if not index.isValid() or not isinstance(model, PhotoModel):
            return None
        shown = model.known_photo(index.row())
        if shown is None:
            return None
        is_on = self._cells.badge_rect(self._view.visualRect(index), shown).contains(point)
        return shown if is_on else None
