import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.errors import AppError, LibraryBusyError, PhotoError, PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.jobs import (
    ENDINGS,
    ChangesRequest,
    IndexRequest,
    JobEvent,
    PauseRequest,
    RelocateRequest,
    RemoveRequest,
    RetryRequest,
    SamplesRequest,
    WatchRequest,
    Word,
    decode_data,
    decode_error,
    decode_event,
    decode_request,
    encode_event,
    encode_request,
)
from desktop_app.core.jobs.progress import Indexing, IndexSummary


def start(request: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "job", encode_request(request)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def events_of(process: subprocess.Popen[str]) -> list[JobEvent]:
    assert process.stdout is not None
    events = [decode_event(line) for line in process.stdout]
    assert all(events), "only events may be written to the standard output"
    return [event for event in events if event]


def finish(process: subprocess.Popen[str]) -> list[JobEvent]:
    events = events_of(process)
    process.wait(30)
    for stream in (process.stdin, process.stdout, process.stderr):
        assert stream is not None
        stream.close()
    return events


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
    ],
)
def test_a_request_survives_the_command_line(request_: Any) -> None:
    assert decode_request(encode_request(request_)) == request_


def test_event_lines_are_what_they_were() -> None:
    """Golden: docs/formats.md promises these lines."""
    event = JobEvent(Word.PROGRESS, "Indexing", {"done": 3, "total": 9, "failed": 1})
    line = '{"event": "progress", "kind": "Indexing", "data": {"done": 3, "total": 9, "failed": 1}}'
    assert encode_event(event) == line
    assert decode_event(line) == event
    assert decode_data(event, (Indexing, IndexSummary)) == Indexing(3, 9, 1)


@pytest.mark.parametrize("line", ["", "hello", "[]", "{}", '{"event": "dance"}', "null"])
def test_a_line_that_is_no_event_is_none(line: str) -> None:
    assert decode_event(line) is None


def test_errors_cross_with_their_data() -> None:
    event = JobEvent(
        Word.FAILED, "PhotoError", {"path": "/a.jpg", "problem": "truncated", "detail": "x"}
    )
    error = decode_error(event)
    assert isinstance(error, PhotoError)
    assert (error.path, error.problem) == (Path("/a.jpg"), PhotoProblem.TRUNCATED)
    assert decode_error(JobEvent(Word.FAILED, "", {"detail": "?"})) is None
    assert all(kind.__name__ for kind in AppError.__subclasses__())


@pytest.mark.e2e
def test_a_job_tells_its_progress_and_ends_once(files: LibraryFiles, photo_folder: Path) -> None:
    events = finish(start(IndexRequest(files.folder, [photo_folder], 2)))
    assert events[0].word is Word.STARTED
    assert [event.word for event in events if event.word in ENDINGS] == [Word.FINISHED]
    summary = decode_data(events[-1], (IndexSummary,))
    assert summary.indexed == 9


@pytest.mark.e2e
def test_what_is_done_is_not_cancelled_any_more(files: LibraryFiles, photo_folder: Path) -> None:
    """A cancel that comes while the last thing is done: nobody shall do it again."""
    finish(start(IndexRequest(files.folder, [photo_folder], 0)))
    process = start(PauseRequest(files.folder, photo_folder, is_paused=True))
    assert process.stdin is not None
    process.stdin.close()
    assert finish(process)[-1].word is Word.FINISHED
    with Catalogue(files) as catalogue:
        assert [root.paused for root in catalogue.roots()] == [True]


def test_closing_its_input_cancels_a_job(files: LibraryFiles, photo_folder: Path) -> None:
    process = start(IndexRequest(files.folder, [photo_folder], 1))
    assert process.stdin is not None
    process.stdin.close()
    events = events_of(process)
    assert process.wait(30) == 3
    assert events[-1].word is Word.CANCELLED
    for stream in (process.stdout, process.stderr):
        assert stream is not None
        stream.close()


@pytest.mark.e2e
def test_a_paused_job_waits_until_it_is_resumed(tmp_path: Path) -> None:
    process = start(SamplesRequest(tmp_path / "samples"))
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("pause\n")
    process.stdin.flush()
    first = process.stdout.readline()
    assert json.loads(first)["event"] == "started"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(3)
    process.stdin.write("resume\n")
    process.stdin.flush()
    events = finish(process)
    assert events[-1].word is Word.FINISHED


@pytest.mark.e2e
def test_an_error_ends_a_job_with_its_data(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    with files.writing():
        events = finish(start(IndexRequest(files.folder, [photo_folder], 1)))
    error = decode_error(events[-1])
    assert isinstance(error, LibraryBusyError)
    assert error.library == files.folder


@pytest.mark.e2e
def test_a_library_that_prints_cannot_get_between_the_events() -> None:
    code = (
        "import os, sys\n"
        "from desktop_app.core.jobs.jobs import run_job\n"
        "from desktop_app.core.jobs.progress import Scanning\n"
        "def work():\n"
        "    print('noise'); os.write(1, b'more noise'); yield Scanning(1)\n"
        "sys.exit(run_job(work))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, capture_output=True, text=True
    )
    words = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert words[0] == "started"
    assert "noise" in done.stderr
    assert os.linesep not in words
