"""Kept searches by name, as tall as they are many."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
)

from desktop_app.core.catalogue.saved_searches import SavedSearch
from desktop_app.ui.kit.messages import shown_path
from desktop_app.ui.kit.shortcuts import Command, command_of, show_key


class SavedSearchList(QListWidget):
    """Tells by their places: `run_asked` by a click or Enter, `delete_asked` by Delete; of saved
    ones, `renamed` with the new name (F2); of others, `save_asked`.
    """

    run_asked = Signal(int)
    renamed = Signal(int, str)
    delete_asked = Signal(int)
    save_asked = Signal(int)

    def __init__(self, name: str, *, are_saved: bool) -> None:
        """`name` is told to screen readers."""
        super().__init__()
        self.setObjectName("searches")
        self.setAccessibleName(name)
        self._are_saved = are_saved
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemClicked.connect(lambda item: self.run_asked.emit(self.row(item)))
        self.itemChanged.connect(self._rename)

    def show_searches(self, searches: tuple[SavedSearch, ...]) -> None:
        """The current one stays the current one, by its place."""
        place = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003 -- Qt's
        self.clear()
        for search in searches:
            item = QListWidgetItem(search.name)
            item.setToolTip(_tool_tip(search))
            if self._are_saved:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        if searches and place >= 0:
            self.setCurrentRow(min(place, len(searches) - 1))
        self.updateGeometry()

    @property
    def names(self) -> list[str]:
        return [self.item(row).text() for row in range(self.count())]

    def edit_name(self, place: int) -> None:
        self.setCurrentRow(place)
        self.setFocus()
        self.editItem(self.item(place))

    def menu(self, place: int) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Search again"), lambda: self.run_asked.emit(place))
        if self._are_saved:
            rename = menu.addAction(self.tr("Rename"), lambda: self.edit_name(place))
            show_key(rename, Command.RENAME)
        else:
            menu.addAction(self.tr("Save"), lambda: self.save_asked.emit(place))
        delete = menu.addAction(self.tr("Delete"), lambda: self.delete_asked.emit(place))
        show_key(delete, Command.REMOVE)
        return menu

    def sizeHint(self) -> QSize:  # noqa: N802
        row = self.sizeHintForRow(0) if self.count() else 0
        return QSize(0, row * self.count() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_editing = self.state() is QAbstractItemView.State.EditingState
        place = self.currentRow()
        command = command_of(event, (Command.RUN_SEARCH, Command.RENAME, Command.REMOVE))
        if is_editing or place < 0:
            super().keyPressEvent(event)
        elif command is Command.RUN_SEARCH:
            self.run_asked.emit(place)
        elif command is Command.REMOVE:
            self.delete_asked.emit(place)
        elif command is Command.RENAME and self._are_saved:
            self.edit_name(place)
        else:
            super().keyPressEvent(event)

    def _rename(self, item: QListWidgetItem) -> None:
        self.renamed.emit(self.row(item), item.text().strip())

    def _open_menu(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is not None:
            menu = self.menu(self.row(item))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(point))


def _tool_tip(search: SavedSearch) -> str:
    signs = {True: "+", False: "\N{MINUS SIGN}"}
    lines = [f"{signs[kept.is_wanted]} {shown_path(kept.path)}" for kept in search.examples]
    return "\n".join([search.name, *lines])
