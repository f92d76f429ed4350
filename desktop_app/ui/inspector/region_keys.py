"""Move and size a region of a picture by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.core.base.region import Region
from desktop_app.ui.kit.navigation import ARROWS

FIRST_REGION = Region(0.25, 0.25, 0.75, 0.75)
_STEP = 0.05
_MIN_SIDE = 0.1


def moved_by_key(region: Region, event: QKeyEvent) -> Region | None:
    """Move a region, or with Shift its right and lower edge.

    Returns:
        The region after the key, or None if that is not an arrow key.
    """
    arrow = ARROWS.get(Qt.Key(event.key()))
    if arrow is None:
        return None
    across, down = (direction * _STEP for direction in arrow)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        right = min(1.0, max(region.left + _MIN_SIDE, region.right + across))
        bottom = min(1.0, max(region.top + _MIN_SIDE, region.bottom + down))
        return Region(region.left, region.top, right, bottom)
    across = min(1.0 - region.right, max(-region.left, across))
    down = min(1.0 - region.bottom, max(-region.top, down))
    return Region(
        region.left + across, region.top + down, region.right + across, region.bottom + down
    )
