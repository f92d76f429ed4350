"""Draws one folder of the sidebar: its arrow, its name and its number of photos."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.browse.folder_rows import FolderRow
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.text_fitting import shortened
from desktop_app.ui.kit.theme import Theme, Tint

_DEEPEST = 8  # levels that are drawn; those below are not moved further to the right
Index = QModelIndex | QPersistentModelIndex


class FolderDelegate(QStyledItemDelegate):
    """Draws the rows of a FolderList.

    Attributes:
        rows: The rows.
        chosen: The path of the folder whose photos are shown; empty if there is none.
        height: Height of a row.
    """

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self.rows: list[FolderRow] = []
        self.chosen = ""
        self.height = view.fontMetrics().height() + 2 * theme.metrics.tight

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option, index
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row, metrics = self.rows[index.row()], self._theme.metrics
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_marked = row.path == self.chosen or option.state & QStyle.StateFlag.State_MouseOver
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if has_focus or is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if has_focus else "hover"))
            painter.drawRoundedRect(option.rect, metrics.radius, metrics.radius)
        arrow = self.arrow(option.rect, row)
        if row.has_folders:
            icon = "chevron-down" if row.is_open else "chevron-right"
            tint = Tint.ON_SELECTION if has_focus else Tint.SECONDARY
            self._theme.icon(icon, tint, side=metrics.secondary).paint(painter, arrow)
        left = mirrored(arrow, option.rect).right() + metrics.tight - option.rect.left()
        room = mirrored(option.rect.adjusted(left, 0, -metrics.space, 0), option.rect)
        self._draw_texts(painter, room, row, has_focus=has_focus)
        painter.restore()

    def arrow(self, rect: QRect, row: FolderRow) -> QRect:
        """Return where the arrow of a row is, as wide as a pointer needs."""
        metrics = self._theme.metrics
        left = rect.left() + (3 + min(row.depth, _DEEPEST)) * metrics.space
        return mirrored(QRect(left, rect.top(), metrics.icon, rect.height()), rect)

    def _draw_texts(
        self, painter: QPainter, room: QRect, row: FolderRow, *, has_focus: bool
    ) -> None:
        """Draw the number at the end, and as much of the name as fits before it."""
        count, middle = numbers.counted(row.photos), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.colour("on_selection" if has_focus else "secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, count)
        fonts = painter.fontMetrics()
        width = room.width() - fonts.horizontalAdvance(count) - self._theme.metrics.space
        name = shortened(row.name, width, fonts.horizontalAdvance)
        painter.setPen(self._theme.colour("on_selection" if has_focus else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)
