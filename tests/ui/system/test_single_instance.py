"""One window a library: a second start hands its pictures over, and nobody else can."""

from __future__ import annotations

import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.arguments import WindowRequest
from desktop_app.core.base.errors import AppError, WindowUnreachableError
from desktop_app.core.base.log_file import remove_log_handlers
from desktop_app.core.base.paths import runtime_folder
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.shell import app
from desktop_app.ui.shell.app import Places, handle_instance_message
from desktop_app.ui.shell.launch import open_window
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system import single_instance
from desktop_app.ui.system.single_instance import (
    LONGEST_BYTES,
    InstanceMessage,
    SingleInstance,
    activation_token,
    decode_message,
    encode_message,
)
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_results
from tests.ui.running_program import RunningProgram, wait_until

posix = pytest.mark.skipif(os.name == "nt", reason="sockets are files only elsewhere")


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path / "library", tmp_path)
    assert instance.claim()
    instance.listen()
    yield instance
    instance.close()


def send(qtbot: QtBot, instance: SingleInstance, data: bytes) -> bytes:
    """What is answered to these bytes, until the connection ends."""
    socket = QLocalSocket()
    socket.connectToServer(instance._address)
    socket.write(data)
    socket.flush()
    qtbot.waitUntil(
        lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=WAIT_MS
    )
    return bytes(socket.readAll().data())


@pytest.mark.slow
def test_a_second_start_hands_its_pictures_to_the_first(
    program: RunningProgram, own_library: IndexedLibrary
) -> None:
    odd = own_library.photos / os.fsdecode(b"caf\xe9 au lait.jpg")
    shutil.copy(own_library.picture("beach", 0), odd)
    window = program.opened()
    second = program.start(odd)
    assert second.wait(60) == 0
    assert second.stderr is not None
    assert second.stderr.read() == b""
    wait_until(lambda: "au lait.jpg" in program.searches)
    assert window.poll() is None
    assert program.end(window) == 0


@pytest.mark.slow
def test_the_first_start_searches_for_its_own_picture(
    program: RunningProgram, own_library: IndexedLibrary
) -> None:
    window = program.opened(os.path.relpath(own_library.picture("flower", 1)))
    wait_until(lambda: "flower-1.jpg" in program.searches)
    assert program.end(window) == 0


@pytest.mark.slow
@posix
def test_a_crashed_window_does_not_stand_in_the_way(
    program: RunningProgram, own_library: IndexedLibrary
) -> None:
    killed = program.opened()
    assert program.end(killed, signal.SIGKILL) == -signal.SIGKILL
    assert [path for path in program.sockets.iterdir() if path.is_socket()]
    window = program.start()
    wait_until(lambda: "quit unexpectedly" in program.log)
    assert program.start(own_library.picture("beach", 1)).wait(60) == 0
    wait_until(lambda: "beach-1.jpg" in program.searches)
    assert window.poll() is None
    assert program.end(window) == 0


def test_only_one_has_the_window_of_a_library(first: SingleInstance, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path / "library", tmp_path).claim()
    assert not SingleInstance(tmp_path / "x" / ".." / "library", tmp_path).claim()
    other = SingleInstance(tmp_path / "other library", tmp_path)
    assert other.claim()
    other.close()


@pytest.mark.slow
def test_an_instance_that_does_not_answer_is_given_up_after_a_timeout(
    qapp: QApplication, tmp_path: Path
) -> None:
    silent = SingleInstance(tmp_path / "library", tmp_path)
    assert silent.claim()
    second = SingleInstance(tmp_path / "library", tmp_path)
    assert not second.hand_over(InstanceMessage(), timeout_ms=200)
    silent.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        b"hello\n",
        b"[]\n",
        b'{"pictures": "a", "token": ""}\n',
        b'{"pictures": [1], "token": ""}\n',
        b'{"pictures": ["relative.jpg"], "token": ""}\n',
        b'{"pictures": ["/a\\u0000b"], "token": ""}\n',
        b'{"pictures": ["/\\ud800"], "token": ""}\n',
        b'{"pictures": [], "token": 1}\n',
        b"[" * 100_000 + b"\n",
        b"x" * (LONGEST_BYTES + 1),
    ],
)
def test_what_is_no_message_is_ignored(qtbot: QtBot, first: SingleInstance, data: bytes) -> None:
    messages: list[InstanceMessage] = []
    first.message_received.connect(messages.append)
    assert send(qtbot, first, data) == b""
    good = InstanceMessage((Path("/a b.jpg").absolute(),))
    assert send(qtbot, first, encode_message(good)) == b"ok\n"
    assert messages == [good]


@posix
def test_others_cannot_reach_the_socket(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = [path for path in tmp_path.iterdir() if path.is_socket()]
    assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in sockets] == [0]
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "open"))
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    place = runtime_folder()
    assert place != tmp_path / "open"
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    (tmp_path / "open").chmod(0o700)
    assert runtime_folder() == tmp_path / "open"


@posix
def test_messages_keep_names_that_are_not_utf8() -> None:
    message = InstanceMessage((Path(os.fsdecode(b"/caf\xe9")), Path("/花.jpg")), "token-1")
    assert decode_message(encode_message(message).rstrip()) == message


