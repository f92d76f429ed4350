"""The cursor in the grid of groups: which photo and which group it is at, and where it goes."""

from __future__ import annotations

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.groups import Member
from desktop_app.ui.duplicate_groups.group_model import GroupModel
from desktop_app.ui.grid.grid_selection import PhotoPlace
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto


class GroupCursor:
    """Reads and moves the cursor of a grid whose model is a GroupModel.

    Attributes:
        model: The groups.
    """

    def __init__(self, grid: PhotoGrid, model: GroupModel) -> None:
        self._grid = grid
        self.model = model

    @property
    def row(self) -> int | None:
        """The row of the photo under the cursor; None without groups."""
        row = self._grid.currentIndex().row()
        return row if 0 <= row < self.model.rowCount() else None

    @property
    def number(self) -> int:
        """The number of the group; 0 without groups."""
        return 0 if self.row is None else self.model.group_at(self.row)

    @property
    def group(self) -> RankedGroup | None:
        return None if self.row is None else self.model.groups[self.number]

    @property
    def rows(self) -> range:
        """The rows of the group."""
        return range(0) if self.row is None else self.model.rows_of(self.number)

    def selected_rows(self) -> list[int]:
        """Return the selected rows; without any, that under the cursor."""
        ranges = self._grid.selection.ranges()
        rows = [row for first, last in ranges for row in range(first, last + 1)]
        return rows or ([] if self.row is None else [self.row])

    def selected(self) -> list[Member]:
        return [self.model.member(row) for row in self.selected_rows()]

    def select(self, rows: list[int], current: int) -> None:
        """Select only these rows; one gets the cursor."""
        self._grid.selection.select([(row, row) for row in rows], current)

    def go_to(self, row: int) -> None:
        if row != self.row:
            self._grid.setCurrentIndex(self.model.index(row, 0))

    def go_to_photo(self, shown: ShownPhoto) -> None:
        """Move to a photo; if it is among those that are selected, they stay so."""
        row = PhotoPlace(shown.photo.id, 0).row_among(self.model.ids)
        rows = self.selected_rows()
        self.select(rows if row in rows else [row], row)

    def step_groups(self, groups: int) -> None:
        """Go to the photo that is suggested to stay, so many groups away."""
        if self.row is not None:
            number = max(0, min(len(self.model.groups) - 1, self.number + groups))
            self.go_to(self.model.suggested_row(number))

    def focus(self) -> None:
        self._grid.setFocus()
