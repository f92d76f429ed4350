"""Steps of a user in the dialog of the models, and what tests read from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import write_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.comparison_events import Comparison, Disagreement, Figure, Measured
from desktop_app.core.jobs.job_output import Finished
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.ui.jobs.library_jobs import LibraryJobs
from desktop_app.ui.models.comparison_view import ComparisonView
from desktop_app.ui.models.model_dialog import ModelDialog, PageView
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_form_flow import RetrainFormFlow
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.shell.closing_question import ClosingQuestion
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.stub_trainer import truncated_model

Opener = Callable[..., MainWindow]
LONG_MS = 2 * WAIT_MS

T = TypeVar("T", bound=PageView)


def run_of(window: MainWindow) -> TrainingRun:
    return window._services.models.run


def jobs_of(window: MainWindow) -> LibraryJobs:
    return window._services.jobs


def dialog_of(window: MainWindow) -> ModelDialog:
    dialog = window.model_flow.dialog
    assert dialog is not None
    return dialog


def page(qtbot: QtBot, window: MainWindow, kind: type[T]) -> T:
    """Wait for the dialog to show a page of this kind."""

    def content() -> object:
        dialog = window.model_flow.dialog
        return dialog.content if dialog is not None else None

    qtbot.waitUntil(lambda: isinstance(content(), kind), timeout=LONG_MS)
    found = content()
    assert isinstance(found, kind)
    return found


def question_of(window: MainWindow) -> ClosingQuestion:
    found = window.findChild(ClosingQuestion)
    assert found is not None
    return found


def open_form(qtbot: QtBot, window: MainWindow) -> RetrainForm:
    """Open the dialog, wait for the form, and choose thorough training."""
    window.model_flow.open()
    form = page(qtbot, window, RetrainForm)
    form.way.buttons[1].click()
    return form


def start_retraining(qtbot: QtBot, window: MainWindow) -> None:
    form = open_form(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    form.start.click()


def open_list(qtbot: QtBot, window: MainWindow, models: int) -> ModelList:
    """Open the page of the models, and wait for this number of them."""
    window.model_flow.open_list()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: len(listed.rows) == models, timeout=WAIT_MS)
    return listed


def wait_for_phase(qtbot: QtBot, window: MainWindow, phase: RunPhase) -> None:
    qtbot.waitUntil(lambda: run_of(window).phase is phase, timeout=LONG_MS)


def model_in_use(library: Path) -> str:
    with Catalogue(LibraryFiles(library)) as catalogue:
        return catalogue.model_id


def phase_on_disk(library: Path) -> RetrainingPhase:
    return Retraining(LibraryFiles(library)).state.phase


def request_for(library: Path) -> TrainRequest:
    return TrainRequest(library, [], 128, None, previews=False)


def leave_interrupted_run(library: Path) -> None:
    """Leave a run on disk as a killed window leaves it."""
    retraining = Retraining(LibraryFiles(library))
    with retraining.running(request_for(library)):
        pass


def models_of(library: Path) -> LibraryModels:
    return LibraryModels(LibraryFiles(library), default_bundle())


def add_model(library: Path, bits: int) -> str:
    """Add a model with shorter codes to the library. Returns its id."""
    return models_of(library).add(truncated_model(library, bits).folder).manifest.model_id


def wait_for_answers(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the models' thread has done its current calls."""
    answers: list[None] = []
    window._services.models.thread.ask(lambda _: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)


def show_comparison(qtbot: QtBot, window: MainWindow, model_id: str, count: int) -> ComparisonView:
    """Show a made-up comparison with the model in use, with this number of photos to vote on."""
    window.model_flow.comparison.compare(model_id)
    view = page(qtbot, window, ComparisonView)
    models = window._services.models
    assert models.comparison.old is not None
    same = Measured(Figure(0.8, 0.01), Figure(0.8, 0.01), Figure(0.0, 0.01), 200)
    disagreements = [
        Disagreement(number, old=[number + 1, number + 2], new=[number + 3, number + 4])
        for number in range(1, count + 1)
    ]
    found = Comparison(
        models.comparison.old.model_id,
        model_id,
        220,
        same,
        same,
        same,
        same,
        None,
        0,
        disagreements,
    )
    models.comparer.cancel()
    models.comparer.ended.emit(Finished(found))
    # A widget that joins a layout is shown by the event loop, a moment after the photos have come.
    qtbot.waitUntil(
        lambda: (
            models.comparison.photos is not None
            and view.vote is not None
            and view.vote.isVisibleTo(view)
        ),
        timeout=WAIT_MS,
    )
    return view


def add_model_with_other_encoder(library: Path) -> str:
    """Add a model whose encoder differs from the shipped one. Returns its id."""
    made = truncated_model(library, 128)
    manifest = replace(made.manifest, model_id="other-encoder", descriptor_id="other-descriptor")
    files = {name: (made.folder / name).read_bytes() for name in made.manifest.files}
    bundle = write_bundle(library / "other", manifest, files)
    return models_of(library).add(bundle.folder).manifest.model_id


def use_elsewhere(library: Path, model_id: str) -> None:
    """Switch to a model as another process does."""
    for _ in use_model(models_of(library), model_id):
        pass


def wait_until_counted(qtbot: QtBot, form: RetrainForm) -> None:
    """Wait until the form has requested the number of its photos."""
    flow = form.findChild(RetrainFormFlow)
    assert flow is not None
    qtbot.waitUntil(lambda: not flow._timer.isActive(), timeout=WAIT_MS)
