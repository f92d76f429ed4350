"""Renaming one photo and several: real files in a real library."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.renames import NamedFile, Renamable
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.renaming.batch_rename_dialog import BatchRenameDialog
from desktop_app.ui.renaming.rename_dialog import RenameDialog
from desktop_app.ui.renaming.rename_preview import RenamePreview
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_message

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    return own_window


def select(window: MainWindow, *files: str) -> None:
    model, grid = window.browse.model, window.browse.grid
    grid.setFocus()
    paths = model.files(list(range(model.rowCount())))
    rows = sorted(row for row, path in enumerate(paths) if path.name in files)
    grid.selection.select([(row, row) for row in rows], rows[0])


def open_dialog(qtbot: QtBot, window: MainWindow, kind: type[Dialog]) -> Dialog:
    """By its key."""
    QTest.keyClick(window.browse.grid, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: window.findChild(kind) is not None, timeout=WAIT_MS)
    dialog = window.findChild(kind)
    assert dialog is not None
    return dialog


def row_of(library: IndexedLibrary, path: Path) -> PhotoRow | None:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        number = catalogue.photo_id(path)
        return None if number is None else catalogue.photos([number])[0]


def test_f2_renames_a_photo_which_stays_selected_and_keeps_its_row(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    old, new = own_library.picture("beach", 0), own_library.photos / "sunset.jpg"
    before, content = row_of(own_library, old), old.read_bytes()
    assert before is not None
    select(window, old.name)
    dialog = open_dialog(qtbot, window, RenameDialog)
    assert dialog.name.selectedText() == "beach-0", "the suffix stays"
    assert not dialog.rename.isEnabled()
    QTest.keyClicks(dialog.name, "sunset")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    wait_for_message(qtbot, window, "1 photo renamed.")
    assert (old.exists(), new.read_bytes() == content) == (False, True)
    qtbot.waitUntil(lambda: row_of(own_library, new) is not None, timeout=WAIT_MS)
    after = row_of(own_library, new)
    assert after is not None
    assert (after.id, after.content_hash) == (before.id, before.content_hash)
    qtbot.waitUntil(lambda: window.browse.grid.selection.files() == [new], timeout=WAIT_MS)


def test_a_rename_is_undone(qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary) -> None:
    old, new = own_library.picture("beach", 0), own_library.photos / "sunset.jpg"
    old.with_name("beach-0.jpg.xmp").write_text("notes")
    select(window, old.name)
    dialog = open_dialog(qtbot, window, RenameDialog)
    dialog.name.setText("sunset")
    dialog.rename.click()
    wait_for_message(qtbot, window, "1 photo renamed.")
    assert new.with_name("sunset.jpg.xmp").read_text() == "notes"
    window.message.button.click()
    wait_for_message(qtbot, window, "Rename undone (1 photo).")
    assert (old.exists(), new.exists()) == (True, False)
    assert old.with_name("beach-0.jpg.xmp").read_text() == "notes"
    qtbot.waitUntil(lambda: row_of(own_library, old) is not None, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "at least one character"),
        ("sea/sunset", "a character that file names cannot have"),
        ("nul", "reserved"),
        ("x" * 300, "too long"),
        ("flower-0", "Another file has this name."),
    ],
)
def test_a_name_that_is_not_possible_is_declined_with_the_reason(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary, text: str, complaint: str
) -> None:
    select(window, "beach-0.jpg")
    dialog = open_dialog(qtbot, window, RenameDialog)
    dialog.name.setText(text)
    assert complaint in dialog.complaint.text()
    assert not dialog.rename.isEnabled()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.name.setText("fine")
    assert dialog.complaint.isHidden()
    dialog.cancel.click()
    assert own_library.picture("beach", 0).exists()


def test_several_photos_are_renamed_by_a_pattern_in_the_order_of_the_grid(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg", "beach-1.jpg", "flower-0.jpg")
    before = [path.read_bytes() for path in window.browse.grid.selection.files() or []]
    dialog = open_dialog(qtbot, window, BatchRenameDialog)
    dialog.pattern.clear()
    QTest.keyClicks(dialog.pattern, "Sea ")
    dialog.inserts["{number}"].click()
    qtbot.waitUntil(dialog.rename.isEnabled, timeout=WAIT_MS)
    assert dialog.preview.index(0, 1).data() == "Sea 001.jpg"
    assert dialog.preview.index(0, 0).data() in ("beach-0.jpg", "beach-1.jpg", "flower-0.jpg")
    assert "3 photos will be renamed" in dialog.summary.text()
    dialog.rename.click()
    wait_for_message(qtbot, window, "3 photos renamed.")
    new = [own_library.photos / f"Sea {number:03}.jpg" for number in (1, 2, 3)]
    assert [path.read_bytes() for path in new] == before
    qtbot.waitUntil(lambda: row_of(own_library, new[2]) is not None, timeout=WAIT_MS)
    window.message.button.click()
    wait_for_message(qtbot, window, "Rename undone (3 photos).")
    assert own_library.picture("beach", 0).exists()
    assert not any(path.exists() for path in new)


def test_names_begin_below_the_heading_of_their_column(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "beach-0.jpg", "beach-1.jpg")
    names = open_dialog(qtbot, window, BatchRenameDialog).findChildren(QTreeView)[0]
    for column in (0, 1):
        place = names.visualRect(names.model().index(0, column))
        assert place.left() == names.header().sectionPosition(column)


def test_a_photo_without_a_date_gets_a_name_without_one(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "beach-0.jpg", "beach-1.jpg")
    dialog = open_dialog(qtbot, window, BatchRenameDialog)
    dialog.pattern.setText("{date} sea {number}")
    qtbot.waitUntil(dialog.rename.isEnabled, timeout=WAIT_MS)
    assert dialog.preview.index(0, 1).data() == "sea 001.jpg"


def test_conflicts_are_marked_and_nothing_is_renamed_before_they_are_gone(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg", "beach-1.jpg")
    dialog = open_dialog(qtbot, window, BatchRenameDialog)
    dialog.pattern.setText("flower-0")
    qtbot.waitUntil(lambda: "2 names are not possible" in dialog.summary.text(), timeout=WAIT_MS)
    mark = dialog.preview.index(0, 1)
    assert not mark.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "Another file has this name." in mark.data(Qt.ItemDataRole.ToolTipRole)
    assert "Another file has this name." in mark.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not dialog.rename.isEnabled()
    QTest.keyClick(dialog.pattern, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.pattern.setText("sea {number}")
    qtbot.waitUntil(dialog.rename.isEnabled, timeout=WAIT_MS)
    dialog.cancel.click()
    assert own_library.picture("beach", 0).exists()


def test_a_file_that_appears_after_the_plan_is_not_replaced(
    qtbot: QtBot, window: MainWindow, own_library: IndexedLibrary
) -> None:
    select(window, "beach-0.jpg")
    dialog = open_dialog(qtbot, window, RenameDialog)
    dialog.name.setText("sunset")
    rival = own_library.photos / "sunset.jpg"
    rival.write_text("another")
    dialog.rename.click()
    wait_for_message(qtbot, window, "could not be renamed (File exists). It keeps its name.")
    assert rival.read_text() == "another"
    assert own_library.picture("beach", 0).exists()


def test_ten_thousand_names_are_planned_without_blocking_the_window(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    files = [NamedFile(tmp_path / f"{number}.jpg", "2023-07-14") for number in range(10_000)]
    dialog = BatchRenameDialog(theme, Renamable(files, frozenset()), None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert dialog.preview.rowCount() == 0, "nothing is planned at once"
    qtbot.waitUntil(lambda: not dialog.preview.is_planning, timeout=WAIT_MS)
    assert dialog.preview.rowCount() == 10_000
    assert isinstance(dialog.preview, RenamePreview)
    assert dialog.preview.index(9_999, 1).data() == "2023-07-14 10000.jpg"
