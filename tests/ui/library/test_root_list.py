"""The folders of the library in the sidebar, with the folders inside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.library_status import RootCounts
from desktop_app.ui.browse.folder_rows import FolderListing, FolderRow
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library.root_list import RootList
from desktop_app.ui.library.root_menu import RootAction
from desktop_app.ui.library.root_state import RootState

A, B, C = (Path(f"/{name}") for name in "abc")
INSIDE = FolderRow("/b/trip", "trip", 3, 0, has_folders=False, is_open=False)


def states(*paths: Path, indexed: int = 5) -> list[RootState]:
    counts = RootCounts(indexed=indexed)
    return [RootState(Root(1, path, offline=False), counts, RootWork.NONE) for path in paths]


@pytest.fixture
def roots(qtbot: QtBot, theme: Theme) -> RootList:
    roots = RootList(theme)
    qtbot.addWidget(roots)
    roots.show_roots(states(A, B))
    roots.show()
    return roots


def paths(roots: RootList) -> list[Path]:
    return [section.path for section in roots.sections]


def marked(roots: RootList) -> list[Path]:
    return [one.path for one in roots.sections if one.row.property("chosen")]


def test_roots_come_and_go_and_are_updated(roots: RootList) -> None:
    first = roots.sections[0]
    roots.show_roots(states(A, C, indexed=7))
    assert paths(roots) == [A, C]
    assert roots.sections[0] is first
    assert first.row.state_text == "7 photos"
    roots.show_roots(states(A, B, C))
    tops = [section.y() for section in roots.sections]
    roots.adjustSize()
    tops = [section.y() for section in roots.sections]
    assert tops == sorted(tops)


def test_the_chosen_folder_is_marked_also_in_a_root_that_comes_later(roots: RootList) -> None:
    roots.show_chosen(B)
    assert marked(roots) == [B]
    roots.show_roots(states(A))
    assert marked(roots) == []
    roots.show_roots(states(A, B))
    assert marked(roots) == [B]
    roots.show_chosen(None)
    assert marked(roots) == []


def test_the_folders_inside_are_shown_below_their_root(roots: RootList) -> None:
    listing = FolderListing(frozenset([B]), {B: [INSIDE]})
    roots.show_chosen(Path("/b/trip"))
    roots.show_folders(listing)
    first, second = roots.sections
    assert [one.row.fold.isVisible() for one in (first, second)] == [False, True]
    assert [one.folders.isVisible() for one in (first, second)] == [False, True]
    assert marked(roots) == []  # the row inside is
    roots.show_folders(FolderListing(frozenset([B]), {}))
    assert not second.folders.isVisible()
    assert marked(roots) == [B]


def test_what_the_user_wants_is_told_with_the_folder(roots: RootList) -> None:
    actions: list[tuple[RootAction, Path]] = []
    toggled: list[Path] = []
    reached: list[QRect] = []
    roots.action_requested.connect(lambda *action: actions.append(action))
    roots.toggled.connect(toggled.append)
    roots.reached.connect(reached.append)
    roots.show_folders(FolderListing(frozenset([B]), {B: [INSIDE]}))
    section = roots.sections[1]
    section.row.action_requested.emit(RootAction.RESCAN)
    section.folders.chosen.emit(Path("/b/trip"))
    section.row.toggled.emit()
    section.folders.toggled.emit(Path("/b/trip"))
    assert actions == [(RootAction.RESCAN, B), (RootAction.SHOW_PHOTOS, Path("/b/trip"))]
    assert toggled == [B, Path("/b/trip")]
    section.folders.reached.emit(QRect(0, 5, 9, 9))
    assert len(reached) == 1
    assert reached[0].top() > section.row.height()
