"""Unusual photos, as a view of the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, outliers_of
from tests.ui.gestures import drop_files, wait_for_results

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def odd(
    tmp_path: Path, shared_library: IndexedLibrary, encoder: Encoder
) -> tuple[LibraryFiles, Path]:
    """Twelve beaches and boats, and one picture of noise."""
    photos = tmp_path / "photos"
    photos.mkdir()
    for kind in ("beach", "boat"):
        for variation in range(6):
            source = shared_library.picture(kind, variation)
            (photos / source.name).write_bytes(source.read_bytes())
    noise = np.random.default_rng(0).integers(0, 256, (200, 300, 3), np.uint8)
    Image.fromarray(noise).save(photos / "noise.png")
    files = LibraryFiles(tmp_path / "library")
    for _ in index(files, encoder, [photos]):
        pass
    return files, photos


def names(window: MainWindow) -> list[str]:
    model = outliers_of(window).model
    return [model.photo(row).path.name for row in range(model.rowCount())]


def open_outliers(qtbot: QtBot, window: MainWindow) -> None:
    QTest.mouseClick(window.sidebar.views["view:outliers"], LEFT)
    qtbot.waitUntil(lambda: "most unusual" in outliers_of(window).sentence, timeout=WAIT_MS)


@pytest.fixture
def window(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], odd: tuple[LibraryFiles, Path]
) -> MainWindow:
    window = open_window(odd[0].folder)
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 13, timeout=WAIT_MS)
    return window


@pytest.mark.slow
def test_the_photo_that_is_like_no_other_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    open_outliers(qtbot, window)
    assert outliers_of(window).isVisible()
    assert names(window)[0] == "noise.png"
    assert len(names(window)) == 10
    assert outliers_of(window).sentence.startswith("The 10 most unusual of 13 photos, ")
    assert window.bar.text == "Unusual photos"
    assert window.sidebar.views["view:outliers"].isChecked()
    distances = [int(outliers_of(window).model.photo(row).badge.split()[0]) for row in range(10)]
    assert distances == sorted(distances, reverse=True)
    hint = outliers_of(window).model.photo(0).hint
    assert hint == f"{distances[0]} % different from its 5th closest photo"


@pytest.mark.slow
def test_escape_and_all_photos_lead_back(qtbot: QtBot, window: MainWindow) -> None:
    open_outliers(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.browse.isVisible()
    open_outliers(qtbot, window)
    QTest.mouseClick(window.sidebar.views["view:photos"], LEFT)
    assert window.browse.isVisible()
    assert window.sidebar.views["view:photos"].isChecked()
    QTest.mouseClick(window.sidebar.views["view:photos"], LEFT)
    assert window.sidebar.views["view:photos"].isChecked()


@pytest.mark.slow
def test_a_search_from_there_leads_back_there(
    qtbot: QtBot, window: MainWindow, odd: tuple[LibraryFiles, Path]
) -> None:
    open_outliers(qtbot, window)
    drop_files(window, odd[1] / "beach-2.jpg")
    wait_for_results(qtbot, window, "beach-2.jpg")
    assert window.results.isVisible()
    assert not window.sidebar.views["view:outliers"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert outliers_of(window).isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.browse.isVisible()


@pytest.mark.slow
def test_only_photos_that_pass_the_filter_are_looked_through(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_outliers(qtbot, window)
    assert "noise.png" in names(window)
    window.browse_flow.filter(PhotoFilter(formats=frozenset({"JPEG"})))
    qtbot.waitUntil(lambda: "noise.png" not in names(window), timeout=WAIT_MS)
    assert "12 photos" in outliers_of(window).sentence


@pytest.mark.slow
def test_an_unusual_photo_is_looked_at_like_any_other(qtbot: QtBot, window: MainWindow) -> None:
    open_outliers(qtbot, window)
    outliers_of(window).grid.setCurrentIndex(outliers_of(window).model.index(0, 0))
    QTest.keyClick(outliers_of(window).grid, Qt.Key.Key_Space)
    assert window.viewer.current.photo is not None
    assert window.viewer.current.photo.path.name == "noise.png"


@pytest.mark.slow
def test_what_is_selected_stays_selected_when_more_is_found(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_outliers(qtbot, window)
    outliers_of(window).grid.setCurrentIndex(outliers_of(window).model.index(3, 0))
    chosen = names(window)[3]
    window.switcher.view.refresh()
    qtbot.wait(300)
    files = outliers_of(window).grid.selection.files() or []
    assert [path.name for path in files] == [chosen]


def test_a_library_of_few_photos_is_said_to_be_too_small(
    qtbot: QtBot,
    tmp_path: Path,
    open_window: Callable[[Path], MainWindow],
    shared_library: IndexedLibrary,
    encoder: Encoder,
) -> None:
    photos = tmp_path / "few"
    photos.mkdir()
    for variation in range(3):
        source = shared_library.picture("car", variation)
        (photos / source.name).write_bytes(source.read_bytes())
    for _ in index(LibraryFiles(tmp_path / "small"), encoder, [photos]):
        pass
    window = open_window(tmp_path / "small")
    qtbot.waitUntil(lambda: window.browse.model.rowCount() == 3, timeout=WAIT_MS)
    window.commands.show_view("outliers")
    qtbot.waitUntil(outliers_of(window).none.isVisible, timeout=WAIT_MS)
