"""A part of a picture, moved and sized by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.core.base.region import Region
from desktop_app.ui.kit.arrow_keys import ARROWS

MIDDLE = Region(0.25, 0.25, 0.75, 0.75)
_STEP = 0.05
_LEAST = 0.1


def changed_by_key(region: Region, event: QKeyEvent) -> Region | None:
    """Arrows move it, with Shift its right and lower edge; None for another key."""
    arrow = ARROWS.get(Qt.Key(event.key()))
    if arrow is None:
        return None
    across, down = (direction * _STEP for direction in arrow)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        right = min(1.0, max(region.left + _LEAST, region.right + across))
        bottom = min(1.0, max(region.top + _LEAST, region.bottom + down))
        return Region(region.left, region.top, right, bottom)
    across = min(1.0 - region.right, max(-region.left, across))
    down = min(1.0 - region.bottom, max(-region.top, down))
    return Region(
        region.left + across, region.top + down, region.right + across, region.bottom + down
    )
