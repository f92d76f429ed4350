"""An archive is browsed and searched in a window of its own, and nothing of it is changed."""

from __future__ import annotations

import builtins
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.kept_models import keep_model
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.ui.archive import archive_view
from desktop_app.ui.archive.archive_window import ArchiveWindow
from desktop_app.ui.engine.queries import FileSource
from desktop_app.ui.shell.main_window import MainWindow
from tests.cluster.made_archives import contents_of
from tests.cluster.retrained_models import recoded, retrained
from tests.ui.archive.conftest import OpenArchive, wait_for_photos
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import drop_files
from tests.ui.shell.test_menu_bar import entry


def result_names(window: ArchiveWindow) -> list[str]:
    model = window.results.model
    return [model.photo(row).path.name for row in range(model.rowCount())]


def wait_for_results(qtbot: QtBot, window: ArchiveWindow, first: str) -> None:
    qtbot.waitUntil(lambda: result_names(window)[:1] == [first], timeout=WAIT_MS)


def wait_for_all_results(qtbot: QtBot, window: ArchiveWindow) -> None:
    qtbot.waitUntil(lambda: len(result_names(window)) > 12, timeout=WAIT_MS)


def wait_for_message(qtbot: QtBot, window: ArchiveWindow, part: str) -> None:
    qtbot.waitUntil(lambda: part in window.message.text, timeout=WAIT_MS)


def wait_for_problem(qtbot: QtBot, window: ArchiveWindow) -> str:
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.problem, timeout=WAIT_MS)
    return window.problem.sentence


def test_the_photos_are_shown_in_the_order_of_the_archive_and_counted(
    archive_window: ArchiveWindow, shared_library: IndexedLibrary
) -> None:
    paths = archive_window.browse.model.files(list(range(36)))
    assert paths == sorted(shared_library.photos.iterdir())
    assert archive_window.bar.text.startswith("36 photos · read-only")
    assert archive_window.windowTitle() == "archive — Lookalike"
    assert not archive_window.part_bar.isVisible()
    assert archive_window.browse.grid.width() == archive_window.browse.width()


def test_thumbnails_come_from_the_packs_although_the_photos_are_gone(
    qtbot: QtBot, open_archive: OpenArchive, shared_archive: Path
) -> None:
    window = open_archive(shared_archive)
    with qtbot.waitSignal(window._services.thumbnails.loaded, timeout=WAIT_MS):
        wait_for_photos(qtbot, window)


def test_an_archive_is_searched_with_the_model_in_use(
    qtbot: QtBot,
    open_archive: OpenArchive,
    own_archive: Path,
    shared_library: IndexedLibrary,
    encoder: Encoder,
    tmp_path: Path,
) -> None:
    archive = Archive(own_archive)
    model = Encoder(keep_model(archive.files, retrained(tmp_path / "model", encoder)))
    recoded(archive, model)
    deque(collect_codes(archive, model.model_id), maxlen=0)
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    drop_files(window, shared_library.picture("beach", 3))
    wait_for_results(qtbot, window, "beach-3.jpg")
    assert window.results.model.photo(0).found.match.distance == 0
    assert window.message.text == ""


def test_a_dropped_picture_finds_its_photo_first_with_distances(
    qtbot: QtBot, archive_window: ArchiveWindow, shared_library: IndexedLibrary
) -> None:
    drop_files(archive_window, shared_library.picture("beach", 3))
    wait_for_results(qtbot, archive_window, "beach-3.jpg")
    wait_for_all_results(qtbot, archive_window)
    found = [archive_window.results.model.photo(row).found for row in range(6)]
    assert found[0].match.distance == 0
    assert {item.photo.path.name.split("-")[0] for item in found} == {"beach"}
    assert archive_window.panel.isVisible()
    assert "similar photos" in archive_window.panel.sentence


