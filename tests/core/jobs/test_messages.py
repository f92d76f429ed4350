"""The lines between a job and its parent."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.base.errors import AppError, PhotoError, PhotoProblem
from desktop_app.core.jobs.messages import (
    JobEvent,
    JobMessage,
    decode_error,
    decode_event,
    decode_value,
    encode_event,
)
from desktop_app.core.jobs.progress import Indexing, IndexSummary


def test_event_lines_are_what_they_were() -> None:
    """Golden: docs/formats.md promises these lines."""
    event = JobEvent(JobMessage.PROGRESS, "Indexing", {"done": 3, "total": 9, "failed": 1})
    line = '{"event": "progress", "kind": "Indexing", "data": {"done": 3, "total": 9, "failed": 1}}'
    assert encode_event(event) == line
    assert decode_event(line) == event
    assert decode_value(event, (Indexing, IndexSummary)) == Indexing(3, 9, 1)
    assert JobEvent.of_value(JobMessage.PROGRESS, Indexing(3, 9, 1)) == event


@pytest.mark.parametrize("line", ["", "hello", "[]", "{}", '{"event": "dance"}', "null"])
def test_a_line_that_is_not_an_event_is_none(line: str) -> None:
    assert decode_event(line) is None


def test_an_error_is_decoded_with_its_data() -> None:
    event = JobEvent(
        JobMessage.FAILED, "PhotoError", {"path": "/a.jpg", "problem": "truncated", "detail": "x"}
    )
    error = decode_error(event)
    assert isinstance(error, PhotoError)
    assert (error.path, error.problem) == (Path("/a.jpg"), PhotoProblem.TRUNCATED)
    assert decode_error(JobEvent(JobMessage.FAILED, "", {"detail": "?"})) is None
    assert all(kind.__name__ for kind in AppError.__subclasses__())


def test_an_error_is_encoded_with_its_data() -> None:
    error = PhotoError(Path("/caf\udce9.jpg"), PhotoProblem.TRUNCATED, "x")
    event = decode_event(encode_event(JobEvent.of_value(JobMessage.FAILED, error)))
    assert event is not None
    decoded = decode_error(event)
    assert isinstance(decoded, PhotoError)
    assert (decoded.path, decoded.problem, decoded.detail) == (error.path, error.problem, "x")


@pytest.mark.parametrize(
    ("kind", "data"),
    [("Dance", {}), ("Indexing", {}), ("Indexing", {"done": "3", "total": 9, "failed": 1})],
)
def test_a_value_that_does_not_fit_its_class_is_refused(kind: str, data: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- any
        decode_value(JobEvent(JobMessage.PROGRESS, kind, data), (Indexing, IndexSummary))
