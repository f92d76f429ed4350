"""The groups are limited by how alike their photos are; each is shown with all of its photos."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.group_text import group_detail, likeness_text
from desktop_app.ui.duplicate_groups.likeness_filter import LikenessRange, likeness_percent
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.duplicates.conftest import duplicates_of, groups


def percents(view: DuplicatesView) -> list[int]:
    """How alike the photos of each group are."""
    found = [likeness_percent(ranked.group.likeness) for ranked in view.model.groups]
    return [percent for percent in found if percent is not None]


def choose(view: DuplicatesView, least: int | None, most: int | None) -> None:
    """Open the panel with the mouse, and choose both ends as a user does."""
    QTest.mouseClick(view.head.alike, Qt.MouseButton.LeftButton)
    ends = view.head.alike.panel.ends
    assert ends.isVisible()
    for box, value in ((ends.first, least), (ends.last, most)):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    QTest.keyClick(view.head.alike.panel, Qt.Key.Key_Escape)
    assert not ends.isVisible()


def test_each_group_says_how_alike_its_photos_are(view: DuplicatesView) -> None:
    percent = percents(view)[0]
    assert group_detail(view.model.groups[0]).endswith(f" to save · {percent} % alike")
    core, other = view.model.groups[0].group.members
    assert likeness_text(core) == ""
    assert likeness_text(other) == f"{percent} % alike"
    row = view.model.rows_of(0)[1]
    tip = view.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert f"\n{percent} % alike\n" in tip


def test_only_groups_in_the_range_are_shown_with_all_of_their_photos(
    view: DuplicatesView,
) -> None:
    assert max(percents(view)) < 100
    assert len(percents(view)) == 2
    choose(view, 100, None)
    assert groups(view) == []
    assert view.head.sentence.startswith("0 of 2 groups · ")
    assert view.head.alike.text().strip() == "At least 100 % alike"
    assert view.tabs.buttons[list(Level).index(Level.SAME_PHOTO)].text() == "Same photo  0"
    choose(view, 60, None)
    assert sorted(map(len, groups(view))) == [2, 2]
    assert view.head.sentence.startswith("2 groups · ")
    choose(view, None, None)
    assert view.head.alike.text() == ""


def test_ends_that_are_chosen_the_wrong_way_round_are_swapped(view: DuplicatesView) -> None:
    choose(view, 100, 90)
    assert view.head.alike.panel.ends.ends() == (90, 100)
    assert len(groups(view)) == 2
    assert view.head.alike.text().strip() == "90–100 % alike"


def test_what_is_hidden_is_not_marked_with_all_groups(view: DuplicatesView) -> None:
    choose(view, 100, None)
    view.tabs.choose(Level.SAME_PHOTO)
    view.desk.discard_spare(view.desk.groups)
    assert view.marks.discarded == set()


def test_filters_that_hide_all_are_cleared_by_a_button(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    window.browse_flow.filter(PhotoFilter(formats=frozenset({"PNG"})))
    qtbot.waitUntil(view.nothing_passes.isVisible, timeout=WAIT_MS)
    assert not view.none.isVisible()
    choose_all_but = LikenessRange(most=60)
    window._services.duplicates.likeness.choose(choose_all_but)
    QTest.mouseClick(view.nothing_passes.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(groups(view)) == 2, timeout=WAIT_MS)
    assert window._services.duplicates.likeness.bounds.is_open
    assert window.browse_flow.photo_filter.is_empty


def test_the_range_stays_in_another_language(window: MainWindow, view: DuplicatesView) -> None:
    choose(view, None, 70)
    language = window._services.language
    language.choose("zh_CN")
    try:
        again = duplicates_of(window)
        assert again is not view
        assert again.nothing_passes.isVisible()
        assert again.head.alike.panel.ends.ends() == (None, 70)
    finally:
        language.choose("en")


@pytest.mark.parametrize(
    ("least", "most", "passes"),
    [(None, None, True), (86, None, True), (87, None, False), (None, 86, True), (None, 85, False)],
)
def test_a_group_passes_bounds_by_the_photo_that_is_least_like_its_core(
    view: DuplicatesView, least: int | None, most: int | None, passes: bool
) -> None:
    photo = view.model.member(0).photo
    members = Member(photo), Member(photo, likeness=0.95), Member(photo, likeness=0.869)
    group = DuplicateGroup(Level.SAME_PHOTO, members)
    assert LikenessRange(least, most).passes(group) is passes


def test_photos_that_were_not_compared_pass_only_without_bounds(view: DuplicatesView) -> None:
    photo = view.model.member(0).photo
    group = DuplicateGroup(Level.VERSIONS, (Member(photo), Member(photo)))
    assert LikenessRange().passes(group)
    assert not LikenessRange(least=60).passes(group)
    assert not LikenessRange(most=100).passes(group)
