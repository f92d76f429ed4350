"""A run: paused, stopped, resumed, failed, continued in the background, restored."""

from __future__ import annotations

import itertools
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import TrainingProgress, TrainingStage
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import RetrainingPhase
from desktop_app.ui.jobs.job_progress import ProgressFormatter
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.retraining.run_state import RunPhase, RunProgress
from desktop_app.ui.shell.closing_question import ClosingQuestion
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.announced import Announced
from tests.ui.conftest import WAIT_MS
from tests.ui.focus import without_name
from tests.ui.gestures import wait_for_message
from tests.ui.library.library_steps import wait_until_idle
from tests.ui.retraining.model_dialog_steps import (
    Opener,
    leave_interrupted_run,
    open_form,
    page,
    phase_on_disk,
    question_of,
    run_of,
    start_retraining,
    wait_for_phase,
)
from tests.ui.training_library import configure_trainer, forked_trainer


def test_a_step_that_is_reported_again_replaces_its_point() -> None:
    progress = RunProgress()
    for step, loss in ((1, 0.5), (2, 0.4), (3, 0.3), (2, 0.35)):
        stage = TrainingStage.PREVIEWS
        progress.add(
            TrainingProgress(stage, step, 9, 1.0, {"pixels": loss}, None, None, None, None)
        )
    assert progress.curves["pixels"] == [(1, 0.5), (2, 0.35)]


def test_a_stopped_run_tells_what_it_has_reached_and_no_time_left(
    qtbot: QtBot,
    window: MainWindow,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    announced: Announced,
) -> None:
    """By a clock that goes on by three seconds whenever it is read."""
    formatter = partial(ProgressFormatter, partial(next, itertools.count(0, 3)))
    monkeypatch.setattr("desktop_app.ui.retraining.retrain_run_view.ProgressFormatter", formatter)
    run = run_of(window)
    view = RetrainRunView(theme, run)
    qtbot.addWidget(view)
    run._set_phase(RunPhase.RUNNING)
    for step in (10, 20):
        stage = TrainingStage.CODES
        losses = {"pixels": 1 / step}
        run._add_event(TrainingProgress(stage, step, 100, 1.0, losses, None, None, None, None))
    view.show()
    assert without_name(view) == []
    assert view.heading.text().startswith("Training codes · 20 % · ")
    assert view.heading.text().endswith(" left")
    assert announced.texts == []
    run._set_phase(RunPhase.INTERRUPTED)
    expected = "Stopped at: Training codes · 20 %. You can resume from there."
    assert view.heading.text() == expected
    assert announced.texts[0] == expected


