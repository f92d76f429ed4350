"""Messages with buttons, and those that wait for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.message_bar import MessageBar, Notice, translated, warning
from desktop_app.ui.kit.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> MessageBar:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_a_message_is_shown_with_its_details_and_no_buttons(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.show_notice(Notice("Done.", "In 3 s."))
    assert (bar.text, bar.accessibleName(), bar.accessibleDescription()) == (
        *("Done.", "Done.", "In 3 s."),
    )
    assert [bar.isVisible(), bar.button.isVisible(), bar.other_button.isVisible()] == [
        *[True, False, False],
    ]
    assert bar.property("tone") == "quiet"
    assert any(made.toolTip() == "In 3 s." for made in bar.findChildren(QLabel))
    assert bar.reading.isActive()
    bar.show_notice(warning("The disk is full."))
    assert bar.property("tone") == "warning"
    assert not bar.reading.isActive()


@pytest.mark.parametrize("number", [0, 1])
def test_a_button_dismisses_its_message_and_then_runs(bar: MessageBar, number: int) -> None:
    log: list[str] = []
    bar.dismissed.connect(lambda notice: log.append(f"dismissed {notice.text}"))
    notice = Notice(
        "Moved.", button="Undo", act=lambda: log.append(f"undo {bar.text}"),
        other_button="Show", other_act=lambda: log.append(f"show {bar.text}"),
    )  # fmt: skip
    bar.show_notice(notice)
    made = (bar.button, bar.other_button)[number]
    assert made.text() == ("Undo", "Show")[number]
    QTest.mouseClick(made, LEFT)
    assert log == ["dismissed Moved.", ("undo ", "show ")[number]]
    assert not bar.isVisible()


def test_queued_messages_come_one_after_the_other(bar: MessageBar) -> None:
    one, two, three = (Notice(text, act=lambda: None) for text in ("1", "2", "3"))
    for notice in (one, two, three):
        bar.queue_notice(notice)
    assert bar.text == "1"
    bar.withdraw(two)
    assert bar.text == "1"
    bar.withdraw(one)
    assert bar.text == "3"
    bar.clear()
    assert (bar.text, bar.notice, bar.waiting) == ("", None, [])


def test_a_message_that_can_be_undone_or_warns_does_not_vanish() -> None:
    assert Notice("a").can_vanish
    assert not Notice("a", is_warning=True).can_vanish
    assert not Notice("a", act=lambda: None).can_vanish
    assert not Notice("a", other_act=lambda: None).can_vanish


def test_a_message_is_made_again_in_another_language() -> None:
    words = iter(["Hello", "Hallo", "Salut"])
    notice = translated(lambda: Notice(next(words)))
    again = notice.retranslated
    assert (notice.text, again.text, again.retranslated.text) == ("Hello", "Hallo", "Salut")
    assert Notice("Hello").retranslated.text == "Hello"
    spoken = warning(lambda: next(iter(["Gone."])), "details")
    assert (spoken.text, spoken.details, spoken.is_warning) == ("Gone.", "details", True)
    assert spoken.retranslated.is_warning
