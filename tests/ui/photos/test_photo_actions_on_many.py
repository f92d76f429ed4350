"""Ten thousand chosen photos at once: the most that is taken."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.database.opening import transaction
from desktop_app.core.indexing.indexer import index
from desktop_app.ui.photos.photo_exports import ExportKind
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import wait_for_message

MANY = 10_000
_CONTROL = Qt.KeyboardModifier.ControlModifier
_FACTS = (
    "root_id, folder, size, mtime_ns, state, content_hash, width, height, format, taken_at, camera,"
    " mean_colour, fingerprints"
)


@pytest.fixture
def crowd(tmp_path: Path, shared_library: IndexedLibrary, encoder: Encoder) -> IndexedLibrary:
    """One photo more than is taken at once: names of one file, each a row of the library."""
    photos, files = tmp_path / "photos", LibraryFiles(tmp_path / "library")
    photos.mkdir()
    first = photos / "00000.jpg"
    first.write_bytes(shared_library.picture("beach", 0).read_bytes())
    for _ in index(files, encoder, [photos]):
        pass
    for number in range(1, MANY + 1):
        os.link(first, photos / f"{number:05}.jpg")
    with Catalogue(files) as catalogue, transaction(catalogue.connection):
        catalogue.connection.execute(
            "WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers LIMIT ?)"
            f" INSERT INTO photos (name, {_FACTS})"
            f" SELECT CAST(printf('%05d.jpg', i) AS BLOB), {_FACTS} FROM photos, numbers"
            " WHERE id = 1",
            (MANY,),
        )
    return IndexedLibrary(photos, files.folder)


@pytest.fixture
def window(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    crowd: IndexedLibrary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """All but one of the photos are selected; the trash is a folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    window = open_window(crowd.library)
    qtbot.waitUntil(lambda: window.browse.count == MANY + 1, timeout=WAIT_MS)
    window.browse.grid.setFocus()
    window.browse.grid.selection.select([(0, MANY - 1)], 0)
    return window


@pytest.mark.slow
def test_ten_thousand_photos_go_to_the_trash_and_come_back(
    qtbot: QtBot, window: MainWindow, crowd: IndexedLibrary
) -> None:
    texts: list[str] = []
    window.commands.files.message_posted.connect(lambda notice: texts.append(notice.text))
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "10,000 photos moved to the trash." in texts, timeout=2 * WAIT_MS)
    assert len(list(crowd.photos.iterdir())) == 1
    assert any(text.startswith("Moving to the trash: ") for text in texts)
    qtbot.waitUntil(lambda: window.browse.count == 1, timeout=2 * WAIT_MS)
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: "Move undone (10,000 photos)." in texts, timeout=2 * WAIT_MS)
    assert len(list(crowd.photos.iterdir())) == MANY + 1
    qtbot.waitUntil(lambda: window.browse.count == MANY + 1, timeout=2 * WAIT_MS)


@pytest.mark.slow
def test_work_on_many_files_can_be_stopped_and_undone(
    qtbot: QtBot, window: MainWindow, crowd: IndexedLibrary
) -> None:
    QTest.keyClick(window.browse.grid, Qt.Key.Key_Delete)
    wait_for_message(qtbot, window, "Moving to the trash: ")
    assert window.message.button.text() == "Stop"
    QTest.mouseClick(window.message.button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "photos moved to the trash.")
    assert 1 < len(list(crowd.photos.iterdir())) <= MANY
    assert window.message.button.text() == "Undo"
    QTest.mouseClick(window.message.button, Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "Move undone")
    assert len(list(crowd.photos.iterdir())) == MANY + 1


@pytest.mark.slow
def test_ten_thousand_photos_are_exported(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "many.json"
    QTest.keyClick(window.browse.grid, Qt.Key.Key_E, _CONTROL)
    QTest.mouseClick(window.export_panel.buttons[ExportKind.JSON], Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "10,000 photos exported to")
    assert len(json.loads(desk.target.read_text("utf-8"))["photos"]) == MANY


@pytest.mark.slow
def test_a_larger_selection_is_declined_with_a_message(
    window: MainWindow, crowd: IndexedLibrary
) -> None:
    window.browse.grid.selectAll()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_E):
        window.message.clear()
        held = _CONTROL if key == Qt.Key.Key_E else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.browse.grid, key, held)
        assert "at most 10,000 photos at once" in window.message.text
    assert not window._services.file_work.is_busy
    assert len(list(crowd.photos.iterdir())) == MANY + 1
