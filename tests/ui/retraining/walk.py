"""Ways through the window of the models, and what can be seen on them."""

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
from desktop_app.ui.models.model_dialog import ModelDialog, Page, PageView
from desktop_app.ui.models.model_list import ModelList
from desktop_app.ui.retraining.retrain_form import RetrainForm
from desktop_app.ui.retraining.retrain_form_flow import RetrainFormFlow
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.training_run import TrainingRun
from desktop_app.ui.shell.closing_question import ClosingQuestion
from desktop_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import WAIT_MS
from tests.ui.teaching_program import taught

Opener = Callable[..., MainWindow]
LONG_MS = 2 * WAIT_MS

T = TypeVar("T", bound=PageView)


def run_of(window: MainWindow) -> TrainingRun:
    return window._services.models.run


def jobs_of(window: MainWindow) -> LibraryJobs:
    return window._services.jobs


def dialog_of(window: MainWindow) -> ModelDialog:
    dialog = window.modelling.dialog
    assert dialog is not None
    return dialog


def page(qtbot: QtBot, window: MainWindow, kind: type[T]) -> T:
    """The dialog's page, when it is there."""

    def content() -> object:
        dialog = window.modelling.dialog
        return dialog.content if dialog is not None else None

    qtbot.waitUntil(lambda: isinstance(content(), kind), timeout=LONG_MS)
    found = content()
    assert isinstance(found, kind)
    return found


def question_of(window: MainWindow) -> ClosingQuestion:
    found = window.findChild(ClosingQuestion)
    assert found is not None
    return found


def form_of(qtbot: QtBot, window: MainWindow) -> RetrainForm:
    """Open, and with the cost."""
    window.modelling.open()
    return page(qtbot, window, RetrainForm)


def start(qtbot: QtBot, window: MainWindow) -> None:
    form = form_of(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    form.start.click()


def list_of(qtbot: QtBot, window: MainWindow, models: int) -> ModelList:
    """The page of the models, when it shows so many."""
    window.modelling.show(Page.MODELS)
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


def interrupted(library: Path) -> None:
    """As a window leaves it that was killed."""
    retraining = Retraining(LibraryFiles(library))
    with retraining.running(request_for(library)):
        pass


def models_of(library: Path) -> LibraryModels:
    return LibraryModels(LibraryFiles(library), default_bundle())


def add_model(library: Path, bits: int) -> str:
    """Another model of the library's; gives its id."""
    return models_of(library).add(taught(library, bits).folder).manifest.model_id


def wait_for_answers(qtbot: QtBot, window: MainWindow) -> None:
    """Until all that was asked of the models so far is answered."""
    answers: list[None] = []
    window._services.models.thread.ask(lambda _: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)


def compared(qtbot: QtBot, window: MainWindow, model_id: str, asked: int) -> ComparisonView:
    """A model beside the one in use, with so many photos to vote on, as if it was measured."""
    window.modelling.compare(model_id)
    view = page(qtbot, window, ComparisonView)
    models = window._services.models
    assert models.comparison.old is not None
    same = Measured(Figure(0.8, 0.01), Figure(0.8, 0.01), Figure(0.0, 0.01), 200)
    disagreements = [
        Disagreement(number, old=[number + 1, number + 2], new=[number + 3, number + 4])
        for number in range(1, asked + 1)
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


def add_stranger(library: Path) -> str:
    """A model that looks at photos in a way of its own; gives its id."""
    made = taught(library, 128)
    manifest = replace(made.manifest, model_id="stranger", descriptor_id="other-eyes")
    files = {name: (made.folder / name).read_bytes() for name in made.manifest.files}
    bundle = write_bundle(library / "strange", manifest, files)
    return models_of(library).add(bundle.folder).manifest.model_id


def use_elsewhere(library: Path, model_id: str) -> None:
    """As another process does."""
    for _ in use_model(models_of(library), model_id):
        pass


def wait_until_counted(qtbot: QtBot, form: RetrainForm) -> None:
    """The photos of the form's choice are asked for."""
    asking = form.findChild(RetrainFormFlow)
    assert asking is not None
    qtbot.waitUntil(lambda: not asking._timer.isActive(), timeout=WAIT_MS)
