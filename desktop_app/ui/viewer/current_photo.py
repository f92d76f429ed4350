"""The photo that the viewer shows: the current one of the grid that the viewer was opened from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection


class CurrentPhoto(QObject):
    """Follows the current index of a grid, and moves it.

    Attributes:
        grid: The grid that is followed, or None.
        row: The current row of the grid.
        photo: The photo of that row; None while it is being read.

    Signals:
        updated (): The row, the number of rows or the photo may have changed.
        photo_changed (): The photo is another file than before, or is being read.
        emptied (): The grid has no photos any more.
    """

    updated = Signal()
    photo_changed = Signal()
    emptied = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grid: PhotoGrid | None = None
        self.row = 0
        self.photo: ShownPhoto | None = None

    @property
    def count(self) -> int:
        """The number of photos in the grid."""
        return self.grid.photos.rowCount() if self.grid is not None else 0

    def follow(self, grid: PhotoGrid) -> None:
        """Follow a grid instead of the one before; `update` makes its photo known."""
        self.release()
        self.grid, self.photo = grid, None
        grid.selectionModel().currentChanged.connect(self.update)
        grid.photos.dataChanged.connect(self.update)
        grid.photos.modelReset.connect(self._follow_reset)

    def release(self) -> PhotoGrid | None:
        """Follow no grid; return the one that was followed."""
        grid, self.grid = self.grid, None
        if grid is not None:
            grid.selectionModel().currentChanged.disconnect(self.update)
            grid.photos.dataChanged.disconnect(self.update)
            grid.photos.modelReset.disconnect(self._follow_reset)
        return grid

    def can_step(self, by: int) -> bool:
        """Whether there is a photo so many rows on, or back."""
        return 0 <= self.row + by < self.count

    def step(self, by: int) -> None:
        """Make the photo so many rows farther current, or the last one on the way."""
        row = min(self.count - 1, max(0, self.row + by))
        if self.grid is not None and row >= 0:
            self.grid.setCurrentIndex(self.grid.photos.index(row, 0))

    def step_round(self) -> None:
        """Step to the next photo, or from the last one to the first."""
        self.step(1 if self.can_step(1) else -self.row)

    def neighbours(self) -> list[Path]:
        """Return the files of the next and the previous photo, as far as they are known."""
        if self.grid is None:
            return []
        rows = [row for row in (self.row + 1, self.row - 1) if 0 <= row < self.count]
        return [known.path for row in rows if (known := self.grid.photos.known_photo(row))]

    @property
    def selection(self) -> PhotoSelection | None:
        """The photo as a selection; None if there is no photo."""
        if self.grid is None or self.photo is None:
            return None
        return self.grid.photos.selection_of_photo(self.photo)

    def step_aside(self) -> None:
        """Step to the next photo, or from the last one to the previous: the photo is going away."""
        self.step(-1 if self.row + 1 >= self.count else 1)

    def update(self) -> None:
        """Read the current row again; it may be another one, or have been loaded since."""
        if self.grid is None or not self.grid.currentIndex().isValid():
            return
        self.row = self.grid.currentIndex().row()
        before, self.photo = self.photo, self.grid.selection.current_photo()
        self.updated.emit()
        if self.photo is None or before is None or before.path != self.photo.path:
            self.photo_changed.emit()

    def _follow_reset(self) -> None:
        """The grid makes its photo current again after this, or the one in its place."""
        if not self.count:
            self.emptied.emit()
