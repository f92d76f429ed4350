"""Some photos of a group are compared, and lie over each other however they were edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.duplicate_groups.compared_canvases import GroupMode
from desktop_app.ui.duplicate_groups.group_comparison import GroupComparison
from desktop_app.ui.duplicate_groups.marks import Mark
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.duplicates.conftest import open_duplicates
from tests.ui.duplicates.test_comparing import captions, wait_for_pictures

COPIES = 8


@pytest.fixture(scope="session")
def edited(
    tmp_path_factory: pytest.TempPathFactory,
    encoder: Encoder,
    scene: Callable[[str, int], Image.Image],
) -> Path:
    """A library of a car, and of a cropped, a mirrored, a turned and four smaller copies of it."""
    base = tmp_path_factory.mktemp("edited")
    (base / "photos").mkdir()
    car = scene("car", 0)
    width, height = car.size
    made = {
        "car": car,
        "cropped": car.crop((width // 5, height // 10, width, height * 9 // 10)),
        "mirrored": ImageOps.mirror(car),
        "turned": car.transpose(Image.Transpose.ROTATE_90),
        **{f"small-{n}": car.resize((width - 20 * n, height - 15 * n)) for n in (1, 2, 3, 4)},
    }
    for name, image in made.items():
        image.save(base / "photos" / f"{name}.jpg", quality=95 if name == "car" else 85)
    files = LibraryFiles(base / "library")
    for _ in index(files, encoder, [base / "photos"]):
        pass
    for _ in find_duplicates(files, similar_distance=0):
        pass
    return files.folder


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], edited: Path, trash: Path) -> MainWindow:
    return open_window(edited)


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> DuplicatesView:
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    view.tabs.choose(Level.SAME_PHOTO)
    assert view.model.rowCount() == COPIES
    return view


def select(view: DuplicatesView, *names: str) -> None:
    """Select photos; the first one gets the cursor."""
    rows = {view.model.photo(row).path.stem: row for row in range(COPIES)}
    view.desk.cursor.select([rows[name] for name in names], rows[names[0]])


def compare(qtbot: QtBot, window: MainWindow, view: DuplicatesView) -> GroupComparison:
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    wait_for_pictures(qtbot, flow.comparison)
    return flow.comparison


def names(comparison: GroupComparison) -> list[str]:
    """The names of the photos that are compared, in their order."""
    cells = [caption.split(" · ") for caption in captions(comparison)]
    return [next(cell for cell in cells if cell.endswith(".jpg"))[:-4] for cells in cells]


def is_current(comparison: GroupComparison, name: str) -> bool:
    return names(comparison)[comparison.canvases.current] == name


def shade(comparison: GroupComparison, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a point of the photo that is shown whole, from 0 to 1 across and down."""
    canvases = comparison.canvases
    picture = canvases.canvases[canvases.current].zoom.picture_rect
    place = QPoint(round(picture.left() + x * picture.width()),
                   round(picture.top() + y * picture.height()))  # fmt: skip
    grabbed = canvases.grab().toImage()
    ratio = grabbed.width() / canvases.width()
    colour = grabbed.pixelColor(round(place.x() * ratio), round(place.y() * ratio))
    return colour.red(), colour.green(), colour.blue()


def shades(comparison: GroupComparison) -> list[tuple[int, int, int]]:
    """Colours inside the part that the cropped photo shows, too."""
    points = [(x, y) for x in (0.3, 0.45, 0.6, 0.75, 0.9) for y in (0.2, 0.4, 0.6, 0.8)]
    return [shade(comparison, x, y) for x, y in points]


def apart(one: list[tuple[int, int, int]], other: list[tuple[int, int, int]]) -> int:
    """The median of the largest differences of a channel."""
    differences = np.abs(np.array(one) - np.array(other)).max(axis=1)
    return int(np.median(differences))


def test_several_selected_photos_are_compared_alone(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "cropped", "mirrored")
    comparison = compare(qtbot, window, view)
    assert sorted(names(comparison)) == ["cropped", "mirrored"]
    assert comparison.title == "Group 1 of 1 · 2 of 8 photos"
    for seen in ("mirrored", "cropped"):
        QTest.keyClick(comparison, Qt.Key.Key_Right)
        qtbot.waitUntil(
            partial(is_current, comparison, seen),
            timeout=WAIT_MS,
        )


def test_decisions_concern_only_the_photo_that_is_looked_at(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "cropped", "mirrored", "turned")
    comparison = compare(qtbot, window, view)
    QTest.keyClick(comparison, Qt.Key.Key_D)
    marks = {view.model.photo(row).path.stem: view.model.photo(row).mark for row in range(COPIES)}
    assert [name for name, mark in marks.items() if mark is Mark.DISCARD] == ["cropped"]


