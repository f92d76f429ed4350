"""The table of stacks in a library's database: changed by one writer, with what it was before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from desktop_app.core.database.opening import read_rows

_Id = Annotated[int, Meta(ge=1)]
NO_STACK = 0  # the top of a photo in no stack


class StackTable:
    """Changes stacks inside a transaction, which its user begins and ends.

    Attributes:
        before: The top that each photo had that has another one now, or none; by photo id.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.before: dict[int, int] = {}

    @property
    def photos(self) -> list[int]:
        """The photos whose stacks are others now, ascending."""
        return sorted(photo for photo, top in self.before.items() if self._top(photo) != top)

    def stack(self, photos: list[int]) -> None:
        """Put photos into one stack, the first on top. Their former stacks join it as a whole.

        Photos that are not in the library are left out; of fewer than two, there is no stack.
        """
        known = [photo for photo in photos if self._is_known(photo)]
        tops = {top for photo in known if (top := self._top(photo))}
        joined = dict.fromkeys([*known, *(each for top in tops for each in self._below(top))])
        for photo in joined if len(joined) > 1 else ():
            self._put(photo, known[0])

    def unstack(self, photos: Iterable[int]) -> None:
        """Dissolve the stacks of photos."""
        for photo in photos:
            top = self._top(photo)
            for each in self._below(top) if top else ():
                self._put(each, NO_STACK)

    def leave(self, photos: Iterable[int]) -> None:
        """Take photos out of their stacks. A photo that would be left alone leaves, too."""
        for photo in photos:
            top = self._top(photo)
            self._put(photo, NO_STACK)
            if top:
                self._mend(top)

    def put_on_top(self, photos: Iterable[int]) -> None:
        """Put each of these photos on top of its stack."""
        for photo in photos:
            top = self._top(photo)
            for each in self._below(top) if top else ():
                self._put(each, photo)

    def restore(self, before: dict[int, int]) -> None:
        """Give photos the tops that they had, as far as these photos are still known."""
        touched = {self._top(photo) for photo in before} | set(before.values())
        for photo, top in before.items():
            self._put(photo, top if self._is_known(photo) else NO_STACK)
        for top in touched:
            self._mend(top)

    def _mend(self, top: int) -> None:
        """Put another photo on top of a stack whose top has left; dissolve a stack of one."""
        below = self._below(top)
        lead = top if top in below else min(below, default=NO_STACK)
        for photo in below:
            self._put(photo, lead if len(below) > 1 else NO_STACK)

    def _put(self, photo: int, top: int) -> None:
        former = self._top(photo)
        if former == top:
            return
        self.before.setdefault(photo, former)
        if top == NO_STACK:
            self._connection.execute("DELETE FROM stacked WHERE photo_id = ?", (photo,))
        else:
            self._connection.execute("REPLACE INTO stacked VALUES (?, ?)", (photo, top))

    def _top(self, photo: int) -> int:
        query = "SELECT top_id FROM stacked WHERE photo_id = ?"
        rows = read_rows(self._connection, tuple[_Id], query, photo)
        return rows[0][0] if rows else NO_STACK

    def _below(self, top: int) -> list[int]:
        """Return the photos of a stack, the one on top too, ascending."""
        query = "SELECT photo_id FROM stacked WHERE top_id = ? ORDER BY photo_id"
        return [photo for (photo,) in read_rows(self._connection, tuple[_Id], query, top)]

    def _is_known(self, photo: int) -> bool:
        query = "SELECT 1 FROM photos WHERE id = ? AND content_hash IS NOT NULL"
        return self._connection.execute(query, (photo,)).fetchone() is not None
