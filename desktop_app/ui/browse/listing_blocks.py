"""Blocks of rows in which a listing is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids


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
