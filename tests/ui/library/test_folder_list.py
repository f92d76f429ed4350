"""The folders below a root, as a list that is a tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.browse.folder_rows import FolderRow
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.folder_list import FolderList

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
ROWS = [
    FolderRow("/p/a", "a", 1200, 0, has_folders=True, is_open=True),
    FolderRow("/p/a/b", "b", 1, 1, has_folders=True, is_open=False),
    FolderRow("/p/a/c", "c", 2, 1, has_folders=False, is_open=False),
    FolderRow("/p/d", "d", 3, 0, has_folders=False, is_open=False),
]


@pytest.fixture
def folders(qtbot: QtBot, theme: Theme) -> FolderList:
    folders = FolderList(theme, "Folders in p")
    qtbot.addWidget(folders)
    folders.show_rows(ROWS)
    folders.resize(200, folders.sizeHint().height())
    folders.show()
    folders.setFocus()
    return folders


def log(folders: FolderList) -> list[str]:
    events: list[str] = []
    folders.chosen.connect(lambda path: events.append(f"show {path}"))
    folders.toggled.connect(lambda path: events.append(f"toggle {path}"))
    folders.menu_requested.connect(lambda path, _: events.append(f"menu {path}"))
    return events


def rect_of(folders: FolderList, row: int) -> QRect:
    return folders.visualRect(folders.model().index(row, 0))


def go_to(folders: FolderList, row: int) -> None:
    folders.setCurrentIndex(folders.model().index(row, 0))


def current(folders: FolderList) -> int:
    return folders.currentIndex().row()


def test_the_list_is_as_tall_as_its_rows(folders: FolderList) -> None:
    height = folders.sizeHint().height()
    assert height == 4 * rect_of(folders, 0).height()
    folders.show_rows(ROWS[:2])
    assert folders.minimumSizeHint().height() == height // 2


def test_a_row_is_described_for_those_who_do_not_see_where_it_is(folders: FolderList) -> None:
    def data(row: int, role: Qt.ItemDataRole) -> object:
        return folders.model().index(row, 0).data(role)

    role = Qt.ItemDataRole.AccessibleTextRole
    assert [data(row, role) for row in range(4)] == [
        "a, 1,200 photos, open",
        "b, 1 photo, closed",
        "c, 2 photos",
        "d, 3 photos",
    ]
    assert data(2, Qt.ItemDataRole.ToolTipRole) == "/p/a/c"
    assert data(2, Qt.ItemDataRole.DisplayRole) == "c"


def test_a_click_shows_a_folder_and_one_on_its_arrow_opens_it(folders: FolderList) -> None:
    events = log(folders)
    depths = (0, 1, 1, 0)
    for row, depth in enumerate(depths):
        arrow = rect_of(folders, row).topLeft() + QPoint((3 + depth) * 8 + 8, 5)
        QTest.mouseClick(folders.viewport(), LEFT, pos=arrow)
        QTest.mouseClick(folders.viewport(), LEFT, pos=arrow + QPoint(40, 0))
    assert events == [
        *["toggle /p/a", "show /p/a", "toggle /p/a/b", "show /p/a/b"],
        *["show /p/a/c", "show /p/a/c", "show /p/d", "show /p/d"],
    ]


def test_left_and_right_open_close_and_walk_the_tree(folders: FolderList) -> None:
    events = log(folders)
    go_to(folders, 0)
    QTest.keyClick(folders, Key.Key_Right)  # it is open: into it
    assert (current(folders), events) == (1, [])
    QTest.keyClick(folders, Key.Key_Right)  # it is closed: open it
    assert (current(folders), events) == (1, ["toggle /p/a/b"])
    go_to(folders, 2)
    QTest.keyClick(folders, Key.Key_Right)  # there is nothing inside
    QTest.keyClick(folders, Key.Key_Left)  # to the folder around it
    assert (current(folders), len(events)) == (0, 1)
    QTest.keyClick(folders, Key.Key_Left)  # it is open: close it
    assert events[1:] == ["toggle /p/a"]
    go_to(folders, 3)
    QTest.keyClick(folders, Key.Key_Left)  # there is nothing around it
    assert (current(folders), len(events)) == (3, 2)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_keys_show_the_current_folder(folders: FolderList, key: Qt.Key) -> None:
    events = log(folders)
    folders.setCurrentIndex(folders.rootIndex())
    QTest.keyClick(folders, key)  # no row is current
    go_to(folders, 2)
    QTest.keyClick(folders, key)
    assert events == ["show /p/a/c"]


def test_the_menu_is_that_of_the_row_under_the_mouse_or_of_the_current_one(
    folders: FolderList,
) -> None:
    events = log(folders)
    go_to(folders, 3)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        place = rect_of(folders, 1).center()
        event = QContextMenuEvent(reason, place, folders.viewport().mapToGlobal(place))
        QApplication.sendEvent(folders.viewport(), event)
    assert events == ["menu /p/a/b", "menu /p/d"]


def test_the_row_that_is_reached_by_keys_is_told(folders: FolderList) -> None:
    reached: list[QRect] = []
    folders.reached.connect(reached.append)
    go_to(folders, 1)
    assert reached == [rect_of(folders, 1)]
    folders.clearFocus()
    go_to(folders, 2)
    assert len(reached) == 1


def test_the_current_folder_stays_current_among_other_rows(folders: FolderList) -> None:
    go_to(folders, 3)
    folders.show_rows([ROWS[0]._replace(is_open=False), ROWS[3]])
    assert current(folders) == 1
    folders.show_rows([ROWS[3], ROWS[0]])
    assert current(folders) == 0
    folders.show_rows([ROWS[0], ROWS[1]])  # it is gone
    assert current(folders) == 0
    folders.show_rows(ROWS)
    go_to(folders, 3)
    folders.show_rows(ROWS[:2])
    assert current(folders) == 1  # the last one
    folders.show_rows([row._replace(photos=9) for row in ROWS[:2]])
    assert [row.photos for row in folders.rows] == [9, 9]


def test_the_innermost_row_around_the_chosen_folder_is_marked(
    folders: FolderList, theme: Theme
) -> None:
    def marked() -> list[bool]:
        picture = folders.viewport().grab().toImage()
        backs = [
            picture.pixelColor(rect_of(folders, row).topLeft() + QPoint(6, 4)) for row in range(4)
        ]
        return [back == theme.colour("hover") for back in backs]

    folders.clearFocus()
    assert folders.show_chosen(Path("/p/a/c/deep/inside"))
    assert marked() == [False, False, True, False]
    assert folders.show_chosen(Path("/p/a/x"))
    assert marked() == [True, False, False, False]
    assert not folders.show_chosen(Path("/other"))
    assert not folders.show_chosen(None)
    assert marked() == [False] * 4
