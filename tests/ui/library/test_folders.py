"""The folders in the sidebar answer: a click shows their photos, an arrow what is inside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.ui.browse.folder_rows import FolderRow
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.jobs.library_jobs import JobEnd
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.library import folder_list
from desktop_app.ui.library.exclusions_dialog import ExclusionsDialog
from desktop_app.ui.library.folder_delegate import FolderDelegate
from desktop_app.ui.library.folder_list import FolderList
from desktop_app.ui.library.root_list import RootSection
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import shown_names, wait_for_names
from tests.ui.conftest import WAIT_MS, FakeDesk
from tests.ui.gestures import names, wait_for_results
from tests.ui.library.library_steps import choose, open_menu, row_of, wait_until_idle
from tests.ui.varied_library import VariedLibrary

Opener = Callable[[Path], MainWindow]
LEFT = Qt.MouseButton.LeftButton
TRIP = ["beach 3.jpg", "boat.png", "flower.jpg"]


@pytest.fixture
def window(qtbot: QtBot, open_window: Opener, varied: VariedLibrary) -> MainWindow:
    window = open_window(varied.library)
    window.resize(1300, 900)
    wait_for_names(qtbot, window, 6)
    qtbot.waitUntil(lambda: len(window.sidebar.roots.sections) == 2, timeout=WAIT_MS)
    return window


@pytest.fixture
def photos(qtbot: QtBot, window: MainWindow) -> RootSection:
    """The folder of photos, which has the folder 'trip' inside."""
    section = window.sidebar.roots.sections[1]
    qtbot.waitUntil(section.row.fold.isVisible, timeout=WAIT_MS)
    return section


@pytest.fixture
def opened(qtbot: QtBot, photos: RootSection) -> RootSection:
    QTest.mouseClick(photos.row.fold, LEFT)
    qtbot.waitUntil(photos.folders.isVisible, timeout=WAIT_MS)
    return photos


def chips(window: MainWindow) -> list[str]:
    return [chip.text().strip() for chip in window.filters.chips.chips]


def click(folders: FolderList, place: int) -> None:
    """On the name of a folder."""
    index = folders.model().index(place, 0)
    QTest.mouseClick(folders.viewport(), LEFT, pos=folders.visualRect(index).center())


def menu_of(widget: QWidget, place: QPoint) -> QMenu:
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, text: str) -> bool:
    return next(item.isEnabled() for item in menu.actions() if item.text() == text)


def test_a_click_on_a_folder_shows_its_photos_and_the_chip_all_others_again(
    qtbot: QtBot, window: MainWindow, photos: RootSection
) -> None:
    QTest.mouseClick(photos.row, LEFT)
    wait_for_names(qtbot, window, 5)
    assert chips(window) == ["photos"]
    assert photos.row.property("chosen")
    QTest.mouseClick(window.filters.chips.chips[0], LEFT)
    wait_for_names(qtbot, window, 6)
    assert not photos.row.property("chosen")


def marked(window: MainWindow) -> list[str]:
    """The entries of the sidebar that are highlighted."""
    views = [name for name, made in window.sidebar.views.items() if made.isChecked()]
    roots = [each.path.name for each in window.sidebar.roots.sections if is_marked(each)]
    return views + roots + [name for name in map(marked_inside, sections(window)) if name]


def sections(window: MainWindow) -> list[RootSection]:
    return window.sidebar.roots.sections


def is_marked(section: RootSection) -> bool:
    return bool(section.row.property("chosen"))


def marked_inside(section: RootSection) -> str:
    """The name of the folder in a root that is highlighted; empty if none is."""
    delegate = section.folders.itemDelegate()
    assert isinstance(delegate, FolderDelegate)
    return Path(delegate.chosen).name


def test_only_what_is_shown_is_highlighted_in_the_sidebar(
    qtbot: QtBot, window: MainWindow, opened: RootSection
) -> None:
    assert marked(window) == ["view:photos"]
    QTest.mouseClick(opened.row, LEFT)
    assert marked(window) == ["photos"]
    click(opened.folders, 0)
    assert marked(window) == ["trip"]
    QTest.mouseClick(window.sidebar.views["view:outliers"], LEFT)
    assert marked(window) == ["view:outliers"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert marked(window) == ["trip"]
    QTest.mouseClick(opened.row.fold, LEFT)
    qtbot.waitUntil(lambda: marked(window) == ["photos"], timeout=WAIT_MS)
    QTest.mouseClick(opened.row.fold, LEFT)
    qtbot.waitUntil(lambda: marked(window) == ["trip"], timeout=WAIT_MS)
    QTest.mouseClick(window.sidebar.views["view:photos"], LEFT)
    assert marked(window) == ["view:photos"]


@pytest.mark.slow
def test_a_folder_leaves_the_search_and_keeps_the_other_filters(
    qtbot: QtBot, window: MainWindow, photos: RootSection, varied: VariedLibrary
) -> None:
    window.browse_flow.filter(PhotoFilter(cameras=frozenset({"Pixel 8"})))
    window.commands.search(FileSource(varied.photos / "beach.jpg"))
    qtbot.waitUntil(lambda: len(names(window)) == 3, timeout=WAIT_MS)
    photos.row.setFocus()
    QTest.keyClick(photos.row, Qt.Key.Key_Return)
    qtbot.waitUntil(window.browse.isVisible, timeout=WAIT_MS)
    wait_for_names(qtbot, window, 2)
    assert chips(window) == ["photos", "Pixel 8"]


def test_all_photos_are_those_of_all_folders(
    qtbot: QtBot, window: MainWindow, photos: RootSection
) -> None:
    QTest.mouseClick(photos.row, LEFT)
    wait_for_names(qtbot, window, 5)
    QTest.mouseClick(window.sidebar.views["view:photos"], LEFT)
    wait_for_names(qtbot, window, 6)
    assert chips(window) == []


def test_only_a_folder_with_folders_inside_can_be_opened(
    window: MainWindow, photos: RootSection
) -> None:
    disk = window.sidebar.roots.sections[0]
    assert not disk.row.fold.isVisible()
    assert photos.row.fold.isVisible()
    assert not photos.folders.isVisible()


def test_an_open_folder_shows_those_inside_with_counts_and_a_click_their_photos(
    qtbot: QtBot, window: MainWindow, opened: RootSection
) -> None:
    assert [(row.name, row.photos) for row in opened.folders.rows] == [("trip", 3)]
    click(opened.folders, 0)
    qtbot.waitUntil(lambda: sorted(shown_names(window)) == TRIP, timeout=WAIT_MS)
    assert chips(window) == ["trip"]
    QTest.mouseClick(opened.row.fold, LEFT)
    qtbot.waitUntil(lambda: not opened.folders.isVisible(), timeout=WAIT_MS)
    assert sorted(shown_names(window)) == TRIP


def test_the_menu_of_a_folder_shows_it_here_and_in_the_file_manager_and_excludes_it(
    qtbot: QtBot, window: MainWindow, opened: RootSection, varied: VariedLibrary, desk: FakeDesk
) -> None:
    menu = menu_of(opened.folders.viewport(), QPoint(60, 5))
    assert not entry(menu, "Search in this folder")
    next(item for item in menu.actions() if item.text() == "Show in file manager").trigger()
    assert desk.shown == [varied.photos / "trip"]
    next(item for item in menu.actions() if item.text() == "Exclude from library…").trigger()
    assert window.findChildren(ExclusionsDialog)[-1].patterns.toPlainText() == "/trip/"
    next(item for item in menu.actions() if item.text() == "Show photos").trigger()
    menu.close()
    qtbot.waitUntil(lambda: sorted(shown_names(window)) == TRIP, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_search_can_be_limited_to_a_folder(
    qtbot: QtBot, window: MainWindow, opened: RootSection, varied: VariedLibrary
) -> None:
    assert not entry(open_menu(opened.row), "Search in this folder")
    window.commands.search(FileSource(varied.photos / "beach.jpg"))
    wait_for_results(qtbot, window, "beach.jpg")
    menu = menu_of(opened.folders.viewport(), QPoint(60, 5))
    next(item for item in menu.actions() if item.text() == "Search in this folder").trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(names(window)) == 3, timeout=WAIT_MS)
    assert window.results.isVisible()
    assert sorted(names(window)) == TRIP
    choose(row_of(window), "Search in this folder")
    qtbot.waitUntil(lambda: len(names(window)) == 5, timeout=WAIT_MS)


def test_the_arrow_keys_open_close_and_walk_through_folders(
    qtbot: QtBot, window: MainWindow, photos: RootSection
) -> None:
    photos.row.setFocus()
    QTest.keyClick(photos.row, Qt.Key.Key_Right)
    qtbot.waitUntil(photos.folders.isVisible, timeout=WAIT_MS)
    photos.folders.setFocus()
    photos.folders.setCurrentIndex(photos.folders.model().index(0, 0))
    QTest.keyClick(photos.folders, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sorted(shown_names(window)) == TRIP, timeout=WAIT_MS)
    photos.row.setFocus()
    QTest.keyClick(photos.row, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not photos.folders.isVisible(), timeout=WAIT_MS)


@pytest.mark.slow
def test_new_folders_appear_and_open_ones_stay_open(
    qtbot: QtBot, window: MainWindow, opened: RootSection, varied: VariedLibrary
) -> None:
    deep = varied.photos / "trip" / "day 1"
    deep.mkdir()
    shutil.copy(varied.photos / "beach.jpg", deep)
    shutil.copytree(varied.photos / "trip", varied.photos / "a walk")
    window.commands.rescan()

    def rows() -> list[tuple[str, int, int]]:
        return [(row.name, row.depth, row.photos) for row in opened.folders.rows]

    qtbot.waitUntil(lambda: rows() == [("a walk", 0, 4), ("trip", 0, 4)], timeout=WAIT_MS)
    opened.folders.setFocus()
    opened.folders.setCurrentIndex(opened.folders.model().index(1, 0))
    QTest.keyClick(opened.folders, Qt.Key.Key_Right)
    expected = [("a walk", 0, 4), ("trip", 0, 4), ("day 1", 1, 1)]
    qtbot.waitUntil(lambda: rows() == expected, timeout=WAIT_MS)
    QTest.keyClick(opened.folders, Qt.Key.Key_Right)
    assert opened.folders.currentIndex().row() == 2
    QTest.keyClick(opened.folders, Qt.Key.Key_Left)
    assert opened.folders.currentIndex().row() == 1
    arrow = opened.folders.visualRect(opened.folders.model().index(0, 0)).topLeft()
    QTest.mouseClick(opened.folders.viewport(), LEFT, pos=arrow + QPoint(30, 6))
    qtbot.waitUntil(lambda: rows()[1] == ("day 1", 1, 1), timeout=WAIT_MS)
    assert opened.folders.currentIndex().row() == 0
    wait_until_idle(qtbot, window)


def test_open_folders_are_open_in_another_language(
    qtbot: QtBot, window: MainWindow, opened: RootSection
) -> None:
    window._services.language.language_changed.emit()
    qtbot.waitUntil(lambda: len(window.sidebar.roots.sections) == 2, timeout=WAIT_MS)
    section = window.sidebar.roots.sections[1]
    assert section is not opened
    qtbot.waitUntil(section.folders.isVisible, timeout=WAIT_MS)


def test_a_hundred_thousand_folders_are_laid_out_without_a_question_about_each(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    data = folder_list.FolderModel.data

    def counting(model: folder_list.FolderModel, index: object, role: int = 0) -> object:
        asked.append(role)
        return data(model, index, role)  # type: ignore[arg-type]

    monkeypatch.setattr(folder_list.FolderModel, "data", counting)
    folders = FolderList(theme, "Folders")
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(folders)
    area.show()
    qtbot.waitExposed(area)
    rows = [FolderRow(f"/p/{i}", str(i), 1, 0, False, False) for i in range(100_000)]
    folders.show_rows(rows)
    folders.resize(200, folders.sizeHint().height())
    QApplication.processEvents()
    folders.setCurrentIndex(folders.model().index(99_999, 0))
    assert folders.visualRect(folders.currentIndex()).bottom() > 1_000_000
    assert len(asked) < 2_000


def test_other_numbers_are_shown_and_the_rows_stay(qtbot: QtBot, theme: Theme) -> None:
    folders = FolderList(theme, "Folders")
    qtbot.addWidget(folders)
    folders.show()
    resets: list[None] = []
    folders.model().modelReset.connect(lambda: resets.append(None))
    rows = [FolderRow(f"/p/{i}", str(i), 1, 0, False, False) for i in range(3)]
    folders.show_rows(rows)
    folders.resize(200, folders.sizeHint().height())
    folders.setCurrentIndex(folders.model().index(1, 0))
    before = folders.grab().toImage()
    folders.show_rows([row._replace(photos=7) for row in rows])
    assert len(resets) == 1
    assert folders.currentIndex().row() == 1
    assert folders.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "1, 7 photos"
    assert folders.grab().toImage() != before
    folders.show_rows(rows[:2])
    assert len(resets) == 2


@pytest.mark.slow
def test_after_a_folder_was_added_all_photos_are_shown_from_the_top(
    qtbot: QtBot, window: MainWindow, photos: RootSection, varied: VariedLibrary, tmp_path: Path
) -> None:
    QTest.mouseClick(photos.row, LEFT)
    window.commands.search(FileSource(varied.photos / "beach.jpg"))
    wait_for_results(qtbot, window, "beach.jpg")
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(varied.disk / "car.jpg", other)
    window.commands.add_folders([other])
    assert window.browse.isVisible()
    assert chips(window) == []
    wait_for_names(qtbot, window, 7)
    wait_until_idle(qtbot, window)


@pytest.mark.parametrize("adds_folder", [False, True])
def test_samples_are_searched_unless_a_folder_was_added_meanwhile(
    window: MainWindow, varied: VariedLibrary, monkeypatch: pytest.MonkeyPatch, adds_folder: bool
) -> None:
    jobs, samples = window._services.jobs, window._tour._samples
    shutil.copytree(varied.photos, samples)
    monkeypatch.setattr(jobs, "draw_samples", lambda _: None)
    monkeypatch.setattr(jobs, "index", lambda _: None)
    QTest.mouseClick(window.welcome.buttons[1], LEFT)
    if adds_folder:
        window.commands.add_folders([varied.disk])
    request = IndexRequest(varied.library, [samples], 1)
    jobs.ended.emit(JobEnd(request, Finished(None)))
    assert (window.search_flow.state.query is None) is adds_folder
    window.commands.clear_search()
    jobs.ended.emit(JobEnd(request, Finished(None)))  # of a later scan
    assert window.search_flow.state.query is None


def test_a_folder_without_photos_says_that_they_appear_later(
    qtbot: QtBot, window: MainWindow, varied: VariedLibrary
) -> None:
    window.commands.show_view("photos", varied.photos / "nothing")
    qtbot.waitUntil(window.browse.no_photos.isVisible, timeout=WAIT_MS)
