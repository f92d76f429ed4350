"""Which results are shown: by their distance, without the query's folder, and one of each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_results

_TEXTS = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The window with photos like a flower, and with how far all are."""
    window.resize(1300, 900)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    qtbot.waitUntil(lambda: window.panel.distances.histogram.counts.farthest > 0, timeout=WAIT_MS)
    return window


@pytest.fixture
def with_copies(
    qtbot: QtBot,
    tmp_path: Path,
    open_window: Callable[[Path], MainWindow],
    shared_library: IndexedLibrary,
    encoder: Encoder,
) -> MainWindow:
    """A folder with a flower and a boat, and one inside it with the same again and a car."""
    photos = tmp_path / "photos"
    (photos / "trip").mkdir(parents=True)
    for kind in ("flower", "boat"):
        shutil.copy2(shared_library.picture(kind, 1), photos)
        smaller = Image.open(shared_library.picture(kind, 1)).resize((200, 133))
        smaller.save(photos / "trip" / f"{kind}-small.jpg", quality=92)
    shutil.copy2(shared_library.picture("car", 1), photos / "trip")
    for _ in index(LibraryFiles(tmp_path / "library"), encoder, [photos]):
        pass
    window = open_window(tmp_path / "library")
    window.resize(1300, 900)
    drop_files(window, photos / "flower-1.jpg")
    wait_for_results(qtbot, window, "flower-1.jpg")
    qtbot.waitUntil(lambda: len(names(window)) == 5, timeout=WAIT_MS)
    return window


def distances(window: MainWindow) -> list[int]:
    model = window.results.model
    return [model.photo(row).found.match.distance for row in range(model.rowCount())]


