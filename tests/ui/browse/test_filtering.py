"""Filters: chosen in the panel, shown as chips, and combined with every search."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.languages import LANGUAGES
from desktop_app.core.catalogue.facets import Facet, Facets, FolderFacet
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.ui.browse.all_photos import AllPhotos
from desktop_app.ui.browse.filter_panel import FilterPanel
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.kit.filter_labels import conditions
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.browse.test_browsing import shown_names, wait_for_names
from tests.ui.conftest import WAIT_MS
from tests.ui.cut_texts import cut_texts
from tests.ui.gestures import names, wait_for_message, wait_for_results
from tests.ui.varied_library import VariedLibrary

_LEFT = Qt.MouseButton.LeftButton


def wait_for(qtbot: QtBot, window: MainWindow, *expected: str) -> None:
    qtbot.waitUntil(lambda: shown_names(window) == list(expected), timeout=WAIT_MS)


def chips(window: MainWindow) -> list[str]:
    return [chip.text().strip() for chip in window.filters.chips.chips]


def check(panel: FilterPanel, value: str) -> None:
    for values in panel.lists.values():
        for row in range(values.count()):
            if values.item(row).text().startswith(value):
                values.item(row).setCheckState(Qt.CheckState.Checked)


def choose(panel: FilterPanel, text: str) -> None:
    buttons = [item for toggles in panel.toggles.values() for item in toggles.buttons]
    QTest.mouseClick(next(item for item in buttons if item.text() == text), _LEFT)


def test_no_more_photos_are_shown_than_the_library_is_said_to_have(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.browse.count is not None, timeout=WAIT_MS)
    count = window.browse.count or 0
    view = AllPhotos(window.browse, lambda: PhotoFilter(undated=True), lambda: count - 1)
    assert view.heading.count == f"{count} of {count} photos"


@pytest.mark.slow
def test_every_button_of_the_panel_shows_its_whole_text(panel: FilterPanel) -> None:
    buttons = [button for toggles in panel.toggles.values() for button in toggles.buttons]
    assert len(buttons) == 7
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []


@pytest.mark.slow
def test_no_text_is_cut_beside_lists_of_any_length(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = FilterPanel(look, window)
    values = {name: [Facet("Sample", 208)] for name in panel.lists}
    choices = {name: [0] * len(each.buttons) for name, each in panel.toggles.items()}
    root = Path("/photos")
    folders = [FolderFacet(root, 208)]
    window.show()
    panel.open_below(window)
    panel.show_facets(Facets(values, choices, [Facet("2019-03", 208)], 0, folders, [root]))
    found = cut_texts(panel)
    first = panel.folders.topLevelItem(0)
    room = panel.folders.visualItemRect(first).width()  # type: ignore[arg-type]
    assert panel.folders.fontMetrics().horizontalAdvance(first.text(0)) < room  # type: ignore[union-attr]
    panel.hide()
    assert found == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_with_large_texts_the_panel_is_as_wide_as_a_small_screen_at_most(
    qtbot: QtBot, large_texts: Theme, language: Language, name: str
) -> None:
    language.choose(name)
    window = QWidget()
    qtbot.addWidget(window)
    panel = FilterPanel(large_texts, window)
    window.show()
    panel.open_below(window)
    buttons = [button for toggles in panel.toggles.values() for button in toggles.buttons]
    cut = [each.text() for each in buttons if each.width() < each.sizeHint().width()]
    shown = (panel.minimumSizeHint().width() <= 1280, panel.width() <= 1280, cut)
    panel.hide()
    assert shown == (True, True, [])


@pytest.mark.slow
def test_the_panel_leaves_out_what_no_photo_states(panel: FilterPanel) -> None:
    values: dict[str, list[Facet]] = {name: [] for name in panel.lists}
    values["cameras"] = [Facet("Pixel 8", 3)]
    choices = {name: [0] * len(each.buttons) for name, each in panel.toggles.items()}
    panel.show_facets(Facets(values, choices, [], 0, [], []))
    assert [name for name, each in panel.lists.items() if each.isVisible()] == ["cameras"]
    headings = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    assert "Camera" in headings
    assert "Lens" not in headings


@pytest.mark.slow
def test_the_panel_offers_what_the_library_has_with_counts(
    panel: FilterPanel, varied: VariedLibrary
) -> None:
    cameras = [panel.lists["cameras"].item(row).text() for row in range(2)]
    assert cameras == ["Pixel 8  (3)", "Canon EOS 7D  (2)"]
    formats = [panel.lists["formats"].item(row).text() for row in range(2)]
    assert formats == ["JPEG  (5)", "PNG  (1)"]
    located = panel.toggles["located"].buttons
    assert [made.toolTip() for made in located] == ["0 photos", "6 photos"]
    tree = panel.folders
    tops = [tree.topLevelItem(row) for row in range(3)]
    assert [item.text(0) for item in tops if item] == ["All folders", "disk", "photos"]
    photos = tops[2]
    assert photos is not None
    assert photos.text(1) == "5"
    photos.setExpanded(True)
    trip = photos.child(0)
    assert trip is not None
    assert (trip.text(0), trip.text(1)) == ("trip", "3")


@pytest.mark.slow
def test_escape_closes_the_panel_and_leaves_the_search(
    qtbot: QtBot, window: MainWindow, varied: VariedLibrary
) -> None:
    window.commands.search(FileSource(varied.photos / "beach.jpg"))
    wait_for_results(qtbot, window, "beach.jpg")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = window.filters.panel
    assert panel.isVisible()
    QTest.keyClick(panel.folders, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.results.isVisible()


@pytest.mark.slow
def test_filters_add_up_and_each_is_a_chip_that_takes_it_away(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel
) -> None:
    check(panel, "Pixel 8")
    wait_for(qtbot, window, "car.jpg", "beach 3.jpg", "beach.jpg")
    choose(panel, "Landscape")
    wait_for(qtbot, window, "car.jpg", "beach.jpg")
    assert chips(window) == ["Pixel 8", "Landscape"]
    qtbot.waitUntil(lambda: window.bar.text.startswith("2 of 6 photos"), timeout=WAIT_MS)
    panel.hide()
    QTest.mouseClick(window.filters.chips.chips[0], _LEFT)
    wait_for(qtbot, window, "car.jpg", "flower.jpg", "beach 2.jpg", "beach.jpg")
    assert chips(window) == ["Landscape"]
    assert panel.lists["cameras"].checked() == frozenset()
    QTest.mouseClick(window.filters.chips._clear, _LEFT)
    wait_for_names(qtbot, window, 6)
    assert chips(window) == []


@pytest.mark.slow
def test_a_folder_holds_those_inside_it(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel, varied: VariedLibrary
) -> None:
    photos = panel.folders.topLevelItem(2)
    assert photos is not None
    panel.folders.setCurrentItem(photos)
    qtbot.waitUntil(lambda: "car.jpg" not in shown_names(window), timeout=WAIT_MS)
    wait_for_names(qtbot, window, 5)
    photos.setExpanded(True)
    panel.folders.setCurrentItem(photos.child(0))  # type: ignore[arg-type]
    wait_for(qtbot, window, "flower.jpg", "beach 3.jpg", "boat.png")
    assert chips(window) == ["trip"]
    panel.folders.setCurrentItem(panel.folders.topLevelItem(0))  # type: ignore[arg-type]
    wait_for_names(qtbot, window, 6)


@pytest.mark.slow
def test_formats_shapes_and_sizes_filter_too(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel
) -> None:
    check(panel, "PNG")
    wait_for(qtbot, window, "boat.png")
    window.browse_flow.filter(PhotoFilter())
    choose(panel, "Portrait")
    wait_for(qtbot, window, "beach 3.jpg")
    choose(panel, "Portrait")  # again: off
    wait_for_names(qtbot, window, 6)
    panel.sizes.last.setCurrentIndex(1)
    panel.sizes.last.activated.emit(1)
    assert chips(window) == ["Up to 100 kB"]


@pytest.mark.slow
def test_offline_photos_can_be_left_out(
    qtbot: QtBot, window: MainWindow, panel: FilterPanel, varied: VariedLibrary, tmp_path: Path
) -> None:
    varied.disk.rename(tmp_path / "unplugged")
    window.commands.rescan()
    wait_for_message(qtbot, window, "offline")
    choose(panel, "Connected")
    qtbot.waitUntil(lambda: "car.jpg" not in shown_names(window), timeout=WAIT_MS)
    choose(panel, "Disconnected")
    wait_for(qtbot, window, "car.jpg")


@pytest.mark.slow
def test_a_search_finds_only_what_passes_and_follows_the_filter(
    qtbot: QtBot, window: MainWindow, varied: VariedLibrary
) -> None:
    window.browse_flow.filter(PhotoFilter(cameras=frozenset({"Pixel 8"})))
    window.commands.search(FileSource(varied.photos / "beach 2.jpg"))
    qtbot.waitUntil(lambda: len(names(window)) == 3, timeout=WAIT_MS)
    assert set(names(window)) == {"beach.jpg", "beach 3.jpg", "car.jpg"}
    qtbot.waitUntil(
        lambda: "3 photos that match the filters" in window.panel.sentence, timeout=WAIT_MS
    )
    assert window.filters.chips.isVisible()
    QTest.mouseClick(window.filters.chips.chips[0], _LEFT)
    wait_for_results(qtbot, window, "beach 2.jpg")
    assert len(names(window)) == 6


@pytest.mark.slow
def test_a_search_where_nothing_passes_says_so_and_offers_to_clear_the_filters(
    qtbot: QtBot, window: MainWindow, varied: VariedLibrary
) -> None:
    window.commands.search(FileSource(varied.photos / "beach 2.jpg"))
    wait_for_results(qtbot, window, "beach 2.jpg")
    window.browse_flow.filter(PhotoFilter(least_bytes=10**9))
    qtbot.waitUntil(lambda: names(window) == [], timeout=WAIT_MS)
    assert "No photos match the filters" in window.panel.sentence
    assert window.results.nothing_passes.isVisible()
    QTest.mouseClick(window.results.nothing_passes.buttons[0], _LEFT)
    wait_for_results(qtbot, window, "beach 2.jpg")


@pytest.mark.slow
def test_filters_that_leave_nothing_offer_to_be_cleared(qtbot: QtBot, window: MainWindow) -> None:
    window.browse_flow.filter(PhotoFilter(least_bytes=10**9))
    nothing = window.browse.nothing_passes
    qtbot.waitUntil(nothing.isVisible, timeout=WAIT_MS)
    QTest.mouseClick(nothing.buttons[0], _LEFT)
    wait_for_names(qtbot, window, 6)
    assert chips(window) == []


@pytest.mark.slow
def test_chips_that_do_not_fit_are_counted(window: MainWindow, varied: VariedLibrary) -> None:
    window.resize(720, 600)
    photo_filter = PhotoFilter(
        folder=varied.photos / "trip",
        cameras=frozenset({"Canon EOS 7D"}),
        formats=frozenset({"JPEG"}),
        least_bytes=1_000_000,
        most_bytes=5_000_000,
        orientation=Orientation.LANDSCAPE,
        offline=False,
    )
    window.browse_flow.filter(photo_filter)
    row = window.filters.chips
    hidden = [chip for chip in row.chips if not chip.isVisible()]
    assert hidden
    assert row._more.isVisible()
    assert row._more.text() == f"+{len(hidden)}"
    window.resize(1600, 600)
    assert all(chip.isVisible() for chip in row.chips)
    assert not row._more.isVisible()


def test_every_condition_has_words_and_can_be_left_out_alone() -> None:
    photo_filter = PhotoFilter(
        folder=Path("/photos/trip"),
        undated=True,
        cameras=frozenset({"a", "b"}),
        lenses=frozenset({"c", "d", "e"}),
        focal_lengths=frozenset({"35–60 mm"}),
        apertures=frozenset({"≤ f/1.4", "> f/16"}),
        isos=frozenset({"ISO 1600–3200", "ISO 200–400"}),
        formats=frozenset({"PNG", "JPEG"}),
        pixels=frozenset({"2–5 MP"}),
        least_bytes=1_000_000,
        most_bytes=5_000_000,
        orientation=Orientation.SQUARE,
        offline=True,
        located=True,
    )
    texts = [condition.text for condition in conditions(photo_filter)]
    assert texts == [
        *("trip", "No date", "2 cameras", "3 lenses", "35–60 mm", "≤ f/1.4, > f/16"),
        *("ISO 200–400, ISO 1600–3200", "JPEG, PNG", "2–5 MP", "1.0 MB to 5.0 MB"),
        *("Square", "Disconnected", "With GPS"),
    ]
    for condition in conditions(photo_filter):
        left = [other.text for other in conditions(condition.without)]
        assert left == [text for text in texts if text != condition.text]
