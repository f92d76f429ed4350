"""Blocks of rows in which a listing is read: only what is visible, and not each row by itself."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids

# More blocks than fit in a window. Older requests are dropped: a fast scroll has passed them.
_MOST_PENDING = 8


@dataclass(frozen=True)
class Block:
    """Neighbouring rows of a listing: the `number`-th run of photos in the `listing`-th listing."""

    listing: int
    number: int
    ids: Ids

    @property
    def key(self) -> tuple[int, int]:
        return self.listing, self.number


@dataclass(frozen=True)
class BlockRows:
    """The photos of a block, without those that have been deleted since."""

    block: Block
    rows: list[PhotoRow]


class BlockReader(QObject):
    """Has blocks read one after another, the latest request first.

    Signals:
        rows_read (BlockRows): A block has been read.
    """

    rows_read = Signal(BlockRows)

    def __init__(self, read: Callable[[Block], None], parent: QObject) -> None:
        """`read` starts reading a block; `finish` must be called with the rows afterwards."""
        super().__init__(parent)
        self._read = read
        self._pending: OrderedDict[tuple[int, int], Block] = OrderedDict()
        self._current: Block | None = None

    def request(self, block: Block) -> None:
        """Read a block before those that were requested earlier."""
        if self._current is not None and self._current.key == block.key:
            return
        self._pending[block.key] = block
        self._pending.move_to_end(block.key)
        while len(self._pending) > _MOST_PENDING:
            self._pending.popitem(last=False)
        self._read_next()

    def finish(self, answer: BlockRows) -> None:
        """Pass on the rows of the current block, and read the next one."""
        self._current = None
        self.rows_read.emit(answer)
        self._read_next()

    def clear(self) -> None:
        """Drop all requests; the block that is being read is still passed on."""
        self._pending.clear()

    def _read_next(self) -> None:
        if self._current is None and self._pending:
            _, self._current = self._pending.popitem()
            self._read(self._current)
