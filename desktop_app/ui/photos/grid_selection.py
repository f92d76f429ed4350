"""The selected photos of a grid, as rows, as photos, and as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.kit import numbers
from desktop_app.ui.photos.photo_model import PhotoModel, ShownPhoto
from desktop_app.ui.photos.photo_selection import PhotoSelection

# File managers and other programs still accept this many files without a noticeable delay.
MOST_SELECTED = 10_000


class GridSelection:
    """Reads and changes the selection of a view whose model is a PhotoModel."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view

    def current_photo(self) -> ShownPhoto | None:
        """Return the photo with the cursor; None if there is none or it is not read yet."""
        index = self._view.currentIndex()
        return self._model.photo(index.row()) if index.isValid() else None

    def selected_current_photo(self) -> ShownPhoto | None:
        """Return the current photo if it is selected: a photo also becomes current when the grid
        gets the focus.
        """
        index = self._view.currentIndex()
        is_selected = index.isValid() and self._view.selectionModel().isSelected(index)
        return self._model.photo(index.row()) if is_selected else None

    def ranges(self) -> list[tuple[int, int]]:
        """Return the first and last row of each selected range, in ascending order."""
        selection = self._view.selectionModel().selection()
        ranges = (selection.at(number) for number in range(selection.count()))
        return sorted((each.top(), each.bottom()) for each in ranges)

    def photos(self) -> list[ShownPhoto]:
        """Return the selected photos whose rows have been read."""
        rows = (row for first, last in self.ranges() for row in range(first, last + 1))
        shown = (self._model.known_photo(row) for row in rows)
        return [item for item in shown if item is not None]

    def files(self) -> list[Path] | None:
        """Return the selected files, or None if there are more than MOST_SELECTED.

        Raises:
            AppError: The library cannot be read.
        """
        rows = self._rows()
        return None if rows is None else self._model.files(rows)

    def photo_selection(self) -> PhotoSelection | None:
        """Return the selected photos by id, or None if there are more than MOST_SELECTED."""
        rows = self._rows()
        return None if rows is None else self._model.selection_of(rows)

    def select(self, ranges: list[tuple[int, int]], current: int | None) -> None:
        """Select only these ranges of rows, first to last; `current` gets the cursor."""
        selection = QItemSelection()
        for first, last in ranges:
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        flag = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().select(selection, flag.ClearAndSelect)
        if current is not None:
            index = self._model.index(current, 0)
            self._view.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def _rows(self) -> list[int] | None:
        ranges = self.ranges()
        if sum(last - first + 1 for first, last in ranges) > MOST_SELECTED:
            return None
        return [row for first, last in ranges for row in range(first, last + 1)]

    @property
    def _model(self) -> PhotoModel:
        model = self._view.model()
        assert isinstance(model, PhotoModel)
        return model


def too_many_selected() -> str:
    """Return the message for a selection of more than MOST_SELECTED photos."""
    text = QCoreApplication.translate(
        "grid_selection", "You can select at most {count} photos at once."
    )
    return text.format(count=numbers.counted(MOST_SELECTED))