def test_what_was_selected_is_selected_again_after_the_comparison(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "cropped", "mirrored", "turned")
    chosen = view.desk.cursor.selected_rows()
    comparison = compare(qtbot, window, view)
    assert len(view.desk.cursor.selected_rows()) == 1
    QTest.keyClick(comparison, Qt.Key.Key_Escape)
    assert view.desk.cursor.selected_rows() == chosen


def test_one_selected_photo_is_compared_with_its_whole_group_six_at_a_time(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    view.desk.cursor.select([0], 0)
    comparison = compare(qtbot, window, view)
    assert comparison.title == "Group 1 of 1 · 6 of 8 photos"
    for _ in range(6):
        QTest.keyClick(comparison, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(names(comparison)) == 2, timeout=WAIT_MS)
    assert comparison.title == "Group 1 of 1 · 2 of 8 photos"


def test_the_menu_says_how_many_photos_are_compared(view: DuplicatesView) -> None:
    select(view, "cropped", "mirrored", "turned")
    row = view.desk.cursor.row
    assert row is not None
    assert view.menu(view.model.photo(row)).actions()[0].text() == "Compare 3 photos"


@pytest.mark.parametrize("name", ["cropped", "mirrored", "turned", "small-4"])
def test_flickering_photos_lie_on_each_other(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView, name: str
) -> None:
    select(view, "car", name)
    comparison = compare(qtbot, window, view)
    QTest.keyClick(comparison, Qt.Key.Key_F)
    comparison.canvases._timer.stop()
    assert names(comparison)[comparison.canvases.current] == "car"
    original = shades(comparison)
    QTest.keyClick(comparison, Qt.Key.Key_X)
    assert names(comparison)[comparison.canvases.current] == name
    assert apart(original, shades(comparison)) < 12
    QTest.keyClick(comparison, Qt.Key.Key_C)
    first, second = comparison.canvases.canvases
    is_turned = name == "turned"
    shapes = [each.zoom.picture_rect.width() > each.zoom.picture_rect.height() for each in
              (first, second)]  # fmt: skip
    assert (shapes[0] is not shapes[1]) is is_turned


def test_a_divider_is_dragged_over_two_photos(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "cropped", "car")
    comparison = compare(qtbot, window, view)
    QTest.keyClick(comparison, Qt.Key.Key_S)
    canvases, divider = comparison.canvases, comparison.canvases.divider
    assert divider.isVisible()
    whole = canvases.width()
    middle = QPoint(divider.width() // 2, divider.height() // 2)
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(divider, middle - QPoint(whole // 4, 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=middle)
    assert divider.share == pytest.approx(0.25, abs=0.02)
    right = canvases.canvases[canvases.current].mask().boundingRect()
    left = canvases.canvases[canvases.other].mask().boundingRect()
    assert left.right() + 1 == right.left() == pytest.approx(whole / 4, abs=0.02 * whole)
    assert right.right() + 1 == whole


def test_both_sides_of_the_divider_show_the_same_place(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "mirrored", "car")
    comparison = compare(qtbot, window, view)
    QTest.keyClick(comparison, Qt.Key.Key_S)
    comparison.canvases.divider.move_by(-1)
    mirrored = shades(comparison)
    comparison.canvases.divider.move_by(1)
    assert comparison.canvases.divider.share == 1
    assert apart(mirrored, shades(comparison)) < 12


def test_keys_move_the_divider_and_swap_its_sides(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "cropped", "car")
    comparison = compare(qtbot, window, view)
    QTest.keyClick(comparison, Qt.Key.Key_S)
    canvases = comparison.canvases
    QTest.keyClick(comparison, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvases.divider.share == pytest.approx(0.55)
    QTest.keyClick(comparison, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert canvases.divider.share == pytest.approx(0.5)
    assert canvases.is_right(canvases.current)
    QTest.keyClick(comparison, Qt.Key.Key_X)
    assert canvases.is_right(canvases.other)
    assert canvases.canvases[canvases.other].mask().boundingRect().left() > 0
    QTest.keyClick(comparison, Qt.Key.Key_S)
    assert canvases.mode is GroupMode.SIDE_BY_SIDE
    assert not canvases.divider.isVisible()
    assert all(each.mask().isEmpty() for each in canvases.canvases)


def test_the_button_on_a_photo_compares_its_group(
    qtbot: QtBot, window: MainWindow, view: DuplicatesView
) -> None:
    select(view, "car", "turned")
    row = view.desk.cursor.row
    assert row is not None
    view.hover.shown = view.model.photo(row)
    view.hover.buttons["compare_group"].click()
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    assert flow.comparison.isVisible()
    assert sorted(names(flow.comparison)) == ["car", "turned"]
    QTest.keyClick(flow.comparison, Qt.Key.Key_Escape)
    row = next(row for row in range(COPIES) if view.model.photo(row).path.stem == "small-1")
    view.hover.shown = view.model.photo(row)
    view.hover.buttons["compare_group"].click()
    assert len(names(flow.comparison)) in (2, 6)
    assert "small-1" in names(flow.comparison)
