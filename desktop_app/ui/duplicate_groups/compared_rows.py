"""Which photos are compared: those of a group, or those of them that the user has selected."""

from __future__ import annotations

from desktop_app.ui.duplicate_groups.group_cursor import GroupCursor
from desktop_app.ui.duplicate_groups.group_model import ShownMember

MOST_COMPARED = 6


class ComparedRows:
    """Follows the cursor of the grid of groups.

    Attributes:
        rows: Those that are compared, at most MOST_COMPARED at a time.
    """

    def __init__(self, cursor: GroupCursor) -> None:
        self._cursor = cursor
        self._chosen: set[int] = set()  # photo ids
        self.rows: list[int] = []

    @property
    def photos(self) -> list[ShownMember]:
        """The photos that are compared."""
        return [self._cursor.model.photo(row) for row in self.rows]

    @property
    def current(self) -> int:
        """The place of the cursor among the rows."""
        row = self._cursor.row
        return self.rows.index(row) if row in self.rows else 0

    def choose(self) -> None:
        """Compare what is selected in the group under the cursor, if it is several photos.

        Then only one photo is selected: what is decided concerns the photo that is looked at.
        """
        cursor = self._cursor
        rows = [row for row in cursor.selected_rows() if row in cursor.rows]
        self._chosen = self._ids(rows) if len(rows) > 1 else set()
        if cursor.row is not None:
            current = rows[0] if rows and cursor.row not in rows else cursor.row
            cursor.select([current], current)

    def leave(self) -> None:
        """Compare nothing, and select again what was selected."""
        rows = self._chosen_rows()
        if rows and self._cursor.row is not None:
            self._cursor.select(rows, self._cursor.row)
        self._chosen, self.rows = set(), []

    def follow(self) -> None:
        """Compare what the cursor is at; in another group, that as a whole."""
        row = self._cursor.row
        if row not in self._chosen_rows():
            self._chosen = set()
        rows = self._all()
        start = rows.index(row) // MOST_COMPARED * MOST_COMPARED if row is not None else 0
        self.rows = rows[start : start + MOST_COMPARED]

    def step(self, photos: int) -> None:
        """Go to another one of the photos; after the last one comes the first."""
        rows, row = self._all(), self._cursor.row
        if row is not None:
            self._cursor.go_to(rows[(rows.index(row) + photos) % len(rows)])

    def _all(self) -> list[int]:
        return self._chosen_rows() or list(self._cursor.rows)

    def _chosen_rows(self) -> list[int]:
        """Return the rows that the user has chosen, as long as there are several."""
        rows = [row for row in self._cursor.rows if self._ids([row]) <= self._chosen]
        return rows if len(rows) > 1 else []

    def _ids(self, rows: list[int]) -> set[int]:
        return set(self._cursor.model.ids[rows].tolist())
