"""Chosen photos as tables and contact sheets."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.files.export_columns import ExportedPhoto
from desktop_app.ui.photos.photo_exports import (
    PHOTOS_A_PAGE,
    ExportKind,
    SheetOptions,
    write_contact_sheet,
    write_pdf_sheet,
)
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drop_files, names, wait_for_message, wait_for_results

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def found(qtbot: QtBot, window: MainWindow, shared_library: IndexedLibrary) -> MainWindow:
    """The window with results; the first five of them are selected."""
    window.resize(1300, 800)
    drop_files(window, shared_library.picture("flower", 2))
    wait_for_results(qtbot, window, "flower-2.jpg")
    window.results.grid.setFocus()
    window.results.grid.selection.select([(0, 4)], 0)
    return window


def export(qtbot: QtBot, window: MainWindow, kind: ExportKind, *, with_codes: bool = False) -> None:
    """By key and click."""
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    QTest.keyClick(window.results.grid, Qt.Key.Key_E, _CONTROL)
    qtbot.waitUntil(window.export_panel.isActiveWindow, timeout=WAIT_MS)
    if with_codes:
        QTest.mouseClick(window.export_panel.codes, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.export_panel.buttons[kind], Qt.MouseButton.LeftButton)


def test_results_are_exported_as_a_table(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "found.csv"
    export(qtbot, found, ExportKind.CSV)
    wait_for_message(qtbot, found, "5 photos exported to")
    assert desk.titles == ["Export 5 photos: Photos.csv"]
    with desk.target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Path(row["path"]).name for row in rows] == names(found)[:5]
    assert list(rows[0]) == [
        *("path", "distance", "word", "taken_at", "camera", "size_bytes"),
        *("lens", "iso", "focal_length", "aperture", "gps", "stack_top", "on_top"),
    ]
    assert (rows[0]["distance"], rows[0]["word"]) == ("0", "identical")
    assert int(rows[0]["size_bytes"]) == Path(rows[0]["path"]).stat().st_size
    assert [path.name for path in tmp_path.iterdir() if "found" in path.name] == ["found.csv"]


def test_codes_are_exported_with_a_warning(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "found.json"
    assert "partly reveals" in found.export_panel.warning.text()
    export(qtbot, found, ExportKind.JSON, with_codes=True)
    wait_for_message(qtbot, found, "5 photos exported to")
    exported = json.loads(desk.target.read_text("utf-8"))
    assert "partly reveals" in exported["note"]
    assert [Path(item["path"]).name for item in exported["photos"]] == names(found)[:5]
    with Catalogue(found._services.library) as catalogue:
        bits = library_status(catalogue).code_bits
    assert {len(bytes.fromhex(item["code"])) for item in exported["photos"]} == {bits // 8}


def test_codes_are_left_out_unless_they_are_wanted(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "found.json"
    export(qtbot, found, ExportKind.JSON)
    wait_for_message(qtbot, found, "5 photos exported to")
    exported = json.loads(desk.target.read_text("utf-8"))
    assert "note" not in exported
    assert "code" not in exported["photos"][0]


def test_all_photos_are_exported_without_a_distance(
    qtbot: QtBot, window: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "all.json"
    qtbot.waitUntil(lambda: window.browse.count == 36, timeout=WAIT_MS)
    window.browse.grid.setFocus()
    QTest.keyClick(window.browse.grid, Qt.Key.Key_A, _CONTROL)
    QTest.keyClick(window.browse.grid, Qt.Key.Key_E, _CONTROL)
    QTest.mouseClick(window.export_panel.buttons[ExportKind.JSON], Qt.MouseButton.LeftButton)
    wait_for_message(qtbot, window, "36 photos exported to")
    photos = json.loads(desk.target.read_text("utf-8"))["photos"]
    assert len(photos) == 36
    assert {photo["distance"] for photo in photos} == {None}


@pytest.mark.slow
def test_a_contact_sheet_is_a_picture_of_the_photos(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "sheet.png"
    export(qtbot, found, ExportKind.SHEET)
    wait_for_message(qtbot, found, "5 photos exported to")
    sheet = QImage(str(desk.target))
    assert sheet.width() > sheet.height() > 300  # three beside each other, in two lines
    assert found.message.button.text() == "Show"
    QTest.mouseClick(found.message.button, Qt.MouseButton.LeftButton)
    assert desk.shown == [desk.target]
    colours = {sheet.pixel(x, 100) for x in range(20, sheet.width(), 40)}
    assert len(colours) > 10


def pages_of(pdf: Path) -> list[tuple[int, int]]:
    """The sizes of the pages, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.slow
