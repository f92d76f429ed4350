"""More like this, less like this: examples as chips, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.queries import PhotoSource
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton
from desktop_app.ui.shell.main_window import MainWindow
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
    """Their names for screen readers, up to the first colon."""
    return [chip.accessibleName().partition(":")[0] for chip in window.bar.chips.chips]


def wait_for_chips(qtbot: QtBot, window: MainWindow, *texts: str) -> None:
    qtbot.waitUntil(lambda: chips(window) == [*texts], timeout=WAIT_MS)
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
    badges = {names(found)[row]: found.results.model.photo(row).badge for row in range(36)}
    assert badges["beach-0.jpg"] == badges["flower-0.jpg"] == "Example"
    assert "Photos like these 2" in found.bar.text
    qtbot.waitUntil(
        lambda: all(chip.isVisible() for chip in found.bar.chips.chips), timeout=WAIT_MS
    )


@pytest.mark.slow
def test_less_like_this_sends_a_kind_to_the_end(qtbot: QtBot, found: MainWindow) -> None:
    nearest_others = next(kind for kind in kinds(found) if kind != "beach")
    choose(found, f"{nearest_others}-0.jpg", "Less like this")
    wait_for_chips(qtbot, found, "Like beach-0.jpg", f"Not like {nearest_others}-0.jpg")
    assert kinds(found)[-1] == nearest_others
    place = names(found).index(f"{nearest_others}-0.jpg")
    assert found.results.model.photo(place).badge == "Counter-example"
    assert "Photos like beach-0.jpg, excluding 1" in found.bar.text


@pytest.mark.slow
def test_plus_and_minus_are_the_keys(qtbot: QtBot, found: MainWindow) -> None:
    press_on(found, "flower-1.jpg", Qt.Key.Key_Plus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg")
    press_on(found, "car-1.jpg", Qt.Key.Key_Minus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg", "Not like car-1.jpg")


@pytest.mark.slow
def test_keys_go_on_from_the_first_photo_after_a_counter_example_has_gone_to_the_end(
    qtbot: QtBot, found: MainWindow
) -> None:
    found.resize(1300, 500)
    grid = found.results.grid
    kind = next(kind for kind in kinds(found) if kind != "beach")
    press_on(found, f"{kind}-0.jpg", Qt.Key.Key_Minus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", f"Not like {kind}-0.jpg")
    far = found.results.model.index(names(found).index(f"{kind}-0.jpg"), 0)
    assert grid.visualRect(far).top() > grid.viewport().height()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert (grid.currentIndex().row(), grid.verticalOffset()) == (1, 0)


@pytest.mark.slow
def test_an_example_can_become_a_counter_example(qtbot: QtBot, found: MainWindow) -> None:
    press_on(found, "flower-1.jpg", Qt.Key.Key_Plus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Like flower-1.jpg")
    press_on(found, "flower-1.jpg", Qt.Key.Key_Minus)
    wait_for_chips(qtbot, found, "Like beach-0.jpg", "Not like flower-1.jpg")


def test_several_selected_photos_become_examples_together(qtbot: QtBot, found: MainWindow) -> None:
    places = [names(found).index(name) for name in ("car-0.jpg", "boat-0.jpg")]
    found.results.grid.selection.select([(place, place) for place in sorted(places)], places[0])
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
    wait_for_message(qtbot, window, "Search for something first")
    QTest.keyClick(grid, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: len(chips(window)) == 1, timeout=WAIT_MS)
    assert window.results.isVisible()


def test_the_only_example_cannot_be_turned_against_itself(qtbot: QtBot, found: MainWindow) -> None:
    choose(found, "boat-0.jpg", "Find similar")
    wait_for_chips(qtbot, found, "Like boat-0.jpg")
    wait_for_results(qtbot, found, "boat-0.jpg")
    press_on(found, "boat-0.jpg", Qt.Key.Key_Minus)
    wait_for_message(qtbot, found, "at least one picture")
    assert chips(found) == ["Like boat-0.jpg"]


def test_examples_that_do_not_fit_are_counted_and_removed_from_a_menu(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.resize(900, 600)
    drop_files(window, *(shared_library.picture("car", number) for number in range(6)))
    qtbot.waitUntil(lambda: len(chips(window)) == 6, timeout=WAIT_MS)
    hidden = [chip for chip in window.bar.chips.chips if not chip.isVisible()]
    assert window.width() == 900
    assert hidden
    assert window.bar.chips.more.text() == f"+{len(hidden)}"
    entries = window.bar.chips.menu().actions()
    assert len(entries) == len(hidden)
    assert entries[-1].text() == "Remove car-5.jpg"
    entries[-1].trigger()
    qtbot.waitUntil(lambda: len(chips(window)) == 5, timeout=WAIT_MS)
    assert "Like car-5.jpg" not in chips(window)


def test_in_a_narrow_window_the_examples_and_the_title_come_before_labels_of_buttons(
    qtbot: QtBot, found: MainWindow
) -> None:
    def labels() -> list[str]:
        return [item.text().strip() for item in found.bar.findChildren(IconButton) if item.text()]

    assert labels() == ["Paste", "Open picture…"]
    found.resize(900, 600)
    qtbot.waitUntil(lambda: labels() == [], timeout=WAIT_MS)
    title = next(label for label in found.bar.findChildren(ElidedLabel) if label.isVisible())
    qtbot.waitUntil(lambda: title.text() == "Photos like beach-0.jpg", timeout=WAIT_MS)
    QTest.keyClick(found, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: title.text() == "", timeout=WAIT_MS)
    assert title.accessibleName() == title.toolTip() == "Photos like beach-0.jpg"
    QTest.keyClick(found, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    found.resize(1300, 800)
    qtbot.waitUntil(lambda: labels() == ["Paste", "Open picture…"], timeout=WAIT_MS)


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
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


def test_a_failed_search_is_not_in_the_history(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    drop_files(found, tmp_path / "gone.jpg")
    wait_for_message(qtbot, found, "does not exist")
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


@pytest.fixture
def halves(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> MainWindow:
    """The window with photos like a picture of a flower beside a city at night."""
    both = Image.new("RGB", (480, 160))
    both.paste(scene("flower", 1), (0, 0))
    both.paste(scene("night_city", 1), (240, 0))
    both.save(tmp_path / "both.png")
    window.resize(1300, 800)
    drop_files(window, tmp_path / "both.png")
    wait_for_chips(qtbot, window, "Like both.png")
    qtbot.waitUntil(lambda: len(names(window)) == 36, timeout=WAIT_MS)
    return window


def draw(window: MainWindow, left: float, right: float) -> None:
    """A region from top to bottom of the query's picture, with the mouse."""
    picture = window.panel.picture
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    start = QPoint(round(picture.width() * left) + 1, 1)
    end = QPoint(round(picture.width() * right) - 1, picture.height() - 1)
    QTest.mousePress(picture, button, none, start)
    QTest.mouseMove(picture, (start + end) / 2)
    QTest.mouseMove(picture, end)
    QTest.mouseRelease(picture, button, none, end)


