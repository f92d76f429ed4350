"""How files are shown and opened on Windows and macOS: by programs that the system has."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.system import desktop
from tests.ui.conftest import WAIT_MS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs are shell scripts")
_PHOTO = Path("/photos/a b.jpg")
_SCRIPT = '#!/bin/sh\nprintf "%s|" "$(basename "$0")" "$@" > {log}.new\nmv {log}.new {log}\n'


class StartedPrograms:
    """The programs that the system starts, in a folder of scripts that write down their words."""

    def __init__(self, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._patch, self._log = qtbot, monkeypatch, folder / "log"
        for name in ("explorer", "rundll32", "open", "gimp"):
            program = folder / name
            program.write_text(_SCRIPT.format(log=self._log))
            program.chmod(0o700)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def be(self, system: str) -> None:
        self._patch.setattr(sys, "platform", system)

    def words(self) -> list[str]:
        """The name and the arguments of the program that was started."""
        self._qtbot.waitUntil(self._log.exists, timeout=WAIT_MS)
        words = self._log.read_text().split("|")[:-1]
        self._log.unlink()
        return words


@pytest.fixture
def programs(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StartedPrograms:
    return StartedPrograms(qtbot, tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(
    ("system", "words"),
    [("win32", ["explorer", "/select,", str(_PHOTO)]), ("darwin", ["open", "-R", str(_PHOTO)])],
)
def test_the_file_manager_selects_the_file(
    programs: StartedPrograms, system: str, words: list[str]
) -> None:
    programs.be(system)
    assert desktop.show_in_file_manager(_PHOTO)
    assert programs.words() == words


def test_windows_asks_for_a_program_itself(programs: StartedPrograms, window: QWidget) -> None:
    programs.be("win32")
    assert desktop.open_with(window, _PHOTO) is True
    assert programs.words() == ["rundll32", "shell32.dll,OpenAs_RunDLL", str(_PHOTO)]


@pytest.mark.parametrize(
    ("system", "folder", "words"),
    [
        ("darwin", "/Applications", ["open", "-a", "{chosen}", str(_PHOTO)]),
        ("linux", "/usr/bin", ["gimp", str(_PHOTO)]),
    ],
)
def test_elsewhere_the_user_chooses_a_program_and_may_cancel(
    programs: StartedPrograms,
    window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    system: str,
    folder: str,
    words: list[str],
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    programs.be(system)
    asked: list[str] = []
    chosen = [str(tmp_path / "gimp"), ""]

    def choose(_: QWidget, title: str, start: str) -> tuple[str, str]:
        asked.append(f"{title} {start}")
        return chosen.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    assert desktop.open_with(window, _PHOTO) is True
    assert programs.words() == [word.format(chosen=tmp_path / "gimp") for word in words]
    assert desktop.open_with(window, _PHOTO) is None
    assert asked == [f"Open with which program? {folder}"] * 2


def test_a_program_that_cannot_be_started_is_told(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    assert desktop.open_with(window, _PHOTO) is False
