"""What a parent makes of the lines and the exit of a job."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.base.errors import JobCrashedError, LibraryBusyError
from desktop_app.core.jobs.job_output import Cancelled, Failed, Finished, JobOutput
from desktop_app.core.jobs.progress import Indexing, Scanning

FINISHED = (
    b'{"event": "finished", "kind": "Indexing", "data": {"done": 2, "total": 2, "failed": 0}}\n'
)


def test_values_are_decoded_from_torn_lines_and_between_noise() -> None:
    output = JobOutput()
    assert output.feed(b'{"event": "started"}\nnoise\n{"event": "progress", "kind": "Sca') == []
    assert output.feed(b'nning", "data": {"files": 7}}\n' + FINISHED) == [Scanning(7)]
    assert output.outcome(0) == Finished(Indexing(2, 2, 0))


def test_work_without_a_value_finishes_without_one() -> None:
    output = JobOutput()
    output.feed(b'{"event": "finished", "kind": "NoneType"}\n')
    assert output.outcome(0) == Finished(None)


def test_completed_work_is_finished_even_if_cancelled_meanwhile() -> None:
    output = JobOutput()
    output.feed(FINISHED)
    assert output.outcome(0, is_cancelled=True) == Finished(Indexing(2, 2, 0))


def test_a_known_error_comes_back_as_itself() -> None:
    output = JobOutput()
    output.feed(b'{"event": "failed", "kind": "LibraryBusyError", "data": {"library": "/l"}}\n')
    outcome = output.outcome(1)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, LibraryBusyError)
    assert outcome.error.library == Path("/l")


@pytest.mark.parametrize(
    ("errors", "expected"),
    [("", "KeyError(3)"), ("Traceback\n\n  line 7\n", "Traceback\n  line 7")],
)
def test_an_unknown_error_is_a_crash_with_what_is_known_of_it(errors: str, expected: str) -> None:
    output = JobOutput()
    output.feed(b'{"event": "failed", "data": {"detail": "KeyError(3)"}}\n')
    output.feed_errors(errors)
    outcome = output.outcome(1)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, JobCrashedError)
    assert (outcome.error.exit_code, outcome.error.error_output) == (1, expected)


def test_a_job_that_ends_without_a_word_has_crashed_unless_it_was_cancelled() -> None:
    assert JobOutput().outcome(-9, is_cancelled=True) == Cancelled()
    outcome = JobOutput().outcome(-9)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, JobCrashedError)


@pytest.mark.parametrize(
    "line",
    [
        '{"event": "progress", "kind": "Scanning", "data": {"files": null}}',
        '{"event": "progress", "kind": "Scanning", "data": [7]}',
        '{"event": "progress", "kind": [], "data": {"files": 7}}',
        '{"event": "progress", "kind": "Unknown", "data": {"files": 7}}',
        '{"event": "progress", "data": ' + "[" * 100_000,
    ],
)
def test_progress_that_no_job_reports_is_ignored(line: str) -> None:
    assert JobOutput().feed(line.encode() + b"\n" + FINISHED) == []


@pytest.mark.parametrize(
    "line",
    [
        '{"event": "finished", "kind": "Scanning", "data": {"files": "many"}}',
        '{"event": "failed", "kind": "LibraryBusyError", "data": {}}',
        '{"event": "failed", "kind": "LibraryBusyError", "data": {"library": 7}}',
    ],
)
def test_an_ending_that_no_job_reports_is_a_crash(line: str) -> None:
    output = JobOutput()
    output.feed(line.encode() + b"\n")
    outcome = output.outcome(1)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, JobCrashedError)


def test_fields_that_an_error_of_a_later_version_has_are_ignored() -> None:
    output = JobOutput()
    data = b'{"library": "/l", "since": 3}'
    output.feed(b'{"event": "failed", "kind": "LibraryBusyError", "data": ' + data + b"}\n")
    outcome = output.outcome(1)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, LibraryBusyError)
