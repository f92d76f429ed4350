"""Requests survive the command line, and anything else is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app import job
from desktop_app.core.files.library_edits import PauseRequest, RelocateRequest, RemoveRequest
from desktop_app.core.jobs.requests import (
    ChangesRequest,
    IndexRequest,
    Request,
    RetryRequest,
    SamplesRequest,
    TrainRequest,
    WatchRequest,
    decode_request,
    encode_request,
    read_request,
)


@pytest.mark.parametrize(
    "request_",
    [
        IndexRequest(Path("/l"), [Path("/a b"), Path("/ü")], 3),
        SamplesRequest(Path("/s")),
        ChangesRequest(Path("/l"), [Path("/a b/c.jpg")], 1),
        RetryRequest(Path("/l"), [], 0),
        RemoveRequest(Path("/l"), Path("/a b")),
        RelocateRequest(Path("/l"), Path("/a b"), Path("/c")),
        PauseRequest(Path("/l"), Path("/a b"), is_paused=True),
        WatchRequest(Path("/l"), [Path("/a b")]),
        IndexRequest(Path("/l"), [Path("/caf\udce9")], 3, gentle=True),
        TrainRequest(Path("/l"), [1, 2], 128, None, previews=True),
        TrainRequest(Path("/l"), [], 64, 2.5, previews=False, gentle=True),
    ],
)
def test_a_request_survives_the_command_line(request_: Any) -> None:
    kinds: list[type[Request]] = [IndexRequest, type(request_)]
    assert decode_request(encode_request(request_), kinds) == request_


def test_the_text_of_a_request_is_what_it_was() -> None:
    """Golden: an interrupted retraining keeps its request on disk, for later versions, too."""
    request = TrainRequest(Path("/l"), [3], 128, 2.5, previews=True)
    text = (
        '{"request": "train", "library": "/l", "photos": [3], "code_bits": 128, "minutes": 2.5,'
        ' "previews": true, "gentle": false, "fine_tune": false}'
    )
    assert encode_request(request) == text
    older = text.replace(', "fine_tune": false', "")
    assert decode_request(older, [TrainRequest]) == request


def test_a_request_without_newer_fields_takes_their_defaults() -> None:
    text = '{"request": "index", "library": "/l", "folders": [], "threads": 1}'
    assert decode_request(text, [TrainRequest, IndexRequest]) == IndexRequest(
        Path("/l"), [], 1, gentle=False
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"request": "dance"}',
        '{"request": []}',
        '{"request": "index"}',
        '{"request": "index", "library": 3, "folders": [], "threads": 1}',
        '{"request": "index", "library": "/l", "folders": ["/a", 3], "threads": 1}',
        '{"request": "samples", "folder": "/s"}',
    ],
)
def test_text_that_is_not_a_request_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- any
        decode_request(text, [IndexRequest])


def test_a_request_can_lie_in_a_file(tmp_path: Path) -> None:
    request = SamplesRequest(Path("/s"))
    (tmp_path / "request.json").write_text(encode_request(request))
    assert read_request(f"@{tmp_path / 'request.json'}", [SamplesRequest]) == request


def test_a_request_to_edit_a_root_keeps_the_order_of_its_fields() -> None:
    """Golden: the fields of the base classes come first."""
    request = PauseRequest(Path("/l"), Path("/a"), is_paused=True)
    text = '{"request": "pause", "library": "/l", "root": "/a", "is_paused": true}'
    assert encode_request(request) == text


def test_every_request_of_a_job_has_a_name_of_its_own() -> None:
    names = [kind.name() for kind in job.REQUESTS]
    assert len(names) == len(set(names)) > 10
