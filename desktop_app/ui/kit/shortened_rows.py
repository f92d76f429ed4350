"""Rows of lists and trees whose texts are shortened by words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate

from desktop_app.ui.kit.text_fitting import shortened


class ShortenedRows(QStyledItemDelegate):
    """Qt would cut words, and leave out the beginning of one and the end of another."""

    def initStyleOption(  # noqa: N802
        self, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten the text where the row has its place already."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideNone
        if option.rect.isValid():
            style = option.widget.style() if option.widget else QApplication.style()
            part = QStyle.SubElement.SE_ItemViewItemText
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
            room = style.subElementRect(part, option, option.widget).width() - 2 * margin
            option.text = shortened(option.text, room, option.fontMetrics.horizontalAdvance)
