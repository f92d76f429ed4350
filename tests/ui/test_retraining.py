"""From the button to the new model and back, in the window: a search is open all the while."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.core import training_component
from desktop_app.core.catalogue import Catalogue
from desktop_app.core.catalogue_writer import CatalogueWriter
from desktop_app.core.encoder import Encoder
from desktop_app.core.jobs import TrainRequest
from desktop_app.core.library_files import LibraryFiles
from desktop_app.core.models import Models
from desktop_app.core.paths import default_bundle
from desktop_app.core.process_lock import held
from desktop_app.core.progress import TrainingProgress, TrainingStage
from desktop_app.core.retraining import Retraining, RetrainingPhase
from desktop_app.core.verdict import Verdict
from desktop_app.ui.closing_question import ClosingQuestion
from desktop_app.ui.comparison_view import ComparisonView
from desktop_app.ui.component_view import ComponentView
from desktop_app.ui.language import Language
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.model_dialog import PageView
from desktop_app.ui.model_list import ModelList
from desktop_app.ui.queries import PhotoSource
from desktop_app.ui.retrain_form import RetrainForm
from desktop_app.ui.retrain_run_view import RetrainRunView
from desktop_app.ui.training_run import RunFacts, RunPhase, TrainingRun
from tests.ui import learning_library
from tests.ui.conftest import WAIT_MS, FakeDesk, IndexedLibrary
from tests.ui.gestures import names, wait_for_message
from tests.ui.learning_library import TEACHER, write_lesson
from tests.ui.teaching_program import taught
from tests.ui.test_library import wait_until_idle

Opener = Callable[..., MainWindow]
LONG_MS = 2 * WAIT_MS

T = TypeVar("T", bound=PageView)


@pytest.fixture(scope="session")
def learned_from(
    tmp_path_factory: pytest.TempPathFactory,
    scene: Callable[[str, int], Image.Image],
    encoder: Encoder,
) -> IndexedLibrary:
    return learning_library.build(tmp_path_factory.mktemp("learned"), scene, encoder)


@pytest.fixture
def library(learned_from: IndexedLibrary, tmp_path: Path) -> Path:
    return learning_library.copy(learned_from, tmp_path).library


@pytest.fixture
def window(open_window: Opener, library: Path) -> MainWindow:
    return open_window(library, TEACHER)


def run_of(window: MainWindow) -> TrainingRun:
    return window._services.models.run


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


# The form


def test_too_few_photos_are_told_and_nothing_can_be_started(
    qtbot: QtBot, open_window: Opener, shared_library: IndexedLibrary
) -> None:
    window = open_window(shared_library.library, TEACHER)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    held_keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_L, held_keys)
    form = page(qtbot, window, RetrainForm)
    qtbot.waitUntil(lambda: "200 photos or more, and here are 36" in form.cost.text())
    assert not form.start.isEnabled()


def test_the_form_tells_what_it_costs_and_a_limit_of_time_at_once(
    qtbot: QtBot, window: MainWindow
) -> None:
    form = form_of(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    told = "Learns 220 photos on the processor, in about 12 min (codes 4 min, previews 8 min)."
    assert form.cost.text() == told
    form.time.setCurrentIndex(1)
    assert form.start.isEnabled()
    assert "in at most 5 min; without a limit it would take about 12 min" in form.cost.text()
    form.previews.buttons[1].click()
    assert not form.start.isEnabled()
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    assert form.cost.text() == "Learns 220 photos on the processor, in about 4 min."


def test_a_selection_that_is_too_small_is_told(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.browse.count == learning_library.PHOTOS, timeout=WAIT_MS)
    window.browse.select_rows([(0, 4)], 0)
    form = form_of(qtbot, window)
    words = [form.scope.itemText(row) for row in range(form.scope.count())]
    assert words == [
        "The whole library",
        "The selection: 5 photos",
        "What was taken between two months",
    ]
    form.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "and here are 5" in form.cost.text(), timeout=WAIT_MS)
    assert not form.start.isEnabled()


# The run


def test_a_step_that_is_told_again_is_one_point_of_its_curve() -> None:
    facts = RunFacts()
    for step, loss in ((1, 0.5), (2, 0.4), (3, 0.3), (2, 0.35)):
        stage = TrainingStage.PREVIEWS
        facts.take(TrainingProgress(stage, step, 9, 1.0, {"pixels": loss}, None, None, None, None))
    assert facts.curves["pixels"] == [(1, 0.5), (2, 0.35)]


# The whole way


def test_retrain_compare_use_and_take_back_while_a_search_is_open(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    before = model_in_use(library)
    window.search(PhotoSource(7))
    qtbot.waitUntil(lambda: window.results.model.rowCount() > 4, timeout=WAIT_MS)
    query = names(window)[0]
    window.panel.lens.heading.setChecked(True)
    lens = window.panel.lens
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 256, timeout=WAIT_MS)
    lens.flip_asked.emit(3)
    qtbot.waitUntil(lambda: lens.grid.code.flips == {3}, timeout=WAIT_MS)
    form = form_of(qtbot, window)
    form.bits.buttons[1].click()
    start(qtbot, window)
    view = page(qtbot, window, ComparisonView)
    assert model_in_use(library) == before
    proof = window._services.models.proof
    qtbot.waitUntil(lambda: proof.photos is not None, timeout=LONG_MS)
    assert view.recommendation.text()
    view.use.click()
    wait_for_message(qtbot, window, "Searching with")
    assert model_in_use(library) == "taught-128"
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 128, timeout=WAIT_MS)
    assert lens.grid.code.flips == frozenset()
    assert names(window)[0] == query
    assert phase_on_disk(library) is RetrainingPhase.NONE
    window.message.button.click()
    wait_for_message(qtbot, window, "Searching with “The model that came with Lookalike” now.")
    assert model_in_use(library) == before
    qtbot.waitUntil(lambda: len(lens.grid.code.bits) == 256, timeout=WAIT_MS)


def test_votes_are_blind_and_are_told_at_the_end(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    model = Models(LibraryFiles(library), default_bundle()).add(taught(library, 64).folder)
    window.modelling.compare(model.manifest.model_id)
    view = page(qtbot, window, ComparisonView)
    proof = window._services.models.proof
    qtbot.waitUntil(lambda: proof.photos is not None, timeout=LONG_MS)
    assert proof.comparison is not None
    assert len(proof.comparison.disagreements) == 12
    for number in range(12):
        assert view.vote is not None
        assert f"{number + 1} of 12" in view.vote.question.text()
        assert not view.vote.result.isVisibleTo(view)
        place = 0 if proof.new_is_first[number] else 1
        view.vote.rows[place].choose.click()
    assert view.vote is not None
    assert "the new model more 12 times" in view.vote.result.text()
    assert proof.verdict in (Verdict.BETTER, Verdict.FORGETS)
    view.delete.click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)


# Pausing, stopping, going on


def test_a_run_is_paused_stopped_and_goes_on_later(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    write_lesson(library, steps=200, seconds=0.05)
    start(qtbot, window)
    view = page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(lambda: run_of(window).share > 0.02, timeout=WAIT_MS)
    assert view.heading.text().startswith("Learning codes")
    assert window.work.strip.text.startswith("Learning codes")
    assert "99.5 % of the codes are unique" in view.health.text()
    assert set(view.curves.curves) == {"contrastive", "quantisation", "balance", "held_out"}
    view.pause.click()
    assert view.heading.text().startswith("Paused")
    assert view.pause.text() == "Resume"
    view.pause.click()
    view.stop.click()
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    assert "It can go on from there." in view.heading.text()
    reached = run_of(window).share
    write_lesson(library, steps=200, seconds=0.001)
    view.go_on.click()
    qtbot.waitUntil(lambda: run_of(window).facts.latest is not None, timeout=WAIT_MS)
    begun = run_of(window).facts.begun
    assert begun is not None
    assert begun.resumed
    assert run_of(window).share >= reached
    page(qtbot, window, ComparisonView)


def test_what_fails_is_told_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    write_lesson(library, fails_at=2)
    start(qtbot, window)
    wait_for_phase(qtbot, window, RunPhase.INTERRUPTED)
    view = page(qtbot, window, RetrainRunView)
    assert "Training needs 4000 MB of memory" in view.heading.text()
    assert "Training needs 4000 MB of memory" in window.message.text
    assert view.go_on.isVisible()


def test_forgetting_a_run_gives_the_form_back(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    interrupted(library)
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "was interrupted before it had learned anything")
    assert [window.message.button.text(), window.message.other_button.text()] == [
        "Go on",
        "Forget it",
    ]
    window.message.other_button.click()
    wait_for_phase(qtbot, window, RunPhase.NONE)
    assert phase_on_disk(library) is RetrainingPhase.NONE
    form_of(qtbot, window)


def test_the_next_start_offers_to_go_on_and_the_new_model_is_told(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    interrupted(library)
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "was interrupted")
    window.message.button.click()
    wait_for_message(qtbot, window, "A new model has learned 220 photos")
    window.close()
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "A new model has learned 220 photos")
    window.message.button.click()
    view = page(qtbot, window, ComparisonView)
    view.keep.click()
    wait_for_phase(qtbot, window, RunPhase.NONE)
    qtbot.waitUntil(lambda: phase_on_disk(library) is RetrainingPhase.NONE, timeout=WAIT_MS)
    assert len(Models(LibraryFiles(library), default_bundle()).all()) == 2


# Closing the window meanwhile


def test_closing_asks_and_whoever_stays_loses_nothing(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    write_lesson(library, steps=1000, seconds=0.05)
    start(qtbot, window)
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


def test_it_goes_on_in_the_background_and_the_next_window_can_stop_it(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    window = open_window(library, TEACHER)
    write_lesson(library, steps=2000, seconds=0.05)
    start(qtbot, window)
    qtbot.waitUntil(lambda: run_of(window).share > 0, timeout=WAIT_MS)
    window.close()
    question_of(window).background.click()
    assert not window.isVisible()
    running = RetrainingPhase.RUNNING
    qtbot.waitUntil(lambda: phase_on_disk(library) is running, timeout=WAIT_MS)
    later = open_window(library, TEACHER)
    wait_for_message(qtbot, later, "A retraining goes on in the background.")
    later.message.button.click()
    view = page(qtbot, later, RetrainRunView)
    start_of_line = "In the background: Learning codes"
    qtbot.waitUntil(lambda: start_of_line in view.heading.text(), timeout=WAIT_MS)
    view.stop.click()
    wait_for_phase(qtbot, later, RunPhase.INTERRUPTED)
    assert phase_on_disk(library) is RetrainingPhase.INTERRUPTED


# The change of model


def test_a_change_that_was_cut_short_is_told_and_taken_up(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    files = LibraryFiles(library)
    model = Models(files, default_bundle()).add(taught(library, 128).folder)
    with Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, model.manifest)
        with writer.batch():
            writer.want_model()
    window = open_window(library, TEACHER)
    wait_for_message(qtbot, window, "was interrupted; the model before is in use.")
    window.message.button.click()
    wait_for_message(qtbot, window, "Searching with")
    assert model_in_use(library) == "taught-128"


def test_models_are_renamed_exported_imported_and_deleted(
    qtbot: QtBot, window: MainWindow, library: Path, desk: FakeDesk, tmp_path: Path
) -> None:
    Models(LibraryFiles(library), default_bundle()).add(taught(library, 128).folder)
    window.modelling.open()
    assert window.modelling.dialog is not None
    window.modelling.dialog.pages.buttons[2].click()
    listed = page(qtbot, window, ModelList)
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=WAIT_MS)
    listed.rows[1].start_editing()
    QTest.keyClicks(listed.rows[1].edit, "Holidays")
    QTest.keyClick(listed.rows[1].edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed.rows[1].name.accessibleName() == "Holidays", timeout=WAIT_MS)
    desk.target = tmp_path / "holidays.lookalike-model"
    listed.export_asked.emit(listed.rows[1].model)
    qtbot.waitUntil(lambda: "is written to" in listed.said.text(), timeout=WAIT_MS)
    listed.rows[1].delete.click()
    qtbot.waitUntil(lambda: len(listed.rows) == 1, timeout=WAIT_MS)
    desk.model = desk.target
    listed.bring.click()
    assert not listed.bring.isEnabled()
    qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=LONG_MS)
    desk.model = tmp_path / "broken.lookalike-model"
    desk.model.write_bytes(b"PK\x03\x04 no model")
    listed.bring.click()
    qtbot.waitUntil(lambda: "broken.lookalike-model" in listed.said.text(), timeout=LONG_MS)
    assert len(listed.rows) == 2


def test_another_language_rebuilds_the_dialog_where_it_is(
    qtbot: QtBot, window: MainWindow, library: Path, language: Language
) -> None:
    write_lesson(library, steps=1000, seconds=0.05)
    start(qtbot, window)
    page(qtbot, window, RetrainRunView)
    qtbot.waitUntil(lambda: run_of(window).share > 0, timeout=WAIT_MS)
    try:
        language.choose("zh_CN")
        view = page(qtbot, window, RetrainRunView)
        assert window.modelling.dialog is not None
        assert window.modelling.dialog.windowTitle() == "模型"
        assert view.curves.curves
    finally:
        language.choose("en")
    window._services.jobs.cancel()
    wait_until_idle(qtbot, window)


def test_a_retraining_of_another_process_is_not_begun_twice(
    qtbot: QtBot, window: MainWindow, library: Path
) -> None:
    form = form_of(qtbot, window)
    qtbot.waitUntil(form.start.isEnabled, timeout=WAIT_MS)
    folder = LibraryFiles(library).retraining
    folder.mkdir()
    with held(folder / "running.lock"):
        form.start.click()
        wait_for_message(qtbot, window, "is running already")


# What it suggests, and what it needs


def test_a_library_that_has_grown_is_told_once(
    qtbot: QtBot, window: MainWindow, library: Path, learned_from: IndexedLibrary, tmp_path: Path
) -> None:
    model = Models(LibraryFiles(library), default_bundle()).add(taught(library, 128).folder)
    wait_until_idle(qtbot, window)
    window._services.jobs.use_model(model.manifest.model_id)
    wait_for_message(qtbot, window, "Searching with")
    window.message.clear()
    more = tmp_path / "more"
    for copy in range(4):
        shutil.copytree(learned_from.photos, more / str(copy))
    window.add_folders([more])
    wait_for_message(qtbot, window, "880 photos came that the model has not learned.")
    assert window.message.other_button.text() == "Not now"
    window.message.button.click()
    page(qtbot, window, RetrainForm)
    window.rescan()
    wait_until_idle(qtbot, window)
    assert window.message.notice is None


def test_a_missing_component_is_installed_by_a_button(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the real pip, which finds no packages here."""
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "target"))
    window.modelling.open()
    view = page(qtbot, window, ComponentView)
    view.install.click()
    assert not view.install.isEnabled()
    assert view.cancel.isVisible()
    qtbot.waitUntil(view.complaint.isVisible, timeout=LONG_MS)
    assert "could not be installed (ERROR: " in view.complaint.text()
    assert view.install.isEnabled()
    view.install.click()
    view.cancel.click()
    assert view.install.isEnabled()
    monkeypatch.delenv("PIP_TARGET")
    view.install.click()
    monkeypatch.setattr(training_component, "MODULES", ("json",))
    page(qtbot, window, RetrainForm)


