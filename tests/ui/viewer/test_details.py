"""What is known of a photo, in the viewer and in the inspector."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.cut_texts import cut_texts
from tests.ui.gestures import names
from tests.ui.viewer.viewer_steps import (
    LEFT,
    open_photo,
)


@pytest.mark.slow
def test_the_details_tell_what_the_camera_wrote(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    assert viewer.panel.isVisible()
    from_file = "1/250 s"  # the library knows the rest before the file is read
    qtbot.waitUntil(lambda: from_file in viewer.panel.facts.get("Exposure", ""), timeout=WAIT_MS)
    facts = viewer.panel.facts
    assert facts["Name"] == "d-camera.jpg"
    assert facts["Camera"] == "Nikon Z 6"
    assert facts["Lens"] == "NIKKOR Z 50mm"
    assert facts["Exposure"] == "1/250 s · f/2.8 · ISO 200"
    assert facts["Focal length"] == "50 mm"
    assert "23" in facts["Taken"]
    assert facts["Size"].startswith("600 × 400 · ")
    assert facts["Format"] == "JPEG"
    assert facts["Folder"].endswith("photos")


@pytest.mark.slow
def test_the_details_offer_the_code_with_what_it_reveals_but_do_not_show_it(
    qtbot: QtBot, large: MainWindow
) -> None:
    viewer = open_photo(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    qtbot.waitUntil(viewer.panel.copy.isVisible, timeout=WAIT_MS)
    assert "A code partly reveals its picture" in viewer.panel.text
    QTest.mouseClick(viewer.panel.copy, LEFT)
    code = QGuiApplication.clipboard().text()
    assert len(bytes.fromhex(code)) == 32
    shown = " ".join(item.text() for item in viewer.panel.findChildren(QLabel))
    assert code[:8] not in shown


def test_a_code_that_comes_late_is_not_offered_for_the_photo_that_is_shown_by_then(
    qtbot: QtBot, large: MainWindow
) -> None:
    viewer = open_photo(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    qtbot.waitUntil(viewer.panel.copy.isVisible, timeout=WAIT_MS)
    assert viewer.current.photo is not None
    large._services.searcher.code_read.emit(viewer.current.photo.photo.id + 1, "late")
    QTest.mouseClick(viewer.panel.copy, LEFT)
    assert QGuiApplication.clipboard().text() not in ("", "late")


def test_no_text_of_the_details_is_cut(qtbot: QtBot, large: MainWindow) -> None:
    viewer = open_photo(qtbot, large, "d-camera.jpg")
    QTest.keyClick(viewer, Qt.Key.Key_I)
    qtbot.waitUntil(viewer.panel.copy.isVisible, timeout=WAIT_MS)
    assert cut_texts(large) == []


@pytest.mark.slow
def test_the_inspector_tells_of_the_selected_result(qtbot: QtBot, found: MainWindow) -> None:
    panel = found.panel.details
    assert "Select a photo" in panel.text
    QTest.mouseClick(found.panel.details_fold.heading, LEFT)
    found.results.grid.setCurrentIndex(found.results.model.index(4, 0))
    assert panel.facts["Name"] == names(found)[4]
    qtbot.waitUntil(panel.copy.isVisible, timeout=WAIT_MS)
    found.commands.clear_search()
    assert panel.facts == {}


@pytest.mark.slow
def test_the_inspector_names_a_file_that_vanished(
    qtbot: QtBot, large: MainWindow, tmp_path: Path
) -> None:
    large.commands.search(FileSource(tmp_path / "photos" / "d-camera.jpg"))
    qtbot.waitUntil(lambda: large.results.model.rowCount() == 5, timeout=WAIT_MS)
    (tmp_path / "photos" / "d-camera.jpg").unlink()
    QTest.mouseClick(large.panel.details_fold.heading, LEFT)
    large.results.grid.setCurrentIndex(large.results.model.index(0, 0))
    qtbot.waitUntil(lambda: "does not exist" in large.panel.details.text, timeout=WAIT_MS)
    assert large.panel.details.facts["Name"] == "d-camera.jpg"


@pytest.mark.slow
def test_what_is_not_known_is_not_listed(qtbot: QtBot, found: MainWindow) -> None:
    found.results.grid.setCurrentIndex(found.results.model.index(4, 0))
    assert set(found.panel.details.facts) == {"Name", "Folder", "Size", "Format"}
