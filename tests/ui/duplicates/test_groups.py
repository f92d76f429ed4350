"""Copies are found by a button, and shown in groups, with one that is suggested to stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.group_model import mark_text
from desktop_app.ui.duplicate_groups.group_text import (
    difference_text,
    group_detail,
    keep_text,
    total_text,
)
from desktop_app.ui.duplicate_groups.marks import Mark
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.announced import Announced
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.duplicates.conftest import duplicates_of, go_to, groups, open_duplicates

LEFT = Qt.MouseButton.LeftButton


def test_a_button_finds_the_copies_and_their_number_is_announced(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    uncompared: IndexedLibrary,
    announced: Announced,
) -> None:
    (uncompared.photos / "old" / "beach-again.jpg").unlink()  # identical files are known already
    window = open_window(uncompared.library)
    view = open_duplicates(qtbot, window)
    assert view.none.isVisible()
    QTest.mouseClick(view.none.buttons[0], LEFT)
    assert not view.none.buttons[0].isEnabled()
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(view.head.find_button.isEnabled, timeout=WAIT_MS)
    assert view.tabs.level is Level.SAME_PHOTO
    assert sorted(map(sorted, groups(view))) == [
        ["beach-small.jpg", "beach.jpg"],
        ["car-mirrored.jpg", "car.jpg"],
    ]
    qtbot.waitUntil(lambda: view.head.sentence in announced.texts, timeout=WAIT_MS)


def test_without_copies_the_view_says_so(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], uncompared: IndexedLibrary
) -> None:
    for path in (uncompared.photos / "old").iterdir():
        path.unlink()
    window = open_window(uncompared.library)
    view = open_duplicates(qtbot, window)
    QTest.mouseClick(view.none.buttons[0], LEFT)
    qtbot.waitUntil(view.none.buttons[0].isEnabled, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "No two photos" in view.none.sentence, timeout=WAIT_MS)


def test_the_levels_are_tabs_with_counts(view: DuplicatesView) -> None:
    texts = {level: made.text() for level, made in zip(Level, view.tabs.buttons, strict=True)}
    assert texts[Level.IDENTICAL] == "Identical  1"
    assert texts[Level.SAME_PHOTO] == "Same photo  2"
    assert texts[Level.BURST] == "Burst  0"
    assert [made.isEnabled() for made in view.tabs.buttons] == [
        texts[level].endswith(("1", "2")) for level in Level
    ]
    QTest.mouseClick(view.tabs.buttons[0], LEFT)
    assert sorted(groups(view)[0]) == ["beach-again.jpg", "beach.jpg"]
    assert view.head.sentence.startswith("1 group · ")
    assert view.head.sentence.endswith(" to save · Files with the same content")


def test_the_group_with_most_to_save_comes_first(view: DuplicatesView) -> None:
    saved = [ranked.spare_bytes for ranked in view.model.groups]
    assert saved == sorted(saved, reverse=True)
    assert len(saved) == 2


def test_the_suggested_photo_is_marked_with_the_reason(view: DuplicatesView) -> None:
    reasons = {
        ranked.suggestion.kept.photo.path.name: keep_text(ranked) for ranked in view.model.groups
    }
    assert reasons["car.jpg"] == "Keep: larger file"
    beach_reasons = [text for name, text in reasons.items() if name.startswith("beach")]
    assert beach_reasons == ["Keep: more pixels"]


def test_what_differs_is_told_in_words(view: DuplicatesView) -> None:
    texts = {
        member.photo.path.stem: difference_text(ranked, member)
        for ranked in view.model.groups
        for member in ranked.group.members
    }
    assert "mirrored" in (texts["car"] + texts["car-mirrored"])
    assert "+ 1 identical" in texts["beach"] + texts.get("beach-again", "")


def test_keys_mark_photos_and_go_from_group_to_group(view: DuplicatesView) -> None:
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_K)
    QTest.keyClick(view.grid, Qt.Key.Key_Backspace)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    marks = {
        view.model.photo(row).path.name: view.model.photo(row).mark
        for row in range(view.model.rowCount())
    }
    assert marks["car.jpg"] is Mark.KEEP
    assert marks["car-mirrored.jpg"] is Mark.NONE
    first = view.model.group_at(view.grid.currentIndex().row())
    QTest.keyClick(view.grid, Qt.Key.Key_Backspace)
    assert view.model.group_at(view.grid.currentIndex().row()) == max(0, first - 1)


def test_enter_goes_to_the_suggested_photo_of_the_next_group(view: DuplicatesView) -> None:
    view.grid.setCurrentIndex(view.model.index(0, 0))
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.grid.currentIndex().row() == view.model.suggested_row(1)
    assert view.model.photo(view.grid.currentIndex().row()).is_suggested
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert view.model.group_at(view.grid.currentIndex().row()) == 1


def test_delete_only_marks_a_photo_and_again_takes_the_mark_away(
    view: DuplicatesView, compared: IndexedLibrary
) -> None:
    go_to(view, "car-mirrored.jpg")
    assert not view.discarded.isVisible()
    QTest.keyClick(view.grid, Qt.Key.Key_Delete)
    size = (compared.photos / "old" / "car-mirrored.jpg").stat().st_size
    assert view.discarded.isVisible()
    assert view.discarded.text.startswith("1 file marked to be discarded · ")
    assert sum(view._listing.sizes[photo] for photo in view.marks.discarded) == size
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    assert not view.discarded.isVisible()
    assert (compared.photos / "old" / "car-mirrored.jpg").exists()


def test_a_photo_is_marked_with_the_files_of_the_same_content(view: DuplicatesView) -> None:
    row = next(row for row in range(view.model.rowCount()) if view.model.member(row).copies)
    view.grid.setCurrentIndex(view.model.index(row, 0))
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    assert view.discarded.text.startswith("2 files")


def test_all_but_the_suggested_are_marked_in_a_group_in_a_level_and_in_a_folder(
    view: DuplicatesView, compared: IndexedLibrary
) -> None:
    go_to(view, "car.jpg")
    group, level, folder = view.head.spare.menu_of_places().actions()
    group.trigger()
    assert view.discarded.text.startswith("1 file ")
    view.discarded.clear.click()
    level.trigger()
    assert view.discarded.text.startswith("2 files ")
    view.discarded.clear.click()
    folder.trigger()  # with all that is below it
    assert view.discarded.text.startswith("2 files ")
    view.discarded.clear.click()
    view.desk.discard_spare(view.desk.groups, compared.photos / "elsewhere")
    assert not view.discarded.isVisible()


def test_what_is_marked_to_stay_is_not_discarded_with_the_others(view: DuplicatesView) -> None:
    go_to(view, "car-mirrored.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_K)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    assert not view.discarded.isVisible()


def test_versions_and_similar_photos_are_not_marked_all_at_once(view: DuplicatesView) -> None:
    view.tabs.choose(Level.SIMILAR)
    assert not view.head.spare.menu_of_places().actions()[1].isEnabled()
    view.tabs.choose(Level.VERSIONS)
    assert not view.head.spare.menu_of_places().actions()[1].isEnabled()


def test_the_button_on_a_photo_marks_it(view: DuplicatesView) -> None:
    view.hover.shown = view.model.photo(1)
    view.hover.buttons["discard"].click()
    assert view.model.photo(1).mark is Mark.DISCARD


def test_groups_with_a_photo_that_passes_the_filter_are_shown_with_all_of_theirs(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    size = (compared.photos / "old" / "beach-small.jpg").stat().st_size
    window.browse_flow.filter(PhotoFilter(most_bytes=size))
    qtbot.waitUntil(lambda: len(groups(view)) == 1, timeout=WAIT_MS)
    assert "beach-small.jpg" in groups(view)[0]
    assert len(groups(view)[0]) == 2


def test_marks_and_groups_stay_in_another_language(
    window: MainWindow, view: DuplicatesView
) -> None:
    language = window._services.language
    go_to(view, "car-mirrored.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    language.choose("zh_CN")
    again = duplicates_of(window)
    assert again is not view
    assert again.isVisible()
    assert sum(len(group) for group in again._listing.levels.values()) == 3
    assert again.discarded.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_Return])
def test_keys_do_nothing_without_groups(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    uncompared: IndexedLibrary,
    key: Qt.Key,
) -> None:
    (uncompared.photos / "old" / "beach-again.jpg").unlink()
    view = open_duplicates(qtbot, open_window(uncompared.library))
    QTest.keyClick(view.grid, key)
    assert view.marks.discarded == set()


def test_before_photos_are_compared_only_identical_files_are_known(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], uncompared: IndexedLibrary
) -> None:
    view = open_duplicates(qtbot, open_window(uncompared.library))
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    assert len(groups(view)) == 1
    assert view.head.sentence.endswith("Nothing else is known yet")
    QTest.mouseClick(view.head.find_button, LEFT)
    assert view.head.sentence.endswith("Finding more…")
    qtbot.waitUntil(lambda: view.head.sentence.endswith("same content"), timeout=WAIT_MS)


def test_the_menu_of_a_photo_offers_the_decisions_with_their_keys(view: DuplicatesView) -> None:
    shown = view.model.photo(1)
    entries = view.menu(shown).actions()
    texts = [entry.text() for entry in entries]
    assert texts[:4] == ["Compare", "Keep", "Discard", "Discard all but the suggested"]
    keys = [entry.shortcut().toString() for entry in entries if not entry.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert view.grid.currentIndex().row() == 1
    entries[2].trigger()
    assert view.model.photo(1).mark is Mark.DISCARD


def test_screen_readers_and_tool_tips_tell_what_becomes_of_a_photo(view: DuplicatesView) -> None:
    go_to(view, "car-mirrored.jpg")
    index = view.grid.currentIndex()
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole).startswith("Discard; ")
    assert index.data(Qt.ItemDataRole.ToolTipRole).split("\n")[0] == "Discard"
    go_to(view, "car.jpg")
    description = view.grid.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert description.startswith("Keep: larger file; ")


def test_of_versions_none_is_suggested_or_counted_as_spare(view: DuplicatesView) -> None:
    versions = [
        replace(ranked, group=replace(ranked.group, level=Level.VERSIONS))
        for ranked in view.model.groups
    ]
    view.model.show_groups(versions)
    rows = range(view.model.rowCount())
    assert {mark_text(view.model.photo(row)) for row in rows} == {""}
    assert not any("to save" in group_detail(ranked) for ranked in versions)
    assert total_text(versions, 2) == "2 groups"
    view.grid.setCurrentIndex(view.model.index(0, 0))
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    assert view.marks.discarded == set()
