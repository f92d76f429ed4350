"""Uncaught errors: logged, reported once, and never in the way of the user."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer, Slot, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.base.log_file import LOG_FILE_NAME, configure_logging, remove_log_handlers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import report_crashes
from desktop_app.ui.shell.crash_dialog import CrashNotifier
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.crash_log import CrashLog
from desktop_app.ui.system.crash_marker import CrashMarker
from tests.ui.conftest import WAIT_MS, FakeDesk
from tests.ui.gestures import wait_for_message
from tests.ui.running_program import RunningProgram, wait_until

pytestmark = [
    pytest.mark.qt_no_exception_capture,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
unix = pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")


def crash_log(home: Path) -> CrashLog:
    log_file = home / "logs" / LOG_FILE_NAME
    configure_logging(log_file)
    return CrashLog(log_file, CrashMarker(home / "logs", "test"))


@pytest.fixture
def crashes(tmp_path: Path) -> Iterator[CrashLog]:
    watched = crash_log(tmp_path)
    watched.watch()
    yield watched
    watched.close()
    remove_log_handlers()


@pytest.fixture
def notifier(crashes: CrashLog, theme: Theme, desk: FakeDesk, window: MainWindow) -> CrashNotifier:
    return report_crashes(crashes, theme, desk.desktop(), window)


def logged(crashes: CrashLog) -> str:
    path = crashes.log_file
    return path.read_text() if path.exists() else ""


def fail() -> None:
    raise RuntimeError("the slot gave way")


def fail_otherwise() -> None:
    raise ValueError("another one")


class FailingThread(QThread):
    @Slot()
    def run(self) -> None:
        fail()


def test_an_error_in_a_slot_is_logged_and_reported(
    qtbot: QtBot, crashes: CrashLog, notifier: CrashNotifier
) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: notifier.dialog is not None, timeout=WAIT_MS)
    assert "Traceback" in logged(crashes)
    assert "RuntimeError: the slot gave way" in logged(crashes)
    assert notifier.dialog is not None
    assert "RuntimeError: the slot gave way" in notifier.dialog.text
    assert str(crashes.log_file) in notifier.dialog.text
    assert not notifier.dialog.isModal()


@pytest.mark.parametrize("is_qts", [True, False])
def test_an_error_in_another_thread_is_reported_in_the_windows(
    qtbot: QtBot, crashes: CrashLog, notifier: CrashNotifier, is_qts: bool
) -> None:
    if is_qts:
        thread = FailingThread()
        thread.start()
        thread.wait()
    else:
        other = threading.Thread(target=fail, name="other")
        other.start()
        other.join()
    qtbot.waitUntil(lambda: notifier.dialog is not None, timeout=WAIT_MS)
    assert "the slot gave way" in logged(crashes)


def test_an_error_while_tidying_up_is_only_written_down(
    qtbot: QtBot, crashes: CrashLog, notifier: CrashNotifier
) -> None:
    class Untidy:
        def __del__(self) -> None:
            fail()

    Untidy()
    gc.collect()
    assert "the slot gave way" in logged(crashes)
    qtbot.wait(50)
    assert notifier.dialog is None


def test_the_program_continues_and_reports_the_next_error_quietly(
    qtbot: QtBot, crashes: CrashLog, notifier: CrashNotifier, window: MainWindow, desk: FakeDesk
) -> None:
    for act in (fail, fail, fail_otherwise):
        QTimer.singleShot(0, act)
    qtbot.waitUntil(lambda: "another one" in logged(crashes), timeout=WAIT_MS)
    assert notifier.dialog is not None
    assert "the slot gave way" in notifier.dialog.text
    notifier.dialog.continue_button.click()
    assert notifier.dialog is None
    assert window.isVisible()
    QTimer.singleShot(0, fail_otherwise)
    wait_for_message(qtbot, window, "ValueError: another one")
    assert notifier.dialog is None
    window.message.button.click()
    assert desk.shown == [crashes.log_file]


def test_an_error_that_comes_again_and_again_does_not_fill_the_log(
    qtbot: QtBot, crashes: CrashLog
) -> None:
    lines: list[str] = []
    crashes.failed.connect(lines.append)
    for _ in range(50):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(lines) == 50, timeout=WAIT_MS)
    assert logged(crashes).count("RuntimeError: the slot gave way") == 3


def test_the_dialog_shows_and_copies_the_log_and_can_end_the_program(
    qtbot: QtBot, crashes: CrashLog, notifier: CrashNotifier, window: MainWindow, desk: FakeDesk
) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: notifier.dialog is not None, timeout=WAIT_MS)
    dialog = notifier.dialog
    assert dialog is not None
    dialog.show_log.click()
    assert desk.shown == [crashes.log_file]
    dialog.copy.click()
    assert "the slot gave way" in QGuiApplication.clipboard().text()
    dialog.quit.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)


def test_warnings_of_qt_are_written_down(crashes: CrashLog, qtlog: object) -> None:
    qWarning("a bad day for painters")
    assert "Qt warns:\na bad day for painters" in logged(crashes)


@pytest.mark.slow
@unix
def test_the_next_window_reports_one_that_was_killed(program: RunningProgram) -> None:
    assert program.end(program.opened(), signal.SIGSEGV) == -signal.SIGSEGV
    second = program.start()
    wait_until(lambda: "quit unexpectedly" in program.log)
    assert "Fatal Python error: Segmentation fault" in program.log
    assert program.end(second) == 0
    assert [path.name for path in program.logs.iterdir()] == ["lookalike.log"]
    third = program.start()
    wait_until(lambda: any(path.suffix == ".running" for path in program.logs.iterdir()))
    assert program.end(third) == 0
    assert program.log.count("quit unexpectedly") == 1


def test_the_message_bar_tells_of_a_sudden_end(
    qtbot: QtBot, theme: Theme, desk: FakeDesk, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "test.running").touch()
    crashes = crash_log(tmp_path)
    crashes.watch()
    report_crashes(crashes, theme, desk.desktop(), window)
    crashes.close()
    remove_log_handlers()
    assert "quit unexpectedly last time" in window.message.text
    assert str(tmp_path / "logs" / "lookalike.log") in window.message.text
    assert "It was killed, or the machine went down." in logged(crashes)


@unix
@pytest.mark.slow
def test_the_end_of_the_session_closes_the_window_properly(program: RunningProgram) -> None:
    window = program.opened()
    wait_until(lambda: any(path.suffix == ".running" for path in program.logs.iterdir()))
    assert program.end(window, signal.SIGTERM) == 0
    assert (program.settings / "window.json").exists()
    assert list(program.logs.iterdir()) == []


@pytest.mark.slow
@unix
def test_a_verbose_window_logs_its_steps(program: RunningProgram) -> None:
    window = program.opened("--verbose")
    wait_until(lambda: "  INFO  " in program.log)
    assert program.end(window) == 0
