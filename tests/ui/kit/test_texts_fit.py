"""No text of the window is cut, at any width, in any language, at twice the size of text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.catalogue import Root
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import Failure, RootCounts
from desktop_app.core.catalogue.photo_filter import Orientation, PhotoFilter
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.catalogue.saved_searches import SavedSearch, SavedSearches
from desktop_app.core.files.renames import NamedFile, Renamable
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked, Standing
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.grid.grid_painter import PhotoPainter
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit.message_bar import Notice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import WrappedButton
from desktop_app.ui.library.root_state import RootState
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.newcomers.newcomer_check import NewcomerCheck
from desktop_app.ui.newcomers.newcomers_dialog import NewcomersDialog
from desktop_app.ui.renaming.batch_rename_dialog import BatchRenameDialog
from desktop_app.ui.renaming.rename_dialog import RenameDialog
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.shell.closing_question import ClosingQuestion
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.cut_texts import cut_texts
from tests.ui.gestures import wait_for_results
from tests.ui.longest_texts import WITHOUT_BLANKS, LongestTexts

WIDTHS = (700, 900, 1280)
FOLDER = "Holiday photos of 2024, by the sea and in the mountains"
LONG_MESSAGE = (
    "/media/photos/Holiday photos of 2024/IMG_20240512_130405.jpg could not be moved to the"
    " trash (Permission denied). It was not deleted. This also applies to 1,488 photos more."
)


Opener = Callable[[Path], MainWindow]


@pytest.fixture
def open_in(look: Theme, open_window: Callable[..., MainWindow]) -> Opener:
    """Opens a window in a language and a size of text."""
    return partial(open_window, own_theme=look)


@pytest.fixture
def long_names(tmp_path: Path, eight_photos: IndexedLibrary) -> IndexedLibrary:
    photos = Path(shutil.copytree(eight_photos.photos, tmp_path / FOLDER))
    files = LibraryFiles(Path(shutil.copytree(eight_photos.library, tmp_path / "library")))
    for _ in relocate_root(files, eight_photos.photos, photos):
        pass
    return IndexedLibrary(photos, files.folder)


def at_all_widths(window: MainWindow) -> list[str]:
    found = []
    for width in WIDTHS:
        window.resize(width, 800)
        window.switcher.wants_sidebar = True if width == max(WIDTHS) else None
        window.switcher.fold_sidebar()
        for _ in range(4):  # the sidebar follows its content, and the window the sidebar
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        assert window.width() == max(width, window.minimumWidth())
        found += cut_texts(window)
    return found


@pytest.mark.slow
def test_no_text_of_the_window_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary
) -> None:
    window = open_in(long_names.library)
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
    found = at_all_widths(window)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_no_text_of_a_list_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary
) -> None:
    window = open_in(long_names.library)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    window.work.details.show_failures(
        [Failure(long_names.photos / f"{FOLDER}.cr2", PhotoProblem.NO_RAW_PREVIEW, "")] * 3
    )
    window.work.details.show()
    window.sidebar.searches.show_searches(SavedSearches((SavedSearch(FOLDER, ()),)))
    found = at_all_widths(window)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_no_text_about_selected_photos_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary
) -> None:
    window = open_in(long_names.library)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    window.browse.grid.selection.select([(0, 7)], 0)
    qtbot.waitUntil(window.selection.isVisible, timeout=WAIT_MS)
    found = at_all_widths(window)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_no_text_beside_results_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary
) -> None:
    window = open_in(long_names.library)
    window.resize(900, 800)
    picture = long_names.picture("beach", 1)
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)
    window.panel.lens.heading.setChecked(True)
    window.panel.details_fold.heading.setChecked(True)
    window.results.grid.setCurrentIndex(window.results.model.index(2, 0))
    qtbot.waitUntil(window.panel.lens.path.slider.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(window.panel.details.copy.isVisible, timeout=WAIT_MS)
    found = at_all_widths(window)
    assert not found, "\n".join(found)


def dialogs_of_menu(window: MainWindow) -> Iterator[QWidget]:
    window.settings.open_or_raise()
    yield window.settings
    for name in ("about", "shortcuts", "guide", "exclusions"):
        before = window.findChildren(QDialog)
        window.action_set.run(name)
        (opened,) = [each for each in window.findChildren(QDialog) if each not in before]
        yield opened
        opened.close()


def panels(window: MainWindow) -> Iterator[QWidget]:
    window.filters.open_panel()
    yield window.filters.panel
    window.filters.panel.hide()
    window.export_panel.open_for(PhotoSelection(list(range(1, 1_489))))
    yield window.export_panel
    window.export_panel.hide()


def rename_dialogs(window: MainWindow, theme: Theme, photos: Path) -> Iterator[QDialog]:
    files = [NamedFile(photos / f"{FOLDER} {number}.jpeg", "2024-05-12") for number in range(30)]
    taken = frozenset(file.path for file in files)
    yield BatchRenameDialog(theme, Renamable(files, taken), window)
    one = RenameDialog(theme, Renamable(files[:1], taken), window)
    one.name.setText(f"{FOLDER} 2")
    yield one


def checked_folder(window: MainWindow, theme: Theme, photos: Path) -> Iterator[QDialog]:
    """The check of a folder with photos of every kind, some of which were copied."""
    job = window._services.folder_check
    check = NewcomerCheck(photos, job, window)
    check.start([photos])
    job.cancel()
    for standing in Standing:
        path = photos / f"{FOLDER}.jpeg"
        problem = PhotoProblem.TRUNCATED if standing is Standing.UNREADABLE else None
        job.progressed.emit(NewcomerChecked(path, standing, photos, problem=problem))
    job.progressed.emit(CheckingFolder(1_240, 12_480))
    check.stop()
    dialog = NewcomersDialog(theme, check, window)
    dialog.message.show_error("The photos cannot be copied.")
    for made in dialog.tabs.buttons:
        made.click()
        yield dialog


def unexpected_dialogs(window: MainWindow, theme: Theme, photos: Path) -> Iterator[QDialog]:
    error = "ValueError: could not broadcast input array from shape (3,) into shape (4,)"
    yield CrashDialog(theme, error, photos / "logs" / "lookalike.log", window)
    yield ClosingQuestion(theme, window)


@pytest.mark.slow
def test_no_text_of_a_dialog_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary, look: Theme
) -> None:
    window = open_in(long_names.library)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    found = []
    for top in chain(
        dialogs_of_menu(window),
        panels(window),
        rename_dialogs(window, look, long_names.photos),
        checked_folder(window, look, long_names.photos),
        unexpected_dialogs(window, look, long_names.photos),
    ):
        top.show()
        qtbot.waitExposed(top)
        QApplication.processEvents()
        found += cut_texts(top)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_no_text_about_models_is_cut(
    qtbot: QtBot, open_in: Opener, long_names: IndexedLibrary
) -> None:
    window = open_in(long_names.library)
    window.model_flow.open()
    dialog = window.model_flow.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: isinstance(dialog.content, RetrainForm), timeout=WAIT_MS)
    found = cut_texts(dialog)
    window.model_flow.open_list()
    qtbot.waitUntil(lambda: isinstance(dialog.content, ModelList), timeout=WAIT_MS)
    found += cut_texts(dialog)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("code", sorted({*LANGUAGES} - {ENGLISH, *WITHOUT_BLANKS}))
def test_the_longest_texts_are_as_long_as_those_of_each_language(code: str) -> None:
    longest, spoken = LongestTexts(len), QTranslator()
    assert spoken.load(str(resources() / "translations" / f"lookalike_{code}.qm"))
    for context, text in (("SettingsDialog", "Settings"), ("photo_actions", "Open with…")):
        own = spoken.translate(context, text)
        assert own
        assert len(own) <= len(longest.translate(context, text) or "")


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
    theme: Theme, large_texts: Theme, tmp_path: Path
) -> None:
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 2**20)
    usual = PhotoPainter(theme, thumbnails).cell_height(200)
    room = PhotoPainter(large_texts, thumbnails).cell_height(200) - usual
    metrics = large_texts.metrics
    text = QFontMetrics(large_texts.font(metrics.secondary)).height()
    assert room + 22 > text + metrics.tight
    thumbnails.close()