@pytest.mark.slow
def test_a_run_can_be_paused_stopped_and_resumed(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    configure_trainer(library, steps=200, seconds=0.05)
    start_retraining(qtbot, window)
    view = page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(lambda: run_of(window).progress.share > 0.02, timeout=WAIT_MS)
    assert view.heading.text().startswith("Training codes")
    assert window.work.strip.text.startswith("Training codes")
    assert "Unique codes: 99.5 %" in view.health.text()
    assert set(view.curves.curves) == {"contrastive", "quantisation", "balance", "held_out"}
    view.pause.click()
    assert view.heading.text().startswith("Paused")
    assert view.pause.text() == "Resume"
    view.pause.click()
    view.stop.click()
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    assert "You can resume from there." in view.heading.text()
    reached = run_of(window).progress.share
    configure_trainer(library, steps=200, seconds=0.001)
    view.resume.click()
    qtbot.waitUntil(lambda: run_of(window).progress.latest is not None, timeout=WAIT_MS)
    begun = run_of(window).progress.begun
    assert begun is not None
    assert begun.resumed
    assert run_of(window).progress.share >= reached
    page(qtbot, window, ComparisonView)


def test_a_failed_run_is_reported_and_can_be_resumed(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    configure_trainer(library, fails_at=2)
    start_retraining(qtbot, window)
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    view = page(qtbot, window, RetrainRunView)
    assert "Training needs 4000 MB of memory" in view.heading.text()
    assert "Training needs 4000 MB of memory" in window.message.text
    assert view.resume.isVisible()


def test_a_message_discards_no_progress_but_shows_the_page_that_asks(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    configure_trainer(library, steps=200, seconds=0.05)
    start_retraining(qtbot, window)
    qtbot.waitUntil(lambda: run_of(window).progress.latest is not None, timeout=WAIT_MS)
    assert window.model_flow.dialog is not None
    window.model_flow.dialog.close()
    run_of(window).stop()
    wait_for_message(qtbot, window, "Its progress is kept.")
    assert window.message.other_button.text() == "Show"
    window.message.other_button.click()
    view = page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(view.discard.isVisible, timeout=WAIT_MS)
    assert phase_on_disk(library) is RetrainingPhase.INTERRUPTED


def test_discarding_a_run_brings_the_form_back(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "was interrupted before it made any progress")
    assert [window.message.button.text(), window.message.other_button.text()] == [
        "Resume",
        "Discard",
    ]
    window.message.other_button.click()
    wait_for_phase(qtbot, window, RunPhase.NONE)
    assert phase_on_disk(library) is RetrainingPhase.NONE
    open_form(qtbot, window)


def test_a_run_is_discarded_on_its_page_only_if_that_is_confirmed(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    window.model_flow.open()
    view = page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(view.discard.isVisible, timeout=WAIT_MS)
    QTest.mouseClick(view.discard, Qt.MouseButton.LeftButton)
    assert view.question.isVisible()
    assert not view.resume.isVisible()
    QTest.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert not view.question.isVisible()
    assert phase_on_disk(library) is RetrainingPhase.INTERRUPTED
    QTest.mouseClick(view.discard, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.discard_now, Qt.MouseButton.LeftButton)
    wait_for_phase(qtbot, window, RunPhase.NONE)
    assert phase_on_disk(library) is RetrainingPhase.NONE


@pytest.mark.slow
def test_the_next_start_offers_to_resume_and_reports_the_new_model(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    leave_interrupted_run(library)
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "was interrupted")
    window.message.button.click()
    wait_for_message(qtbot, window, "A new model trained on 220 photos")
    window.close()
    window = open_window(library, forked_trainer())
    wait_for_message(qtbot, window, "A new model trained on 220 photos")
    window.message.button.click()
    view = page(qtbot, window, ComparisonView)
    view.keep.click()
    wait_for_phase(qtbot, window, RunPhase.NONE)
    qtbot.waitUntil(lambda: phase_on_disk(library) is RetrainingPhase.NONE, timeout=WAIT_MS)
    assert len(LibraryModels(LibraryFiles(library), default_bundle()).all()) == 2


@pytest.mark.slow
def test_closing_asks_first_and_staying_loses_nothing(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    configure_trainer(library, steps=1000, seconds=0.05)
    start_retraining(qtbot, window)
    wait_for_phase(qtbot, window, RunPhase.RUNNING)
    window.close()
    assert window.isVisible()
    question_of(window).stay.click()
    assert window.isVisible()
    assert run_of(window).phase is RunPhase.RUNNING
    qtbot.waitUntil(lambda: window.findChild(ClosingQuestion) is None, timeout=WAIT_MS)
    window.close()
    question_of(window).stop.click()
    assert not window.isVisible()
    assert phase_on_disk(library) is RetrainingPhase.INTERRUPTED


@pytest.mark.slow
def test_a_run_continues_in_the_background_and_the_next_window_can_stop_it(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    window = open_window(library, forked_trainer())
    configure_trainer(library, steps=2000, seconds=0.05)
    start_retraining(qtbot, window)
    qtbot.waitUntil(lambda: run_of(window).progress.share > 0, timeout=WAIT_MS)
    window.close()
    question_of(window).background.click()
    assert not window.isVisible()
    running = RetrainingPhase.RUNNING
    qtbot.waitUntil(lambda: phase_on_disk(library) is running, timeout=WAIT_MS)
    later = open_window(library, forked_trainer())
    wait_for_message(qtbot, later, "A retraining is running in the background.")
    later.message.button.click()
    view = page(qtbot, later, RetrainRunView)
    start_of_line = "In the background: Training codes"
    qtbot.waitUntil(lambda: start_of_line in view.heading.text(), timeout=WAIT_MS)
    view.stop.click()
    wait_for_phase(qtbot, later, RunPhase.INTERRUPTED)
    assert phase_on_disk(library) is RetrainingPhase.INTERRUPTED


@pytest.mark.slow
def test_another_language_rebuilds_the_dialog_in_place(
    qtbot: QtBot, window: MainWindow, library: Path, language: Language
) -> None:
    configure_trainer(library, steps=1000, seconds=0.05)
    start_retraining(qtbot, window)
    page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(lambda: run_of(window).progress.share > 0, timeout=WAIT_MS)
    language.choose("zh_CN")
    view = page(qtbot, window, RetrainRunView)
    assert window.model_flow.dialog is not None
    assert window.model_flow.dialog.windowTitle() == "模型"
    assert view.curves.curves
    window._services.jobs.cancel()
    wait_until_idle(qtbot, window)


@pytest.mark.slow
def test_a_retraining_that_runs_elsewhere_is_not_started_again(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    folder = LibraryFiles(library).retraining
    folder.mkdir()
    with process_lock(folder / "running.lock"):
        form.start.click()
        wait_for_message(qtbot, window, "is already running")
