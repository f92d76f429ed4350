"""The user decides by which rules a photo is suggested, and which folders are left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.keep_rules import load_rules
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.duplicate_groups.group_text import keep_text
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.duplicates.rules_dialog import RulesDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.duplicates.conftest import go_to, open_duplicates
from tests.ui.duplicates.test_discarding import ask


def open_rules(window: MainWindow, view: DuplicatesView) -> RulesDialog:
    view.head.rules.click()
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    assert flow.rules is not None
    return flow.rules


def remark(dialog: RulesDialog) -> str:
    """What is said of rules that are not stored."""
    shown = [made for made in dialog.findChildren(QLabel) if made.property("kind") == "warning"]
    return " ".join(made.text() for made in shown)


def kept(view: DuplicatesView) -> set[str]:
    return {ranked.suggestion.kept.photo.path.name for ranked in view.model.groups}


def test_the_dialog_shows_the_rules_in_their_order(
    window: MainWindow, view: DuplicatesView
) -> None:
    dialog = open_rules(window, view)
    texts = [dialog.rules.item(row).text() for row in range(dialog.rules.count())]
    assert texts[:4] == ["Preferred folder", "RAW", "Nothing around it", "More pixels"]
    assert texts[-1] == "Not compressed"
    assert KeepRule.LOSSLESS not in dialog.chosen.order
    assert remark(dialog) == ""
    dialog.cancel.click()


def test_a_preferred_folder_decides_which_photo_is_suggested(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    desk: FakeDesk,
    open_window: Callable[[Path], MainWindow],
) -> None:
    assert "car.jpg" in kept(view)
    dialog = open_rules(window, view)
    desk.folder = compared.photos / "old"
    dialog.preferred.add.click()
    dialog.save.click()
    qtbot.waitUntil(lambda: "car-mirrored.jpg" in kept(view), timeout=WAIT_MS)
    assert {keep_text(ranked) for ranked in view.model.groups} == {"Keep: preferred folder"}
    window.close_at_once()
    again = open_duplicates(qtbot, open_window(compared.library))
    again.tabs.choose(Level.SAME_PHOTO)
    assert "car-mirrored.jpg" in kept(again)


def test_the_order_of_the_rules_is_changed_and_saved(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    dialog = open_rules(window, view)
    dialog.rules.setCurrentRow(3)
    dialog.up.click()
    dialog.up.click()
    dialog.up.click()
    dialog.up.click()  # it is the first already
    dialog.rules.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.save.click()
    stored = load_rules(LibraryFiles(compared.library).keep_rules)
    assert stored.order[:3] == (KeepRule.MORE_PIXELS, KeepRule.RAW, KeepRule.UNFRAMED)


def test_cancel_changes_no_rule(
    window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    dialog = open_rules(window, view)
    dialog.down.click()
    dialog.cancel.click()
    assert not LibraryFiles(compared.library).keep_rules.exists()


def test_nothing_is_discarded_from_a_protected_folder(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    desk: FakeDesk,
) -> None:
    dialog = open_rules(window, view)
    desk.folder = compared.photos / "old"
    dialog.protected.add.click()
    dialog.save.click()
    qtbot.waitUntil(lambda: "car-mirrored.jpg" in kept(view), timeout=WAIT_MS)
    go_to(view, "car-mirrored.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    summary = ask(qtbot, window)
    assert "1 file stays: in a folder that is never touched." in summary.accessibleName()
    assert not summary.trash.isEnabled()


def test_folders_are_added_once_and_removed(
    window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, desk: FakeDesk
) -> None:
    choice = open_rules(window, view).preferred
    assert not choice.remove.isEnabled()
    for folder in (compared.photos, compared.photos / "old", compared.photos):
        desk.folder = folder
        choice.add.click()
    assert list(choice.folders) == [compared.photos, compared.photos / "old"]
    choice.list.setCurrentRow(0)
    choice.remove.click()
    assert list(choice.folders) == [compared.photos / "old"]


def test_a_broken_file_of_rules_is_reported_and_left_as_it_is(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], compared: IndexedLibrary
) -> None:
    path = LibraryFiles(compared.library).keep_rules
    path.write_text("{")
    window = open_window(compared.library)
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(lambda: "keep-rules.json" in window.message.text, timeout=WAIT_MS)
    dialog = open_rules(window, view)
    assert remark(dialog).endswith("they last until the window closes.")
    dialog.down.click()
    dialog.save.click()
    assert path.read_text() == "{"


def test_the_sharper_photo_is_suggested_when_the_rule_is_switched_on(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    compared: IndexedLibrary,
    encoder: Encoder,
    scene: Callable[[str, int], Image.Image],
) -> None:
    scene("car", 0).filter(ImageFilter.GaussianBlur(2)).save(compared.photos / "car.jpg")
    files = LibraryFiles(compared.library)
    for _ in index(files, encoder, [compared.photos]):
        pass
    for _ in find_duplicates(files, similar_distance=0):
        pass
    window = open_window(compared.library)
    view = open_duplicates(qtbot, window)
    view.tabs.choose(Level.SAME_PHOTO)
    dialog = open_rules(window, view)
    for item in map(dialog.rules.item, range(dialog.rules.count())):
        is_wanted = item.text() == "Sharper"
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
    dialog.save.click()
    qtbot.waitUntil(
        lambda: "Keep: sharper" in {keep_text(ranked) for ranked in view.model.groups},
        timeout=WAIT_MS,
    )
    assert "car-mirrored.jpg" in kept(view)