def place_of(window: MainWindow, distance: int) -> QPoint:
    """The middle of a distance's column."""
    histogram = window.panel.distances.histogram
    geometry = histogram.histogram_geometry
    middle = (geometry.left(distance) + geometry.right(distance)) / 2
    return QPoint(round(middle), histogram.height() // 2)


def shown_range(window: MainWindow) -> tuple[int, int]:
    counts = window.panel.distances.histogram.counts
    return counts.min_distance, counts.max_distance


def drag(window: MainWindow, start: int, end: int) -> None:
    histogram = window.panel.distances.histogram
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(histogram, button, none, place_of(window, start))
    QTest.mouseMove(histogram, place_of(window, (start + end) // 2))
    QTest.mouseMove(histogram, place_of(window, end))
    QTest.mouseRelease(histogram, button, none, place_of(window, end))


@pytest.mark.slow
def test_the_histogram_counts_every_photo(found: MainWindow) -> None:
    histogram = found.panel.distances.histogram
    assert sum(histogram.counts.counts) == 36
    assert histogram.counts.farthest == max(distances(found))
    assert shown_range(found) == (0, histogram.counts.farthest)


@pytest.mark.slow
def test_the_cut_off_is_marked_where_related_photos_end(found: MainWindow) -> None:
    model = found.results.model
    related = [distance for row, distance in enumerate(distances(found)) if row < model.related]
    assert found.panel.distances.histogram.counts.related_distance == max(related)
    percent = round(100 * max(related) / 256)
    text = f"Similar: up to {percent} % different"
    assert found.panel.distances.range_label.text() == text


@pytest.mark.slow
def test_dragging_the_right_handle_hides_what_is_farther(qtbot: QtBot, found: MainWindow) -> None:
    histogram = found.panel.distances.histogram
    limit = sorted(distances(found))[10]
    expected = sorted(distance for distance in distances(found) if distance <= limit)
    drag(found, histogram.counts.farthest, limit)
    qtbot.waitUntil(lambda: sorted(distances(found)) == expected, timeout=WAIT_MS)
    percent = round(100 * limit / 256)
    assert found.panel.distances.range_label.text() == f"0 to {percent} % different"
    assert "distance range" in found.panel.sentence


@pytest.mark.slow
def test_dragging_the_left_handle_hides_what_is_nearer(qtbot: QtBot, found: MainWindow) -> None:
    limit = sorted(distances(found))[10]
    expected = sorted(distance for distance in distances(found) if distance >= limit)
    drag(found, 0, limit)
    qtbot.waitUntil(lambda: sorted(distances(found)) == expected, timeout=WAIT_MS)
    found.panel.distances.all.click()
    qtbot.waitUntil(lambda: len(names(found)) == 36, timeout=WAIT_MS)
    assert not found.panel.distances.all.isVisible()


def test_the_arrow_keys_move_the_handles(qtbot: QtBot, found: MainWindow) -> None:
    histogram = found.panel.distances.histogram
    histogram.setFocus()
    far = histogram.counts.farthest
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    QTest.keyClick(histogram, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert shown_range(found) == (1, far - 1)
    qtbot.waitUntil(
        lambda: all(1 <= distance < far for distance in distances(found)), timeout=WAIT_MS
    )
    QTest.keyClick(histogram, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(names(found)) == 36, timeout=WAIT_MS)


@pytest.mark.slow
def test_another_query_has_all_distances_again(
    qtbot: QtBot, found: MainWindow, shared_library: IndexedLibrary
) -> None:
    drag(found, found.panel.distances.histogram.counts.farthest, 20)
    qtbot.waitUntil(lambda: len(names(found)) < 36, timeout=WAIT_MS)
    drop_files(found, shared_library.picture("car", 2))
    wait_for_results(qtbot, found, "car-2.jpg")
    qtbot.waitUntil(lambda: len(names(found)) == 36, timeout=WAIT_MS)
    assert not found.panel.distances.all.isVisible()


@pytest.mark.slow
def test_a_range_without_photos_shows_a_message(qtbot: QtBot, found: MainWindow) -> None:
    nearest = sorted(set(distances(found)))
    gap = next(near for near, far in pairwise(nearest) if far > near + 3)
    drag(found, found.panel.distances.histogram.counts.farthest, gap + 2)
    drag(found, 0, gap + 1)
    qtbot.waitUntil(lambda: names(found) == [], timeout=WAIT_MS)
    assert "No photos within" in found.panel.sentence
    assert not found.results.grid.isVisible()
    found.results.nothing_left.buttons[0].click()
    qtbot.waitUntil(lambda: len(names(found)) == 36, timeout=WAIT_MS)
    assert found.results.grid.isVisible()
    assert not found.panel.distances.all.isVisible()


@pytest.mark.slow
def test_photos_of_the_querys_own_folder_can_be_hidden(
    qtbot: QtBot, with_copies: MainWindow
) -> None:
    toggle = with_copies.panel.distances.own_folder
    toggle.click()
    qtbot.waitUntil(
        lambda: (
            names(with_copies) == ["flower-small.jpg", *names(with_copies)[1:]]
            and set(names(with_copies)) == {"flower-small.jpg", "boat-small.jpg", "car-1.jpg"}
        ),
        timeout=WAIT_MS,
    )
    toggle.click()
    qtbot.waitUntil(lambda: len(names(with_copies)) == 5, timeout=WAIT_MS)


@pytest.mark.slow
def test_the_folders_of_counter_examples_are_not_hidden(
    qtbot: QtBot, with_copies: MainWindow
) -> None:
    """The car is in the folder inside."""
    with_copies.panel.distances.own_folder.click()
    qtbot.waitUntil(lambda: len(names(with_copies)) == 3, timeout=WAIT_MS)
    car = with_copies.results.model.photo(names(with_copies).index("car-1.jpg"))
    with_copies.results.examples_chosen.emit([car.photo.id], False)
    qtbot.waitUntil(lambda: len(with_copies.bar.chips.chips) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Searching" not in with_copies.panel.sentence, timeout=WAIT_MS)
    assert sorted(names(with_copies)) == ["boat-small.jpg", "car-1.jpg", "flower-small.jpg"]


@pytest.mark.slow
def test_near_duplicates_can_be_hidden_and_are_counted(
    qtbot: QtBot, with_copies: MainWindow
) -> None:
    copies = with_copies.panel.distances.duplicates
    assert copies.text() == "Hide near-duplicates"
    copies.click()
    qtbot.waitUntil(lambda: len(names(with_copies)) == 3, timeout=WAIT_MS)
    assert names(with_copies)[0] == "flower-1.jpg"
    assert with_copies.results.model.photo(0).badge == "This photo · +1"
    assert copies.text() == "Near-duplicates hidden: 2"


@pytest.mark.slow
def test_what_is_hidden_stays_hidden_in_the_next_search(
    qtbot: QtBot, with_copies: MainWindow
) -> None:
    with_copies.panel.distances.duplicates.click()
    qtbot.waitUntil(lambda: len(names(with_copies)) == 3, timeout=WAIT_MS)
    car = next(
        shown
        for row in range(3)
        if (shown := with_copies.results.model.photo(row)).path.name == "car-1.jpg"
    )
    with_copies.results.find_similar_requested.emit([car.photo.id])
    wait_for_results(qtbot, with_copies, "car-1.jpg")
    assert len(names(with_copies)) == 3
    assert with_copies.panel.distances.duplicates.isChecked()


@pytest.mark.slow
def test_each_result_shows_its_likeness_as_a_word_and_nowhere_in_bits(
    found: MainWindow,
) -> None:
    model = found.results.model
    bits = found.panel.distances.histogram
    for row in range(model.rowCount()):
        shown = model.photo(row)
        assert shown.badge
        index = model.index(row, 0)
        texts = (index.data(role) for role in _TEXTS)
        assert not any("bit" in text for text in texts)
    assert bits.accessibleDescription()
