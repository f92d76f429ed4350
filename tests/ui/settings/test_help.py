"""The menu Help: the guide, and tips for the first use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QUrl
from pytestqt.qtbot import QtBot

from desktop_app.core.base.languages import LANGUAGES
from desktop_app.core.base.paths import guide_file, resources
from desktop_app.core.catalogue.settings import load_settings
from desktop_app.ui.kit.language import Language
from desktop_app.ui.settings.guide_dialog import GuideDialog, guide_text
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary

Opener = Callable[[Path], MainWindow]


def guide(window: MainWindow) -> str:
    window.action_set.run("guide")
    (dialog,) = window.findChildren(GuideDialog)
    return dialog.page.toPlainText()


def test_the_guide_is_shown_without_its_pictures(window: MainWindow) -> None:
    text = guide(window)
    assert text.startswith("Using Lookalike")
    assert "Find similar photos" in text
    assert "make screenshots" not in text
    assert "![" not in guide_text("en")


def test_the_guide_follows_the_language_of_the_window(
    window: MainWindow, language: Language
) -> None:
    window.action_set.run("guide")
    language.choose("zh_CN")
    (dialog,) = [each for each in window.findChildren(GuideDialog) if each.isVisible()]
    assert dialog.page.toPlainText().startswith("Lookalike 使用指南")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_link_of_the_guide_shows_the_heading_that_it_names(
    window: MainWindow, language: Language, code: str
) -> None:
    language.choose(code)
    window.action_set.run("guide")
    (dialog,) = [each for each in window.findChildren(GuideDialog) if each.isVisible()]
    page = dialog.page
    links = set(re.findall(r"\]\((#[^)]+)\)", guide_text(code)))
    assert len(links) >= 6
    shown = set()
    for link in links:
        page.anchorClicked.emit(QUrl(link))
        block = page.cursorForPosition(QPoint(page.width() // 2, 0)).block()
        while not block.blockFormat().headingLevel():
            block = block.next()
        assert heading_link(block.text()) == link
        shown.add(page.verticalScrollBar().value())
    assert len(shown) == len(links)


def heading_link(heading: str) -> str:
    """The link to a heading of this text, on GitHub."""
    return "#" + heading.lower().replace(" ", "-")


def test_every_language_has_a_guide_and_others_get_the_english_one() -> None:
    for code in LANGUAGES:
        assert guide_file(code).is_file()
    assert guide_file("zh_CN").parent == resources() / "guide"
    assert guide_text("xx") == guide_text("en")


def test_an_installed_program_has_the_english_guide_among_its_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "guide.md").write_text("# Guide", "utf-8")
    monkeypatch.setattr("desktop_app.core.base.paths.resources", lambda: tmp_path)
    assert guide_text("en") == "# Guide"


@pytest.fixture
def new_window(open_window: Opener, tmp_path: Path, own_library: IndexedLibrary) -> MainWindow:
    """On a library that was just made, with eight photos."""
    window = open_window(tmp_path / "new")
    window._services.preferences.change(tips=True)
    window.commands.add_folders([own_library.photos])
    return window


@pytest.mark.slow
def test_the_first_photos_bring_tips_that_can_be_closed_for_good(
    qtbot: QtBot, new_window: MainWindow, tmp_path: Path
) -> None:
    bar = new_window.message
    qtbot.waitUntil(lambda: bar.button.text() == "Next tip", timeout=WAIT_MS)
    first = bar.text
    bar.button.click()
    assert bar.text != first
    bar.other_button.click()
    assert not bar.isVisible()
    new_window._services.preferences.close()
    assert not load_settings(tmp_path / "settings.json").tips
    new_window.commands.tips.show_once()
    assert not bar.isVisible()


def test_a_known_library_brings_no_tips_until_the_menu_is_asked(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    window._services.preferences.change(tips=True)
    window.commands.tips.show_once()
    assert not window.message.isVisible()
    window.action_set.run("tips")
    shown = []
    while window.message.button.isVisible():
        shown.append(window.message.text)
        window.message.button.click()
    assert len(set(shown)) == 3
    assert window.message.other_button.text() == "No more tips"


def test_tips_that_were_closed_for_good_stay_closed(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "new")
    window._services.preferences.change(tips=False)
    window.commands.tips.show_once()
    assert not window.message.isVisible()


def test_every_guide_names_the_same_keys_commands_and_sections() -> None:
    def names(code: str) -> tuple[set[str], int]:
        text = guide_text(code)
        words = re.findall(r"(?:(?:Ctrl|Shift)\+)+[A-Z]|\bF\d+|`[^`]+`", text)
        return set(words), len(re.findall("^## ", text, re.MULTILINE))

    for code in LANGUAGES:
        assert names(code) == names("en")


def test_the_chinese_guide_has_no_blanks_where_its_lines_were_broken() -> None:
    blanks = re.findall(r"[，。；：、）”] |[\u4e00-\u9fff]\n[\u4e00-\u9fff“]", guide_text("zh_CN"))
    assert blanks == []
