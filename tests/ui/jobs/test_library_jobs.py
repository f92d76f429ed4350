"""Jobs of a library run one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.jobs.requests import DuplicatesRequest, Request
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
