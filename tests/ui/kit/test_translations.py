"""Every word of the window has its translation, and the compiled files are those of the sources."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.paths import resources
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.sentences.templates import all_templates
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.inspector.bit_grid_drawing import bit_text
from desktop_app.ui.kit.language import Language
from desktop_app.ui.shell.crash_dialog import CrashDialog
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, outliers_of
from tests.ui.gestures import has_results, wait_for_results
from tests.ui.varied_library import VariedLibrary

PROJECT = Path(__file__).resolve().parents[3]
TRANSLATIONS = resources() / "translations"
Message = tuple[str, str, str, bool]

# Names, formats, units and keys, which are the same in every language.
ALLOWED = re.compile(
    "|".join(language.own_name for language in LANGUAGES.values())
    + r"|Lookalike|CPU|JPEG|PNG|TIFF|PDF|CSV|JSON|RAW|ISO|GPS|XMP|A4|[kMG]B|MP|mm"
    r"|Ctrl|Shift|Alt|Esc|Del|Space|Enter|Return|Backspace|Home|End|PgUp|PgDown|\bF\d+\b"
    r"|\b[0-9a-f]{8}\b"  # codes
)
# Of folders and cameras in these tests, alone, after what they are, or with a count; and the title
# of a window, which names the library's folder.
OWN_NAMES = re.compile(
    r"library — Lookalike|(.*: )?(photos|disk|trip|Pixel 8|Canon EOS 7D|beach \d\.jpg)( +\(\d+\))?"
)
FILE_NAME = re.compile(r"[\w~.\u200b-]*[/\\][^\s；，：]*|[\w\u200b-]+\.\u200b?\w+")


TRANSLATED = [code for code in LANGUAGES if code != ENGLISH]


@pytest.fixture(scope="module", params=TRANSLATED)
def messages(request: pytest.FixtureRequest) -> list[Message]:
    """Context, source, translation, and whether it is marked unfinished, of each language."""
    return list(read(TRANSLATIONS / f"lookalike_{request.param}.ts"))


def read(path: Path) -> Iterator[Message]:
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                translation.text or "",
                "type" in translation.attrib,
            )


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_nothing_is_left_to_translate(messages: list[Message]) -> None:
    assert len(messages) > 400
    for context, source, translation, is_unfinished in messages:
        assert translation, (context, source)
        assert not is_unfinished, (context, source)


def test_translations_keep_their_placeholders(messages: list[Message]) -> None:
    for _, source, translation, _ in messages:
        assert placeholders(translation) == placeholders(source), translation


def test_menus_keep_their_ellipsis_and_sentences_their_end(messages: list[Message]) -> None:
    for _, source, translation, _ in messages:
        assert source.endswith("…") == translation.endswith("…"), translation
        assert source.endswith(".") == translation.endswith((".", "。")), translation


def test_no_text_of_several_words_is_left_in_english(messages: list[Message]) -> None:
    """A single word, such as a file format, may be the same."""
    for context, source, translation, _ in messages:
        words = re.findall(r"[A-Za-z]{2,}", ALLOWED.sub("", re.sub(r"{\w+}", "", source)))
        assert len(words) < 3 or translation != source, (context, source)


def test_the_same_words_in_two_places_are_translated_alike(messages: list[Message]) -> None:
    known: dict[str, str] = {}
    for _, source, translation, _ in messages:
        assert known.setdefault(source, translation) == translation, source


def test_every_sentence_of_the_command_line_is_translated(messages: list[Message]) -> None:
    sentences = {source for context, source, _, _ in messages if context == "sentences"}
    assert sentences == set(all_templates())


@pytest.mark.slow
def test_the_files_are_those_of_the_sources(tmp_path: Path) -> None:
    """`make translations` would change nothing."""
    for language in TRANSLATED:
        shutil.copy2(TRANSLATIONS / f"lookalike_{language}.ts", tmp_path)
    script = PROJECT / "packaging" / "translations.py"
    subprocess.run([sys.executable, script, tmp_path], check=True, cwd=PROJECT)
    names = {f"lookalike_{language}.{kind}" for language in TRANSLATED for kind in ("ts", "qm")}
    assert {path.name for path in tmp_path.iterdir()} == names
    for name in names:
        assert (tmp_path / name).read_bytes() == (TRANSLATIONS / name).read_bytes(), name


def test_every_language_has_a_glossary_that_its_name_heads() -> None:
    for code in TRANSLATED:
        glossary = (PROJECT / "docs" / "glossaries" / f"{code}.md").read_text("utf-8")
        assert glossary.startswith(f"# {LANGUAGES[code].own_name}\n")


def test_the_check_for_untranslated_texts_finds_english_words(window: MainWindow) -> None:
    assert len(english_in(window)) > 50


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], shared_library: IndexedLibrary) -> MainWindow:
    """Without searches of other tests, whose names are English."""
    LibraryFiles(shared_library.library).searches.unlink(missing_ok=True)
    return open_window(shared_library.library)


@pytest.fixture(params=["zh_CN", "ja"])
def other_letters(request: pytest.FixtureRequest, language: Language) -> None:
    """A language in whose texts English words can be told by their letters."""
    language.choose(request.param)


@pytest.mark.usefixtures("other_letters")
def test_an_empty_window_speaks_one_language_only(
    open_window: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = open_window(tmp_path / "library")
    assert english_in(window) == []


@pytest.mark.usefixtures("other_letters")
@pytest.mark.slow
def test_every_view_speaks_one_language_only(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    assert english_in(window) == []
    picture = shared_library.picture("beach", 0)
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)
    window.saved_searches.save()
    searcher = window._services.searcher
    with qtbot.waitSignal(searcher.answer_ready, timeout=WAIT_MS, check_params_cb=has_results):
        window.query_editor.add([FileSource(shared_library.picture("car", 1))], wanted=False)
    qtbot.waitUntil(lambda: len(window.bar.chips.chips) == 2, timeout=WAIT_MS)
    for fold in window.folds.values():
        fold.heading.setChecked(True)
    window.results.grid.selection.select([(2, 2)], 2)
    lens = window.panel.lens
    qtbot.waitUntil(lens.path.slider.isVisible, timeout=WAIT_MS)
    lens.flip_requested.emit(3)
    qtbot.waitUntil(lambda: 3 in lens.grid.code.flips, timeout=WAIT_MS)
    assert english_in(window) == []
    assert english_in_text(bit_text(lens.grid.code, 3)) == []
    window.viewer.open(window.results.grid)
    window.filters.open_panel()
    window.work.unfold()
    window.export_panel.open_for(PhotoSelection([1, 2]))
    window.settings.open_or_raise()
    window.action_set.run("shortcuts")
    dialog = CrashDialog(window._services.theme, "…", tmp_path / "logs" / "lookalike.log", window)
    dialog.show()
    qtbot.waitUntil(lambda: window.filters.panel.lists["cameras"].count() >= 0, timeout=WAIT_MS)
    assert english_in(window) == []
    window.commands.show_view("outliers")
    qtbot.waitUntil(lambda: outliers_of(window).model.rowCount() > 0, timeout=WAIT_MS)
    assert english_in(window) == []


@pytest.mark.usefixtures("other_letters")
def test_every_menu_speaks_one_language_only(
    qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary
) -> None:
    picture = shared_library.picture("beach", 0)
    window.commands.search(FileSource(picture))
    wait_for_results(qtbot, window, picture.name)
    window.saved_searches.save()
    lists = window.sidebar.searches
    menus = [
        window.results.menu(window.results.model.photo(1)),
        window.sidebar.rows[0].menu(),
        window.filters.sort.menu_of_orders(),
        lists.saved.menu(0),
        lists.recent.menu(0),
    ]
    for menu in menus:
        assert menu.actions()
        assert english_in(menu) == []
        menu.deleteLater()
    for title in window.menuBar().actions():
        assert english_in_text(title.text()) == []
        opened = title.menu()
        assert isinstance(opened, QMenu)
        assert english_in(opened) == []


@pytest.mark.usefixtures("other_letters")
@pytest.mark.slow
def test_folders_in_every_state_and_their_facets_speak_one_language_only(
    qtbot: QtBot, open_window: Callable[[Path], MainWindow], varied: VariedLibrary
) -> None:
    window = open_window(varied.library)
    qtbot.waitUntil(lambda: bool(window.browse.count), timeout=WAIT_MS)
    window.filters.open_panel()
    qtbot.waitUntil(
        lambda: window.filters.panel.dates.tree.topLevelItemCount() > 1, timeout=WAIT_MS
    )
    assert english_in(window) == []


def english_in(whole: QWidget) -> list[str]:
    """What is English in a widget and all that is in it."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    texts = [text for item in [whole, *whole.findChildren(QWidget)] for text in texts_of(item)]
    return [text for text in texts if english_in_text(text)]


def english_in_text(text: str) -> list[str]:
    if OWN_NAMES.fullmatch(text):
        return []
    rest = ALLOWED.sub("", FILE_NAME.sub("", text))
    return re.findall(r"[A-Za-z]{2,}", rest)


def texts_of(item: QWidget) -> Iterator[str]:
    yield item.toolTip()
    yield item.accessibleName()
    yield item.accessibleDescription()
    yield item.windowTitle()
    if isinstance(item, QLineEdit):
        yield item.placeholderText()
    if isinstance(item, QLabel):
        yield item.text()
    elif isinstance(item, QComboBox):
        yield from (item.itemText(row) for row in range(item.count()))
    elif isinstance(item, QMenu):
        yield from (action.text() for action in item.actions())
    elif isinstance(item, QAbstractItemView):
        yield from texts_of_rows(item)
    elif hasattr(item, "text") and callable(item.text):
        yield item.text()
    for action in item.actions():
        assert isinstance(action, QAction)
        yield action.text()


def texts_of_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    for row in range(model.rowCount() if model else 0):
        yield from (str(model.index(row, 0).data(role) or "") for role in roles)
