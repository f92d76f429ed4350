"""Models of a small library, used, compared and deleted in the window, and what that changes."""

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
from tests.ui.learning_library import TEACHER, write_lesson
from tests.ui.library.test_library import wait_until_idle
from tests.ui.retraining.walk import (
    Opener,
    add_model,
    add_stranger,
    compared,
    dialog_of,
    jobs_of,
    list_of,
    model_in_use,
    models_of,
    page,
    request_for,
    run_of,
    use_elsewhere,
    wait_for_answers,
    wait_for_phase,
)

PHOTOS = 8


@pytest.fixture
def library(own_library: IndexedLibrary) -> Path:
    return own_library.library


def row_of(listed: ModelList, model_id: str) -> ModelRow:
    return next(row for row in listed.rows if row.model.model_id == model_id)


def waits(listed: ModelList, model_id: str) -> bool:
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


# Using another


def test_photos_are_read_again_at_once_for_a_model_with_other_eyes(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    stranger = add_stranger(library)
    wait_for_answers(qtbot, window)
    jobs_of(window).use_model(stranger)
    wait_for_message(qtbot, window, "Searching with")
    wait_until_read(qtbot, library, stranger)
    window.message.button.click()
    wait_for_message(qtbot, window, "Searching with “The model that came with Lookalike” now.")
    wait_until_read(qtbot, library, models_of(library).all()[0].model_id)


def test_reading_for_a_model_with_other_eyes_goes_on_at_the_next_start(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    stranger = add_stranger(library)
    use_elsewhere(library, stranger)
    open_window(library, TEACHER)
    wait_until_read(qtbot, library, stranger)


def test_a_model_that_has_to_wait_says_so_and_is_used_then(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    write_lesson(library, steps=1000, seconds=0.05)
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    listed = list_of(qtbot, window, 2)
    row_of(listed, model).use.click()
    qtbot.waitUntil(lambda: waits(listed, model), timeout=WAIT_MS)
    assert not can_be_used(listed, model)
    assert not can_be_deleted(listed, model)
    run_of(window).stop()
    wait_for_message(qtbot, window, "Searching with")
    assert model_in_use(library) == model
    qtbot.waitUntil(lambda: row_of(listed, model).model.is_in_use, timeout=WAIT_MS)
    assert not waits(listed, model)


def test_a_model_that_waits_no_more_can_be_used_again(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    write_lesson(library, steps=1000, seconds=0.05)
    run_of(window).start(request_for(library))
    listed = list_of(qtbot, window, 2)
    row_of(listed, model).use.click()
    qtbot.waitUntil(lambda: waits(listed, model), timeout=WAIT_MS)
    jobs_of(window).cancel()
    qtbot.waitUntil(lambda: can_be_used(listed, model), timeout=WAIT_MS)


def test_using_the_same_model_twice_can_still_be_undone(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    wait_for_answers(qtbot, window)
    for _ in range(2):
        jobs_of(window).use_model(model)
        wait_for_message(qtbot, window, "Searching with")
        wait_until_idle(qtbot, window)
    wait_for_answers(qtbot, window)
    assert window.message.button.isVisible()
    assert window.message.button.text() == "Undo"


def test_in_the_first_window_of_a_library_a_model_can_be_taken_back(
    qtbot: QtBot, open_window: Opener, own_library: IndexedLibrary, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "new", TEACHER)
    window.add_folders([own_library.photos])
    qtbot.waitUntil(lambda: window.browse.count == PHOTOS, timeout=WAIT_MS)
    wait_until_idle(qtbot, window)
    jobs_of(window).use_model(add_model(tmp_path / "new", 64))
    wait_for_message(qtbot, window, "Searching with")
    assert window.message.button.text() == "Undo"


# Comparing


def test_a_comparison_is_over_when_its_model_is_used(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    compared(qtbot, window, model, 2)
    assert can_compare(dialog_of(window))
    jobs_of(window).use_model(model)
    page(qtbot, window, ModelList)
    assert not can_compare(dialog_of(window))
    assert dialog_of(window).page is Page.MODELS


def test_a_deletion_that_fails_is_told_in_the_list(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    view = compared(qtbot, window, model, 2)
    use_elsewhere(library, model)
    view.delete.click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: "in use" in listed.message.text(), timeout=WAIT_MS)
    assert len(listed.rows) == 2


def test_deleting_another_model_costs_no_votes(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model, other = add_model(library, 64), add_model(library, 32)
    view = compared(qtbot, window, model, 2)
    assert view.vote is not None
    view.vote.neither.click()
    listed = list_of(qtbot, window, 3)
    row_of(listed, other).delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=WAIT_MS)
    assert len(window._services.models.comparison.ballot.votes) == 1
    assert can_compare(dialog_of(window))
    row_of(listed, model).delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)
    assert not can_compare(dialog_of(window))


def test_a_training_that_ends_leaves_another_page_as_it_is(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    view = compared(qtbot, window, model, 2)
    assert view.vote is not None
    view.vote.neither.click()
    run_of(window).start(request_for(library))
    wait_for_phase(qtbot, window, RunPhase.FINISHED)
    assert "A new model has learned 220 photos" in window.message.text
    wait_for_answers(qtbot, window)
    assert dialog_of(window).content is view
    assert len(window._services.models.comparison.ballot.votes) == 1


def test_whose_the_photos_were_is_offered_after_the_first_vote(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    view = compared(qtbot, window, add_model(library, 64), 2)
    assert view.vote is not None
    assert not view.vote.reveal.isVisibleTo(view)
    view.vote.neither.click()
    assert view.vote.reveal.isVisibleTo(view)
    view.vote.reveal.click()
    assert "no difference 1 times" in view.vote.result.text()


# The dialog


def test_escape_gives_up_a_name_and_not_the_dialog(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = add_model(library, 64)
    row = row_of(list_of(qtbot, window, 2), model)
    row.start_editing()
    QTest.keyClicks(row.edit, "Holidays")
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert window.modelling.is_open
    assert row.edit.isHidden()
    assert not row.name.isHidden()
    assert row.edit.text() == ""


def test_the_dialog_goes_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    list_of(qtbot, window, 1)
    window.close()
    assert not window.modelling.is_open
