"""The code of a query: looked at, flipped, compared, and led to another photo's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.ui.inspector.bit_grid_drawing import bit_text
from desktop_app.ui.inspector.code_lens import CodeLens
from desktop_app.ui.previews.preview_view import PreviewView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, OpenModel
from tests.ui.drawing_model import with_generator, without_generator
from tests.ui.gestures import drop_files, names, takes_wheel, wait_for_results
from tests.ui.varied_library import VariedLibrary

BITS = 256


def unfold(qtbot: QtBot, window: MainWindow, picture: Path) -> CodeLens:
    """Search for a picture and look into its code."""
    drop_files(window, picture)
    wait_for_results(qtbot, window, picture.name)
    lens = window.panel.lens
    QTest.mouseClick(lens.heading, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == BITS, timeout=WAIT_MS)
    return lens


def previews(lens: CodeLens) -> list[PreviewView]:
    """Of the query, the photo, what they share, and the steps between."""
    drawings, changes = lens.drawings, lens.changes
    shown = (drawings.query, drawings.photo, changes.common, *changes.steps)
    return [preview.picture for preview in shown]


def choose(qtbot: QtBot, window: MainWindow, row: int) -> None:
    """Put a result beside the query."""
    name = names(window)[row]
    window.results.grid.setCurrentIndex(window.results.model.index(row, 0))
    qtbot.waitUntil(lambda: name in window.panel.lens.text, timeout=WAIT_MS)


def click_bit(lens: CodeLens, bit: int) -> None:
    place = lens.grid.grid_geometry.cell(bit).center()
    QTest.mouseClick(lens.grid, Qt.MouseButton.LeftButton, pos=place)


def distances(window: MainWindow) -> list[int]:
    model = window.results.model
    return [model.photo(row).found.match.distance for row in range(model.rowCount())]


@pytest.fixture
def window(open_model: OpenModel, tmp_path: Path, encoder: Encoder) -> MainWindow:
    """Its model cannot draw."""
    return open_model(without_generator(encoder.bundle, tmp_path / "model"))


@pytest.fixture
def lens(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> CodeLens:
    return unfold(qtbot, window, shared_library.picture("flower", 2))


@pytest.fixture
def drawing(
    qtbot: QtBot,
    open_model: OpenModel,
    shared_library: IndexedLibrary,
    tmp_path: Path,
    encoder: Encoder,
) -> tuple[MainWindow, CodeLens]:
    window = open_model(with_generator(encoder.bundle, tmp_path / "drawing"))
    return window, unfold(qtbot, window, shared_library.picture("flower", 2))


@pytest.mark.slow
def test_the_lens_is_folded_until_it_is_opened(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    assert not window.panel.lens.grid.isVisible()
    assert window.panel.lens.grid.code.bits == ()


@pytest.mark.slow
def test_a_model_that_cannot_draw_says_so_and_the_bits_are_there(lens: CodeLens) -> None:
    assert lens.grid.isVisible()
    assert not any(view.isVisible() for view in previews(lens))
    assert "has no previews" in lens.text


@pytest.mark.slow
def test_a_flipped_bit_changes_the_distances_at_once_and_reset_restores_them(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    before, bits = distances(window), lens.grid.code.bits
    assert before[0] == 0
    click_bit(lens, 37)
    qtbot.waitUntil(lambda: distances(window)[0] == 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: lens.grid.code.flips == {37}, timeout=WAIT_MS)
    assert lens.grid.code.bits[37] != bits[37]
    assert "1 bit flipped" in lens.text
    click_bit(lens, 200)
    qtbot.waitUntil(lambda: distances(window)[0] == 2, timeout=WAIT_MS)
    QTest.mouseClick(lens.reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: distances(window) == before, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: lens.grid.code.bits == bits, timeout=WAIT_MS)
    assert not lens.reset.isEnabled()


@pytest.mark.slow
def test_the_nearest_photos_come_in_sight_when_bits_are_flipped(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    bar = window.results.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    click_bit(lens, 37)
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_bit_clicked_twice_is_as_it_was(qtbot: QtBot, window: MainWindow, lens: CodeLens) -> None:
    click_bit(lens, 37)
    qtbot.waitUntil(lambda: distances(window)[0] == 1, timeout=WAIT_MS)
    click_bit(lens, 37)
    qtbot.waitUntil(lambda: distances(window)[0] == 0, timeout=WAIT_MS)


@pytest.mark.slow
def test_bits_are_flipped_by_keys_too(qtbot: QtBot, window: MainWindow, lens: CodeLens) -> None:
    lens.grid.setFocus()
    QTest.keyClick(lens.grid, Qt.Key.Key_Right)
    QTest.keyClick(lens.grid, Qt.Key.Key_Down)
    assert "Bit 18 is" in lens.grid.accessibleDescription()
    QTest.keyClick(lens.grid, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: lens.grid.code.flips == {17}, timeout=WAIT_MS)


@pytest.mark.slow
def test_the_bits_that_differ_from_the_chosen_photo_are_marked_by_what_they_cost(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    choose(qtbot, window, 9)
    code = lens.grid.code
    distance = distances(window)[9]
    assert sum(cost > 0 for cost in code.costs) == distance
    assert f"{distance} of {BITS} bits differ from {names(window)[9]}" in lens.text
    assert all(cost in (0, sure) for cost, sure in zip(code.costs, code.confidence, strict=True))
    dearest = max(range(BITS), key=lambda bit: code.costs[bit])
    assert "differs: lowers similarity by" in bit_text(lens.grid.code, dearest)
    image = lens.grid.grab().toImage()
    same = next(bit for bit in range(BITS) if code.costs[bit] == 0 and code.bits[bit])
    ratio = image.devicePixelRatio()

    def colour(bit: int) -> int:
        edge = lens.grid.grid_geometry.cell(bit).center() * ratio
        edge.setX(int(lens.grid.grid_geometry.cell(bit).left() * ratio) + 2)
        return image.pixelColor(edge).hsvSaturation()

    assert colour(dearest) > 100 > colour(same)


@pytest.mark.slow
def test_the_slider_leads_from_the_query_to_the_chosen_photo(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    choose(qtbot, window, 30)
    goal, distance = names(window)[30], distances(window)[30]
    assert lens.path.slider.maximum() == distance
    lens.path.slider.setValue(distance)
    qtbot.waitUntil(lambda: names(window)[0] == goal, timeout=WAIT_MS)
    assert distances(window)[0] == 0
    qtbot.waitUntil(lambda: f"{goal} has the same code" in lens.text, timeout=WAIT_MS)
    lens.path.slider.setValue(0)
    qtbot.waitUntil(lambda: names(window)[0] == "flower-2.jpg", timeout=WAIT_MS)


@pytest.mark.slow
def test_real_photos_stand_along_the_way_and_lead_there(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    choose(qtbot, window, 30)
    shown = [tile.accessibleName() for tile in lens.path.tiles if tile.isVisible()]
    assert len(set(shown)) == 4
    assert not {"flower-2.jpg", names(window)[30]} & set(shown)
    QTest.mouseClick(lens.path.tiles[1], Qt.MouseButton.LeftButton)
    steps = round(lens.path.slider.maximum() * 2 / 5)
    qtbot.waitUntil(lambda: lens.path.slider.value() == steps, timeout=WAIT_MS)
    assert len(lens.grid.code.flips) == steps


@pytest.mark.slow
def test_a_new_query_has_no_flipped_bits_and_no_photo_beside_it(
    qtbot: QtBot, window: MainWindow, lens: CodeLens, shared_library: IndexedLibrary
) -> None:
    choose(qtbot, window, 3)
    click_bit(lens, 0)
    qtbot.waitUntil(lambda: lens.grid.code.flips == {0}, timeout=WAIT_MS)
    drop_files(window, shared_library.picture("boat", 1))
    wait_for_results(qtbot, window, "boat-1.jpg")
    qtbot.waitUntil(lambda: "Select a photo" in lens.text, timeout=WAIT_MS)
    assert lens.grid.code.flips == frozenset()
    assert not lens.path.slider.isVisible()
    assert distances(window)[0] == 0


@pytest.mark.slow
def test_a_copied_code_is_text_and_the_lens_tells_what_it_reveals(lens: CodeLens) -> None:
    QTest.mouseClick(lens.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    ones = sum(byte.bit_count() for byte in bytes.fromhex(copied))
    assert len(copied) == BITS // 4
    assert ones == sum(lens.grid.code.bits)
    assert "A code partly reveals its picture" in lens.text


@pytest.mark.slow
def test_a_generator_draws_the_code_the_photos_code_and_what_they_share(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    window, lens = drawing
    assert [view.isVisible() for view in previews(lens)] == [True, False, False, False, False]
    choose(qtbot, window, 8)
    assert all(view.isVisible() for view in previews(lens))
    images = [view.whole for view in previews(lens)]
    assert len({bytes(image.constBits()) for image in images}) == 5
    assert "has no previews" not in lens.text


@pytest.mark.slow
def test_bits_are_taken_over_from_the_photo_those_that_matter_most_first(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    window, lens = drawing
    choose(qtbot, window, 8)
    distance = distances(window)[8]
    shown = [step.caption.text() for step in lens.changes.steps]
    assert shown == [f"{distance // 4} of {distance} bits", f"{distance // 2} of {distance} bits"]
    half = lens.changes.steps[1].picture.whole
    costs = lens.grid.code.costs
    dearest = sorted(range(BITS), key=lambda bit: (-costs[bit], bit))[: distance // 2]
    for bit in dearest:
        click_bit(lens, bit)
    qtbot.waitUntil(lambda: lens.grid.code.flips == set(dearest), timeout=WAIT_MS)
    assert lens.drawings.query.picture.whole == half


@pytest.mark.slow
def test_previews_have_the_proportions_of_the_part_that_is_searched(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    window, lens = drawing
    view = lens.drawings.query.picture
    assert view.whole.size() == QSize(512, 341)
    window.query_editor.set_region(Region(0, 0, 0.25, 1))
    qtbot.waitUntil(lambda: view.whole.size() == QSize(192, 512), timeout=WAIT_MS)


@pytest.mark.slow
def test_the_drawing_of_the_code_follows_the_bits(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    _, lens = drawing
    before = lens.drawings.query.picture.whole
    click_bit(lens, 5)
    qtbot.waitUntil(lambda: lens.drawings.query.picture.whole != before, timeout=WAIT_MS)
    QTest.mouseClick(lens.reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lens.drawings.query.picture.whole == before, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_generator_that_cannot_be_run_is_named_in_the_lens_and_the_rest_works(
    qtbot: QtBot,
    open_model: OpenModel,
    shared_library: IndexedLibrary,
    tmp_path: Path,
    encoder: Encoder,
) -> None:
    window = open_model(with_generator(encoder.bundle, tmp_path / "broken", b"not a network"))
    lens = unfold(qtbot, window, shared_library.picture("flower", 2))
    assert "cannot be run" in lens.text
    click_bit(lens, 5)
    qtbot.waitUntil(lambda: distances(window)[0] == 1, timeout=WAIT_MS)


@pytest.mark.slow
def test_without_a_code_there_is_nothing_to_copy_or_to_reset(lens: CodeLens) -> None:
    click_bit(lens, 3)
    assert lens.copy.isEnabled()
    lens.clear()
    assert not lens.copy.isEnabled()
    assert not lens.reset.isEnabled()
    assert "flipped" not in lens.text


@pytest.mark.slow
def test_the_drawings_stay_in_sight_while_the_bits_are_scrolled(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    window, lens = drawing
    window.resize(1300, 520)
    bar = scroll_area(lens).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100, timeout=WAIT_MS)
    view = lens.drawings.query.picture
    for value in (0, bar.maximum()):
        bar.setValue(value)
        assert view.visibleRegion().boundingRect() == view.rect()
    QTest.mouseClick(lens.heading, Qt.MouseButton.LeftButton)
    assert not view.isVisible()
    QTest.mouseClick(lens.heading, Qt.MouseButton.LeftButton)
    assert view.isVisible()


@pytest.mark.slow
def test_a_sentence_says_what_one_sees(drawing: tuple[MainWindow, CodeLens]) -> None:
    assert "compared by 256 yes-or-no marks" in drawing[1].text
    assert "drawn from these marks alone" in drawing[1].text


@pytest.mark.slow
def test_the_wheel_over_the_path_is_left_to_the_panel_and_flips_no_bit(
    qtbot: QtBot, window: MainWindow, lens: CodeLens
) -> None:
    choose(qtbot, window, 2)
    qtbot.waitUntil(lens.path.slider.isVisible, timeout=WAIT_MS)
    assert not takes_wheel(lens.path.slider)
    assert lens.path.slider.value() == 0


def scroll_area(lens: CodeLens) -> QScrollArea:
    parent = lens.parentWidget()
    while not isinstance(parent, QScrollArea):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


@pytest.mark.slow
def test_escape_hides_a_large_preview_and_the_search_goes_on(
    qtbot: QtBot, drawing: tuple[MainWindow, CodeLens]
) -> None:
    window, lens = drawing
    view = lens.drawings.query.picture
    window.activateWindow()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.large is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.large is None
    assert window.search_flow.has_query
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not window.search_flow.has_query


@pytest.mark.slow
def test_previews_of_the_photo_have_its_proportions_and_the_others_those_of_the_query(
    qtbot: QtBot, open_model: OpenModel, tmp_path: Path, encoder: Encoder, varied: VariedLibrary
) -> None:
    window = open_model(with_generator(encoder.bundle, tmp_path / "drawing"), varied.library)
    lens = unfold(qtbot, window, varied.photos / "beach.jpg")
    choose(qtbot, window, names(window).index("beach 3.jpg"))
    query, photo, *others = [view.whole.size() for view in previews(lens)]
    assert photo == QSize(341, 512)
    assert {(size.width(), size.height()) for size in (query, *others)} == {(512, 341)}
