"""A list of searches by name, as tall as its rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
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
from desktop_app.ui.kit.actions import Action, run_by_key, show_key
from desktop_app.ui.kit.messages import shown_path
from desktop_app.ui.kit.navigation import remove_action
from desktop_app.ui.kit.widgets import ShortenedRows


def search_list_actions() -> list[Action[SavedSearchList]]:
    """Keys that are about the current search, in the current language."""
    return [
        Action("run_search", _tr("Saved searches: search again"),
               lambda searches: searches.run_requested.emit(searches.currentRow()),
               ("Return", "Enter")),
        Action("rename", _tr("Saved searches: rename"),
               lambda searches: searches.edit_name(searches.currentRow()), ("F2",),
               is_enabled=lambda searches: searches.are_saved),
        remove_action(lambda searches: searches.delete_requested.emit(searches.currentRow())),
    ]  # fmt: skip


class SavedSearchList(QListWidget):
    """Saved or recent searches.

    Signals:
        run_requested (int): The row of a search to run, by a click or Enter.
        renamed (int, str): The row of a saved search and its new name; it may be empty.
        delete_requested (int): The row of a search to delete.
        save_requested (int): The row of a recent search to save.
    """

    run_requested = Signal(int)
    renamed = Signal(int, str)
    delete_requested = Signal(int)
    save_requested = Signal(int)

    def __init__(self, name: str, *, are_saved: bool) -> None:
        """`name` is for screen readers; `are_saved` lets the user rename the searches."""
        super().__init__()
        self.setObjectName("searches")
        self.setAccessibleName(name)
        self.are_saved = are_saved
        self._actions = {action.id: action for action in search_list_actions()}
        self._set_up_view()
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemClicked.connect(lambda item: self.run_requested.emit(self.row(item)))
        self.itemChanged.connect(self._emit_renamed)

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ShortenedRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_searches(self, searches: tuple[SavedSearch, ...]) -> None:
        """Replace the rows; the current row stays where it is."""
        row = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003 -- Qt's
        self.clear()
        for search in searches:
            item = QListWidgetItem(search.name)
            item.setToolTip(_tool_tip(search))
            if self.are_saved:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        if searches and row >= 0:
            self.setCurrentRow(min(row, len(searches) - 1))
        self.updateGeometry()

    @property
    def names(self) -> list[str]:
        return [self.item(row).text() for row in range(self.count())]

    def edit_name(self, row: int) -> None:
        self.setCurrentRow(row)
        self.setFocus()
        self.editItem(self.item(row))

    def menu(self, row: int) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Search again"), lambda: self.run_requested.emit(row))
        if self.are_saved:
            rename = menu.addAction(self.tr("Rename"), lambda: self.edit_name(row))
            show_key(rename, self._actions["rename"])
        else:
            menu.addAction(self.tr("Save"), lambda: self.save_requested.emit(row))
        delete = menu.addAction(self.tr("Delete"), lambda: self.delete_requested.emit(row))
        show_key(delete, self._actions["remove"])
        return menu

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHintForRow(0) * self.count() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_editing = self.state() is QAbstractItemView.State.EditingState
        can_run = not is_editing and self.currentRow() >= 0
        if not (can_run and run_by_key(event, self._actions.values(), self)):
            super().keyPressEvent(event)

    def _emit_renamed(self, item: QListWidgetItem) -> None:
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("saved_search_list", text)
