"""What the search thread tells of unusual photos; never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


@dataclass(frozen=True)
class FoundOutliers:
    """The rarest of the `done` photos that were looked at so far, of `total`, each with the bits in
    which even its `neighbours`-th nearest photo differs. A higher number supersedes a lower one.
    """

    number: int
    found: list[tuple[PhotoRow, int]]
    done: int
    total: int
    neighbours: int
    code_bits: int

    @property
    def is_complete(self) -> bool:
        return self.done == self.total
