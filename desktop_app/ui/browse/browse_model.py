"""All photos of a library as a Qt model: a list of ids, and the rows that were visible lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.core.stacks.folding import ShownStacks, StackMark
from desktop_app.ui.browse.listing_blocks import Block, BlockRows
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.grid.stack_badge import stack_hint
from desktop_app.ui.kit.messages import shown_name

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids

_BLOCK_ROWS = 128
_MOST_CACHED = 20_000

ReadRows = Callable[[list[int]], "list[PhotoRow]"]


class BrowseModel(PhotoModel):
    """Reads rows when a view asks for them. Until then it shows rows known from an older listing.

    Attributes:
        ids: The ids of all photos, int64 [N], in the order of the rows.
        stacks: The stacks of these photos.

    Signals:
        block_requested (Block): A visible row has not been read; emitted for each block that is
            painted, until `show_rows` is called with the block's rows.
    """

    block_requested = Signal(Block)

    def __init__(self, read_rows: ReadRows, parent: QObject | None = None) -> None:
        """`read_rows` returns rows by their ids immediately; it may raise an AppError."""
        super().__init__(parent)
        self._read_rows = read_rows
        self.ids: Ids = np.empty(0, np.int64)
        self.stacks = ShownStacks()
        self._listing_number = 0
        self._last_requested: int | None = None
        self._fresh: set[int] = set()
        self._known: dict[int, PhotoRow | None] = {}

    def show_ids(self, ids: Ids, stacks: ShownStacks) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.ids, self.stacks = ids, stacks
        self.mark_stale()
        self.endResetModel()

    def mark_stale(self) -> None:
        """Read visible rows again, since the library may have changed."""
        self._listing_number += 1
        self._last_requested = None
        self._fresh.clear()

    def photo(self, row: int) -> ShownPhoto | None:
        number = row // _BLOCK_ROWS
        photo_id = int(self.ids[row])
        if number not in self._fresh or photo_id not in self._known:
            self._request(number)
        return self._shown(photo_id)

    def known_photo(self, row: int) -> ShownPhoto | None:
        return self._shown(int(self.ids[row]))

    def show_rows(self, answer: BlockRows) -> None:
        """Show rows that were read. An id without a row is not read again."""
        self._last_requested = None
        for photo_id in answer.block.ids.tolist():
            self._known.pop(photo_id, None)  # so that the newest are last and the oldest first
            self._known[photo_id] = None
        self._known.update({row.id: row for row in answer.rows})
        while len(self._known) > _MOST_CACHED:
            del self._known[next(iter(self._known))]
        if answer.block.listing == self._listing_number:
            self._fresh.add(answer.block.number)
            first = answer.block.number * _BLOCK_ROWS
            last = first + len(answer.block.ids) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def files(self, rows: list[int]) -> list[Path]:
        ids = self.ids[rows].tolist()
        known = {number: row.path for number in ids if (row := self._known.get(number))}
        missing = [number for number in ids if number not in known]
        known.update({row.id: row.path for row in self._read_rows(missing)} if missing else {})
        return [known[number] for number in ids if number in known]

    def selection_of(self, rows: list[int]) -> PhotoSelection:
        return PhotoSelection(self.ids[rows].tolist())

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def _request(self, number: int) -> None:
        """Request a block, once for all its rows that are painted one after another."""
        if number != self._last_requested:
            self._last_requested = number
            ids = self.ids[number * _BLOCK_ROWS : (number + 1) * _BLOCK_ROWS]
            self.block_requested.emit(Block(self._listing_number, number, ids))

    def _shown(self, photo_id: int) -> ShownPhoto | None:
        row = self._known.get(photo_id)
        return None if row is None else _shown(row, self.stacks.mark(photo_id))


def _shown(row: PhotoRow, stack: StackMark | None) -> ShownPhoto:
    name = shown_name(row.path)
    if row.away:
        name = QCoreApplication.translate("browse_model", "{name} · disconnected").format(name=name)
    return ShownPhoto(photo=row, badge=name, hint=stack_hint(stack), stack=stack)
