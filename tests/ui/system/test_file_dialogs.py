"""The real file dialogs, answered while they are open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.system.file_dialogs import FileDialogs

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there, the folders of a user cannot be moved"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with Pictures and Documents, whose program was started in another folder."""
    for name in ("Pictures", "Documents", "started"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path / "started")
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def opened_in(choose: Callable[[], Path | None], name: str = "") -> tuple[Path, Path | None]:
    """Choose a file, or nothing; return where the dialog opened, and what it returned."""
    folders = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        folders.append(Path(dialog.directory().absolutePath()))
        dialog.selectFile(name)
        dialog.done(QDialog.DialogCode.Accepted if name else QDialog.DialogCode.Rejected)

    QTimer.singleShot(0, answer)
    chosen = choose()
    return folders[0], chosen


def test_dialogs_open_among_the_pictures_and_documents_of_the_user(
    home: Path, window: QWidget
) -> None:
    dialogs = FileDialogs()
    for choose, folder in [
        (lambda: dialogs.choose_picture(window), "Pictures"),
        (lambda: dialogs.choose_folder(window, "Add a folder"), "Pictures"),
        (lambda: dialogs.choose_target(window, "Export", "Photos.pdf"), "Documents"),
        (lambda: dialogs.choose_model(window), "Documents"),
    ]:
        assert opened_in(choose) == (home / folder, None)


def test_a_user_without_such_folders_starts_at_home(home: Path, window: QWidget) -> None:
    (home / "Pictures").rmdir()
    dialogs = FileDialogs()
    assert opened_in(lambda: dialogs.choose_picture(window)) == (home, None)


def test_dialogs_open_again_where_the_user_last_was(home: Path, window: QWidget) -> None:
    trip, exports = home / "trip", home / "exports"
    trip.mkdir()
    exports.mkdir()
    (trip / "a.jpg").write_text("a")
    dialogs = FileDialogs()
    picture = str(trip / "a.jpg")
    assert opened_in(lambda: dialogs.choose_picture(window), picture)[1] == trip / "a.jpg"
    assert opened_in(lambda: dialogs.choose_folder(window, "Add a folder")) == (trip, None)

    def export() -> Path | None:
        return dialogs.choose_target(window, "Export", "Photos.pdf")

    assert opened_in(export, str(exports / "a"))[1] == exports / "a.pdf"
    assert opened_in(export) == (exports, None)


def test_a_folder_that_was_chosen_is_open_the_next_time(home: Path, window: QWidget) -> None:
    trip = home / "trip"
    trip.mkdir()
    dialogs = FileDialogs()

    def choose() -> Path | None:
        return dialogs.choose_folder(window, "Add a folder")

    assert opened_in(choose, str(trip)) == (home / "Pictures", trip)
    assert opened_in(choose) == (trip, None)


def test_a_folder_is_chosen_beside_a_photo_unless_its_folder_is_gone(
    home: Path, window: QWidget
) -> None:
    beside = home / "beside"
    beside.mkdir()
    dialogs = FileDialogs()

    def choose() -> Path | None:
        return dialogs.choose_folder(window, "Move to", beside)

    assert opened_in(choose) == (beside, None)
    beside.rmdir()
    assert opened_in(choose) == (home / "Pictures", None)