def test_a_region_drawn_on_the_picture_is_the_query(qtbot: QtBot, halves: MainWindow) -> None:
    draw(halves, 0.5, 1)
    wait_for_results(qtbot, halves, "night_city-1.jpg")
    draw(halves, 0, 0.5)
    wait_for_results(qtbot, halves, "flower-1.jpg")
    assert "this part of the picture" in halves.bar.text
    halves.bar.back.click()
    wait_for_results(qtbot, halves, "night_city-1.jpg")


def test_escape_or_a_button_leads_back_to_the_whole_picture(
    qtbot: QtBot, halves: MainWindow
) -> None:
    whole = names(halves)
    assert not halves.panel.whole.isVisible()
    draw(halves, 0.5, 1)
    wait_for_results(qtbot, halves, "night_city-1.jpg")
    QTest.keyClick(halves, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(halves) == whole, timeout=WAIT_MS)
    draw(halves, 0.5, 1)
    wait_for_results(qtbot, halves, "night_city-1.jpg")
    assert halves.panel.whole.isVisible()
    halves.panel.whole.click()
    qtbot.waitUntil(lambda: names(halves) == whole, timeout=WAIT_MS)
    assert not halves.panel.whole.isVisible()
    QTest.keyClick(halves, Qt.Key.Key_Escape)
    assert halves.browse.isVisible()


def test_a_click_on_the_picture_draws_no_region(qtbot: QtBot, halves: MainWindow) -> None:
    place = QPoint(30, 30)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(halves.panel.picture, Qt.MouseButton.LeftButton, none, place)
    assert "Searching" not in halves.panel.sentence


def test_what_lies_outside_the_region_is_faint(qtbot: QtBot, halves: MainWindow) -> None:
    picture = halves.panel.picture
    before = picture.grab().toImage()
    draw(halves, 0.5, 1)
    wait_for_results(qtbot, halves, "night_city-1.jpg")
    after = picture.grab().toImage()
    y, left, right = before.height() // 2, before.width() // 4, before.width() * 3 // 4
    assert after.pixelColor(right, y) == before.pixelColor(right, y)
    flower = before.pixelColor(left, y)
    assert after.pixelColor(left, y).lightness() > flower.lightness() + 40


def test_the_part_of_a_photo_whose_folder_is_away_is_taken_from_its_thumbnail(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], own_library: IndexedLibrary
) -> None:
    window = open_window(own_library.library)
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 8, timeout=WAIT_MS)
    own_library.photos.rename(own_library.photos.with_name("away"))
    window.commands.search(PhotoSource(1))
    qtbot.waitUntil(lambda: len(names(window)) == 8, timeout=WAIT_MS)
    first = names(window)[0]
    draw(window, 0, 0.9)
    wait_for_results(qtbot, window, first)
    qtbot.waitUntil(lambda: "part of the picture" in window.bar.text, timeout=WAIT_MS)
    assert window.message.text == ""


def test_a_broken_picture_among_several_is_named_and_left_out(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    broken, empty = tmp_path / "broken.jpg", tmp_path / "empty.jpg"
    broken.write_bytes(b"\xff\xd8\xff no more")
    empty.touch()
    good = [shared_library.picture("beach", 0), shared_library.picture("flower", 1)]
    drop_files(window, broken, good[0], empty, good[1])
    wait_for_chips(qtbot, window, "Like beach-0.jpg", "Like flower-1.jpg")
    wait_for_message(qtbot, window, "broken.jpg is damaged")
    assert "empty.jpg is empty" in window.message.text
    assert "Searching for the other pictures." in window.message.text
    assert "Photos like these 2" in window.bar.text
    assert set(names(window)[:2]) == {"beach-0.jpg", "flower-1.jpg"}


def test_if_every_picture_is_broken_a_message_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "one.jpg").touch()
    (tmp_path / "two.jpg").touch()
    drop_files(window, tmp_path / "one.jpg", tmp_path / "two.jpg")
    wait_for_message(qtbot, window, "one.jpg is empty")
    assert not window.search_flow.has_query