def test_the_desktops_leave_to_come_to_the_front_is_handed_on() -> None:
    assert activation_token({"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b"}) == "a"
    assert activation_token({"DESKTOP_STARTUP_ID": "b"}) == "b"
    assert activation_token({}) == ""


@pytest.mark.slow
def test_the_open_window_comes_to_the_front_and_searches(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    window.showMinimized()
    handle_instance_message(window, InstanceMessage((shared_library.picture("boat", 3),)))
    assert not window.isMinimized()
    assert window.isVisible()
    wait_for_results(qtbot, window, "boat-3.jpg")


@pytest.mark.parametrize(("letters", "is_accepted"), [(4096, True), (4097, False)])
def test_a_token_has_a_bounded_length(letters: int, is_accepted: bool) -> None:
    line = encode_message(InstanceMessage(token="t" * letters)).rstrip()
    assert (decode_message(line) is not None) == is_accepted


def test_another_folder_of_the_socket_gives_no_second_window(
    first: SingleInstance, tmp_path: Path
) -> None:
    """As after another login, or where the folder was deleted, or created by somebody else."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    second = SingleInstance(tmp_path / "library", elsewhere)
    assert not second.claim()
    assert not second.hand_over(InstanceMessage(), timeout_ms=1)
    first.close()
    assert second.claim()
    second.close()


def test_a_library_that_may_only_be_read_has_one_window_too(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "library").touch()  # no lock can be created in it, not even by an administrator
    one, other = (SingleInstance(tmp_path / "library", tmp_path) for _ in range(2))
    assert one.claim()
    assert not other.claim()
    one.close()
    assert other.claim()
    other.close()


def test_a_window_opens_where_nothing_can_be_locked(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "library").touch()
    instance = SingleInstance(tmp_path / "library", tmp_path / "nowhere")
    assert instance.claim()
    instance.close()


def test_a_start_that_gets_one_lock_of_two_keeps_neither(
    qapp: QApplication, tmp_path: Path
) -> None:
    second, third = (SingleInstance(tmp_path / "library", tmp_path) for _ in range(2))
    with process_lock(tmp_path / f"{second.name}.lock"):
        assert not second.claim()
    assert third.claim()
    third.close()


@posix
def test_two_users_of_one_library_have_a_window_each(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    (tmp_path / "of another user").mkdir()
    second = SingleInstance(tmp_path / "library", tmp_path / "of another user")
    assert second.claim()
    second.close()


@posix
def test_a_start_that_cannot_reach_the_window_says_so_and_opens_none(
    first: SingleInstance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[AppError] = []
    Catalogue(LibraryFiles(tmp_path / "library")).close()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "removed"))
    monkeypatch.setattr(app, "refuse", lambda _, error, __: told.append(error))
    monkeypatch.setattr(SingleInstance, "hand_over", lambda *_: False)  # it waits 10 seconds
    assert open_window(WindowRequest(library=tmp_path / "library")) == 1
    remove_log_handlers()
    assert [type(error) for error in told] == [WindowUnreachableError]
    assert (
        f"The library {tmp_path / 'library'} is open in another window" in capsys.readouterr().err
    )


def test_the_dialog_of_a_start_without_a_window_says_why_in_the_users_language(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.json").write_text('{"language": "zh_CN", "theme": "light"}')
    numbers = QLocale()
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    monkeypatch.setattr(app, "make_application", QApplication.instance)
    QTimer.singleShot(0, read)
    places = Places(tmp_path, tmp_path / "settings.json", tmp_path, tmp_path)
    app.refuse(places, WindowUnreachableError(tmp_path / "library"))
    QLocale.setDefault(numbers)
    assert "已在另一个窗口中打开" in told[0]


def test_libraries_of_one_name_in_two_folders_have_a_window_each(
    qapp: QApplication, tmp_path: Path
) -> None:
    one, other = (SingleInstance(tmp_path / name / "library", tmp_path) for name in "ab")
    assert one.claim()
    assert other.claim()
    for instance in (one, other):
        instance.close()


def test_a_message_that_is_too_long_is_not_read(
    qtbot: QtBot, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "LONGEST_BYTES", 100)
    messages: list[InstanceMessage] = []
    first.message_received.connect(messages.append)
    line = encode_message(InstanceMessage(token="t" * 100))
    assert send(qtbot, first, line) == b""
    assert messages == []


@pytest.mark.slow
def test_one_that_connects_and_says_nothing_is_sent_away(
    qtbot: QtBot, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_TIMEOUT_MS", 50)
    assert send(qtbot, first, b"") == b""


@posix
def test_what_a_crashed_window_left_in_the_place_of_the_socket_is_replaced(
    qtbot: QtBot, tmp_path: Path
) -> None:
    instance = SingleInstance(tmp_path / "library", tmp_path)
    Path(instance._address).write_text("not a socket any more")
    assert instance.claim()
    instance.listen()
    assert send(qtbot, instance, encode_message(InstanceMessage())) == b"ok\n"
    instance.close()
