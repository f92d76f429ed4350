"""What is marked goes to the trash after a summary, and comes back; a group is never emptied."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.duplicates.levels import Level
from desktop_app.core.files.sidecars import sidecar_of, write_sidecar
from desktop_app.core.xmp.annotations import Annotations
from desktop_app.core.xmp.packet import annotations_of
from desktop_app.ui.duplicates.discard_summary import DiscardSummary
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.loop_disk import format_disk, mounted
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary, copy_with_photos
from tests.ui.duplicates.conftest import go_to, groups, open_duplicates
from tests.ui.gestures import wait_for_message


@pytest.fixture
def copy(compared: IndexedLibrary) -> Path:
    """Of the car; smaller in bytes, and mirrored."""
    return compared.photos / "old" / "car-mirrored.jpg"


def ask(qtbot: QtBot, window: MainWindow) -> DiscardSummary:
    """Press the button, and wait for the summary."""
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    flow.summary = None
    view = flow.photos
    assert isinstance(view, DuplicatesView)
    view.discarded.go.click()
    qtbot.waitUntil(lambda: flow.summary is not None, timeout=WAIT_MS)
    assert flow.summary is not None
    return flow.summary


def choose_link(summary: DiscardSummary, way: int) -> None:
    """Choose hard links, 0, or shared space, 1."""
    summary.link.click()
    (menu,) = (m for m in summary.findChildren(QMenu) if m.isVisible())
    menu.actions()[way].trigger()
    menu.hide()


def mark(view: DuplicatesView, *names: str) -> None:
    for name in names:
        go_to(view, name)
        QTest.keyClick(view.grid, Qt.Key.Key_D)


def ask_about(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, *names: str, merges: bool = False
) -> DiscardSummary:
    """Mark photos, and wait for the summary; `merges`: what stays inherits from them."""
    mark(view, *names)
    summary = ask(qtbot, window)
    if merges:
        summary.merge.click()
    return summary


def test_marked_photos_go_to_the_trash_and_come_back(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    copy: Path,
    trash: Path,
) -> None:
    summary = ask_about(qtbot, window, view, "car-mirrored.jpg", "beach-small.jpg")
    assert summary.windowTitle() == "Duplicates"
    assert copy.exists()
    summary.trash.click()
    wait_for_message(qtbot, window, "2 photos moved to the trash.")
    assert sorted(path.name for path in (trash / "files").iterdir()) == [
        "beach-small.jpg",
        "car-mirrored.jpg",
    ]
    assert (compared.photos / "car.jpg").exists()
    qtbot.waitUntil(lambda: groups(view) == [], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not view.discarded.isVisible(), timeout=WAIT_MS)
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Move undone (2 photos).")
    assert copy.exists()
    qtbot.waitUntil(lambda: len(view._listing.levels[Level.SAME_PHOTO]) == 2, timeout=WAIT_MS)


def test_the_last_file_of_a_group_stays(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, copy: Path
) -> None:
    summary = ask_about(qtbot, window, view, "car-mirrored.jpg", "car.jpg")
    assert "1 file stays: the last of its group." in summary.accessibleName()
    summary.trash.click()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert (compared.photos / "car.jpg").exists()
    assert not copy.exists()
    qtbot.waitUntil(lambda: len(groups(view)) == 1, timeout=WAIT_MS)
    mark(view, "beach-small.jpg")
    told = ask(qtbot, window).accessibleName()
    assert "Frees" in told
    assert "1 file stays: no other file of its group is there any more." in told  # car.jpg


def test_another_photo_that_gets_the_name_after_the_summary_stays(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, copy: Path
) -> None:
    summary = ask_about(qtbot, window, view, "car-mirrored.jpg", "beach-small.jpg")
    assert "compared again" not in summary.accessibleName()
    shutil.copy(compared.photos / "boat.jpg", copy)
    summary.trash.click()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert "car-mirrored.jpg could not be moved to the trash" in window.message.text
    assert "changed since the comparison, and not the same photo any more" in window.message.text
    assert copy.exists()


def test_a_file_that_has_changed_is_compared_again_and_goes(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    copy: Path,
    trash: Path,
) -> None:
    mark(view, "car-mirrored.jpg")
    with Image.open(copy) as picture:
        picture.reduce(2).save(copy)
    summary = ask(qtbot, window)
    told = "1 file has changed since the comparison. It is compared again before it goes."
    assert told in summary.accessibleName()
    summary.trash.click()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert not copy.exists()
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    assert copy.exists()


def test_a_copy_stays_if_the_original_goes_after_the_summary(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, copy: Path
) -> None:
    summary = ask_about(qtbot, window, view, "car-mirrored.jpg")
    (compared.photos / "car.jpg").unlink()
    summary.trash.click()
    wait_for_message(qtbot, window, "could not be moved to the trash")
    assert copy.exists()


def test_nothing_can_be_discarded_for_what_is_gone(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    mark(view, "car-mirrored.jpg")
    (compared.photos / "car.jpg").unlink()
    summary = ask(qtbot, window)
    assert not summary.trash.isEnabled()
    assert not summary.move_to.isEnabled()
    told = "1 file stays: no other file of its group is there any more."
    assert told in summary.accessibleName()
    assert "Frees" not in summary.accessibleName()


def test_marked_photos_go_to_a_folder_instead(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    copy: Path,
    desk: FakeDesk,
    tmp_path: Path,
) -> None:
    desk.folder = tmp_path / "aside"
    desk.folder.mkdir()
    sidecar = write_sidecar(copy, Annotations(4, ("race",))).path
    summary = ask_about(qtbot, window, view, "car-mirrored.jpg")
    assert "XMP files go to the trash or the folder with their photos" in summary.accessibleName()
    summary.move_to.click()
    wait_for_message(qtbot, window, "1 photo moved to ")
    assert sorted(path.name for path in desk.folder.iterdir()) == [copy.name, sidecar.name]
    assert desk.starts == [compared.photos / "old"]
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    assert copy.exists()
    assert sidecar.exists()
    assert list(desk.folder.iterdir()) == []


def test_cancel_leaves_everything_as_it_is(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, copy: Path
) -> None:
    ask_about(qtbot, window, view, "car-mirrored.jpg").cancel.click()
    assert copy.exists()
    assert view.discarded.isVisible()


def test_identical_files_are_replaced_by_links_and_separated_again(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary
) -> None:
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    files = compared.photos / "beach.jpg", compared.photos / "old" / "beach-again.jpg"
    choose_link(ask(qtbot, window), 0)
    wait_for_message(qtbot, window, "1 photo replaced by hard links.")
    assert files[0].samefile(files[1])
    qtbot.waitUntil(lambda: len(view._listing.levels[Level.IDENTICAL]) == 0, timeout=WAIT_MS)
    assert not view.discarded.isVisible()
    QTest.mouseClick(window.message.button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "Links undone (1 photo).")
    assert not files[0].samefile(files[1])
    assert files[0].read_bytes() == files[1].read_bytes()
    qtbot.waitUntil(lambda: len(view._listing.levels[Level.IDENTICAL]) == 1, timeout=WAIT_MS)


def test_links_are_undone_by_the_key_also_after_a_restart(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    open_window: Callable[[Path], MainWindow],
) -> None:
    files = compared.photos / "beach.jpg", compared.photos / "old" / "beach-again.jpg"
    times = [path.stat().st_mtime_ns for path in files]
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    choose_link(ask(qtbot, window), 0)
    wait_for_message(qtbot, window, "1 photo replaced by hard links.")
    window.close()
    later = open_window(compared.library)
    qtbot.waitUntil(lambda: bool(later.browse.count), timeout=WAIT_MS)
    assert files[0].samefile(files[1])
    QTest.keySequence(later, QKeySequence(QKeySequence.StandardKey.Undo))
    wait_for_message(qtbot, later, "Links undone (1 photo).")
    assert not files[0].samefile(files[1])
    assert [path.stat().st_mtime_ns for path in files] == times
    later.commands.files.undo()
    wait_for_message(qtbot, later, "Nothing to undo.")


def test_what_was_moved_and_linked_is_undone_step_by_step(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    copy: Path,
    desk: FakeDesk,
    tmp_path: Path,
) -> None:
    desk.folder = tmp_path / "aside"
    desk.folder.mkdir()
    ask_about(qtbot, window, view, "car-mirrored.jpg").move_to.click()
    wait_for_message(qtbot, window, "1 photo moved to ")
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    choose_link(ask(qtbot, window), 0)
    wait_for_message(qtbot, window, "1 photo replaced by hard links.")
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Links undone (1 photo).")
    assert not copy.exists()
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    assert copy.exists()


@pytest.fixture
def on_disk(
    request: pytest.FixtureRequest, tmp_path: Path, shared_compared: IndexedLibrary
) -> Iterator[IndexedLibrary]:
    """The library and its photos on a disk that a command has formatted."""
    format_disk(tmp_path / "image", 400 * 2**20, request.param)
    with mounted(tmp_path / "image", tmp_path / "disk") as place:
        yield copy_with_photos(shared_compared, place)


@pytest.mark.parametrize(
    ("on_disk", "can_share"),
    [(("mkfs.btrfs", "-q"), True), (("mkfs.ext4", "-q", "-F"), False)],
    indirect=["on_disk"],
)
def test_identical_files_share_their_space_where_the_disk_can(
    qtbot: QtBot,
    on_disk: IndexedLibrary,
    open_window: Callable[[Path], MainWindow],
    trash: Path,
    *,
    can_share: bool,
) -> None:
    kept, copy = on_disk.photos / "beach.jpg", on_disk.photos / "old" / "beach-again.jpg"
    inode = copy.stat().st_ino
    window = open_window(on_disk.library)
    view = open_duplicates(qtbot, window)
    view.tabs.choose(Level.IDENTICAL)
    QTest.keyClick(view.grid, Qt.Key.Key_A)
    choose_link(ask(qtbot, window), 1)
    if not can_share:
        wait_for_message(qtbot, window, "beach-again.jpg could not share its space")
        assert "its disk cannot share the space of files" in window.message.text
        assert copy.stat().st_ino == inode
        return
    wait_for_message(qtbot, window, "1 photo: the space is shared with identical files now.")
    assert copy.stat().st_ino not in (inode, kept.stat().st_ino)
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Links undone (1 photo).")
    assert kept.read_bytes() == copy.read_bytes()


def test_files_of_other_content_are_not_offered_to_be_linked(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    assert not ask_about(qtbot, window, view, "car-mirrored.jpg").link.isVisible()


def test_what_stays_inherits_stars_and_keywords_until_it_is_undone(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    copy: Path,
    trash: Path,
) -> None:
    kept = compared.photos / "car.jpg"
    before = kept.read_bytes()
    write_sidecar(copy, Annotations(4, ("race",)))
    ask_about(qtbot, window, view, "car-mirrored.jpg", merges=True).trash.click()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    sidecar = compared.photos / "car.jpg.xmp"
    assert annotations_of(sidecar.read_bytes()) == Annotations(4, ("race",))
    assert kept.read_bytes() == before
    assert not sidecar_of(copy).exists()
    window.commands.files.undo()
    wait_for_message(qtbot, window, "Move undone (1 photo).")
    assert copy.exists()
    assert sidecar_of(copy).exists()
    assert not sidecar.exists()


def test_nothing_is_inherited_unless_it_is_chosen(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, copy: Path
) -> None:
    write_sidecar(copy, Annotations(4, ("race",)))
    ask_about(qtbot, window, view, "car-mirrored.jpg").trash.click()
    wait_for_message(qtbot, window, "1 photo moved to the trash.")
    assert not (compared.photos / "car.jpg.xmp").exists()


def test_a_file_stays_if_nothing_of_it_can_be_inherited(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, compared: IndexedLibrary, copy: Path
) -> None:
    write_sidecar(copy, Annotations(4, ("race",)))
    (compared.photos / "car.jpg.xmp").write_text("mine")
    ask_about(qtbot, window, view, "car-mirrored.jpg", merges=True).trash.click()
    wait_for_message(qtbot, window, "its rating and keywords cannot be written to ")
    assert "car.jpg.xmp" in window.message.text
    assert copy.exists()
    assert (compared.photos / "car.jpg.xmp").read_text() == "mine"


def test_what_was_inherited_from_a_file_that_stays_is_taken_back(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    copy: Path,
    desk: FakeDesk,
    tmp_path: Path,
) -> None:
    desk.folder = tmp_path / "gone"  # a folder that is not there takes no file
    write_sidecar(copy, Annotations(4, ("race",)))
    ask_about(qtbot, window, view, "car-mirrored.jpg", merges=True).move_to.click()
    wait_for_message(qtbot, window, "could not be moved")
    assert copy.exists()
    assert not (compared.photos / "car.jpg.xmp").exists()


@pytest.mark.parametrize("action", ["trash", "move_to"])
def test_all_files_of_a_group_are_not_taken_away_by_other_actions_either(
    qtbot: QtBot,
    window: MainWindow,
    view: DuplicatesView,
    compared: IndexedLibrary,
    action: str,
) -> None:
    """The menu of photos, and the bar of the selection, have such actions in all views."""
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    go_to(view, "car.jpg")
    view.grid.selectAll()
    view._actions.entry(action).trigger()
    qtbot.waitUntil(lambda: flow.summary is not None, timeout=WAIT_MS)
    assert flow.summary is not None
    assert "2 files stay: the last of its group." in flow.summary.accessibleName()
    flow.summary.trash.click()
    wait_for_message(qtbot, window, "moved to the trash.")
    assert (compared.photos / "car.jpg").exists()
    assert (compared.photos / "beach.jpg").exists()


def test_other_actions_on_photos_happen_at_once(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.folder = tmp_path / "copies"
    desk.folder.mkdir()
    go_to(view, "car.jpg")
    view._actions.entry("copy_to").trigger()
    wait_for_message(qtbot, window, "1 photo copied to ")
    assert (desk.folder / "car.jpg").exists()
    assert view.marks.discarded == set()
