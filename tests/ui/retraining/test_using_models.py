"""Models of a small library: used, compared and deleted, and what that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.ui.models.model_dialog import ModelDialog, Page
from desktop_app.ui.models.model_list import ModelList, ModelRow
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import wait_until_idle
from tests.ui.retraining.model_dialog_steps import (
    Opener,
    add_model,
    add_model_with_other_encoder,
    dialog_of,
    jobs_of,
    model_in_use,
    models_of,
    open_list,
    page,
    request_for,
    run_of,
    show_comparison,
    use_elsewhere,
    wait_for_answers,
    wait_for_phase,
)
from tests.ui.training_library import configure_trainer, forked_trainer

PHOTOS = 8


@pytest.fixture
def library(own_library: IndexedLibrary) -> Path:
    return own_library.library


def row_of(listed: ModelList, model_id: str) -> ModelRow:
    return next(row for row in listed.rows if row.model.model_id == model_id)


def is_waiting(listed: ModelList, model_id: str) -> bool:
    return row_of(listed, model_id).waits.isVisible()


def can_be_deleted(listed: ModelList, model_id: str) -> bool:
    menu = row_of(listed, model_id).menu()
    return next(act.isEnabled() for act in menu.actions() if act.text() == "Delete…")


def can_be_used(listed: ModelList, model_id: str) -> bool:
    return row_of(listed, model_id).use.isVisible()


def can_compare(dialog: ModelDialog) -> bool:
    return dialog.pages.buttons[1].isVisible()


def wait_until_read(qtbot: QtBot, library: Path, model_id: str) -> None:
    def is_read() -> bool:
        with Catalogue(LibraryFiles(library)) as catalogue:
            status = library_status(catalogue)
        return (status.model_id, status.indexed, status.waiting) == (model_id, PHOTOS, 0)

    qtbot.waitUntil(is_read, timeout=WAIT_MS)


# Using another model


@pytest.mark.slow
def test_photos_are_read_again_for_a_model_with_another_encoder(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model_with_other_encoder(library)
    wait_for_answers(qtbot, window)
    jobs_of(window).use_model(model)
    wait_for_message(qtbot, window, "Now searching with")
    wait_until_read(qtbot, library, model)
    window.message.button.click()
    wait_for_message(qtbot, window, "Now searching with “Default model”.")
    wait_until_read(qtbot, library, models_of(library).all()[0].model_id)


@pytest.mark.slow
def test_reading_for_another_encoder_continues_at_the_next_start(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    model = add_model_with_other_encoder(library)
    use_elsewhere(library, model)
    open_window(library, forked_trainer())
    wait_until_read(qtbot, library, model)


@pytest.mark.slow
def test_a_model_that_waits_for_a_job_is_marked_and_used_afterwards(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    configure_trainer(library, steps=1000, seconds=0.05)
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    listed = open_list(qtbot, window, 2)
    row_of(listed, model).use.click()
    qtbot.waitUntil(lambda: is_waiting(listed, model), timeout=WAIT_MS)
    assert not can_be_used(listed, model)
    assert not can_be_deleted(listed, model)
    run_of(window).stop()
    wait_for_message(qtbot, window, "Now searching with")
    assert model_in_use(library) == model
    qtbot.waitUntil(lambda: row_of(listed, model).model.is_in_use, timeout=WAIT_MS)
    assert not is_waiting(listed, model)


@pytest.mark.slow
def test_a_model_whose_change_was_cancelled_can_be_used_again(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    configure_trainer(library, steps=1000, seconds=0.05)
    run_of(window).start(request_for(library))
    listed = open_list(qtbot, window, 2)
    row_of(listed, model).use.click()
    qtbot.waitUntil(lambda: is_waiting(listed, model), timeout=WAIT_MS)
    jobs_of(window).cancel()
    qtbot.waitUntil(lambda: can_be_used(listed, model), timeout=WAIT_MS)


@pytest.mark.slow
def test_using_the_same_model_twice_can_be_undone(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    wait_for_answers(qtbot, window)
    for _ in range(2):
        jobs_of(window).use_model(model)
        wait_for_message(qtbot, window, "Now searching with")
        wait_until_idle(qtbot, window)
    wait_for_answers(qtbot, window)
    assert window.message.button.isVisible()
    assert window.message.button.text() == "Undo"


@pytest.mark.slow
def test_a_change_of_model_can_be_undone_in_the_first_window_of_a_library(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "new", forked_trainer())
    window.commands.add_folders([own_library.photos])
    qtbot.waitUntil(lambda: window.browse.count == PHOTOS, timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
    jobs_of(window).use_model(add_model(tmp_path / "new", 64))
    wait_for_message(qtbot, window, "Now searching with")
    assert window.message.button.text() == "Undo"


# Comparing


@pytest.mark.slow
def test_a_comparison_ends_when_its_model_is_used(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    show_comparison(qtbot, window, model, 2)
    assert can_compare(dialog_of(window))
    jobs_of(window).use_model(model)
    page(qtbot, window, ModelList)
    assert not can_compare(dialog_of(window))
    assert dialog_of(window).page is Page.MODELS


@pytest.mark.slow
def test_a_failed_deletion_is_reported_in_the_list(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    view = show_comparison(qtbot, window, model, 2)
    use_elsewhere(library, model)
    view.delete.click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: "in use" in listed.message.text(), timeout=WAIT_MS)
    assert len(listed.rows) == 2


@pytest.mark.slow
def test_deleting_another_model_keeps_the_votes(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model, other = add_model(library, 64), add_model(library, 32)
    view = show_comparison(qtbot, window, model, 2)
    assert view.vote is not None
    view.vote.neither.click()
    listed = open_list(qtbot, window, 3)
    row_of(listed, other).delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=WAIT_MS)
    assert len(window._services.models.comparison.ballot.votes) == 1
    assert can_compare(dialog_of(window))
    row_of(listed, model).delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)
    assert not can_compare(dialog_of(window))


@pytest.mark.slow
def test_a_training_that_ends_does_not_change_the_shown_page(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    view = show_comparison(qtbot, window, model, 2)
    assert view.vote is not None
    view.vote.neither.click()
    run_of(window).start(request_for(library))
    wait_for_phase(qtbot, window, RunPhase.FINISHED)
    assert "A new model trained on 220 photos" in window.message.text
    wait_for_answers(qtbot, window)
    assert dialog_of(window).content is view
    assert len(window._services.models.comparison.ballot.votes) == 1


@pytest.mark.slow
def test_the_models_can_be_revealed_after_the_first_vote(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    view = show_comparison(qtbot, window, add_model(library, 64), 2)
    assert view.vote is not None
    assert not view.vote.reveal.isVisibleTo(view)
    view.vote.neither.click()
    assert view.vote.reveal.isVisibleTo(view)
    view.vote.reveal.click()
    assert "no difference 1 times" in view.vote.result.text()


# The dialog


def test_escape_cancels_a_renaming_and_keeps_the_dialog_open(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    row = row_of(open_list(qtbot, window, 2), model)
    row.start_editing()
    QTest.keyClicks(row.edit, "Holidays")
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert window.model_flow.host.is_open
    assert row.edit.isHidden()
    assert not row.name.isHidden()
    assert row.edit.text() == ""


def test_closing_the_window_closes_the_dialog(qtbot: QtBot, window: MainWindow) -> None:
    open_list(qtbot, window, 1)
    window.close()
    assert not window.model_flow.host.is_open
