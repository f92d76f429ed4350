"""Everything can be reached by Tab and has a name for screen readers, in every view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_dialog import Page, PageView
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.settings.about_dialog import AboutDialog
from desktop_app.ui.settings.shortcuts_dialog import ShortcutsDialog
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.window_actions import shortcut_groups, window_actions
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary, outliers_of
from tests.ui.focus import description, name_of, pixels, ring, stops, without_name
from tests.ui.gestures import drop_files, wait_for_results


class Views:
    """Ways to every view of the window."""

    def __init__(
        self, qtbot: QtBot, window: MainWindow, library: IndexedLibrary, desk: FakeDesk
    ) -> None:
        self._qtbot = qtbot
        self._window = window
        self._library = library
        self._desk = desk

    def open(self, name: str) -> QWidget:
        """The top level widget that is to be walked."""
        top: QWidget = getattr(self, f"_{name}")()
        self._qtbot.waitExposed(top)
        if top.windowType() is not Qt.WindowType.Popup:
            top.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.activeWindow() is top, timeout=WAIT_MS)
        return top

    def _browse(self) -> QWidget:
        window = self._window
        self._qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
        window.work.unfold()
        self._qtbot.waitUntil(window.work.details.isVisible, timeout=WAIT_MS)
        return window

    def _results(self) -> QWidget:
        window = self._window
        drop_files(window, self._library.picture("flower", 2), self._library.picture("boat", 1))
        model = window.results.model
        self._qtbot.waitUntil(lambda: model.rowCount() > 4, timeout=WAIT_MS)
        window.panel.lens.heading.setChecked(True)
        window.panel.details_fold.heading.setChecked(True)
        window.results.grid.setCurrentIndex(window.results.model.index(3, 0))
        self._qtbot.waitUntil(window.panel.details.copy.isVisible, timeout=WAIT_MS)
        self._qtbot.waitUntil(window.panel.lens.path.slider.isVisible, timeout=WAIT_MS)
        return window

    def _outliers(self) -> QWidget:
        self._window.commands.show_view("outliers")
        model = outliers_of(self._window).model
        self._qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=WAIT_MS)
        return self._window

    def _message(self) -> QWidget:
        self._browse()
        self._window.message.show_error("Something is wrong.")
        return self._window

    def _removal(self) -> QWidget:
        self._browse()
        row = self._window.sidebar.rows[0]
        self._qtbot.waitUntil(row.more.isVisible, timeout=WAIT_MS)
        row.more.setFocus()
        QTest.keyClick(row.more, Qt.Key.Key_Delete)
        assert row.question.isVisible()
        return self._window

    def _filter_panel(self) -> QWidget:
        self._window.filters.open_panel()
        return self._window.filters.panel

    def _export_panel(self) -> QWidget:
        self._browse()
        self._window.browse.grid.setFocus()
        self._window.browse.grid.selectAll()
        QTest.keyClick(self._window.browse.grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        return self._window.export_panel

    def _settings(self) -> QWidget:
        self._window.settings.open_or_raise()
        return self._window.settings

    def _retrain(self) -> QWidget:
        return self._model_page(Page.RETRAIN, RetrainForm)

    def _models(self) -> QWidget:
        return self._model_page(Page.MODELS, ModelList)

    def _model_page(self, page: Page, kind: type[PageView]) -> QWidget:
        flow = self._window.model_flow
        flow.host.show(page)
        dialog = flow.dialog
        assert dialog is not None
        self._qtbot.waitUntil(lambda: isinstance(dialog.content, kind), timeout=WAIT_MS)
        return dialog

    def _checked_folder(self) -> QWidget:
        flow = self._window.commands.newcomers
        self._desk.folder = self._library.photos
        flow.choose()
        self._qtbot.waitUntil(lambda: flow.check.outcome is not None, timeout=WAIT_MS)
        assert flow.dialog is not None
        flow.dialog.tabs.buttons[list(Standing).index(Standing.KNOWN)].click()
        return flow.dialog

    def _code(self) -> QWidget:
        self._browse()
        model, flow = self._window.browse.model, self._window.commands.codes
        self._qtbot.waitUntil(lambda: model.known_photo(0) is not None, timeout=WAIT_MS)
        shown = model.known_photo(0)
        assert shown is not None
        flow.open(shown.photo)
        dialog = flow.dialog
        assert dialog is not None
        self._qtbot.waitUntil(dialog.neighbours.previews[7].isVisible, timeout=WAIT_MS)
        return dialog

    def _about(self) -> QWidget:
        self._window.action_set.run("about")
        return self._window.findChildren(AboutDialog)[0]

    def _shortcuts(self) -> QWidget:
        QTest.keyClick(self._window, Qt.Key.Key_F1)
        return self._window.findChildren(ShortcutsDialog)[0]


@pytest.fixture
def views(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, desk: FakeDesk
) -> Views:
    window.resize(1300, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT_MS)
    return Views(qtbot, window, shared_library, desk)


every_view = pytest.mark.parametrize(
    "view",
    [
        "browse",
        "results",
        "outliers",
        "message",
        "removal",
        "filter_panel",
        "export_panel",
        "shortcuts",
        "about",
        "settings",
        "retrain",
        "models",
        "checked_folder",
        "code",
    ],
)


@every_view
@pytest.mark.slow
def test_every_control_has_a_name_and_tab_reaches_it_and_comes_round(
    views: Views, view: str
) -> None:
    top = views.open(view)
    assert without_name(top) == []
    wanted = stops(top)
    reached = ring(wanted[0])
    assert [description(item) for item in wanted if item not in reached] == []


@pytest.fixture
def schemes(theme: Theme) -> Iterator[Iterator[str]]:
    """The window changes its colours while it is open."""

    def each() -> Iterator[str]:
        for scheme in ("light", "dark"):
            theme.choose(scheme)
            yield scheme

    yield each()
    theme.choose("light")


@pytest.mark.slow
@every_view
def test_the_focus_can_be_seen(schemes: Iterator[str], views: Views, view: str) -> None:
    top = views.open(view)
    unseen = []
    for scheme in schemes:
        wanted = stops(top)
        assert len(wanted) > 1
        for place, item in enumerate(wanted):
            wanted[place - 1].setFocus(Qt.FocusReason.TabFocusReason)
            before = pixels(item)
            item.setFocus(Qt.FocusReason.TabFocusReason)
            if pixels(item) == before:
                unseen.append(f"{scheme}: {description(item)}")
    assert unseen == []


@pytest.mark.slow
def test_filters_and_saved_searches_have_names_and_are_reached_by_tab(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    window.resize(1300, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT_MS)
    drop_files(window, own_library.picture("beach", 1))
    wait_for_results(qtbot, window, "beach-1.jpg")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = window.sidebar.searches.saved
    qtbot.waitUntil(lambda: saved.findChild(QLineEdit) is not None, timeout=WAIT_MS)
    editor = saved.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved.findChild(QLineEdit) is None, timeout=WAIT_MS)
    window.browse_flow.filter(PhotoFilter(orientation=Orientation.LANDSCAPE))
    qtbot.waitUntil(lambda: len(window.filters.chips.chips) == 1, timeout=WAIT_MS)
    reached = ring(stops(window)[0])
    assert saved in reached
    assert window.filters.chips.chips[0] in reached
    assert name_of(saved) == "Saved searches"
    assert name_of(window.filters.chips.chips[0]).startswith("Remove the filter")


@pytest.mark.slow
def test_tab_goes_from_left_to_right_and_from_above_to_below(views: Views) -> None:
    window = views.open("results")
    names = [name_of(item) for item in ring(stops(window)[0])]
    folder = next(name for name in names if name.startswith("Actions for"))
    chip = next(name for name in names if name.startswith("Like"))
    order = [
        "Rescan folders (F5)",
        "Unusual photos",
        folder,
        "Add folder…",
        "Back (Alt+Left)",
        chip,
        "Filter",
        "Photos, most similar first",
        "Query picture",
        chip,  # all examples once more, of a search by several
        "Distances",
        "Code lens",
    ]
    assert [name for name in names if name in order] == order


@pytest.mark.slow
def test_in_the_viewer_everything_is_reached_and_named(
    qtbot: QtBot, views: Views, window: MainWindow
) -> None:
    views.open("results")
    window.results.grid.setFocus()
    QTest.keyClick(window.results.grid, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.viewer.current.photo is not None, timeout=WAIT_MS)
    QTest.keyClick(window.viewer, Qt.Key.Key_I)
    window.viewer.message.show_error("Something is wrong.")
    viewer = window.viewer
    wanted = [item for item in stops(window) if item is viewer or viewer.isAncestorOf(item)]
    names = [name_of(item).strip() for item in wanted]
    assert all(names)
    assert "Move to trash (Del)" in names
    assert set(ring(viewer)) == set(wanted)
    assert without_name(window) == []


@pytest.mark.slow
def test_screen_readers_get_a_text_for_each_photo(views: Views, window: MainWindow) -> None:
    views.open("results")
    grid = window.results.grid
    cell = QAccessible.queryAccessibleInterface(grid).child(2)
    shown = window.results.model.photo(2)
    assert cell.text(QAccessible.Text.Name) == f"{shown.path.name}, {shown.badge}"
    description = cell.text(QAccessible.Text.Description)
    assert description == f"No date; photo 3 of {window.results.model.rowCount()}"


def test_the_overview_lists_every_shortcut_once(window: MainWindow, views: Views) -> None:
    listed = [action for _, actions in shortcut_groups() for action in actions if action.keys]
    names = [action.id for action in listed]
    assert len(names) == len(set(names))
    assert {action.id for action in window_actions() if action.keys} <= set(names)
    dialog = views.open("shortcuts")
    texts = [item.text() for item in dialog.findChildren(QLabel)]
    assert [text for text in texts if text in {action.description for action in listed}] == [
        action.description for action in listed
    ]
    assert "Ctrl+F" in texts


def test_a_key_means_one_thing_in_each_place() -> None:
    for _, actions in shortcut_groups()[:3]:
        pressed = [key.toString() for action in actions for key in action.shortcuts]
        assert len(pressed) == len(set(pressed))


@pytest.mark.slow
def test_a_part_of_the_query_can_be_drawn_with_keys(
    qtbot: QtBot, views: Views, window: MainWindow
) -> None:
    views.open("results")
    picture = window.panel.picture
    picture.setFocus()
    for key, held in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(picture, key, held)
    with qtbot.waitSignal(picture.region_drawn) as drawn:
        QTest.keyClick(picture, Qt.Key.Key_Return)
    region = drawn.args[0]
    edges = (region.left, region.top, region.right, region.bottom)
    assert edges == pytest.approx((0.2, 0.25, 0.7, 0.8))
    qtbot.waitUntil(window.panel.whole.isVisible, timeout=WAIT_MS)


@pytest.mark.slow
def test_escape_leaves_a_part_that_is_being_drawn_and_not_the_search(
    views: Views, window: MainWindow
) -> None:
    views.open("results")
    window.panel.picture.setFocus()
    QTest.keyClick(window.panel.picture, Qt.Key.Key_Return)
    QTest.keyClick(window.panel.picture, Qt.Key.Key_Escape)
    assert window.search_flow.has_query
    assert not window.panel.whole.isVisible()


def test_the_crash_dialog_is_reached_and_named(
    qtbot: QtBot, theme: Theme, window: MainWindow, tmp_path: Path
) -> None:
    dialog = CrashDialog(theme, "ValueError: no", tmp_path / "lookalike.log", window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=WAIT_MS)
    assert set(ring(dialog.continue_button)) == set(stops(dialog))
    assert without_name(dialog) == []
    dialog.close()
