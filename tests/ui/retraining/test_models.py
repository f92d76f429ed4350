"""The models of a library: renamed, exported, imported and compared by vote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.model_switch import ModelSwitch
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.comparison.verdict import Verdict
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import export_model
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.models.model_answers import ListedModel
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.models.model_text import file_name
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import wait_until_idle
from tests.ui.retraining.model_dialog_steps import (
    LONG_MS,
    Opener,
    add_model,
    dialog_of,
    model_in_use,
    open_list,
    page,
    show_comparison,
    wait_for_answers,
)
from tests.ui.stub_trainer import truncated_model
from tests.ui.training_library import copy_library_and_photos, forked_trainer


@pytest.mark.slow
def test_votes_are_blind_and_their_result_is_shown_at_the_end(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = LibraryModels(LibraryFiles(library), default_bundle()).add(
        truncated_model(library, 64).folder
    )
    window.model_flow.comparison.compare(model.manifest.model_id)
    view = page(qtbot, window, ComparisonView)
    comparison = window._services.models.comparison
    qtbot.waitUntil(lambda: comparison.photos is not None, timeout=LONG_MS)
    assert comparison.result is not None
    assert len(comparison.result.disagreements) == 12
    area = dialog_of(window).area
    qtbot.waitUntil(area.verticalScrollBar().isVisible, timeout=WAIT_MS)
    assert view.minimumSizeHint().width() < area.viewport().width()
    for number in range(12):
        assert view.vote is not None
        assert f"{number + 1} of 12" in view.vote.question.text()
        assert not view.vote.result.isVisibleTo(view)
        place = 0 if comparison.ballot.new_is_first[number] else 1
        view.vote.rows[place].choose.click()
    assert view.vote is not None
    assert "the new model 12 times" in view.vote.result.text()
    assert comparison.verdict in (Verdict.BETTER, Verdict.FORGETS)
    view.delete.click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)


@pytest.mark.slow
def test_an_interrupted_change_of_model_is_reported_and_can_be_resumed(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    files = LibraryFiles(library)
    model = LibraryModels(files, default_bundle()).add(truncated_model(library, 128).folder)
    with Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, model.manifest)
        with writer.batch():
            ModelSwitch(writer).mark_pending()
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "was interrupted. The previous model is still in use.")
    window.message.button.click()
    wait_for_message(qtbot, window, "Now searching with")
    assert model_in_use(library) == "trained-128"


@pytest.mark.slow
def test_models_are_renamed_exported_imported_and_deleted(
    qtbot: QtBot, window: MainWindow, library: Path, desk: FakeDesk, tmp_path: Path
) -> None:
    LibraryModels(LibraryFiles(library), default_bundle()).add(truncated_model(library, 128).folder)
    window.model_flow.open()
    assert window.model_flow.dialog is not None
    window.model_flow.dialog.pages.buttons[2].click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=WAIT_MS)
    listed.rows[1].start_editing()
    QTest.keyClicks(listed.rows[1].edit, "Holidays")
    QTest.keyClick(listed.rows[1].edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed.rows[1].name.accessibleName() == "Holidays", timeout=WAIT_MS)
    desk.target = tmp_path / "holidays.lookalike-model"
    listed.export_requested.emit(listed.rows[1].model)
    assert listed.message.text() == "Exporting the model…"
    assert listed.bar.isVisibleTo(listed)
    qtbot.waitUntil(lambda: "exported to" in listed.message.text(), timeout=WAIT_MS)
    assert not listed.bar.isVisibleTo(listed)
    listed.rows[1].delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)
    desk.model = desk.target
    listed.import_button.click()
    assert not listed.import_button.isEnabled()
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=LONG_MS)
    desk.model = tmp_path / "broken.lookalike-model"
    desk.model.write_bytes(b"PK\x03\x04 no model")
    listed.import_button.click()
    qtbot.waitUntil(lambda: "broken.lookalike-model" in listed.message.text(), timeout=LONG_MS)
    assert len(listed.rows) == 2


@pytest.mark.slow
def test_an_import_that_ends_after_the_dialog_was_closed_is_reported_in_the_window(
    qtbot: QtBot, window: MainWindow, library: Path, desk: FakeDesk, tmp_path: Path
) -> None:
    desk.model = export_model(truncated_model(library, 64), tmp_path / "brought")
    listed = open_list(qtbot, window, 1)
    listed.import_button.click()
    window.model_flow.host.close()
    wait_for_message(qtbot, window, "Model imported. You can now compare or use it.")
    open_list(qtbot, window, 2)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Holidays 2024, 日本", "Holidays 2024, 日本"),
        ("a/b\\c: <d>?", "a-b-c- -d--"),
        ("../..", "-"),
        ("...", "trained-64"),
        ("", "trained-64"),
    ],
)
def test_an_exported_model_gets_a_file_name_that_every_file_system_takes(
    name: str, expected: str
) -> None:
    model = ListedModel(
        "trained-64",
        name,
        is_shipped=False,
        is_in_use=False,
        code_bits=64,
        descriptor_size=256,
        since=0.0,
        trained_on="",
        learned=None,
        has_previews=False,
    )
    assert file_name(model) == expected


def test_photos_of_a_cleared_comparison_are_dropped(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    show_comparison(qtbot, window, add_model(library, 64), 3)
    comparison = window._services.models.comparison
    found = comparison.result
    assert found is not None
    comparison.photos = None
    comparison._end_comparison(Finished(found))
    comparison.clear()
    wait_for_answers(qtbot, window)
    assert comparison.photos is None


@pytest.mark.slow
def test_a_comparison_can_be_scrolled_in_a_narrow_dialog(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    view = show_comparison(qtbot, window, add_model(library, 64), 3)
    view.setMinimumWidth(700)  # as with eight photos a row
    dialog = dialog_of(window)
    dialog.resize(420, 400)
    bar = dialog.area.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible, timeout=WAIT_MS)
    assert bar.maximum() >= 700 - dialog.area.viewport().width() > 0


@pytest.mark.slow
def test_a_retraining_is_suggested_once_for_a_library_that_has_grown(
    qtbot: QtBot,
    open_window: Opener,
    shared_training_library: IndexedLibrary,
    tmp_path: Path,
) -> None:
    library = copy_library_and_photos(shared_training_library, tmp_path).library
    model = LibraryModels(LibraryFiles(library), default_bundle()).add(
        truncated_model(library, 128).folder
    )
    window = open_window(library, forked_trainer())
    wait_until_idle(qtbot, window)
    window._services.jobs.use_model(model.manifest.model_id)
    wait_for_message(qtbot, window, "Now searching with")
    window.message.clear()
    more = tmp_path / "more"
    for copy in range(4):
        shutil.copytree(shared_training_library.photos, more / str(copy))
    window.commands.add_folders([more])
    wait_for_message(qtbot, window, "880 photos are new since the model was trained.")
    assert window.message.other_button.text() == "Not now"
    window.message.button.click()
    page(qtbot, window, RetrainForm)
    window.commands.rescan()
    wait_until_idle(qtbot, window)
    assert window.message.notice is None