def test_a_photo_of_the_archive_and_counter_examples_are_searched_for(
    qtbot: QtBot, archive_window: ArchiveWindow
) -> None:
    archive_window.commands.find_similar([0])
    wait_for_results(qtbot, archive_window, "beach-0.jpg")
    wait_for_all_results(qtbot, archive_window)
    before = result_names(archive_window)
    archive_window.commands.add_examples([1], False)
    qtbot.waitUntil(lambda: result_names(archive_window) != before, timeout=WAIT_MS)
    assert len(archive_window.search_flow.state.pictures) == 2
    archive_window.commands.leave_search()
    assert archive_window.stack.currentWidget() is archive_window.browse


def test_the_code_of_a_photo_is_looked_at(qtbot: QtBot, archive_window: ArchiveWindow) -> None:
    shown = archive_window.browse.model.known_photo(2)
    assert shown is not None
    archive_window.commands.codes.open(shown.photo)
    dialog = archive_window.commands.codes.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.neighbours.tiles[0].isVisible, timeout=WAIT_MS)
    dialog.close()


def test_a_photo_is_viewed_shown_in_the_file_manager_and_its_path_copied(
    qtbot: QtBot, archive_window: ArchiveWindow, desk: FakeDesk, shared_library: IndexedLibrary
) -> None:
    window, path = archive_window, shared_library.picture("beach", 0)
    window.browse.grid.selection.select([(0, 0)], 0)
    window.action_set.run("show_file")
    assert desk.shown == [path]
    window.action_set.run("copy")
    assert QGuiApplication.clipboard().text() == str(path)
    window.action_set.run("preview")
    qtbot.waitUntil(lambda: not window.viewer.compare_view.photo.image.isNull(), timeout=WAIT_MS)
    assert "beach-0.jpg, 1 of 36" in window.viewer.bar.photo_text


def test_what_would_change_photos_is_disabled_with_the_reason(
    archive_window: ArchiveWindow,
) -> None:
    archive_window.browse.grid.selection.select([(0, 3)], 0)
    for name in ("trash", "move_to", "rename_files", "reread", "export", "save_search"):
        assert not archive_window.action_set.is_enabled(name)
        assert "can only be read" in archive_window.action_set[name].tool_tip
    viewing = archive_window.viewer.actions_of_viewer
    assert not viewing.is_enabled("view_trash")
    assert not viewing.is_enabled("view_rename")
    assert archive_window.action_set.is_enabled("copy")


def test_a_folder_that_is_dropped_is_refused(
    qtbot: QtBot, archive_window: ArchiveWindow, tmp_path: Path
) -> None:
    drop_files(archive_window, tmp_path)
    wait_for_message(qtbot, archive_window, "can only be read")


def test_nothing_in_the_archive_is_changed(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path, shared_library: IndexedLibrary
) -> None:
    before = contents_of(own_archive)
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    drop_files(window, shared_library.picture("boat", 1))
    wait_for_results(qtbot, window, "boat-1.jpg")
    window.close()
    assert contents_of(own_archive) == before


def test_a_damaged_shard_is_named_and_the_other_photos_are_shown(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path, shared_library: IndexedLibrary
) -> None:
    path = ArchiveFiles(own_archive).table_path(1)
    path.write_bytes(b"damaged")
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    wait_for_message(qtbot, window, f"{path} is damaged")
    assert window.browse.model.known_photo(6) is None
    assert window.browse.model.known_photo(12) is not None
    drop_files(window, shared_library.picture("beach", 0))
    wait_for_results(qtbot, window, "beach-0.jpg")
    wait_for_message(qtbot, window, f"{path} is damaged")


def test_a_photo_whose_thumbnails_are_gone_is_still_listed(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path
) -> None:
    for pack in own_archive.rglob("*.thumbnails"):
        pack.unlink()
    wait_for_photos(qtbot, open_archive(own_archive))


def test_codes_that_are_not_collected_are_named_and_tried_again(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path
) -> None:
    header = own_archive / "codes.json"
    header.rename(own_archive / "aside")
    window = open_archive(own_archive)
    assert "lookalike cluster collect" in wait_for_problem(qtbot, window)
    assert window.focusWidget() is window.problem.buttons[0]
    (own_archive / "aside").rename(header)
    window.problem.buttons[0].click()
    wait_for_photos(qtbot, window)
    assert window.focusWidget() is window.browse.grid


