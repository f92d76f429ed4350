"""One long walk through the window, as a user takes it: from an empty library to the next start."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.photo_filter import Orientation
from desktop_app.core.catalogue.settings import THEMES
from desktop_app.ui.kit.palette import DARK
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_exports import ExportKind
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.viewer.compare_view import CompareMode
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results
from tests.ui.library.library_steps import wait_until_idle

Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photos(tmp_path: Path, shared_library: IndexedLibrary, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eighteen photos in a folder of the user's, and a trash beside them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    folder = tmp_path / "Pictures"
    folder.mkdir()
    for kind in ("beach", "flower", "boat"):
        for variation in range(6):
            shutil.copy2(shared_library.picture(kind, variation), folder)
    return folder


@pytest.fixture
def as_it_was(theme: Theme) -> Iterator[None]:
    yield
    theme.choose("light")


class Walk:
    """The ways of one user through the window, by mouse and keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def press(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Wherever the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, _LEFT)

    def add_folder(self, folder: Path, count: int) -> None:
        assert self.window.welcome.isVisible()
        drop_files(self.window, folder)
        wait_until_idle(self.qtbot, self.window)
        self.until(lambda: self.window.browse.count == count)

    def narrow_and_widen(self) -> None:
        """By the panel of filters, and back by its chip."""
        browse, filters = self.window.browse, self.window.filters
        whole = browse.count
        self.press(Key.Key_F, _CONTROL)
        self.until(filters.panel.isVisible)
        self.click(
            filters.panel.toggles["orientation"].buttons[
                list(Orientation).index(Orientation.PORTRAIT)
            ]
        )
        self.until(lambda: browse.count == 0)
        filters.panel.close()
        self.click(filters.chips.chips[0])
        self.until(lambda: browse.count == whole)

    def look_for(self, picture: Path) -> None:
        drop_files(self.window, picture)
        wait_for_results(self.qtbot, self.window, picture.name)

    def take_away(self, kind: str) -> None:
        """Less like the first photo of this kind."""
        results = self.window.results
        row = next(row for row, name in enumerate(names(self.window)) if name.startswith(kind))
        results.grid.setCurrentIndex(results.model.index(row, 0))
        self.press(Key.Key_Minus)
        self.until(lambda: len(self.window.bar.chips.chips) == 2)
        self.until(lambda: names(self.window)[-1].startswith(kind))

    def flip_a_bit(self) -> None:
        lens = self.window.panel.lens
        self.click(lens.heading)
        self.until(lambda: len(lens.grid.code.bits) > 0)
        before = lens.text
        QTest.mouseClick(lens.grid, _LEFT, pos=lens.grid.grid_geometry.cell(3).center())
        self.until(lambda: 3 in lens.grid.code.flips and lens.text != before)
        self.click(lens.reset)
        self.until(lambda: not lens.grid.code.flips)

    def compare_closely(self) -> None:
        """Beside the query and in turn with it, with the details open."""
        viewer = self.window.viewer
        self.window.results.grid.setFocus()
        for key in (Key.Key_Space, Key.Key_C, Key.Key_F, Key.Key_I, Key.Key_Right):
            QTest.keyClick(viewer if viewer.isVisible() else self.window.results.grid, key)
        assert viewer.compare_view.mode is CompareMode.FLICKER
        assert viewer.panel.isVisible()
        QTest.keyClick(viewer, Key.Key_Escape)
        assert not viewer.isVisible()

    def export_three(self, target: Path) -> list[str]:
        """As a table; gives the names in it."""
        window = self.window
        window.results.grid.setFocus()
        window.results.grid.selection.select([(0, 2)], 0)
        self.press(Key.Key_E, _CONTROL)
        self.until(window.export_panel.isVisible)
        self.click(window.export_panel.buttons[ExportKind.CSV])
        wait_for_message(self.qtbot, window, "3 photos exported to")
        with target.open(encoding="utf-8-sig", newline="") as file:
            return [Path(row["path"]).name for row in csv.DictReader(file)]

    def save_as(self, name: str) -> None:
        saved = self.window.sidebar.searches.saved
        self.press(Key.Key_S, _CONTROL)
        self.until(lambda: saved.findChild(QLineEdit) is not None)
        editor = saved.findChild(QLineEdit)
        assert editor is not None
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Key.Key_Return)
        self.until(lambda: saved.names == [name])

    def trash_and_put_back(self, photos: Path) -> None:
        grid = self.window.browse.grid
        count = len(list(photos.iterdir()))
        grid.setFocus()
        self.window.browse.grid.selection.select([(0, 1)], 0)
        self.press(Key.Key_Delete)
        wait_for_message(self.qtbot, self.window, "2 photos moved to the trash")
        assert len(list(photos.iterdir())) == count - 2
        self.press(Key.Key_Z, _CONTROL)
        wait_for_message(self.qtbot, self.window, "Move undone (2 photos)")
        assert len(list(photos.iterdir())) == count

    def change_the_settings(self, theme: Theme) -> None:
        """To dark and Chinese."""
        self.press(Key.Key_Comma, _CONTROL)
        settings = self.window.settings
        self.until(settings.isVisible)
        self.click(settings.form.theme.buttons[THEMES.index("dark")])
        assert theme.colours is DARK
        QTest.keyClick(settings.form.language, Key.Key_End)
        assert settings.windowTitle() == "设置"
        self.click(settings.close_button)


@pytest.mark.slow
def test_from_an_empty_library_to_the_next_start(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    shared_library: IndexedLibrary,
    photos: Path,
    desk: FakeDesk,
    theme: Theme,
    tmp_path: Path,
    as_it_was: None,
) -> None:
    window = open_window(tmp_path / "library")
    window.resize(1300, 900)
    walk = Walk(qtbot, window)
    walk.add_folder(photos, 18)
    walk.narrow_and_widen()
    query = shared_library.picture("beach", 0)
    walk.look_for(query)
    assert [name[:5] for name in names(window)[:6]] == ["beach"] * 6
    walk.take_away("flower")
    walk.flip_a_bit()
    walk.compare_closely()
    desk.target = tmp_path / "found.csv"
    assert walk.export_three(desk.target) == names(window)[:3]
    walk.save_as("Beaches, no flowers")
    walk.press(Key.Key_Escape)
    walk.until(window.browse.isVisible)
    walk.trash_and_put_back(photos)
    walk.change_the_settings(theme)
    window.close()

    again = open_window(tmp_path / "library")
    walk = Walk(qtbot, again)
    walk.until(lambda: again.browse.count == 18)
    saved = again.sidebar.searches.saved
    assert saved.names == ["Beaches, no flowers"]
    saved.setFocus()
    walk.press(Key.Key_Return)
    wait_for_results(qtbot, again, query.name)
    assert len(again.bar.chips.chips) == 2
    assert again.bar.text == "与 beach-0.jpg 相似的照片，排除 1 个示例"