def test_a_contact_sheet_to_print_has_the_chosen_paper(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    panel = found.export_panel
    for button, size in zip(panel.paper.buttons, [(595, 842), (612, 792)], strict=True):
        desk.target = tmp_path / f"{size[0]}.pdf"
        button.click()
        export(qtbot, found, ExportKind.PDF)
        wait_for_message(qtbot, found, f"5 photos exported to {desk.target}.")
        assert pages_of(desk.target) == [size]
    assert desk.titles[0] == "Export 5 photos: Photos.pdf"


@pytest.mark.slow
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    for kind in ExportKind:
        desk.target = tmp_path / "nowhere" / f"found.{kind}"
        export(qtbot, found, kind)
        wait_for_message(qtbot, found, f"{desk.target} cannot be written (No such file")
        assert "exported" not in found.message.text
        found.message.clear()


def test_an_export_that_is_not_wanted_after_all_writes_nothing(
    qtbot: QtBot, found: MainWindow, tmp_path: Path
) -> None:
    export(qtbot, found, ExportKind.CSV)
    assert not found._services.file_work.is_busy


@pytest.fixture
def rows(shared_library: IndexedLibrary) -> list[PhotoRow]:
    with Catalogue(LibraryFiles(shared_library.library)) as catalogue:
        return catalogue.photos(list(range(1, 37)))


@pytest.mark.slow
def test_a_large_contact_sheet_has_several_pages_and_takes_no_files_place(
    qapp: object, rows: list[PhotoRow], shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    (tmp_path / "sheet-2.png").write_text("another")
    photos = [ExportedPhoto(rows[number % 36]) for number in range(PHOTOS_A_PAGE + 3)]
    library = LibraryFiles(shared_library.library)
    steps = list(write_contact_sheet(tmp_path / "sheet.png", photos, library))
    assert len(steps) == PHOTOS_A_PAGE + 3
    assert {step.target.name for step in steps} == {"sheet.png", "sheet-2 (2).png"}
    assert (tmp_path / "sheet-2.png").read_text() == "another"
    sizes = [QImage(str(tmp_path / name)).size() for name in ("sheet.png", "sheet-2 (2).png")]
    assert sizes[0].height() > sizes[1].height() > 0


def pdf_of(target: Path, rows: list[PhotoRow], library: LibraryFiles, **options: object) -> Path:
    """A contact sheet of 36 photos."""
    photos = [ExportedPhoto(row) for row in rows]
    looks = SheetOptions(**options)  # type: ignore[arg-type]
    assert len(list(write_pdf_sheet(target, photos, library, looks))) == 36
    return target


@pytest.mark.slow
def test_more_columns_need_fewer_pages_and_captions_need_room(
    qapp: object, rows: list[PhotoRow], shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    library = LibraryFiles(shared_library.library)
    wide = pdf_of(tmp_path / "wide.pdf", rows, library, columns=2)
    narrow = pdf_of(tmp_path / "narrow.pdf", rows, library, columns=8)
    bare = pdf_of(tmp_path / "bare.pdf", rows, library, columns=8, with_captions=False)
    assert len(pages_of(wide)) > len(pages_of(narrow)) == 1
    assert b"/Font" in narrow.read_bytes()
    assert b"/BaseFont" not in bare.read_bytes()


@pytest.mark.slow
def test_a_contact_sheet_that_is_cancelled_leaves_no_file(
    qapp: object, rows: list[PhotoRow], shared_library: IndexedLibrary, tmp_path: Path
) -> None:
    photos = [ExportedPhoto(row) for row in rows]
    library = LibraryFiles(shared_library.library)
    steps = write_pdf_sheet(tmp_path / "sheet.pdf", photos, library, SheetOptions())
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_all_pages_of_pictures_are_named_and_shown(
    qtbot: QtBot,
    found: MainWindow,
    desk: FakeDesk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_app.ui.photos.photo_exports.PHOTOS_A_PAGE", 2)
    desk.target = tmp_path / "sheet.png"
    export(qtbot, found, ExportKind.SHEET)
    wait_for_message(qtbot, found, f"exported to {desk.target}, sheet-2.png, sheet-3.png.")
    QTest.mouseClick(found.message.button, Qt.MouseButton.LeftButton)
    assert [path.name for path in desk.shown] == ["sheet.png", "sheet-2.png", "sheet-3.png"]


@pytest.mark.slow
def test_a_sheet_has_the_chosen_columns(
    qtbot: QtBot, found: MainWindow, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.target = tmp_path / "sheet.png"
    found.export_panel.columns.setCurrentIndex(found.export_panel.columns.findData(5))
    export(qtbot, found, ExportKind.SHEET)
    wait_for_message(qtbot, found, "5 photos exported to")
    assert QImage(str(desk.target)).width() == 5 * 340 + 20
