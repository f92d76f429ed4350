"""No text of the window is cut, at any width, in any language, at twice the size of text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import RootCounts
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.message_bar import Notice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedButton, ElidedLabel, WrappedButton
from desktop_app.ui.library.root_state import RootState
from desktop_app.ui.photos.grid_painter import PhotoPainter
from desktop_app.ui.photos.photo_selection import PhotoSelection
from desktop_app.ui.photos.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.shell.app import Places, build_window
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary, Program
from tests.ui.gestures import wait_for_results

WIDTHS = (700, 900, 1280)
FOLDER = "Holiday photos of 2024, by the sea and in the mountains"
LONG_MESSAGE = (
    "/media/photos/Holiday photos of 2024/IMG_20240512_130405.jpg could not be moved to the"
    " trash (Permission denied). It was not deleted. This also applies to 1,488 photos more."
)


@dataclass(frozen=True)
class Look:
    language: str
    text_scale: float


looks = pytest.mark.parametrize(
    "look",
    [Look("en", 1), Look("zh_CN", 1), Look("en", 2), Look("zh_CN", 2)],
    ids=lambda look: f"{look.language}-{look.text_scale}",
)


@pytest.fixture
def long_names(tmp_path: Path, eight_photos: IndexedLibrary) -> IndexedLibrary:
    photos = Path(shutil.copytree(eight_photos.photos, tmp_path / FOLDER))
    files = LibraryFiles(Path(shutil.copytree(eight_photos.library, tmp_path / "library")))
    for _ in relocate_root(files, eight_photos.photos, photos):
        pass
    return IndexedLibrary(photos, files.folder)


@pytest.fixture
def open_in(
    qapp: QApplication,
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    desk: FakeDesk,
    tmp_path: Path,
    forked_program: Program,
) -> Iterator[Callable[[Look, Path], MainWindow]]:
    """Opens a window in a language and a size of text; both are the usual ones afterwards."""
    windows: list[MainWindow] = []

    def opened(look: Look, library: Path) -> MainWindow:
        language.choose(look.language)
        own = Theme(qapp, resources() / "icons", "light", look.text_scale)
        settings = Settings(theme="light", language=look.language, watch_folders=False)
        places = Places(library, tmp_path / "settings.json", tmp_path / "s", tmp_path / "logs")
        window = build_window(own, language, places, settings, desk.desktop(), forked_program())
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    for window in windows:
        window.close_at_once()
        window.deleteLater()
    language.choose("en")
    theme.choose("dark")
    theme.choose("light")


def texts(top: QWidget) -> list[QLabel | QAbstractButton]:
    """The visible labels and buttons with a text."""
    return [
        item
        for item in top.findChildren(QWidget)
        if isinstance(item, (QLabel, QAbstractButton)) and item.isVisible() and item.text()
        if item.window() is top
    ]


def is_cut(item: QLabel | QAbstractButton) -> bool:
    if isinstance(item, (ElidedLabel, ElidedButton)):
        shown = item.text() if isinstance(item, ElidedLabel) else item.shown_text
        return item.fontMetrics().horizontalAdvance(shown) > item.width()
    if item.hasHeightForWidth():
        is_narrow = item.minimumSizeHint().width() > item.width()
        return is_narrow or item.heightForWidth(item.width()) > item.height()
    is_low = item.fontMetrics().height() > item.height()
    return is_low or item.sizeHint().width() > item.width()


def is_covered(item: QWidget) -> bool:
    """Whether a part of it, from left to right, lies outside of what is around it."""
    seen = item.visibleRegion().boundingRect()
    return not seen.isEmpty() and seen.width() < item.width()


def cut_texts(top: QWidget) -> list[str]:
    QApplication.processEvents()
    return [
        f"{type(item).__name__} {item.text()!r} at {top.width()} px"
        for item in texts(top)
        if is_cut(item) or is_covered(item)
    ]


def at_all_widths(window: MainWindow) -> list[str]:
    found = []
    for width in WIDTHS:
        window.resize(width, 800)
        window.switcher.wants_sidebar = True if width == max(WIDTHS) else None
        window.switcher.fold_sidebar()
        for _ in range(2):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        assert window.width() == max(width, window.minimumWidth())
        found += cut_texts(window)
    return found


@looks
@pytest.mark.slow
def test_no_text_of_the_window_is_cut(
    qtbot: QtBot,
    open_in: Callable[[Look, Path], MainWindow],
    long_names: IndexedLibrary,
    look: Look,
) -> None:
    window = open_in(look, long_names.library)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(window.sidebar.rows) == 1, timeout=WAIT_MS)
    row = window.sidebar.rows[0]
    root = Root(1, long_names.photos, offline=False, paused=False)
    row.show_state(RootState(root, RootCounts(523_000, 0, 1_488), RootWork.NONE))
    row.ask_before_removing()
    window.message.show_notice(
        Notice(LONG_MESSAGE, button="Show", act=lambda: None, is_warning=True)
    )
    window.browse_flow.filter(PhotoFilter(orientation=Orientation.LANDSCAPE, least_bytes=100))
    assert at_all_widths(window) == []


@looks
@pytest.mark.slow
def test_no_text_beside_results_is_cut(
    qtbot: QtBot,
    open_in: Callable[[Look, Path], MainWindow],
    long_names: IndexedLibrary,
    look: Look,
) -> None:
    window = open_in(look, long_names.library)
    window.resize(900, 800)
    picture = long_names.picture("beach", 1)
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)
    window.panel.lens.heading.setChecked(True)
    window.panel.details_fold.heading.setChecked(True)
    window.results.grid.setCurrentIndex(window.results.model.index(2, 0))
    qtbot.waitUntil(window.panel.lens.path.slider.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(window.panel.details.copy.isVisible, timeout=WAIT_MS)
    assert at_all_widths(window) == []


def dialogs(window: MainWindow) -> Iterator[QWidget]:
    window.settings.open_or_raise()
    yield window.settings
    for name in ("about", "shortcuts", "guide", "exclusions"):
        before = window.findChildren(QDialog)
        window.action_set.run(name)
        (opened,) = [each for each in window.findChildren(QDialog) if each not in before]
        yield opened
    window.filters.open_panel()
    yield window.filters.panel
    window.filters.panel.hide()
    window.export_panel.open_for(PhotoSelection(list(range(1, 1_489))))
    yield window.export_panel
    window.export_panel.hide()
    window.model_flow.open_list()
    assert window.model_flow.dialog is not None
    yield window.model_flow.dialog


@looks
@pytest.mark.slow
def test_no_text_of_a_dialog_is_cut(
    qtbot: QtBot,
    open_in: Callable[[Look, Path], MainWindow],
    long_names: IndexedLibrary,
    look: Look,
) -> None:
    window = open_in(look, long_names.library)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    found = []
    for top in dialogs(window):
        qtbot.waitExposed(top)
        QApplication.processEvents()
        found += cut_texts(top)
    assert found == []


def test_a_narrow_button_breaks_its_text_and_a_wide_one_does_not(
    qtbot: QtBot, theme: Theme
) -> None:
    made = WrappedButton("Hide photos from the same folder", "toggle")
    qtbot.addWidget(made)
    made.show()
    wide = made.sizeHint()
    line = made.fontMetrics().lineSpacing()
    assert made.heightForWidth(wide.width()) == wide.height()
    assert made.heightForWidth(wide.width() * 3 // 4) == wide.height() + line
    assert made.heightForWidth(made.minimumSizeHint().width()) >= wide.height() + 2 * line
    assert made.text() == "Hide photos from the same folder"


def test_texts_are_as_large_as_the_desktop_sets_them(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = theme.metrics.text
    for pixels, expected in ((11, usual), (15, usual), (30, 2 * usual), (90, 2 * usual)):
        font = QFont()
        font.setPixelSize(pixels)
        monkeypatch.setattr(
            "desktop_app.ui.kit.theme.QFontDatabase.systemFont", lambda _, font=font: font
        )
        larger = Theme(qapp, resources() / "icons", "light")
        assert larger.metrics.text == expected
        assert QFontMetrics(qapp.font()).height() >= expected
    theme.choose("dark")
    theme.choose("light")


def test_captions_of_photos_have_room_for_larger_texts(
    qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    thumbnails = ThumbnailLoader(LibraryFiles(tmp_path), 2**20)
    usual = PhotoPainter(theme, thumbnails).cell_height(200)
    larger = Theme(qapp, resources() / "icons", "light", 2)
    room = PhotoPainter(larger, thumbnails).cell_height(200) - usual
    text = QFontMetrics(larger.font(larger.metrics.secondary)).height()
    assert room + 22 > text + larger.metrics.tight
    thumbnails.close()
    theme.choose("dark")
    theme.choose("light")
