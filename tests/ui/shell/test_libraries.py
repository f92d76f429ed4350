"""Several libraries: each has a window of its own, and none is created unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.arguments import WindowRequest
from desktop_app.core.base.log_file import remove_log_handlers
from desktop_app.core.base.paths import default_library, settings_file
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.library import library_opener, recent_libraries
from desktop_app.ui.library.missing_library import MissingLibraryDialog, library_in_place_of
from desktop_app.ui.library.recent_libraries import RecentLibraries
from desktop_app.ui.search.picture_input import DropHint
from desktop_app.ui.shell import app
from desktop_app.ui.shell.launch import open_window as start
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.file_urls import file_url
from desktop_app.ui.system.single_instance import SingleInstance
from tests.ui.conftest import FakeDesk, IndexedLibrary
from tests.ui.gestures import drag_in, drop_files
from tests.ui.shell.test_menu_bar import entry

Opener = Callable[[Path], MainWindow]


def recent_menu(window: MainWindow) -> QMenu:
    menu = entry(window, "&File", "Open recent library").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_a_new_library_is_made_in_a_new_folder_and_opened_in_another_window(
    window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "Holidays"
    entry(window, "&File", "New library…").trigger()
    assert desk.titles == ["New library: Photo library"]
    assert LibraryFiles(desk.target).exists()
    assert desk.libraries == [desk.target]


def test_a_new_library_is_not_made_among_other_files(
    window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").touch()
    desk.target = tmp_path
    entry(window, "&File", "New library…").trigger()
    assert "is not empty" in window.message.text
    assert not LibraryFiles(tmp_path).exists()
    assert desk.libraries == []


def test_a_library_that_cannot_be_made_is_reported(
    window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "file"
    desk.target.touch()
    entry(window, "&File", "New library…").trigger()
    assert str(desk.target) in window.message.text
    assert desk.libraries == []


def test_a_library_is_opened_by_its_folder_and_no_other_folder_is(
    window: MainWindow, desk: FakeDesk, own_library: IndexedLibrary, shared_library: IndexedLibrary
) -> None:
    desk.folder = own_library.library
    entry(window, "&File", "Open library…").trigger()
    assert desk.libraries == [own_library.library]
    desk.folder = own_library.photos
    entry(window, "&File", "Open library…").trigger()
    assert "There is no library in" in window.message.text
    desk.folder = shared_library.library
    entry(window, "&File", "Open library…").trigger()
    assert "is open in this window" in window.message.text
    assert desk.libraries == [own_library.library]


def test_a_window_that_does_not_open_is_reported(
    window: MainWindow, desk: FakeDesk, own_library: IndexedLibrary
) -> None:
    desk.can_open = False
    drop_files(window, own_library.library)
    assert "No window could be opened for the library" in window.message.text


def test_a_library_that_is_dropped_is_opened_and_not_added(
    window: MainWindow, desk: FakeDesk, own_library: IndexedLibrary
) -> None:
    mime = QMimeData()
    mime.setUrls([file_url(own_library.library)])
    drag_in(window, mime)
    assert window.findChildren(DropHint)[0].text() == "Drop to open this library"
    drop_files(window, own_library.library)
    assert desk.libraries == [own_library.library]
    assert window._services.jobs.running is None


def test_libraries_that_were_opened_are_offered_with_the_users_own_last(
    open_window: Opener, shared_library: IndexedLibrary, own_library: IndexedLibrary, desk: FakeDesk
) -> None:
    open_window(own_library.library)
    window = open_window(shared_library.library)
    menu = recent_menu(window)
    assert [item.text() for item in menu.actions()] == ["library", "My library"]
    assert menu.actions()[0].toolTip().endswith(str(own_library.library))
    for item in menu.actions():
        item.trigger()
    assert desk.libraries == [own_library.library, default_library()]
    assert recent_menu(window).actions()[0].text() == "library"


def test_the_latest_ten_libraries_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "libraries.json"
    for number in range(12):
        RecentLibraries(file, tmp_path / str(number)).remember()
    RecentLibraries(file, tmp_path / "5").remember()
    others = RecentLibraries(file, tmp_path / "11").others
    kept = [str(number) for number in (5, 10, 9, 8, 7, 6, 4, 3, 2)]
    assert [folder.name for folder in others[:-1]] == kept
    assert others[-1] == default_library()


@pytest.mark.parametrize("content", ["{", "[]", '{"libraries": [1]}'])
def test_a_list_that_cannot_be_read_is_replaced(tmp_path: Path, content: str) -> None:
    file = tmp_path / "libraries.json"
    file.write_text(content)
    recent = RecentLibraries(file, tmp_path / "one")
    assert recent.others == [default_library()]
    recent.remember()
    assert RecentLibraries(file, default_library()).others == [tmp_path / "one"]


def test_the_title_names_the_library_unless_it_is_the_users_own(
    open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_window(tmp_path / "Holidays").windowTitle() == "Holidays — Lookalike"
    for module in (library_opener, recent_libraries):
        monkeypatch.setattr(module, "default_library", lambda: tmp_path / "own")
    assert open_window(tmp_path / "own").windowTitle() == "Lookalike"


class Answer:
    """Presses buttons of the dialogs that ask about a missing library, one after another."""

    def __init__(self, *names: str) -> None:
        self._names = list(names)
        self.texts: list[str] = []
        QTimer.singleShot(0, self._press)

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MissingLibraryDialog)
        self.texts.append(dialog.text().replace("\u200b", ""))
        wanted = self._names.pop(0)
        if self._names:
            QTimer.singleShot(0, self._press)
        buttons = dialog.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == wanted).click()


@pytest.fixture
def missing(tmp_path: Path) -> Path:
    return tmp_path / "drive" / "library"


def test_a_missing_library_is_created_only_where_the_user_wants_it(
    qtbot: QtBot, missing: Path, desk: FakeDesk
) -> None:
    answer = Answer("Create it there")
    assert library_in_place_of(missing, desk.desktop()) == missing
    assert answer.texts == [f"There is no library in {missing}."]
    Answer("Cancel")
    assert library_in_place_of(missing, desk.desktop()) is None
    assert not missing.parent.exists()


def test_another_library_can_be_chosen_until_one_is_found(
    qtbot: QtBot, missing: Path, desk: FakeDesk, own_library: IndexedLibrary
) -> None:
    desk.folder = own_library.photos
    answer = Answer("Choose another…", "Open my library")
    assert library_in_place_of(missing, desk.desktop()) == default_library()
    assert answer.texts[1] == f"There is no library in {own_library.photos}."
    desk.folder = own_library.library
    Answer("Choose another…")
    assert library_in_place_of(missing, desk.desktop()) == own_library.library


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    monkeypatch.setattr(app, "make_application", QApplication.instance)
    yield tmp_path
    remove_log_handlers()


def run_window(monkeypatch: pytest.MonkeyPatch, library: Path | None, answer: Path | None) -> Path:
    """Start the program, answer the question about its library, and return the one it opens."""
    opened: list[Path] = []

    def run(places: app.Places, instance: SingleInstance, *_: object) -> int:
        instance.close()
        opened.append(places.library)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(app, "choose_library", lambda *_: answer)
    assert start(WindowRequest(library=library)) == 0
    return opened[0] if opened else Path()


def test_a_start_with_a_missing_library_opens_what_the_user_chooses_instead(
    home: Path, missing: Path, monkeypatch: pytest.MonkeyPatch, own_library: IndexedLibrary
) -> None:
    assert run_window(monkeypatch, missing, own_library.library) == own_library.library
    assert run_window(monkeypatch, missing, None) == Path()
    assert not missing.exists()


def test_only_the_users_own_library_is_made_without_a_question(
    home: Path, monkeypatch: pytest.MonkeyPatch, own_library: IndexedLibrary
) -> None:
    assert run_window(monkeypatch, None, None) == default_library()
    assert run_window(monkeypatch, own_library.library, None) == own_library.library


def test_the_library_that_was_opened_last_is_opened_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, own_library: IndexedLibrary, missing: Path
) -> None:
    def remember(library: Path) -> None:
        RecentLibraries(settings_file().with_name("libraries.json"), library).remember()

    remember(own_library.library)
    assert run_window(monkeypatch, None, None) == own_library.library
    remember(missing)  # its drive is gone
    assert run_window(monkeypatch, None, own_library.library) == own_library.library
    assert run_window(monkeypatch, None, None) == Path()
    remember(default_library())
    assert run_window(monkeypatch, None, None) == default_library()
