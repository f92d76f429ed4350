"""A job in a child process is a generator of its events."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.base.errors import JobCrashedError, TooFewPhotosError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.child_job import child_job
from desktop_app.core.jobs.progress import IndexSummary, SamplesProgress
from desktop_app.core.jobs.requests import IndexRequest, SamplesRequest, TrainRequest

APPLICATION = [sys.executable, "-m", "desktop_app"]

JOB = """
import os, sys, time
from pathlib import Path
from desktop_app.core.base.errors import TooFewPhotosError
from desktop_app.core.jobs.requests import TrainRequest, read_request
from desktop_app.core.jobs.run_job import run_job
from desktop_app.core.jobs.progress import SamplesProgress

def steps():
    folder = Path({folder!r})
    try:
        {body}
    finally:
        (folder / "closed").touch()

sys.exit(run_job(steps))
"""


def program(folder: Path, body: str) -> list[str]:
    """A program whose job runs `body`, a line of Python."""
    code = JOB.format(folder=str(folder), body=body)
    return [sys.executable, "-c", code]


def step(done: int) -> str:
    return f"yield SamplesProgress({done}, 3, folder)"


@pytest.fixture
def request_(tmp_path: Path) -> SamplesRequest:
    return SamplesRequest(tmp_path)


def test_a_job_yields_its_progress_and_its_result_last(
    tmp_path: Path, request_: SamplesRequest
) -> None:
    body = "; ".join((step(1), "print('not an event')", step(2)))
    values = list(child_job(program(tmp_path, body), request_))
    assert values == [SamplesProgress(count, 3, tmp_path) for count in (1, 2, 2)]


@pytest.mark.e2e
def test_the_application_runs_jobs(files: LibraryFiles, photo_folder: Path) -> None:
    values = list(child_job(APPLICATION, IndexRequest(files.folder, [photo_folder], 1)))
    assert isinstance(values[-1], IndexSummary)
    assert values[-1].indexed == 9


def test_an_error_of_a_job_is_raised_with_its_data(
    tmp_path: Path, request_: SamplesRequest
) -> None:
    job = child_job(program(tmp_path, f"{step(1)}; raise TooFewPhotosError(7, 200)"), request_)
    assert next(job) == SamplesProgress(1, 3, tmp_path)
    with pytest.raises(TooFewPhotosError) as caught:
        next(job)
    assert (caught.value.photos, caught.value.needed) == (7, 200)


def test_an_unknown_error_is_a_crash_with_its_text(
    tmp_path: Path, request_: SamplesRequest
) -> None:
    with pytest.raises(JobCrashedError) as caught:
        list(child_job(program(tmp_path, f"{step(1)}; 1 / 0"), request_))
    assert caught.value.exit_code == 1
    assert "ZeroDivisionError" in caught.value.error_output


@pytest.mark.parametrize("status", [0, 5])
def test_a_job_that_ends_without_an_event_has_crashed(
    tmp_path: Path, request_: SamplesRequest, status: int
) -> None:
    job = child_job(program(tmp_path, f"{step(1)}; os._exit({status})"), request_)
    assert next(job) == SamplesProgress(1, 3, tmp_path)
    with pytest.raises(JobCrashedError) as caught:
        next(job)
    assert caught.value.exit_code == status


def test_closing_the_generator_cancels_the_job_and_waits_for_it(
    tmp_path: Path, request_: SamplesRequest
) -> None:
    progress = "SamplesProgress(os.getpid(), 3, folder)"
    body = f"yield from ({progress} for _ in iter(lambda: time.sleep(0.01), 0))"
    with closing(child_job(program(tmp_path, body), request_)) as job:
        number = next(job).done
        assert not (tmp_path / "closed").exists()
    assert (tmp_path / "closed").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.parametrize("is_cancelled", [False, True])
def test_a_long_request_arrives_and_leaves_no_file_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_cancelled: bool
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    photos = list(range(100_000, 118_000))
    request = TrainRequest(tmp_path, photos, 64, None, previews=False)
    count = (
        "yield SamplesProgress(len(read_request(sys.argv[-1], [TrainRequest]).photos), 0, folder)"
    )
    with closing(child_job(program(tmp_path, f"{count}; {step(1)}"), request)) as job:
        assert next(job) == SamplesProgress(len(photos), 0, tmp_path)
        if not is_cancelled:
            assert list(job)[-1] == SamplesProgress(1, 3, tmp_path)
    assert list(passing.iterdir()) == []


def test_a_program_that_is_not_a_job_has_crashed(tmp_path: Path) -> None:
    request = TrainRequest(tmp_path, [], 64, None, previews=False)
    with pytest.raises(JobCrashedError):
        list(child_job([sys.executable, "-c", "print('hello')"], request))
