"""What the window offers of a run, when that has become another since."""

from __future__ import annotations

import shutil
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
from tests.ui.learning_library import TEACHER, write_lesson
from tests.ui.library.test_library import wait_until_idle
from tests.ui.retraining.walk import (
    Opener,
    dialog_of,
    form_of,
    interrupted,
    jobs_of,
    page,
    phase_on_disk,
    request_for,
    run_of,
    wait_for_answers,
    wait_for_phase,
    wait_until_counted,
)


@pytest.fixture
def library(own_library: IndexedLibrary) -> Path:
    """Of eight photos, which the stand-in teaches as well as more."""
    return own_library.library


def test_what_has_gone_on_is_not_begun_again_by_an_older_offer(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    interrupted(library)
    window = open_window(library, TEACHER)
    begun: list[Request] = []
    jobs_of(window).started.connect(begun.append)
    wait_for_message(qtbot, window, "was interrupted")
    window.modelling.open()
    page(qtbot, window, RetrainRunView).resume.click()
    assert window.message.button.text() == "Go on"
    dialog_of(window).close()
    window.message.button.click()
    wait_for_phase(qtbot, window, RunPhase.FINISHED)
    wait_until_idle(qtbot, window)
    assert [type(request) for request in begun] == [TrainRequest]
    assert phase_on_disk(library) is RetrainingPhase.FINISHED


def test_an_offer_that_stands_follows_the_language(
    qtbot: QtBot, open_window: Opener, library: Path, language: Language
) -> None:
    interrupted(library)
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "was interrupted")
    english = window.message.text
    language.choose("zh_CN")
    try:
        assert "中断" in window.message.text
        assert window.message.button.text() == "继续"
    finally:
        language.choose("en")
    assert window.message.text == english


def test_a_run_that_is_refused_gives_way_to_the_one_of_another_process(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    wait_for_answers(qtbot, window)
    other = TrainRequest(library, [], 64, None, previews=False)
    window.modelling.open()
    with Retraining(LibraryFiles(library)).running(other):
        run_of(window).start(request_for(library))
        wait_for_phase(qtbot, window, RunPhase.ELSEWHERE)
        assert "is running already" in window.message.text
        assert not window.message.button.isVisible()
        view = page(qtbot, window, RetrainRunView)
        assert view.heading.text().startswith("In the background")
        assert not view.resume.isVisible()
        assert run_of(window).request == other
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)


def test_a_run_elsewhere_that_cannot_be_stopped_says_so(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    retraining = Retraining(LibraryFiles(library))
    with retraining.running(request_for(library)):
        window = open_window(library, TEACHER)
        wait_for_phase(qtbot, window, RunPhase.ELSEWHERE)
        shutil.rmtree(retraining.folder)
        run_of(window).stop()
        assert "cannot be written" in window.message.text


def test_an_older_answer_does_not_put_the_form_over_a_run(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    interrupted(library)
    window = open_window(library, TEACHER)
    window.modelling.open()
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    wait_for_answers(qtbot, window)
    assert isinstance(dialog_of(window).content, RetrainRunView)


def test_an_answer_to_a_form_that_is_gone_is_not_listened_to(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    form = form_of(qtbot, window)
    write_lesson(library, steps=1000, seconds=0.05)
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


def test_what_fails_stays_in_sight_with_what_can_be_done(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    write_lesson(library, fails_at=2)
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    wait_until_idle(qtbot, window)
    assert "Training needs 4000 MB of memory" in window.message.text
    assert window.message.button.isVisible()
    assert window.message.button.text() == "Go on"
    assert window.message.waiting == []
    window.message.other_button.click()
    wait_for_phase(qtbot, window, RunPhase.NONE)


def test_a_training_that_crashed_before_it_began_tells_its_last_words(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    window = open_window(library, [sys.executable, "-c", "import nothing_here"])
    wait_for_answers(qtbot, window)
    run_of(window).start(request_for(library))
    wait_for_message(qtbot, window, "ended unexpectedly")
    assert window.message.notice is not None
    assert "nothing_here" in window.message.notice.details
    assert not window.message.button.isVisible()


def test_going_on_without_the_component_asks_for_it_first(
    qtbot: QtBot, open_window: Opener, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(library)
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "was interrupted")
    window.modelling.open()
    page(qtbot, window, ComponentView)
    dialog_of(window).close()
    window.message.button.click()
    page(qtbot, window, ComponentView)
    assert window.modelling.is_open
    assert jobs_of(window).running is None