def test_a_build_without_pip_says_what_to_do_instead(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_component, "MODULES", ("not_there_yet",))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    window.modelling.open()
    view = page(qtbot, window, ComponentView)
    assert 'pip install "lookalike[train]"' in view.sentence.text()
    assert not view.install.isVisible()


@pytest.mark.slow
@pytest.mark.e2e
def test_the_real_training_makes_a_model_that_can_be_used(
    qtbot: QtBot, open_window: Opener, library: Path
) -> None:
    """Without a stand-in: the form measures this machine, and the run learns the photos."""
    window = open_window(library)
    form = form_of(qtbot, window)
    form.bits.buttons[0].click()
    form.previews.buttons[1].click()
    qtbot.waitUntil(form.start.isEnabled, timeout=10 * WAIT_MS)
    assert form.cost.text().startswith("Learns 220 photos on ")
    window._services.models.probe.cancel()
    request = TrainRequest(library, [], 64, 0.3, previews=False)
    run_of(window).start(request)
    qtbot.waitUntil(lambda: run_of(window).phase is RunPhase.FINISHED, timeout=20 * WAIT_MS)
    made = run_of(window).result
    assert made is not None
    view = page(qtbot, window, ComparisonView)
    proof = window._services.models.proof
    qtbot.waitUntil(lambda: proof.photos is not None, timeout=10 * WAIT_MS)
    assert view.recommendation.text()
    view.use.click()
    wait_for_message(qtbot, window, "Searching with “Own model of")
    assert model_in_use(library) == made.model_id
