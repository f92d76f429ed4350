"""Groups of the desk become stacks after a question, and are decided then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.marks import Mark
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.duplicates.stacking import StackSummary
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.duplicates.conftest import go_to, groups
from tests.ui.gestures import wait_for_message

LEFT = Qt.MouseButton.LeftButton


def stacks(compared: IndexedLibrary) -> dict[str, set[str]]:
    """The names of the photos in each stack by the name of the one on top."""
    with Catalogue(LibraryFiles(compared.library)) as catalogue:
        table = read_stacks(catalogue)
        photos = {photo.id: photo.path.name for photo in catalogue.photos(table.ids.tolist())}
    found: dict[str, set[str]] = {}
    for photo, top in zip(table.ids.tolist(), table.tops.tolist(), strict=True):
        found.setdefault(photos[top], set()).add(photos[photo])
    return found


def asked(window: MainWindow) -> StackSummary:
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    assert flow.stacking.summary is not None
    return flow.stacking.summary


def agree(window: MainWindow) -> None:
    QTest.mouseClick(asked(window).stack, LEFT)


def test_a_group_becomes_a_stack_with_the_suggested_photo_on_top(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    go_to(view, "beach-small.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    assert "3 photos are shown as 1" in asked(window).accessibleName()
    assert stacks(compared) == {}
    agree(window)
    wait_for_message(qtbot, window, "Stacked 3 photos.")
    assert stacks(compared) == {"beach.jpg": {"beach.jpg", "beach-again.jpg", "beach-small.jpg"}}


def test_a_question_that_is_cancelled_changes_nothing(
    window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    QTest.mouseClick(asked(window).cancel, LEFT)
    assert stacks(compared) == {}
    assert len(groups(view)) == 2


def test_a_stacked_group_is_shown_no_more_at_any_level_until_it_is_undone(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    go_to(view, "beach-small.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    agree(window)
    qtbot.waitUntil(lambda: len(groups(view)) == 1, timeout=WAIT_MS)
    assert view._listing.counts[Level.IDENTICAL] == 0
    window.action_set.run("undo")
    qtbot.waitUntil(lambda: len(groups(view)) == 2, timeout=WAIT_MS)
    assert view._listing.counts[Level.IDENTICAL] == 1


def test_all_groups_of_a_level_are_stacked_at_once(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    entries = view.head.stack.menu_of_groups().actions()
    assert [entry.text() for entry in entries] == ["This group", "All 2 groups of “Same photo”"]
    entries[-1].trigger()
    assert "5 photos are shown as 2" in asked(window).accessibleName()
    agree(window)
    wait_for_message(qtbot, window, "Stacked 2 groups.")
    assert {len(photos) for photos in stacks(compared).values()} == {2, 3}
    qtbot.waitUntil(lambda: view._listing.is_empty, timeout=WAIT_MS)
    assert view.none.isVisible()
    assert view.none.sentence == "All duplicates that are known are stacked."


def test_the_groups_of_the_selected_photos_are_stacked(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    view.grid.selection.select([(0, view.model.rowCount() - 1)], 0)
    entries = view.head.stack.menu_of_groups().actions()
    assert entries[1].text() == "The 2 groups of the selected photos"
    assert view.desk.selected_groups == list(view.desk.groups)
    entries[1].trigger()
    agree(window)
    wait_for_message(qtbot, window, "Stacked 2 groups.")
    assert len(stacks(compared)) == 2


def test_photos_of_a_stack_lose_their_marks(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    go_to(view, "beach-small.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    assert view.marks.discarded
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    assert view.marks.discarded
    agree(window)
    wait_for_message(qtbot, window, "Stacked 3 photos.")
    assert not view.marks.discarded


def test_what_is_stacked_is_never_discarded_though_it_is_marked(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    go_to(view, "car-mirrored.jpg")
    members = [view.model.member(row) for row in view.desk.cursor.rows]
    QTest.keyClick(view.grid, Qt.Key.Key_G)
    agree(window)
    wait_for_message(qtbot, window, "Stacked 2 photos.")
    view.marks.mark(members, Mark.DISCARD)
    view.discarded.go_requested.emit()
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    qtbot.waitUntil(lambda: flow.summary is not None, timeout=WAIT_MS)
    assert flow.summary is not None
    assert not flow.summary.trash.isEnabled()


def test_selected_photos_are_stacked_with_their_identical_files_and_without_the_rest(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    names = [view.model.photo(row).path.name for row in range(view.model.rowCount())]
    rows = [names.index(name) for name in ("beach.jpg", "car.jpg")]
    view.grid.selection.select([(row, row) for row in rows], rows[1])
    view.grid.setFocus()
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    wait_for_message(qtbot, window, "Stacked 3 photos.")
    assert stacks(compared) == {"car.jpg": {"car.jpg", "beach.jpg", "beach-again.jpg"}}
