"""Examples, filters and kept searches are walked through, asked and removed with keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.saved_searches.saved_search_list import SavedSearchList
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, outliers_of
from tests.ui.focus import name_of, pixels, ring, stops
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results

Key = Qt.Key


@pytest.fixture
def found(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> MainWindow:
    """The active window of a library of its own: three recent searches, and three examples."""
    window = open_window(own_library.library)
    window.resize(1300, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT_MS)
    for name in ("flower-0.jpg", "portrait-1.jpg"):
        drop_files(window, own_library.photos / name)
        wait_for_results(qtbot, window, name)
    kinds = ("beach", "flower", "portrait")
    drop_files(window, *(own_library.picture(kind, 0) for kind in kinds))
    wait_for_chips(qtbot, window, "Like beach-0.jpg", "Like flower-0.jpg", "Like portrait-0.jpg")
    return window


@pytest.fixture
def schemes(theme: Theme) -> Iterator[tuple[str, ...]]:
    yield ("light", "dark")
    theme.choose("light")


def wait_for_chips(qtbot: QtBot, window: MainWindow, *words: str) -> None:
    """Until these are the examples, and their question is answered."""

    def are_shown() -> bool:
        chips = window.bar.chips.chips
        texts = [name_of(chip).partition(":")[0] for chip in chips]
        return texts == [*words] and "Searching" not in window.panel.sentence

    qtbot.waitUntil(are_shown, timeout=WAIT_MS)


def focused(window: MainWindow) -> str:
    """What has the focus, up to the first colon of its name."""
    focus = window.focusWidget()
    assert focus is not None
    return name_of(focus).partition(":")[0]


def press(window: MainWindow, key: Key) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


@pytest.mark.slow
def test_tab_and_the_arrows_go_from_example_to_example(found: MainWindow) -> None:
    chips = found.bar.chips.chips
    walked = [item for item in ring(stops(found)[0]) if item in chips]
    assert walked == chips
    chips[0].setFocus()
    for key, name in (
        (Key.Key_Right, "Like flower-0.jpg"),
        (Key.Key_Tab, "Like portrait-0.jpg"),
        (Key.Key_Left, "Like flower-0.jpg"),
        (Key.Key_Backtab, "Like beach-0.jpg"),
    ):
        press(found, key)
        assert focused(found) == name


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Return, Key.Key_Space])
@pytest.mark.slow
def test_examples_are_removed_one_after_the_other_and_the_focus_stays_among_them(
    qtbot: QtBot, found: MainWindow, key: Key
) -> None:
    found.bar.chips.chips[1].setFocus()
    press(found, key)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like portrait-0.jpg")
    assert focused(found) == "Like portrait-0.jpg"
    press(found, key)
    wait_for_chips(qtbot, found, "Like beach-0.jpg")
    assert focused(found) == "Like beach-0.jpg"
    press(found, key)
    assert found.browse.isVisible()
    assert found.focusWidget() is found.browse.grid


@pytest.mark.slow
def test_closing_the_search_from_its_panel_moves_the_focus_to_the_photos(
    qtbot: QtBot, found: MainWindow
) -> None:
    found.commands.show_view("outliers")
    qtbot.waitUntil(outliers_of(found).isVisible, timeout=WAIT_MS)
    found.search_flow.step(-1)
    qtbot.waitUntil(lambda: found.results.model.rowCount() > 0, timeout=WAIT_MS)
    found.panel.distances.histogram.setFocus()
    press(found, Key.Key_Escape)
    assert outliers_of(found).isVisible()
    assert found.focusWidget() is outliers_of(found).grid


@pytest.mark.slow
def test_a_click_on_an_example_leaves_the_focus_with_the_photos(
    qtbot: QtBot, found: MainWindow
) -> None:
    found.results.grid.setFocus()
    QTest.mouseClick(found.bar.chips.chips[0], Qt.MouseButton.LeftButton)
    wait_for_chips(qtbot, found, "Like flower-0.jpg", "Like portrait-0.jpg")
    assert found.focusWidget() is found.results.grid


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Return, Key.Key_Space])
@pytest.mark.slow
def test_filters_are_removed_one_after_the_other(qtbot: QtBot, found: MainWindow, key: Key) -> None:
    chips = found.filters.chips
    found.browse_flow.filter(
        PhotoFilter(orientation=Orientation.LANDSCAPE, formats=frozenset({"JPEG"}))
    )
    qtbot.waitUntil(lambda: len(chips.chips) == 2, timeout=WAIT_MS)
    chips.chips[0].setFocus()
    press(found, key)
    qtbot.waitUntil(lambda: len(chips.chips) == 1, timeout=WAIT_MS)
    assert found.focusWidget() is chips.chips[0]
    press(found, key)
    qtbot.waitUntil(lambda: chips.chips == [], timeout=WAIT_MS)


def recent_list(window: MainWindow) -> SavedSearchList:
    """Unfolded with keys."""
    heading = window.sidebar.searches.recent_fold.heading
    heading.setFocus()
    press(window, Key.Key_Space)
    recent = window.sidebar.searches.recent
    assert recent in ring(heading)
    recent.setFocus()
    return recent


def rows(searches: SavedSearchList) -> list[str]:
    """The name of each row for screen readers."""
    interface = QAccessible.queryAccessibleInterface(searches)
    return [
        interface.child(row).text(QAccessible.Text.Name) for row in range(interface.childCount())
    ]


@pytest.mark.slow
def test_recent_searches_are_selected_run_and_removed_by_keys(
    qtbot: QtBot, found: MainWindow
) -> None:
    recent = recent_list(found)
    assert name_of(recent) == "Recent searches"
    assert rows(recent) == ["beach-0.jpg and 2 more", "portrait-1.jpg", "flower-0.jpg"]
    press(found, Key.Key_Down)
    press(found, Key.Key_Delete)
    assert recent.names == ["beach-0.jpg and 2 more", "flower-0.jpg"]
    assert found.focusWidget() is recent
    assert recent.currentRow() == 1
    wait_for_message(qtbot, found, "Search deleted: portrait-1.jpg")
    found.message.button.setFocus()
    press(found, Key.Key_Space)
    assert recent.names == ["beach-0.jpg and 2 more", "portrait-1.jpg", "flower-0.jpg"]
    recent.setFocus()
    recent.setCurrentRow(2)
    press(found, Key.Key_Return)
    wait_for_results(qtbot, found, "flower-0.jpg")
    assert names(found)[0] == "flower-0.jpg"


@pytest.mark.slow
def test_the_last_search_that_is_removed_takes_the_list_with_it(found: MainWindow) -> None:
    recent = recent_list(found)
    for _ in range(3):
        QTest.keyClick(recent, Key.Key_Delete)
    assert recent.count() == 0
    assert not found.sidebar.searches.recent_fold.isVisible()
    focus = found.focusWidget()
    assert focus is not None
    assert focus.isVisible()


@pytest.mark.slow
def test_the_focus_is_seen_in_lists_of_searches_and_on_chips(
    qtbot: QtBot, found: MainWindow, theme: Theme, schemes: tuple[str, ...]
) -> None:
    found.browse_flow.filter(PhotoFilter(orientation=Orientation.LANDSCAPE))
    qtbot.waitUntil(lambda: len(found.filters.chips.chips) == 1, timeout=WAIT_MS)
    recent = recent_list(found)
    for scheme in schemes:
        theme.choose(scheme)
        shown: list[QWidget] = [*found.bar.chips.chips, *found.filters.chips.chips, recent]
        for item in shown:
            found.results.grid.setFocus()
            before = pixels(item)
            item.setFocus(Qt.FocusReason.TabFocusReason)
            assert pixels(item) != before, f"{scheme}: {name_of(item)}"
