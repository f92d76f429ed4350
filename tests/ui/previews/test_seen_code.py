"""What the code of a photo has kept of it: its previews, its neighbours, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.base.codes import hamming, signs
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.code_lens import without_surest
from desktop_app.ui.engine.previews import PREVIEW_SIDE, Previews
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.code_dialog import CodeDialog
from desktop_app.ui.previews.preview_view import PreviewView
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary, OpenModel
from tests.ui.cut_texts import cut_texts
from tests.ui.drawing_model import with_generator, without_generator
from tests.ui.varied_library import VariedLibrary

pytestmark = pytest.mark.slow


@pytest.fixture
def model(tmp_path: Path, encoder: Encoder) -> Path:
    """Its generator draws each code in colours of its own."""
    return with_generator(encoder.bundle, tmp_path / "drawing")


@pytest.fixture
def window(qtbot: QtBot, open_model: OpenModel, model: Path) -> MainWindow:
    return with_photos(qtbot, open_model(model))


def with_photos(qtbot: QtBot, window: MainWindow, count: int = 36) -> MainWindow:
    qtbot.waitUntil(lambda: window.browse.count == count, timeout=WAIT_MS)
    last = count - 1
    qtbot.waitUntil(lambda: window.browse.model.known_photo(last) is not None, timeout=WAIT_MS)
    return window


def photo_at(window: MainWindow, row: int) -> ShownPhoto:
    shown = window.browse.model.known_photo(row)
    assert shown is not None
    return shown


def row_of(window: MainWindow, name: str) -> int:
    rows = range(window.browse.model.rowCount())
    return next(row for row in rows if photo_at(window, row).path.name == name)


def look_at(qtbot: QtBot, window: MainWindow, name: str) -> CodeDialog:
    """Select a photo and press the key."""
    grid = window.browse.grid
    grid.setFocus()
    grid.setCurrentIndex(window.browse.model.index(row_of(window, name), 0))
    QTest.keyClick(grid, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = window.commands.codes.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: name in dialog.photo.accessibleName(), timeout=WAIT_MS)
    return dialog


def drawn_all(qtbot: QtBot, dialog: CodeDialog) -> None:
    qtbot.waitUntil(dialog.neighbours.previews[7].isVisible, timeout=WAIT_MS)


def query_of(encoder: Encoder, library: IndexedLibrary, name: str) -> Query:
    with Catalogue(LibraryFiles(library.library)) as catalogue:
        ids = [row[0] for row in catalogue.rows("SELECT id FROM photos")]
        photo = next(row for row in catalogue.photos(ids) if row.path.name == name)
        return Query(encoder.hash_descriptors(catalogue.descriptors([photo.id]))[0])


def test_the_preview_and_those_without_the_surest_bits_are_drawn(
    qtbot: QtBot, window: MainWindow, model: Path, encoder: Encoder, shared_library: IndexedLibrary
) -> None:
    dialog = look_at(qtbot, window, "flower-2.jpg")
    shown = [item for item in dialog.left_out.previews if item.isVisible()]
    assert [item.caption.text() for item in shown] == [
        "Without 8 bits", "Without 16 bits", "Without 32 bits", "Without 64 bits",
    ]  # fmt: skip
    query = query_of(encoder, shared_library, "flower-2.jpg")
    values = np.stack([without_surest(query, count) for count in (0, 8, 16, 32, 64)])
    expected = Previews(Encoder(read_bundle(model))).draw(values, [(480, 320)] * 5)
    pictures = [dialog.preview.picture.whole, *(item.picture.whole for item in shown)]
    assert pictures == expected
    assert all(one != other for one, other in pairwise(pictures))
    assert "codes of 256 yes-or-no marks" in dialog.text


def test_beneath_the_nearest_photos_are_previews_of_their_codes(
    qtbot: QtBot, window: MainWindow, model: Path, encoder: Encoder, shared_library: IndexedLibrary
) -> None:
    dialog = look_at(qtbot, window, "flower-2.jpg")
    drawn_all(qtbot, dialog)
    names = [tile.accessibleName() for tile in dialog.neighbours.tiles]
    assert len(set(names)) == 8
    assert "flower-2.jpg" not in names
    assert {name.split("-")[0] for name in names[:4]} == {"flower"}
    code = query_of(encoder, shared_library, names[3]).code
    expected = Previews(Encoder(read_bundle(model))).draw(signs(code[np.newaxis]), [(480, 320)])
    assert [dialog.neighbours.previews[3].whole] == expected
    own = query_of(encoder, shared_library, "flower-2.jpg").code
    distance = hamming(own, code[np.newaxis])[0]
    assert f"{names[3]}: {distance} bits" in dialog.neighbours.tiles[3].toolTip()


def test_a_click_on_a_neighbour_looks_at_its_code(qtbot: QtBot, window: MainWindow) -> None:
    dialog = look_at(qtbot, window, "flower-2.jpg")
    name = dialog.neighbours.tiles[2].accessibleName()
    before = dialog.preview.picture.whole
    QTest.mouseClick(dialog.neighbours.tiles[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == name, timeout=WAIT_MS)
    assert window.commands.codes.dialog is dialog
    assert dialog.preview.picture.whole != before


def test_alt_left_and_the_button_lead_back_to_the_photos_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = look_at(qtbot, window, "flower-2.jpg")
    assert not dialog.back.isVisible()
    names = ["flower-2.jpg"]
    for tile in (dialog.neighbours.tiles[7], dialog.neighbours.tiles[2]):
        names.append(tile.accessibleName())
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.photo.accessibleName() == names[-1], timeout=WAIT_MS)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=WAIT_MS)
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == names[1], timeout=WAIT_MS)
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == names[0], timeout=WAIT_MS)
    assert not dialog.back.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.isVisible()  # and there is nothing before


def test_photo_and_preview_have_the_same_proportions(
    qtbot: QtBot, open_model: OpenModel, model: Path, varied: VariedLibrary
) -> None:
    window = with_photos(qtbot, open_model(model, varied.library), 6)
    dialog = look_at(qtbot, window, "beach 3.jpg")
    assert dialog.photo.size() == QSize(170, 256)
    assert dialog.preview.picture.whole.size() == QSize(341, PREVIEW_SIDE)
    square = photo_at(window, row_of(window, "boat.png"))
    window.commands.codes.open(square.photo)
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == "boat.png", timeout=WAIT_MS)
    assert dialog.photo.size() == QSize(256, 256)
    assert not dialog.back.isVisible()  # back leads to photos whose neighbours were followed
    assert not dialog.neighbours.tiles[5].isVisible()  # the library has six photos


def test_a_model_without_a_generator_says_so_and_the_neighbours_are_there(
    qtbot: QtBot, open_model: OpenModel, tmp_path: Path, encoder: Encoder
) -> None:
    window = with_photos(qtbot, open_model(without_generator(encoder.bundle, tmp_path / "model")))
    dialog = look_at(qtbot, window, "flower-2.jpg")
    assert "has no previews" in dialog.text
    assert dialog.neighbours.tiles[7].isVisible()
    assert not any(view.isVisible() for view in dialog.findChildren(PreviewView))


def test_a_generator_that_cannot_be_run_is_named(
    qtbot: QtBot, open_model: OpenModel, tmp_path: Path, encoder: Encoder
) -> None:
    broken = with_generator(encoder.bundle, tmp_path / "broken", b"not a network")
    window = with_photos(qtbot, open_model(broken))
    dialog = look_at(qtbot, window, "flower-2.jpg")
    assert "cannot be run" in dialog.text
    assert "generator.onnx" in dialog.text
    assert dialog.neighbours.tiles[7].isVisible()
    assert not dialog.left_out.isVisible()


def test_a_photo_that_has_left_the_library_is_named_and_the_next_one_is_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = look_at(qtbot, window, "flower-2.jpg")
    shown = photo_at(window, 0)
    gone = replace(shown.photo, id=99_999, path=Path("/photos/gone.jpg"))
    window.commands.codes.open(gone)
    qtbot.waitUntil(lambda: "gone.jpg is not in the library" in dialog.text, timeout=WAIT_MS)
    assert not dialog.photo.isVisible()
    window.commands.codes.open(shown.photo)
    qtbot.waitUntil(dialog.photo.isVisible, timeout=WAIT_MS)
    assert "gone.jpg" not in dialog.text


def test_only_the_photo_that_was_asked_for_last_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    photos = [photo_at(window, row).photo for row in (3, 9, 20)]
    answered: list[str] = []
    codes = window._services.searcher.codes
    codes.answered.connect(lambda answer: answered.append(answer.photo.path.name))
    for photo in photos:
        window.commands.codes.open(photo)
    dialog = window.commands.codes.dialog
    assert dialog is not None
    drawn_all(qtbot, dialog)
    assert set(answered) == {photos[-1].path.name}


def test_the_page_is_found_in_the_menus_and_beside_the_details(
    qtbot: QtBot, window: MainWindow
) -> None:
    view, row = window.browse, row_of(window, "car-1.jpg")
    shown = photo_at(window, row)
    menu = view.menu(shown)
    next(action for action in menu.actions() if action.text() == "What the code sees").trigger()
    assert window.commands.codes.dialog is not None
    window.commands.codes.dialog.close()
    assert window.commands.codes.dialog is None
    view.grid.setCurrentIndex(view.model.index(row, 0))
    view.grid.preview_requested.emit()
    window.viewer.toggle_details()
    qtbot.waitUntil(window.viewer.panel.see.isVisible, timeout=WAIT_MS)
    QTest.mouseClick(window.viewer.panel.see, Qt.MouseButton.LeftButton)
    dialog = window.commands.codes.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == "car-1.jpg", timeout=WAIT_MS)


def test_another_model_is_asked_again(qtbot: QtBot, window: MainWindow) -> None:
    drawn_all(qtbot, look_at(qtbot, window, "flower-2.jpg"))
    codes = window._services.searcher.codes
    with qtbot.waitSignal(codes.answered, timeout=WAIT_MS) as asked:
        window._services.searcher._worker.model_changed.emit()
    assert asked.args is not None
    assert asked.args[0].photo.path.name == "flower-2.jpg"


def test_the_page_stays_open_in_another_language(
    qtbot: QtBot, window: MainWindow, language: Language
) -> None:
    before = look_at(qtbot, window, "flower-2.jpg")
    language.choose("zh_CN")
    codes = window.commands.codes
    qtbot.waitUntil(lambda: codes.dialog not in (None, before), timeout=WAIT_MS)
    dialog = codes.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "编码看到了什么"
    qtbot.waitUntil(lambda: dialog.photo.accessibleName() == "flower-2.jpg", timeout=WAIT_MS)
    assert "256 个是非标记" in dialog.text


@pytest.mark.parametrize("height", [500, 800])
def test_no_text_of_the_page_is_cut(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    look: Theme,
    shared_library: IndexedLibrary,
    height: int,
) -> None:
    window = with_photos(qtbot, open_window(shared_library.library, own_theme=look))
    window.commands.codes.open(photo_at(window, 3).photo)
    dialog = window.commands.codes.dialog
    assert dialog is not None
    dialog.resize(dialog.width(), height)
    drawn_all(qtbot, dialog)
    assert cut_texts(dialog) == []
