"""What the sidebar says of a folder of the library, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.library_status import RootCounts
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.root_menu import RootAction, folder_menu, resuming, root_menu
from desktop_app.ui.library.root_row import RootRow
from desktop_app.ui.library.root_state import RootState, hint_text, state_text

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
HERE = Root(1, Path("/photos"), offline=False)
AWAY, PAUSED = replace(HERE, offline=True), replace(HERE, paused=True)


def state(
    root: Root = HERE, work: RootWork = RootWork.NONE, *, is_paused: bool = False, **counts: int
) -> RootState:
    return RootState(root, RootCounts(**counts), work, is_paused)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (state(indexed=1), "1 photo"),
        (state(indexed=5, failed=2), "5 photos · 2 failed"),
        (state(indexed=5, failed=2, waiting=3), "5 photos · 3 waiting"),
        (state(AWAY, indexed=5, failed=2), "Disconnected · 5 photos"),
        (state(PAUSED, indexed=5), "Paused · 5 photos"),
        (state(PAUSED, indexed=5, waiting=3), "Paused · 3 waiting"),
        (state(work=RootWork.WAITING), "Waiting"),
        (state(work=RootWork.CHANGING), "One moment…"),
        (state(work=RootWork.REMOVING), "Removing…"),
        (state(work=RootWork.INDEXING), "Scanning…"),
        (state(work=RootWork.INDEXING, indexed=2, waiting=1), "Indexing · 66 %"),
        (state(work=RootWork.INDEXING, is_paused=True), "Paused"),
        (state(work=RootWork.INDEXING, is_paused=True, indexed=2, waiting=1), "Paused · 1 waiting"),
    ],
)
def test_a_folder_tells_what_is_done_with_it_or_what_it_contains(
    shown: RootState, text: str
) -> None:
    assert state_text(shown) == text


def test_a_hint_tells_why_a_folder_is_not_kept_up_to_date() -> None:
    assert hint_text(state()) == ""
    assert hint_text(state(PAUSED)) == "Paused. Not scanned until you resume it."
    assert "photos" in hint_text(state(AWAY))
    assert hint_text(state(replace(AWAY, paused=True))).startswith("Paused.")


@pytest.mark.parametrize(
    ("shown", "can_change", "can_rescan", "can_resume"),
    [
        (state(), True, True, False),
        (state(waiting=1), True, True, True),
        (state(AWAY, waiting=1), True, True, False),
        (state(PAUSED), True, False, True),
        (state(work=RootWork.INDEXING, waiting=1), True, False, False),
        (state(work=RootWork.CHANGING, waiting=1), False, False, False),
        (state(PAUSED, RootWork.REMOVING), False, False, False),
    ],
)
def test_what_is_possible_depends_on_the_work(
    shown: RootState, can_change: bool, can_rescan: bool, can_resume: bool
) -> None:
    assert (shown.can_change, shown.can_rescan, shown.can_resume) == (
        can_change,
        can_rescan,
        can_resume,
    )


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def entries(menu: QMenu) -> dict[str, bool]:
    return {each.text(): each.isEnabled() for each in menu.actions() if not each.isSeparator()}


def run_all(menu: QMenu) -> None:
    for action in menu.actions():
        action.trigger()


def test_the_menu_of_a_folder_inside_offers_what_is_possible_there(parent: QWidget) -> None:
    run: list[RootAction] = []
    menu = folder_menu(parent, run.append, can_search=False)
    assert entries(menu) == {
        "Show photos": True,
        "Search in this folder": False,
        "Show in file manager": True,
        "Exclude from library…": True,
    }
    run_all(folder_menu(parent, run.append, can_search=True))
    assert run == [
        RootAction.SHOW_PHOTOS,
        RootAction.SEARCH,
        RootAction.SHOW_IN_FILE_MANAGER,
        RootAction.EXCLUDE,
    ]


def test_the_menu_of_a_root_offers_what_is_possible_now(parent: QWidget) -> None:
    run: list[RootAction] = []
    run_all(root_menu(parent, run.append, state(failed=2), can_search=True))
    assert run == [
        RootAction.SHOW_PHOTOS,
        RootAction.SEARCH,
        RootAction.RESCAN,
        RootAction.REREAD,
        RootAction.PAUSE,
        RootAction.SHOW_IN_FILE_MANAGER,
        RootAction.RELOCATE,
        RootAction.LIST_FAILED,
    ]
    resting = entries(root_menu(parent, run.append, state(PAUSED), can_search=False))
    assert resting == {
        "Show photos": True,
        "Search in this folder": False,
        "Rescan": False,
        "Read again": False,
        "Resume": True,
        "Show in file manager": True,
        "Locate moved folder…": True,
    }
    away = entries(root_menu(parent, run.append, state(AWAY, failed=2), can_search=False))
    assert not away["Show in file manager"]
    assert away["Failed photos (2)"]
    busy = state(work=RootWork.CHANGING)
    changing = entries(root_menu(parent, run.append, busy, can_search=False))
    assert {changing[text] for text in ("Pause", "Locate moved folder…", "Rescan")} == {False}


def test_a_paused_root_is_resumed_and_another_scanned() -> None:
    assert resuming(state(PAUSED)) is RootAction.RESUME
    assert resuming(state(waiting=1)) is RootAction.RESCAN


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> RootRow:
    row = RootRow(theme, state(indexed=5))
    qtbot.addWidget(row)
    row.show()
    return row


def requested(row: RootRow) -> list[RootAction]:
    actions: list[RootAction] = []
    row.action_requested.connect(actions.append)
    return actions


def test_a_row_is_described_and_a_click_shows_its_photos(row: RootRow) -> None:
    assert row.accessibleName() == "/photos, 5 photos"
    assert row.toolTip() == "/photos"
    assert row.more.accessibleName() == "Actions for /photos"
    actions = requested(row)
    QTest.mouseClick(row, LEFT)
    assert actions == [RootAction.SHOW_PHOTOS]
    row.show_state(state(PAUSED, indexed=5))
    assert row.toolTip() == "/photos\nPaused. Not scanned until you resume it."
    assert row.state_text == "Paused · 5 photos"


def test_resume_is_there_only_where_photos_wait(row: RootRow) -> None:
    actions = requested(row)
    assert not row.resume.isVisible()
    row.show_state(state(PAUSED))
    assert row.resume.isVisible()
    QTest.mouseClick(row.resume, LEFT)
    row.show_state(state(waiting=1))
    QTest.mouseClick(row.resume, LEFT)
    assert actions == [RootAction.RESUME, RootAction.RESCAN]


def test_folders_inside_are_shown_by_an_arrow_or_its_key(row: RootRow) -> None:
    toggles: list[int] = []
    row.toggled.connect(lambda: toggles.append(1))
    row.setFocus()
    assert not row.fold.isVisible()
    QTest.keyClick(row, Key.Key_Right)  # there are none
    row.show_folders(has_folders=True, is_open=False)
    assert (row.fold.isVisible(), row.fold.accessibleName()) == (True, "Show folders")
    QTest.keyClick(row, Key.Key_Left)
    assert toggles == []
    QTest.keyClick(row, Key.Key_Right)
    row.show_folders(has_folders=True, is_open=True)
    assert row.fold.accessibleName() == "Hide folders"
    QTest.keyClick(row, Key.Key_Right)
    QTest.keyClick(row, Key.Key_Left)
    QTest.mouseClick(row.fold, LEFT)
    assert toggles == [1, 1, 1]


def test_a_root_is_removed_only_after_a_question(row: RootRow) -> None:
    actions = requested(row)
    row.setFocus()
    QTest.keyClick(row, Key.Key_Delete)
    assert row.question.isVisible()
    assert row.question.text == "Removes 5 photos from the library. The files are not deleted."
    assert row.question.accessibleName() == row.question.text
    assert row.question.no.hasFocus()
    QTest.keyClick(row.question.no, Key.Key_Escape)
    assert not row.question.isVisible()
    assert row.more.hasFocus()
    row.ask_before_removing()
    QTest.mouseClick(row.question, LEFT)  # on its text: nothing
    QTest.mouseClick(row.question.no, LEFT)
    assert actions == []
    row.ask_before_removing()
    QTest.mouseClick(row.question.yes, LEFT)
    assert actions == [RootAction.REMOVE]
    assert not row.question.isVisible()


def test_while_a_root_is_changed_it_cannot_be_removed(row: RootRow) -> None:
    row.ask_before_removing()
    row.show_state(state(work=RootWork.CHANGING))
    assert row.question.isVisible()
    row.show_state(state(work=RootWork.REMOVING))
    assert not row.question.isVisible()
    row.ask_before_removing()
    assert not row.question.isVisible()
    assert not entries(row.menu())["Remove from library…"]


def test_searching_in_a_folder_needs_a_search(row: RootRow) -> None:
    assert not entries(row.menu())["Search in this folder"]
    row.can_search = True
    assert entries(row.menu())["Search in this folder"]
    assert entries(row.menu())["Remove from library…"]
