"""The selected photos of a grid, as rows, as photos, and as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.core.catalogue.id_lists import Ids, is_among
from desktop_app.ui.grid.photo_model import PhotoModel, ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

# File managers and other programs still accept this many files without a noticeable delay.
MOST_SELECTED = 10_000


@dataclass(frozen=True)
class PhotoPlace:
    """A photo and the row in which it is."""

    photo_id: int
    row: int

    def row_among(self, ids: Ids) -> int:
        """Return its row among other photos; if it is gone, that of the photo in its place. `ids`
        must not be empty.
        """
        rows = np.flatnonzero(ids == self.photo_id)
        return int(rows[0]) if len(rows) else min(self.row, len(ids) - 1)


class GridSelection:
    """Reads and changes the selection of a view whose model is a PhotoModel."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view

    @property
    def count(self) -> int:
        """The number of selected photos."""
        return sum(last - first + 1 for first, last in self.ranges())

    @property
    def ids(self) -> Ids:
        """The ids of all selected photos, in the order of the rows."""
        parts = [self._model.ids[first : last + 1] for first, last in self.ranges()]
        return np.concatenate([np.empty(0, np.int64), *parts])

    @property
    def cursor(self) -> PhotoPlace | None:
        """The photo with the cursor. None if there is none, and while the first photo, which has it
        at the start, is not selected: then whichever photo comes first shall have it.
        """
        index = self._view.currentIndex()
        is_chosen = index.row() > 0 or self._view.selectionModel().isSelected(index)
        return PhotoPlace(int(self._model.ids[index.row()]), index.row()) if is_chosen else None

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
        if self.count > MOST_SELECTED:
            return None
        return [row for first, last in self.ranges() for row in range(first, last + 1)]

    @property
    def _model(self) -> PhotoModel:
        model = self._view.model()
        assert isinstance(model, PhotoModel)
        return model


class KeptSelection(QObject):
    """Selects the same photos again after the rows of a view were replaced.

    Photos that are gone stay remembered until the user selects others: if they come back, for
    example because their trash was undone, they are selected again.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._selection = GridSelection(view)
        self._gone: Ids = np.empty(0, np.int64)
        self._is_selecting = False
        view.selectionModel().selectionChanged.connect(self._forget)

    def forget(self) -> None:
        """Select photos that are gone no more."""
        self._gone = np.empty(0, np.int64)

    def select(self, selected: Ids, cursor: PhotoPlace | None, ids: Ids) -> None:
        """Select these photos among those with `ids`, which are shown now. The photo that had the
        cursor, or the one in its place, gets it; if none had it, or selected photos have come back,
        the first that is selected gets it, or the first of all.
        """
        wanted = np.concatenate([selected, self._gone])
        is_wanted = is_among(ids, wanted)
        if len(ids):
            stays = cursor if not is_among(self._gone, ids).any() else None
            row = stays.row_among(ids) if stays else int(is_wanted.argmax())
            self._is_selecting = True
            self._selection.select(_ranges(is_wanted), row)
            self._is_selecting = False
        is_complete = np.count_nonzero(is_wanted) == len(wanted)  # then none need be looked for
        self._gone = wanted[:0] if is_complete else wanted[~is_among(wanted, ids)]

    def _forget(self) -> None:
        if not self._is_selecting:
            self.forget()


def _ranges(is_wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the first and last row of each range of wanted rows."""
    edges = np.flatnonzero(np.diff(is_wanted, prepend=False, append=False))
    return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))


def too_many_selected() -> str:
    """Return the message for a selection of more than MOST_SELECTED photos."""
    text = QCoreApplication.translate(
        "grid_selection", "You can select at most {count} photos at once."
    )
    return text.format(count=numbers.counted(MOST_SELECTED))
