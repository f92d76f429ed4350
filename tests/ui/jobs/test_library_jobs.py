"""Jobs of a library run one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.files.library_edits import FollowRequest, PauseRequest, RemoveRequest
from desktop_app.core.jobs.requests import (
    DuplicatesRequest,
    IndexRequest,
    Request,
    SamplesRequest,
    TrainRequest,
    UseModelRequest,
)
from desktop_app.ui.jobs.job_runner import CpuUsage
from desktop_app.ui.jobs.library_jobs import JobEnd, LibraryJobs
from tests.ui.conftest import WAIT_MS

CHILD = """print('{"event": "started"}')
print('{"event": "finished"}')
"""


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[LibraryJobs]:
    """Jobs that finish at once and do nothing."""
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    program = [sys.executable, str(script)]
    made = LibraryJobs(tmp_path / "library", program, program)
    yield made
    made.close()


def test_a_job_that_is_submitted_when_another_ends_waits_for_its_turn(
    qtbot: QtBot, jobs: LibraryJobs
) -> None:
    log: list[str] = []

    def submit_another(_: JobEnd) -> None:
        log.append("ended")
        if log.count("ended") == 1:
            jobs.index([Path("/three")])

    def note_start(_: Request) -> None:
        log.append("started")

    jobs.started.connect(note_start)
    jobs.ended.connect(submit_another)
    jobs.idle.connect(lambda: log.append("idle"))
    jobs.index([Path("/one")])
    jobs.index([Path("/two")])
    qtbot.waitUntil(lambda: "idle" in log, timeout=WAIT_MS)
    assert log == [*["started", "ended"] * 3, "idle"]


def test_the_jobs_are_not_idle_while_one_runs_that_was_submitted_at_the_end_of_the_last(
    qtbot: QtBot, jobs: LibraryJobs
) -> None:
    running_when_idle: list[object] = []
    ends: list[JobEnd] = []

    def submit_another(end: JobEnd) -> None:
        ends.append(end)
        if len(ends) == 1:
            jobs.index([Path("/two")])

    jobs.ended.connect(submit_another)
    jobs.idle.connect(lambda: running_when_idle.append(jobs.running))
    jobs.index([Path("/one")])
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=WAIT_MS)
    assert running_when_idle == [None]


def test_a_search_for_duplicates_is_as_gentle_as_indexing(tmp_path: Path) -> None:
    request = DuplicatesRequest(tmp_path)
    assert CpuUsage(1, gentle=True).applied_to(request) == DuplicatesRequest(tmp_path, gentle=True)
    assert CpuUsage(1, gentle=False).applied_to(request) == request


WAITING_CHILD = """import sys
print('{"event": "started"}', flush=True)
sys.stdin.read()
print('{"event": "cancelled"}', flush=True)
"""


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[LibraryJobs]:
    """Jobs that run until they are cancelled."""
    script = tmp_path / "child.py"
    script.write_text(WAITING_CHILD)
    program = [sys.executable, str(script)]
    made = LibraryJobs(tmp_path / "library", program, program)
    yield made
    made.close()


def test_pausing_and_resuming_are_told_once(endless: LibraryJobs) -> None:
    told: list[bool] = []
    endless.paused.connect(told.append)
    endless.pause()
    endless.resume()  # nothing runs
    endless.index([])
    endless.resume()  # it runs already
    endless.pause()
    endless.pause()
    assert endless.is_paused
    endless.resume()
    assert not endless.is_paused
    assert told == [True, False]


def test_another_cpu_usage_restarts_the_running_job_with_it(
    qtbot: QtBot, endless: LibraryJobs, tmp_path: Path
) -> None:
    started: list[Request] = []
    ended: list[JobEnd] = []
    endless.started.connect(started.append)
    endless.ended.connect(ended.append)
    endless.set_cpu_usage(4, gentle=False)
    endless.index([])
    endless.set_cpu_usage(4, gentle=False)  # as before
    endless.set_cpu_usage(4, gentle=True)
    qtbot.waitUntil(lambda: len(started) == 2, timeout=WAIT_MS)
    library = tmp_path / "library"
    assert started == [
        IndexRequest(library, [], 4),
        IndexRequest(library, [], 1, gentle=True),
    ]
    assert ended == []


def test_a_paused_job_stays_paused_where_an_edit_comes_before_it(
    qtbot: QtBot, endless: LibraryJobs
) -> None:
    started: list[Request] = []
    endless.started.connect(started.append)
    endless.index([])
    endless.pause()
    endless.remove_root(Path("/photos"))
    qtbot.waitUntil(lambda: len(started) == 2, timeout=WAIT_MS)
    assert isinstance(started[1], RemoveRequest)
    assert not endless.is_paused
    endless.cancel()
    qtbot.waitUntil(lambda: endless.running is None, timeout=WAIT_MS)


def test_an_edit_does_not_interrupt_another_edit_or_the_drawing_of_samples(
    endless: LibraryJobs,
) -> None:
    endless.remove_root(Path("/one"))
    first = endless.running
    endless.remove_root(Path("/two"))
    assert endless.running is first
    assert first is not None
    assert first.request == RemoveRequest(endless.library, Path("/one"))


def test_cancelling_drops_what_waits_except_what_records_moved_files(
    qtbot: QtBot, endless: LibraryJobs
) -> None:
    started: list[Request] = []
    endless.started.connect(started.append)
    endless.index([])
    endless.index([Path("/two")])
    endless.retry([])
    endless.cancel()
    qtbot.waitUntil(lambda: endless.running is None, timeout=WAIT_MS)
    assert len(started) == 1
    endless.remove_root(Path("/photos"))
    endless.follow_moves([Path("/a")], [Path("/b")])
    endless.cancel()
    qtbot.waitUntil(lambda: len(started) == 3, timeout=WAIT_MS)
    assert started[2] == FollowRequest(endless.library, [Path("/a")], [Path("/b")])


def test_a_training_is_known_while_it_runs_and_while_it_waits_and_is_cancelled_alone(
    qtbot: QtBot, endless: LibraryJobs
) -> None:
    training = TrainRequest(endless.library, [], 64, None, previews=False)
    ended: list[JobEnd] = []
    endless.ended.connect(ended.append)
    endless.index([])
    assert not endless.has_training
    endless.submit(training)
    assert endless.has_training
    endless.cancel_training()
    assert not endless.has_training
    assert ended == []
    endless.cancel()
    qtbot.waitUntil(lambda: endless.running is None, timeout=WAIT_MS)
    endless.submit(training)
    endless.index([Path("/later")])
    assert endless.has_training
    endless.cancel_training()
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=WAIT_MS)
    assert ended[1].request == training
    assert endless.running is not None


def test_a_model_that_is_chosen_replaces_an_earlier_choice_and_stops_reading_for_the_other(
    qtbot: QtBot, endless: LibraryJobs
) -> None:
    started: list[Request] = []
    endless.started.connect(started.append)
    assert endless.wanted_model == ""
    endless.index([])
    endless.use_model("one")
    endless.use_model("two")
    assert endless.wanted_model == "two"
    assert len(started) == 1
    endless.cancel()
    qtbot.waitUntil(lambda: endless.running is None, timeout=WAIT_MS)
    assert endless.wanted_model == ""
    endless.index_pending()
    endless.use_model("three")
    qtbot.waitUntil(lambda: len(started) == 3, timeout=WAIT_MS)
    assert started[2] == UseModelRequest(endless.library, "three")


def test_samples_that_were_not_drawn_are_not_indexed(qtbot: QtBot, endless: LibraryJobs) -> None:
    started: list[Request] = []
    endless.started.connect(started.append)
    endless.draw_samples(Path("/samples"))
    endless.cancel()
    with qtbot.waitSignal(endless.idle, timeout=WAIT_MS):
        pass
    assert started == [SamplesRequest(Path("/samples"))]


def test_folders_are_indexed_once_their_samples_are_drawn(qtbot: QtBot, jobs: LibraryJobs) -> None:
    started: list[Request] = []
    jobs.started.connect(started.append)
    jobs.draw_samples(Path("/samples"))
    jobs.pause_root(Path("/photos"), is_paused=True)
    jobs.pause_root(Path("/photos"), is_paused=False)
    with qtbot.waitSignal(jobs.idle, timeout=WAIT_MS):
        pass
    library = jobs.library
    assert started == [
        SamplesRequest(Path("/samples")),
        IndexRequest(library, [Path("/samples")], 0),
        PauseRequest(library, Path("/photos"), is_paused=True),
        PauseRequest(library, Path("/photos"), is_paused=False),
        IndexRequest(library, [Path("/photos")], 0),
    ]
