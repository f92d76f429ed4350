"""The question before files are discarded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.clearing.discards import Discard, Discards, Refusal, Refused
from desktop_app.ui.duplicates.discard_summary import DiscardSummary
from desktop_app.ui.kit.theme import Theme
from tests.ui.cut_texts import cut_texts
from tests.ui.duplicates.test_words import FIRST, SECOND, discards, in_folder

LEFT = Qt.MouseButton.LeftButton
TWIN = Discard(replace(SECOND, content_hash=FIRST.content_hash), FIRST)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def opened(theme: Theme, found: Discards, parent: QWidget) -> DiscardSummary:
    summary = DiscardSummary(theme, found, parent)
    summary.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    summary.show()
    return summary


def texts(summary: DiscardSummary) -> list[str]:
    return [made.text() for made in summary.findChildren(QLabel) if made.isVisible()]


def requests(summary: DiscardSummary) -> list[str]:
    log: list[str] = []
    summary.trash_requested.connect(lambda: log.append("trash"))
    summary.move_requested.connect(lambda: log.append("move"))
    summary.link_requested.connect(lambda: log.append("link"))
    return log


def test_a_summary_tells_what_goes_what_is_gained_and_what_stays(
    theme: Theme, parent: QWidget
) -> None:
    found = discards([in_folder("old", 3_000_000)], [Refused(FIRST, Refusal.LAST)])
    summary = opened(theme, found, parent)
    shown = texts(summary)
    assert "Discard 1 file" in shown
    assert "Frees 3.0 MB. Of each group at least one file stays. You can undo it." in shown
    assert "1 file stays: the last of its group." in shown
    assert "1 file · 3.0 MB" in shown
    assert summary.accessibleName() == (
        "Frees 3.0 MB. Of each group at least one file stays. You can undo it."
        " 1 file stays: the last of its group."
    )
    assert any(made.toolTip() == "/photos/a.jpg" for made in summary.findChildren(QLabel))


def test_sentences_are_broken_into_lines(theme: Theme, parent: QWidget) -> None:
    changed = replace(in_folder("old", 3), is_changed=True)
    refused = [Refused(FIRST, Refusal.CHANGED), Refused(FIRST, Refusal.UNREADABLE)]
    summary = opened(theme, discards([changed], refused), parent)
    assert summary.width() <= theme.metrics.closing_question + 2 * theme.metrics.section
    assert cut_texts(summary) == []
    long = [made for made in summary.findChildren(QLabel) if len(made.text()) > 60]
    assert len(long) >= 5
    assert all(made.wordWrap() for made in long)


@pytest.mark.parametrize(("name", "wanted"), [("trash", "trash"), ("move_to", "move")])
def test_a_button_closes_the_question_and_asks_for_its_way(
    theme: Theme, parent: QWidget, name: str, wanted: str
) -> None:
    summary = opened(theme, discards([in_folder("old", 1)]), parent)
    log = requests(summary)
    QTest.mouseClick(getattr(summary, name), LEFT)
    assert log == [wanted]
    assert not summary.isVisible()


def test_cancelling_asks_for_nothing(theme: Theme, parent: QWidget) -> None:
    summary = opened(theme, discards([in_folder("old", 1)]), parent)
    log = requests(summary)
    QTest.mouseClick(summary.cancel, LEFT)
    assert (log, summary.isVisible()) == ([], False)


def test_only_identical_files_are_replaced_by_links(theme: Theme, parent: QWidget) -> None:
    assert not opened(theme, discards([in_folder("old", 1), TWIN]), parent).link.isVisible()
    summary = opened(theme, discards([TWIN]), parent)
    assert summary.link.isVisible()
    log = requests(summary)
    summary.menu_of_links().actions()[0].trigger()
    assert (log, summary.isVisible()) == (["link"], False)


def test_where_everything_stays_there_is_nothing_to_choose(theme: Theme, parent: QWidget) -> None:
    summary = opened(theme, discards([], [Refused(FIRST, Refusal.LAST)]), parent)
    assert texts(summary)[0] == "Nothing can be discarded"
    assert not summary.merge.isVisible()
    enabled = [made.isEnabled() for made in (summary.trash, summary.move_to, summary.cancel)]
    assert enabled == [False, False, True]
    assert not summary.link.isVisible()
