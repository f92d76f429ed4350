"""Small buttons on the photo under the mouse, for actions that keys and menus offer too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.kit.actions import Action, ActionSet
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.theme import Theme

_SMALL_ICON = 14


class HoverButtons(QFrame):
    """Follows the mouse over a grid, in the upper corner of the photo where lines end.

    Attributes:
        buttons: The buttons by the ids of their actions.
        shown: The photo under the mouse.
    """

    def __init__(
        self,
        theme: Theme,
        grid: PhotoGrid,
        actions: Sequence[Action[ShownPhoto]],
    ) -> None:
        """Offer these actions for the photo under the mouse, selected or not."""
        super().__init__(grid.viewport())
        self.setObjectName("hoverButtons")
        self._grid = grid
        self._inset = theme.metrics.tight
        self.shown: ShownPhoto | None = None
        action_set = ActionSet([action.of(_shown) for action in actions], self, self)
        self.buttons = {action.id: action_set.button(theme, action.id) for action in actions}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for made in self.buttons.values():
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # they are there for the mouse only
            made.setIconSize(QSize(_SMALL_ICON, _SMALL_ICON))
            row.addWidget(made)
        for changed in (
            grid.pointer.hover_changed,
            grid.verticalScrollBar().valueChanged,
            grid.photos.dataChanged,
            grid.photos.modelReset,
        ):
            changed.connect(self.follow)
        self.hide()

    def follow(self) -> None:
        """Move to the photo under the mouse; without one, hide."""
        row = self._grid.pointer.hovered_row
        is_there = row is not None and row < self._grid.photos.rowCount()
        self.shown = self._grid.photos.known_photo(row) if is_there and row is not None else None
        if self.shown is None or row is None:
            self.hide()
            return
        self.adjustSize()
        self.move(self._corner(self._grid.photo_rect(row, self.shown)))
        self.show()

    def _corner(self, photo: QRect) -> QPoint:
        """In the photo, or as far in the grid as it is wide."""
        corner = QPoint(photo.right() + 1 - self._inset - self.width(), photo.top())
        place = mirrored(QRect(corner, self.size()), photo)
        rightmost = self._grid.viewport().width() - self._inset - self.width()
        left = max(self._inset, min(place.left(), rightmost))
        return QPoint(left, photo.top() + self._inset)


def _shown(buttons: HoverButtons) -> ShownPhoto | None:
    return buttons.shown
