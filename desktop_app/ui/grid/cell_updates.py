"""Repaints the cells of a grid that have changed, and not the whole grid."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.grid.grid_pointer import GridPointer
from desktop_app.ui.grid.grid_view import GridView
from desktop_app.ui.grid.photo_model import PhotoModel
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader


class CellUpdates(QObject):
    """Follows the mouse and the thumbnails of a grid."""

    def __init__(self, view: GridView, pointer: GridPointer, thumbnails: ThumbnailLoader) -> None:
        """`view` shows a PhotoModel."""
        super().__init__(view)
        self._view = view
        self._pointer = pointer
        self._hovered: int | None = None
        self._loaded: set[bytes] = set()
        # Thumbnails arrive many at a time; one look at the visible photos finds all of them.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._update_loaded)
        thumbnails.loaded.connect(self._note_loaded)
        pointer.hover_changed.connect(self._update_hovered)

    def _update_hovered(self) -> None:
        before, self._hovered = self._hovered, self._pointer.hovered_row
        for row in (before, self._hovered):
            if row is not None:
                self._view.update(self._view.model().index(row, 0))

    def _note_loaded(self, content_hash: bytes) -> None:
        self._loaded.add(content_hash)
        if not self._timer.isActive():
            self._timer.start()

    def _update_loaded(self) -> None:
        loaded, self._loaded = self._loaded, set()
        model = self._view.model()
        assert isinstance(model, PhotoModel)
        for row in self._view.scroller.visible_rows():
            shown = model.known_photo(row)
            if shown is not None and shown.photo.content_hash in loaded:
                self._view.update(model.index(row, 0))
