"""Messages above the photos: those that need only be read vanish by themselves."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.message_bar import Notice, warning
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS

ERROR = warning("The disk is full.")
UNDOABLE = Notice("1 photo renamed.", button="Undo", act=lambda: None)
OTHERWISE = Notice("1 photo is new.", other_button="Not now", other_act=lambda: None)


def test_a_message_that_need_only_be_read_vanishes_for_the_next_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.message.reading.setInterval(1)
    window.commands.files.undo()
    assert window.message.text == "Nothing to undo."
    window.message.queue_notice(Notice("One more."))
    window.message.queue_notice(ERROR)
    qtbot.waitUntil(lambda: window.message.notice is ERROR, timeout=WAIT_MS)
    window.message.clear()
    window.message.show_notice(Notice("The last."))
    qtbot.waitUntil(lambda: not window.message.isVisible(), timeout=WAIT_MS)


@pytest.mark.parametrize("notice", [ERROR, UNDOABLE, OTHERWISE], ids=lambda notice: notice.text)
def test_errors_and_messages_with_buttons_stay(
    qtbot: QtBot, window: MainWindow, notice: Notice
) -> None:
    stays, vanishes = window.message, window.viewer.message
    for bar in (stays, vanishes):
        bar.reading.setInterval(1)
        bar.show_notice(Notice("Read this."))
    stays.show_notice(notice)
    qtbot.waitUntil(lambda: vanishes.notice is None, timeout=WAIT_MS)
    assert stays.notice is notice
