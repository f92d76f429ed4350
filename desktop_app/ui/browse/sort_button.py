"""A button that shows the order of the photos and opens a menu to change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.core.catalogue.browse import SortKey
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton


class SortButton(IconButton):
    """Shows the sort key as text and the direction as an icon.

    Signals:
        order_chosen (SortKey, bool): The user has chosen an order; True for descending.
    """

    order_chosen = Signal(SortKey, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "descending", "", labelled=True)
        self._sort, self._descends = SortKey.DATE, True
        self.show_order(self._sort, descending=True)
        self.clicked.connect(self._show_menu)

    def show_order(self, sort: SortKey, *, descending: bool) -> None:
        self._sort, self._descends = sort, descending
        self.show_icon("descending" if descending else "ascending")
        self.set_label(_name(sort))
        text = self.tr("Sorted by: {order}, {direction}")
        self.setToolTip(text.format(order=_name(sort), direction=_direction(sort, descending)))
        self.setAccessibleName(self.toolTip())

    def menu_of_orders(self) -> QMenu:
        """Return a menu of all orders and of the two directions of the current one."""
        menu = QMenu(self)
        orders, directions = QActionGroup(menu), QActionGroup(menu)
        for sort in SortKey:
            action = menu.addAction(_name(sort), partial(self._choose, sort))
            _make_checkable(action, orders, is_checked=sort is self._sort)
        menu.addSeparator()
        for descends in (_naturally_descends(self._sort), not _naturally_descends(self._sort)):
            choose = partial(self.order_chosen.emit, self._sort, descends)
            action = menu.addAction(_direction(self._sort, descends), choose)
            _make_checkable(action, directions, is_checked=descends == self._descends)
        return menu

    def _choose(self, sort: SortKey) -> None:
        if sort is not self._sort:
            self.order_chosen.emit(sort, _naturally_descends(sort))

    def _show_menu(self) -> None:
        menu = self.menu_of_orders()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self)


def _make_checkable(action: QAction, group: QActionGroup, *, is_checked: bool) -> None:
    action.setCheckable(True)
    action.setChecked(is_checked)
    group.addAction(action)


def _naturally_descends(sort: SortKey) -> bool:
    return sort is not SortKey.FOLDER


def _name(sort: SortKey) -> str:
    match sort:
        case SortKey.DATE:
            return _tr("Date taken")
        case SortKey.FOLDER:
            return _tr("Folder and name")
        case SortKey.SIZE:
            return _tr("File size")
        case SortKey.ADDED:
            return _tr("Date added")


def _direction(sort: SortKey, descends: bool) -> str:  # noqa: FBT001
    match sort:
        case SortKey.DATE:
            return _tr("Newest first") if descends else _tr("Oldest first")
        case SortKey.FOLDER:
            return _tr("Z to A") if descends else _tr("A to Z")
        case SortKey.SIZE:
            return _tr("Largest first") if descends else _tr("Smallest first")
        case SortKey.ADDED:
            return _tr("Recently added first") if descends else _tr("First added first")


def _tr(text: str) -> str:
    return QCoreApplication.translate("sort_button", text)
