"""From the form to the use of the new model, and back, while a search is open."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import QuickTrainRequest, TrainRequest
from desktop_app.core.models import training_component
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.ui.engine.queries import PhotoSource
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_run_view import RetrainRunView
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.focus import without_name
from tests.ui.gestures import names, wait_for_message
from tests.ui.retraining.model_dialog_steps import (
    LONG_MS,
    Opener,
    model_in_use,
    open_form,
    page,
    phase_on_disk,
    run_of,
    start_retraining,
)


@pytest.mark.slow
def test_a_retrained_model_is_compared_used_and_undone_during_a_search(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    before = model_in_use(library)
    window.commands.search(PhotoSource(7))
    qtbot.waitUntil(lambda: window.results.model.rowCount() > 4, timeout=WAIT_MS)
    query = names(window)[0]
    window.panel.lens.heading.setChecked(True)
    lens = window.panel.lens
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 256, timeout=WAIT_MS)
    lens.flip_requested.emit(3)
    qtbot.waitUntil(lambda: lens.grid.code.flips == {3}, timeout=WAIT_MS)
    form = open_form(qtbot, window)
    form.bits.buttons[1].click()
    start_retraining(qtbot, window)
    view = page(qtbot, window, ComparisonView)
    assert model_in_use(library) == before
    comparison = window._services.models.comparison
    qtbot.waitUntil(lambda: comparison.photos is not None, timeout=LONG_MS)
    assert view.recommendation.text()
    assert without_name(view) == []
    view.use.click()
    wait_for_message(qtbot, window, "Now searching with")
    assert model_in_use(library) == "trained-128"
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 128, timeout=WAIT_MS)
    assert lens.grid.code.flips == frozenset()
    assert names(window)[0] == query
    assert phase_on_disk(library) is RetrainingPhase.NONE
    window.message.button.click()
    wait_for_message(qtbot, window, "Now searching with “Default model”.")
    assert model_in_use(library) == before
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 256, timeout=WAIT_MS)


@pytest.mark.slow
@pytest.mark.e2e
def test_a_quick_model_is_compared_used_and_undone(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    before = model_in_use(library)
    window.model_flow.open()
    form = page(qtbot, window, RetrainForm)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    form.start.click()
    view = page(qtbot, window, RetrainRunView)
    assert not view.stop_hint.isVisible()
    qtbot.waitUntil(lambda: run_of(window).phase is RunPhase.FINISHED, timeout=9 * WAIT_MS)
    made = run_of(window).result
    assert made is not None
    comparison = page(qtbot, window, ComparisonView)
    qtbot.waitUntil(
        lambda: window._services.models.comparison.photos is not None, timeout=9 * WAIT_MS
    )
    comparison.use.click()
    wait_for_message(qtbot, window, "Now searching with “My model of")
    assert model_in_use(library) == made.model_id
    window.message.button.click()
    wait_for_message(qtbot, window, "Now searching with “Default model”.")
    assert model_in_use(library) == before


def test_a_quick_training_that_was_stopped_is_said_to_start_anew(
    qtbot: QtBot, open_window: Opener, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    with Retraining(LibraryFiles(library)).running(QuickTrainRequest(library, [], 64)):
        pass
    window = open_window(library)
    wait_for_message(qtbot, window, "starts again from the beginning")
    window.model_flow.open()
    view = page(qtbot, window, RetrainRunView)
    assert "starts again from the beginning" in view.heading.text()
    qtbot.waitUntil(view.resume.isVisible, timeout=WAIT_MS)


@pytest.mark.slow
@pytest.mark.e2e
def test_a_real_training_makes_a_model_that_can_be_used(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    """Without the stub: the form measures this machine, and the run learns the photos."""
    window = open_window(library, [sys.executable, "-m", "tests.quick_training"])
    form = open_form(qtbot, window)
    form.bits.buttons[0].click()
    form.previews.buttons[1].click()
    qtbot.waitUntil(form.start.isEnabled, timeout=3 * WAIT_MS)
    assert form.cost.text().startswith("Trains on 220 photos on ")
    window._services.models.probe.cancel()
    request = TrainRequest(library, [], 64, 0.05, previews=False)
    run_of(window).start(request)
    qtbot.waitUntil(lambda: run_of(window).phase is RunPhase.FINISHED, timeout=3 * WAIT_MS)
    made = run_of(window).result
    assert made is not None
    view = page(qtbot, window, ComparisonView)
    comparison = window._services.models.comparison
    qtbot.waitUntil(lambda: comparison.photos is not None, timeout=3 * WAIT_MS)
    assert view.recommendation.text()
    view.use.click()
    wait_for_message(qtbot, window, "Now searching with “My model of")
    assert model_in_use(library) == made.model_id
