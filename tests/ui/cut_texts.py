"""Finds the texts of a window or dialog that have too little room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.kit.widgets import ElidedButton, ElidedLabel, ShortenedRows
from desktop_app.ui.library.folder_list import FolderList

_OWN_PAINTING = (PhotoGrid, FolderList)  # they shorten texts themselves, as ShortenedRows does
_FRAME = 2  # pixels around the text of a field


def cut_texts(top: QWidget) -> list[str]:
    """Say which texts of a window or dialog are cut, and at which width of it."""
    QApplication.processEvents()
    return [
        f"{type(item).__name__} {text!r} at {top.width()} px"
        for item in top.findChildren(QWidget)
        if item.isVisible() and item.window() is top
        for text in _cut_texts_of(item)
    ]


def _cut_texts_of(item: QWidget) -> Iterator[str]:
    for kind, find in _FINDERS:
        if isinstance(item, kind):
            yield from find(item)
            return


def _of_label_or_button(item: Any) -> Iterator[str]:
    if item.text() and (_is_cut(item) or _is_covered(item)):
        yield item.text()


def _is_cut(item: QLabel | QAbstractButton) -> bool:
    if isinstance(item, (ElidedLabel, ElidedButton)):
        shown = item.text() if isinstance(item, ElidedLabel) else item.shown_text
        return item.fontMetrics().horizontalAdvance(shown) > item.width()
    if item.hasHeightForWidth():
        is_narrow = item.minimumSizeHint().width() > item.width()
        return is_narrow or item.heightForWidth(item.width()) > item.height()
    is_low = item.fontMetrics().height() > item.height()
    return is_low or item.sizeHint().width() > item.width()


def _is_covered(item: QWidget) -> bool:
    """Whether a part of it, from left to right, lies outside of what is around it."""
    seen = item.visibleRegion().boundingRect()
    return not seen.isEmpty() and seen.width() < item.width()


def _of_box(box: QComboBox) -> Iterator[str]:
    """Any of its texts may be chosen."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    for text in (box.itemText(place) for place in range(box.count())):
        if box.fontMetrics().horizontalAdvance(text) > room.width():
            yield text
    if box.fontMetrics().height() > room.height():
        yield box.currentText()


def _of_field(field: QLineEdit) -> Iterator[str]:
    """What is typed may be longer; the hint may not."""
    room = field.contentsRect().width() - 2 * _FRAME
    if field.fontMetrics().horizontalAdvance(field.placeholderText()) > room:
        yield field.placeholderText()
    if field.fontMetrics().height() > field.height():
        yield field.text()


def _of_rows(view: QAbstractItemView) -> Iterator[str]:
    """A file name may lose its middle."""
    if isinstance(view, _OWN_PAINTING) or view.textElideMode() is Qt.TextElideMode.ElideMiddle:
        return
    for index in _rows(view):
        room = view.visualRect(index)
        if not room.isEmpty() and _is_row_cut(view, index, room):
            yield str(index.data())


def _is_row_cut(view: QAbstractItemView, index: QModelIndex, room: QRect) -> bool:
    wanted = view.sizeHintForIndex(index)
    if isinstance(view, QListView) and view.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        text = view.fontMetrics().boundingRect(room, flags, str(index.data()))
        return text.width() > room.width() or text.height() > room.height()
    is_shortened = isinstance(view.itemDelegateForIndex(index), ShortenedRows)
    is_narrow = wanted.width() > room.width() and not is_shortened
    return is_narrow or wanted.height() > room.height()


def _rows(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    if isinstance(view, QTreeView):
        index = model.index(0, 0)
        while index.isValid():
            yield from (index.siblingAtColumn(column) for column in range(model.columnCount()))
            index = view.indexBelow(index)
    else:
        yield from (model.index(row, 0) for row in range(model.rowCount()))


def _of_header(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        if header.sectionSizeHint(section) > header.sectionSize(section) > 0:
            yield str(header.model().headerData(section, header.orientation()))


def _of_menu_bar(bar: QMenuBar) -> Iterator[str]:
    """A menu without room moves behind an arrow."""
    for action in bar.actions():
        place = bar.actionGeometry(action)
        if place.isEmpty() or place.right() > bar.width():
            yield action.text()


def _of_page(page: QTextBrowser) -> Iterator[str]:
    if page.horizontalScrollBar().maximum():
        yield page.toPlainText()[:20]


def _of_area(area: QScrollArea) -> Iterator[str]:
    """Its content has the width of the area, neither more nor less."""
    is_narrow = area.widget().width() < area.viewport().width()  # type: ignore[union-attr]
    if area.horizontalScrollBar().maximum() or is_narrow:
        yield area.accessibleName() or type(area.widget()).__name__


_FINDERS: tuple[tuple[Any, Callable[[Any], Iterator[str]]], ...] = (
    ((QLabel, QAbstractButton), _of_label_or_button),
    (QComboBox, _of_box),
    (QLineEdit, _of_field),
    (QHeaderView, _of_header),
    (QAbstractItemView, _of_rows),
    (QMenuBar, _of_menu_bar),
    (QTextBrowser, _of_page),
    (QScrollArea, _of_area),
)
