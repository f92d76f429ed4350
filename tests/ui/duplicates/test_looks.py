"""The desk in both languages, at all widths and sizes of text, and for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.member_painter import MemberPainter
from desktop_app.ui.duplicates.duplicates_flow import DuplicatesFlow
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.grid.thumbnail_sources import LibraryThumbnails
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.cut_texts import cut_texts
from tests.ui.duplicates.conftest import go_to, open_duplicates
from tests.ui.duplicates.test_discarding import ask, mark
from tests.ui.duplicates.test_rules import open_rules
from tests.ui.focus import without_name
from tests.ui.kit.test_texts_fit import at_all_widths
from tests.ui.kit.test_translations import english_in


@pytest.mark.slow
def test_no_text_is_cut(
    qtbot: QtBot, open_window: Callable[..., MainWindow], compared: IndexedLibrary, look: Theme
) -> None:
    window = open_window(compared.library, own_theme=look)
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    view.tabs.choose(Level.SAME_PHOTO)
    mark(view, "car-mirrored.jpg", "car.jpg")
    assert at_all_widths(window) == []
    summary, rules = ask(qtbot, window), open_rules(window, view)
    assert cut_texts(summary) == []
    assert cut_texts(rules) == []
    view.marks.clear()
    view.tabs.choose(Level.IDENTICAL)
    view.desk.discard_others()
    of_identical = ask(qtbot, window)
    assert of_identical.link.isVisible()
    assert cut_texts(of_identical) == []
    view.desk.compare_requested.emit()
    assert at_all_widths(window) == []
    view.head.alike.click()
    assert cut_texts(view.head.alike.panel) == []
    view.head.alike.panel.hide()


@pytest.mark.slow
def test_everything_speaks_chinese_only(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    compared: IndexedLibrary,
    language: Language,
) -> None:
    language.choose("zh_CN")
    window = open_window(compared.library)
    view = open_duplicates(qtbot, window)
    qtbot.waitUntil(view.tabs.isVisible, timeout=WAIT_MS)
    view.tabs.choose(Level.SAME_PHOTO)
    mark(view, "car-mirrored.jpg", "car.jpg")
    ask(qtbot, window)
    open_rules(window, view)
    view.head.alike.click()
    assert english_in(view.head.alike.panel) == []
    view.head.alike.panel.hide()
    menus = [view.menu(view.model.photo(0)), view.head.spare.menu_of_places()]
    view.desk.compare_requested.emit()
    assert english_in(window) == []
    assert [text for menu in menus for text in english_in(menu)] == []


def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, view: DuplicatesView) -> None:
    go_to(view, "car.jpg")
    QTest.keyClick(view.grid, Qt.Key.Key_D)
    flow = window.views["duplicates"]
    assert isinstance(flow, DuplicatesFlow)
    summary, rules = ask(qtbot, window), open_rules(window, view)
    view.desk.compare_requested.emit()
    for top in (view, view.head.alike.panel, flow.comparison, summary, rules):
        assert without_name(top) == []


def test_photos_are_wide_enough_for_their_sizes_in_pixels(
    theme: Theme, large_texts: Theme, tmp_path: Path
) -> None:
    thumbnails = ThumbnailLoader(LibraryThumbnails(LibraryFiles(tmp_path)), 0)
    widths = [MemberPainter(own, thumbnails).least_width for own in (theme, large_texts)]
    assert 64 <= widths[0] <= 160 < widths[1]
    large = QFontMetrics(large_texts.font(large_texts.metrics.secondary))
    assert large.horizontalAdvance("6,000 × 4,000") <= widths[1]
    thumbnails.close()
