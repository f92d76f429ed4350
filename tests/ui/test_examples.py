"""More like this, less like this: examples as chips, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The window with photos like a beach."""
    window.resize(1300, 800)
    drop_files(window, shared_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    return window


def choose(window: MainWindow, name: str, entry: str) -> None:
    """From the menu of a result."""
    menu = window.results.menu(window.results.model.photo(names(window).index(name)))
    next(action for action in menu.actions() if action.text() == entry).trigger()


def press_on(window: MainWindow, name: str, key: Qt.Key) -> None:
    grid = window.results.grid
    grid.setCurrentIndex(window.results.model.index(names(window).index(name), 0))
    QTest.keyClick(grid, key)


def chips(window: MainWindow) -> list[str]:
    """What they are called for screen readers, as far as the first colon."""
    return [chip.accessibleName().partition(":")[0] for chip in window.bar.chips.chips]


def wait_for_chips(qtbot: QtBot, window: MainWindow, *words: str) -> None:
    qtbot.waitUntil(lambda: chips(window) == [*words], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Searching" not in window.panel.sentence, timeout=WAIT_MS)


def kinds(window: MainWindow) -> list[str]:
    return [name.partition("-")[0] for name in names(window)]


def test_a_query_is_a_chip_with_its_picture(qtbot: QtBot, found: MainWindow) -> None:
    wait_for_chips(qtbot, found, "Like beach-0.jpg")
    chip = found.bar.chips.chips[0]
    shown = chip.grab().toImage()
    colours = {shown.pixel(x, shown.height() // 2) for x in range(shown.width())}
    assert chip.isVisible()
    assert len(colours) > 10


def test_more_like_this_makes_a_result_a_second_example(qtbot: QtBot, found: MainWindow) -> None:
    choose(found, "flower-0.jpg", "More like this")
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-0.jpg")
    assert set(kinds(found)[:8]) == {"beach", "flower"}
    assert "Photos like these 2" in found.bar.text


def test_less_like_this_sends_a_kind_to_the_end(qtbot: QtBot, found: MainWindow) -> None:
    nearest_others = next(kind for kind in kinds(found) if kind != "beach")
    choose(found, f"{nearest_others}-0.jpg", "Less like this")
    wait_for_chips(qtbot, found, "Like beach-0.jpg", f"Not like {nearest_others}-0.jpg")
    assert kinds(found)[-1] == nearest_others
    assert "Photos like beach-0.jpg, not like 1" in found.bar.text


def test_plus_and_minus_are_the_keys(qtbot: QtBot, found: MainWindow) -> None:
    press_on(found, "flower-1.jpg", Qt.Key.Key_Plus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg")
    press_on(found, "car-1.jpg", Qt.Key.Key_Minus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg", "Not like car-1.jpg")


def test_an_example_can_become_a_counter_example(qtbot: QtBot, found: MainWindow) -> None:
    press_on(found, "flower-1.jpg", Qt.Key.Key_Plus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg")
    press_on(found, "flower-1.jpg", Qt.Key.Key_Minus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Not like flower-1.jpg")


def test_several_selected_photos_become_examples_together(qtbot: QtBot, found: MainWindow) -> None:
    places = [names(found).index(name) for name in ("car-0.jpg", "boat-0.jpg")]
    found.results.select_rows([(place, place) for place in sorted(places)], places[0])
    QTest.keyClick(found.results.grid, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: len(chips(found)) == 3, timeout=WAIT_MS)


def test_several_dropped_pictures_are_examples_together(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("car", 3), shared_library.picture("flower", 2))
    wait_for_chips(qtbot, window, "Like car-3.jpg", "Like flower-2.jpg")
    assert set(kinds(window)[:8]) == {"car", "flower"}


def test_a_click_on_a_chip_removes_the_example(qtbot: QtBot, found: MainWindow) -> None:
    press_on(found, "flower-1.jpg", Qt.Key.Key_Plus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg")
    QTest.mouseClick(found.bar.chips.chips[0], Qt.MouseButton.LeftButton)
    wait_for_chips(qtbot, found, "Like flower-1.jpg")
    wait_for_results(qtbot, found, "flower-1.jpg")
    QTest.keyClick(found.bar.chips.chips[0], Qt.Key.Key_Space)
    assert found.browse.isVisible()
    assert chips(found) == []


def test_without_an_example_there_is_nothing_to_take_away_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 36, timeout=WAIT_MS)
    grid = window.browse.grid
    grid.setFocus()
    grid.setCurrentIndex(window.browse.model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Minus)
    wait_for_message(qtbot, window, "Look for something first")
    QTest.keyClick(grid, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: len(chips(window)) == 1, timeout=WAIT_MS)
    assert window.results.isVisible()


def test_the_only_example_cannot_be_turned_against_itself(qtbot: QtBot, found: MainWindow) -> None:
    choose(found, "boat-0.jpg", "Find similar")
    wait_for_chips(qtbot, found, "Like boat-0.jpg")
    wait_for_results(qtbot, found, "boat-0.jpg")
    press_on(found, "boat-0.jpg", Qt.Key.Key_Minus)
    wait_for_message(qtbot, found, "One picture at least")
    assert chips(found) == ["Like boat-0.jpg"]


def test_examples_that_do_not_fit_are_counted(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.resize(900, 600)
    drop_files(window, *(shared_library.picture("car", number) for number in range(6)))
    qtbot.waitUntil(lambda: len(chips(window)) == 6, timeout=WAIT_MS)
    hidden = [chip for chip in window.bar.chips.chips if not chip.isVisible()]
    assert window.width() == 900
    assert hidden
    assert window.bar.chips.more.text() == f"+{len(hidden)}"


def test_alt_and_the_arrows_go_back_and_forward(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    QTest.keyClick(found, Qt.Key.Key_Left, alt)
    wait_for_results(qtbot, found, "beach-0.jpg")
    QTest.keyClick(found, Qt.Key.Key_Left, alt)
    assert found.browse.isVisible()
    assert not found.bar.back.isEnabled()
    QTest.keyClick(found, Qt.Key.Key_Left, alt)
    QTest.keyClick(found, Qt.Key.Key_Right, alt)
    wait_for_results(qtbot, found, "beach-0.jpg")
    found.bar.forward.click()
    wait_for_results(qtbot, found, "car-2.jpg")
    assert not found.bar.forward.isEnabled()


def test_the_buttons_at_the_mouses_side_go_back_and_forward(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    place = QPoint(20, 20)
    none = Qt.KeyboardModifier.NoModifier
    viewport = found.results.grid.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.BackButton, none, place)
    wait_for_results(qtbot, found, "beach-0.jpg")
    QTest.mouseClick(found.panel, Qt.MouseButton.ForwardButton, none, place)
    wait_for_results(qtbot, found, "car-2.jpg")


def test_a_search_after_going_back_forgets_what_lay_ahead(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    found.bar.back.click()
    wait_for_results(qtbot, found, "beach-0.jpg")
    drop_files(found, shared_library.picture("boat", 2))
    wait_for_results(qtbot, found, "boat-2.jpg")
    assert not found.bar.forward.isEnabled()
    found.bar.back.click()
    wait_for_results(qtbot, found, "beach-0.jpg")


def test_a_search_that_failed_is_no_place_to_go_back_to(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    drop_files(found, tmp_path / "gone.jpg")
    wait_for_message(qtbot, found, "is not there")
    wait_for_results(qtbot, found, "beach-0.jpg")
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    found.bar.back.click()
    wait_for_results(qtbot, found, "beach-0.jpg")


def test_escape_is_a_step_too(qtbot: QtBot, found: MainWindow) -> None:
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert found.browse.isVisible()
    assert isinstance(found.bar.back, QPushButton)
    found.bar.back.click()
    wait_for_results(qtbot, found, "beach-0.jpg")
