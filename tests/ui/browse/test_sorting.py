"""The button that shows the order of the photos, and its menu."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.browse import SortKey
from desktop_app.ui.browse.sort_button import SortButton
from desktop_app.ui.kit.theme import Theme

ORDERS = ["Date taken", "Folder and name", "File size", "Date added"]


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> SortButton:
    button = SortButton(theme)
    qtbot.addWidget(button)
    return button


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def checked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def choose(button: SortButton, text: str) -> None:
    next(action for action in button.menu_of_orders().actions() if action.text() == text).trigger()


@pytest.mark.parametrize(
    ("sort", "directions", "naturally_descends"),
    [
        (SortKey.DATE, ["Newest first", "Oldest first"], True),
        (SortKey.FOLDER, ["A to Z", "Z to A"], False),
        (SortKey.SIZE, ["Largest first", "Smallest first"], True),
        (SortKey.ADDED, ["Recently added first", "First added first"], True),
    ],
)
def test_an_order_is_offered_in_its_natural_direction_and_reversed(
    button: SortButton, sort: SortKey, directions: list[str], naturally_descends: bool
) -> None:
    button.show_order(sort, descending=naturally_descends)
    assert texts(button.menu_of_orders()) == [*ORDERS, *directions]
    order = ORDERS[list(SortKey).index(sort)]
    assert checked(button.menu_of_orders()) == [order, directions[0]]
    assert button.text().strip() == order
    assert button.accessibleName() == f"Sorted by: {order}, {directions[0]}"
    button.show_order(sort, descending=not naturally_descends)
    assert checked(button.menu_of_orders()) == [order, directions[1]]
    assert button.toolTip() == f"Sorted by: {order}, {directions[1]}"


def test_another_order_is_chosen_in_its_natural_direction(button: SortButton) -> None:
    orders: list[tuple[SortKey, bool]] = []
    button.order_chosen.connect(lambda *order: orders.append(order))
    choose(button, "Folder and name")
    choose(button, "File size")
    choose(button, "Date taken")  # already
    choose(button, "Oldest first")
    choose(button, "Newest first")
    assert orders == [
        (SortKey.FOLDER, False),
        (SortKey.SIZE, True),
        (SortKey.DATE, False),
        (SortKey.DATE, True),
    ]


def test_a_click_opens_the_menu_below_the_button(qtbot: QtBot, button: SortButton) -> None:
    button.show()
    button.click()
    (menu,) = button.findChildren(QMenu)
    assert menu.isVisible()
    assert menu.y() >= button.mapToGlobal(button.rect().bottomLeft()).y()
    menu.close()
    qtbot.waitUntil(lambda: not button.findChildren(QMenu))
