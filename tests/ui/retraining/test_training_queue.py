"""Trainings and other jobs in the library's queue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import own_program
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.jobs.requests import ChangesRequest, Request, UseModelRequest
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from desktop_app.ui.retraining.run_state import RunPhase
from desktop_app.ui.retraining.training_run import TrainingRun
from tests.ui.conftest import WAIT_MS
from tests.ui.retraining.model_dialog_steps import request_for
from tests.ui.training_library import configure_trainer, forked_trainer


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A library without photos, whose trainings do not end."""
    library = tmp_path / "library"
    configure_trainer(library, steps=1000, seconds=0.2)
    return library


@pytest.fixture
def jobs(empty: Path) -> Iterator[LibraryJobs]:
    made = LibraryJobs(empty, own_program(), forked_trainer())
    yield made
    made.close()


@pytest.fixture
def run(qtbot: QtBot, empty: Path, jobs: LibraryJobs) -> Iterator[TrainingRun]:
    """A run that has reported its first step."""
    made = TrainingRun(LibraryFiles(empty), jobs)
    made.start(request_for(empty))
    qtbot.waitUntil(lambda: made.progress.latest is not None, timeout=WAIT_MS)
    yield made
    made.close()


def move_a_photo(jobs: LibraryJobs, library: Path) -> None:
    jobs.follow_moves([library.parent / "a.jpg"], [library.parent / "b.jpg"])


def ends_of(jobs: LibraryJobs) -> list[type[Request]]:
    """Fills with the kinds of requests, as they end."""
    kinds: list[type[Request]] = []

    def note(end: JobEnd) -> None:
        kinds.append(type(end.request))

    jobs.ended.connect(note)
    return kinds


@pytest.mark.slow
def test_a_moved_photo_does_not_restart_a_stopped_training(
    qtbot: QtBot, run: TrainingRun, jobs: LibraryJobs, empty: Path
) -> None:
    ended = ends_of(jobs)
    run.stop()
    move_a_photo(jobs, empty)
    qtbot.waitUntil(lambda: FollowRequest in ended, timeout=WAIT_MS)
    assert jobs.running is None
    assert run.phase is RunPhase.INTERRUPTED


@pytest.mark.slow
def test_a_moved_photo_does_not_restart_cancelled_jobs(
    qtbot: QtBot, run: TrainingRun, jobs: LibraryJobs, empty: Path
) -> None:
    ended = ends_of(jobs)
    jobs.cancel()
    move_a_photo(jobs, empty)
    qtbot.waitUntil(lambda: FollowRequest in ended, timeout=WAIT_MS)
    assert jobs.running is None
    assert run.phase is RunPhase.INTERRUPTED


@pytest.mark.slow
def test_a_paused_training_stays_paused_after_a_moved_photo(
    qtbot: QtBot, run: TrainingRun, jobs: LibraryJobs, empty: Path
) -> None:
    ended = ends_of(jobs)
    run.toggle_pause()
    move_a_photo(jobs, empty)
    qtbot.waitUntil(lambda: FollowRequest in ended, timeout=WAIT_MS)
    assert run.is_paused
    latest = run.progress.latest
    run.toggle_pause()
    qtbot.waitUntil(lambda: run.progress.latest is not latest, timeout=WAIT_MS)
    assert not run.is_paused


def test_closing_ends_a_training_that_a_moved_photo_has_interrupted(
    run: TrainingRun, jobs: LibraryJobs, empty: Path
) -> None:
    move_a_photo(jobs, empty)
    jobs.close()
    assert jobs.running is None
    assert run.phase is RunPhase.INTERRUPTED


@pytest.mark.slow
def test_of_several_chosen_models_the_latest_is_used(
    qtbot: QtBot, run: TrainingRun, jobs: LibraryJobs
) -> None:
    ended = ends_of(jobs)
    for model_id in ("one", "another", "one"):
        jobs.use_model(model_id)
    assert jobs.wanted_model == "one"
    run.stop()
    qtbot.waitUntil(lambda: jobs.running is None, timeout=WAIT_MS)
    assert ended.count(UseModelRequest) == 1
    assert jobs.wanted_model == ""


@pytest.mark.slow
def test_photos_are_no_longer_read_for_a_model_that_was_replaced(
    qtbot: QtBot, run: TrainingRun, jobs: LibraryJobs
) -> None:
    ended = ends_of(jobs)
    jobs.index_pending()
    jobs.use_model("one")
    run.stop()
    qtbot.waitUntil(lambda: jobs.running is None, timeout=WAIT_MS)
    assert UseModelRequest in ended
    assert ChangesRequest not in ended
