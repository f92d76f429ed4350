"""Photos of a folder that the library does not have are copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary

pytestmark = pytest.mark.slow


def copy_to(qtbot: QtBot, dialog: NewcomersDialog, desk: FakeDesk, target: Path) -> None:
    desk.folder = target
    dialog.copy.click()
    assert not dialog.copy.isEnabled()  # nothing is copied twice
    qtbot.waitUntil(lambda: "copied to" in dialog.message.text, timeout=WAIT_MS)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def test_new_and_better_photos_are_copied_and_no_others(
    qtbot: QtBot, dialog: NewcomersDialog, desk: FakeDesk, target: Path
) -> None:
    assert dialog.copy.text() == "Copy 2 photos to…"
    copy_to(qtbot, dialog, desk, target)
    assert sorted(path.name for path in target.iterdir()) == ["better.jpg", "new.jpg"]
    assert dialog.message.text.startswith("2 photos copied to ")


def test_sidecars_are_copied_with_their_photos(
    qtbot: QtBot, dialog: NewcomersDialog, desk: FakeDesk, card: Path, target: Path
) -> None:
    (card / "DCIM" / "new.xmp").write_text("notes")
    copy_to(qtbot, dialog, desk, target)
    assert dialog.message.text.startswith("2 photos copied to ")
    assert (target / "new.xmp").read_text() == "notes"


def test_the_dialog_for_the_target_opens_in_a_folder_of_the_library_and_then_where_it_was(
    qtbot: QtBot,
    dialog: NewcomersDialog,
    desk: FakeDesk,
    own_library: IndexedLibrary,
    target: Path,
) -> None:
    desk.folder = None
    dialog.copy.click()
    assert desk.starts[-1] == own_library.photos
    desk.folder = target / "none"  # what cannot be copied can be copied again
    dialog.copy.click()
    qtbot.waitUntil(lambda: "could not be copied" in dialog.message.text, timeout=WAIT_MS)
    dialog.copy.click()
    assert desk.starts[-1] == target / "none"


def test_what_was_copied_is_marked_and_not_copied_again(
    qtbot: QtBot, dialog: NewcomersDialog, desk: FakeDesk, target: Path
) -> None:
    first = dialog.photos.index(0, 0)
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    copy_to(qtbot, dialog, desk, target)
    assert first.data(Qt.ItemDataRole.DecorationRole) is not None
    assert first.data(Qt.ItemDataRole.ToolTipRole).endswith(f"Copied to {target}")
    assert (dialog.copy.text(), dialog.copy.isEnabled()) == ("Copy new photos to…", False)


def test_copies_in_a_folder_of_the_library_are_indexed(
    qtbot: QtBot,
    own_window: MainWindow,
    dialog: NewcomersDialog,
    desk: FakeDesk,
    own_library: IndexedLibrary,
) -> None:
    copy_to(qtbot, dialog, desk, own_library.photos)
    qtbot.waitUntil(lambda: own_window.browse.count == 10, timeout=WAIT_MS)


def test_photos_are_not_copied_into_their_own_folder(
    dialog: NewcomersDialog, desk: FakeDesk, card: Path
) -> None:
    desk.folder = card / "DCIM"
    dialog.copy.click()
    assert dialog.message.text == (
        "Choose a folder outside of “card”, which the photos are in already."
    )
    assert dialog.copy.isEnabled()
    assert [path.name for path in (card / "DCIM").iterdir()] == ["new.jpg"]


def test_what_fails_is_told_and_can_be_copied_later(
    qtbot: QtBot, dialog: NewcomersDialog, desk: FakeDesk, card: Path, target: Path
) -> None:
    away = card.rename(card.with_name("away"))
    desk.folder = target
    dialog.copy.click()
    qtbot.waitUntil(lambda: "could not be copied" in dialog.message.text, timeout=WAIT_MS)
    assert dialog.copy.text() == "Copy 2 photos to…"
    shutil.move(away, card)
    copy_to(qtbot, dialog, desk, target)
    assert len(list(target.iterdir())) == 2


def test_other_work_on_files_is_not_told_in_the_dialog(
    qtbot: QtBot, own_window: MainWindow, dialog: NewcomersDialog
) -> None:
    own_window.commands.files.undo()
    qtbot.waitUntil(lambda: "Nothing to undo" in own_window.message.text, timeout=WAIT_MS)
    assert dialog.message.text == ""
