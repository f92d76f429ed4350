"""Which groups are shown, by how alike their photos are: what the user has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop_app.core.duplicates.groups import DuplicateGroup


@dataclass(frozen=True)
class LikenessRange:
    """Bounds for the photo of a group that is least like its core; None sets none.

    Attributes:
        least, most: In whole percent, inclusive.
    """

    least: int | None = None
    most: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether every group passes."""
        return self.least is None and self.most is None

    def passes(self, group: DuplicateGroup) -> bool:
        """Whether that photo is within the bounds; where none was compared, only without bounds."""
        if self.is_open:
            return True
        percent = likeness_percent(group.likeness)
        return percent is not None and (self.least or 0) <= percent <= (self.most or 100)


def likeness_percent(likeness: float | None) -> int | None:
    """Return whole percent, rounded down: only what is equal has 100."""
    return None if likeness is None else int(100 * likeness + 1e-9)


class LikenessFilter(QObject):
    """Lives as long as the window, across languages.

    Attributes:
        bounds: What passes.

    Signals:
        changed (): Other groups pass.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bounds = LikenessRange()

    def choose(self, bounds: LikenessRange) -> None:
        if bounds != self.bounds:
            self.bounds = bounds
            self.changed.emit()

    def clear(self) -> None:
        """Let every group pass."""
        self.choose(LikenessRange())