def test_an_archive_that_is_being_written_is_named(
    qtbot: QtBot, open_archive: OpenArchive, tmp_path: Path
) -> None:
    (tmp_path / "new" / "shards" / "0000").mkdir(parents=True)
    assert "There are no shards" in wait_for_problem(qtbot, open_archive(tmp_path / "new"))


def test_a_missing_package_is_named_with_the_remedy(
    qtbot: QtBot,
    open_archive: OpenArchive,
    shared_archive: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    really_import = builtins.__import__

    def without_archives(
        name: str,
        names: Mapping[str, object] | None = None,
        others: Mapping[str, object] | None = None,
        wanted: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if name == "desktop_app.core.archive.archive":
            raise ModuleNotFoundError(name="pyarrow")
        return really_import(name, names, others, wanted or (), level)

    monkeypatch.setattr(builtins, "__import__", without_archives)
    window = open_archive(shared_archive)
    sentence = wait_for_problem(qtbot, window)
    assert "pyarrow" in sentence
    assert "pip install" in sentence


def test_an_archive_of_another_model_is_browsed_and_its_search_explained(
    qtbot: QtBot, open_archive: OpenArchive, own_archive: Path, shared_library: IndexedLibrary
) -> None:
    for file in [*(own_archive / "shards").rglob("*.parquet"), own_archive / "codes.json"]:
        relabel(file)
    window = open_archive(own_archive)
    wait_for_photos(qtbot, window)
    wait_for_message(qtbot, window, "made with a model that is not here (foreign)")
    window.message.clear()
    window.query_editor.search([FileSource(shared_library.picture("beach", 0))])
    wait_for_message(qtbot, window, "made with a model that is not here (foreign)")
    assert window.stack.currentWidget() is window.browse


def relabel(file: Path) -> None:
    """Say that the codes in a file are of a model that nobody has."""
    import json

    import pyarrow.parquet as pq

    if file.suffix == ".json":
        header = json.loads(file.read_text())
        file.write_text(json.dumps({**header, "model_id": "foreign"}))
        return
    table = pq.read_table(file)
    label = json.loads(table.schema.metadata[b"lookalike"])
    changed = json.dumps({**label, "model_id": "foreign"}).encode()
    metadata = {**table.schema.metadata, b"lookalike": changed}
    pq.write_table(table.replace_schema_metadata(metadata), file)


def test_a_large_archive_is_shown_in_parts(
    qtbot: QtBot,
    open_archive: OpenArchive,
    shared_archive: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from desktop_app.ui.archive import part_bar

    for module in (archive_view, part_bar):
        monkeypatch.setattr(module, "PART_PHOTOS", 10)
    window = open_archive(shared_archive)
    wait_for_photos(qtbot, window)
    assert window.part_bar.isVisible()
    assert window.part_bar.text == "Photos 1 to 10 of 36"
    assert not window.part_bar.before.isEnabled()
    for _ in range(3):
        window.part_bar.after.click()
    assert window.part_bar.text == "Photos 31 to 36 of 36"
    assert not window.part_bar.after.isEnabled()
    assert window.browse.model.ids.tolist() == list(range(30, 36))


def test_a_library_window_opens_an_archive_that_is_chosen_or_dropped(
    window: MainWindow, desk: FakeDesk, shared_archive: Path, tmp_path: Path
) -> None:
    desk.folder = shared_archive
    entry(window, "&File", "Open archive…").trigger()
    assert desk.libraries == [shared_archive]
    drop_files(window, shared_archive)
    assert desk.libraries == [shared_archive, shared_archive]
    desk.folder = tmp_path
    entry(window, "&File", "Open archive…").trigger()
    assert "There is no archive in" in window.message.text
    assert window._services.jobs.running is None


def test_an_archive_is_offered_among_the_recent_libraries(
    archive_window: ArchiveWindow, open_window: Any, shared_library: IndexedLibrary
) -> None:
    window = open_window(shared_library.library)
    menu = entry(window, "&File", "Open recent library").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "archive"
