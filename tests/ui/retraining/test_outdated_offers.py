"""Offers and answers that are outdated because the run has changed since."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import Request, TrainRequest
from desktop_app.core.models import training_component
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.ui.kit.language import Language
from desktop_app.ui.retraining.component_view import ComponentView
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS, IndexedLibrary
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import wait_until_idle
from tests.ui.retraining.model_dialog_steps import (
    Opener,
    dialog_of,
    jobs_of,
    leave_interrupted_run,
    open_form,
    page,
    phase_on_disk,
    request_for,
    run_of,
    wait_for_answers,
    wait_for_phase,
    wait_until_counted,
)
from tests.ui.training_library import configure_trainer, forked_trainer


@pytest.fixture
def library(own_library: IndexedLibrary) -> Path:
    """A library of eight photos, which are enough for the stub of the training."""
    return own_library.library


@pytest.mark.slow
def test_an_outdated_offer_does_not_start_a_continued_run_again(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    started: list[Request] = []
    jobs_of(window).started.connect(started.append)
    wait_for_message(qtbot, window, "was interrupted")
    window.model_flow.open()
    page(qtbot, window, RetrainRunView).resume.click()
    assert window.message.button.text() == "Resume"
    dialog_of(window).close()
    window.message.button.click()
    wait_for_phase(qtbot, window, RunPhase.FINISHED)
    wait_until_idle(qtbot, window)
    assert [type(request) for request in started] == [TrainRequest]
    assert phase_on_disk(library) is RetrainingPhase.FINISHED


@pytest.mark.slow
def test_an_offer_is_translated_when_the_language_changes(
    qtbot: QtBot, open_window: Opener, library: Path, language: Language
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "was interrupted")
    english = window.message.text
    language.choose("zh_CN")
    assert "中断" in window.message.text
    assert window.message.button.text() == "继续"
    language.choose("en")
    assert window.message.text == english


@pytest.mark.slow
def test_a_refused_run_is_replaced_by_the_run_of_another_process(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    wait_for_answers(qtbot, window)
    other = TrainRequest(library, [], 64, None, previews=False)
    window.model_flow.open()
    with Retraining(LibraryFiles(library)).running(other):
        run_of(window).start(request_for(library))
        wait_for_phase(qtbot, window, RunPhase.ELSEWHERE)
        assert "is already running" in window.message.text
        assert not window.message.button.isVisible()
        view = page(qtbot, window, RetrainRunView)
        assert view.heading.text().startswith("In the background")
        assert not view.resume.isVisible()
        assert run_of(window).request == other
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)


def test_a_background_run_that_cannot_be_stopped_is_reported(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    retraining = Retraining(LibraryFiles(library))
    with retraining.running(request_for(library)):
        window = open_window(library, forked_trainer())
        wait_for_phase(qtbot, window, RunPhase.ELSEWHERE)
        (retraining.folder / "stop").mkdir()
        run_of(window).stop()
        assert "cannot be written" in window.message.text


def test_an_outdated_answer_does_not_replace_a_run_with_the_form(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    window.model_flow.open()
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    wait_for_answers(qtbot, window)
    assert isinstance(dialog_of(window).content, RetrainRunView)


@pytest.mark.slow
def test_an_answer_for_a_deleted_form_is_ignored(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    form = open_form(qtbot, window)
    configure_trainer(library, steps=1000, seconds=0.05)
    gate = threading.Event()
    window._services.models.thread.ask(lambda _: gate.wait(WAIT_MS / 1000), lambda _: None)
    form.bits.buttons[0].click()
    wait_until_counted(qtbot, form)
    run_of(window).start(request_for(library))
    page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(lambda: not isValid(form), timeout=WAIT_MS)
    gate.set()
    wait_for_answers(qtbot, window)
    assert not window._services.models.probe.is_running


@pytest.mark.slow
def test_a_failure_stays_in_sight_with_its_actions(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    configure_trainer(library, fails_at=2)
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    wait_until_idle(qtbot, window)
    assert "Training needs 4000 MB of memory" in window.message.text
    assert window.message.button.isVisible()
    assert window.message.button.text() == "Resume"
    assert window.message.waiting == []
    assert window.message.other_button.text() == "Show"
    window.message.other_button.click()
    assert window.model_flow.host.is_open


def test_a_training_that_crashes_at_its_start_shows_its_error_output(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    window = open_window(library, [sys.executable, "-c", "import nothing_here"])
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    wait_for_message(qtbot, window, "ended unexpectedly")
    assert window.message.notice is not None
    assert "nothing_here" in window.message.notice.details
    assert not window.message.button.isVisible()


def test_resuming_without_the_component_shows_its_installation(
    qtbot: QtBot, open_window: Opener, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_interrupted_run(library)
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "was interrupted")
    window.model_flow.open()
    page(qtbot, window, ComponentView)
    dialog_of(window).close()
    window.message.button.click()
    page(qtbot, window, ComponentView)
    assert window.model_flow.host.is_open
    assert jobs_of(window).running is None
