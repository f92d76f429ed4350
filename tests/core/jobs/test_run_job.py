"""A job as a process: what it reports, and how it is paused and cancelled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from desktop_app.core.base.errors import LibraryBusyError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.library_edits import PauseRequest
from desktop_app.core.jobs.messages import (
    ENDINGS,
    JobEvent,
    JobMessage,
    decode_error,
    decode_event,
    decode_value,
)
from desktop_app.core.jobs.progress import IndexSummary, Scanning
from desktop_app.core.jobs.requests import IndexRequest, encode_request
from desktop_app.core.jobs.run_job import _Control, _Run


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
    process.wait(300)
    for stream in (process.stdin, process.stdout, process.stderr):
        assert stream is not None
        stream.close()
    return events


@pytest.mark.e2e
def test_a_job_reports_its_progress_and_ends_once(files: LibraryFiles, photo_folder: Path) -> None:
    events = finish(start(IndexRequest(files.folder, [photo_folder], 2)))
    assert events[0].message is JobMessage.STARTED
    assert [event.message for event in events if event.message in ENDINGS] == [JobMessage.FINISHED]
    summary = decode_value(events[-1], (IndexSummary,))
    assert summary.indexed == 9


@pytest.mark.e2e
def test_completed_work_is_reported_as_finished_even_if_cancelled_meanwhile(
    files: LibraryFiles, photo_folder: Path
) -> None:
    finish(start(IndexRequest(files.folder, [photo_folder], 0)))
    process = start(PauseRequest(files.folder, photo_folder, is_paused=True))
    assert process.stdin is not None
    process.stdin.close()
    assert finish(process)[-1].message is JobMessage.FINISHED
    with Catalogue(files) as catalogue:
        assert [root.paused for root in catalogue.roots()] == [True]


def test_a_job_is_cancelled_by_closing_its_input(files: LibraryFiles, photo_folder: Path) -> None:
    process = start(IndexRequest(files.folder, [photo_folder], 1))
    assert process.stdin is not None
    process.stdin.close()
    events = events_of(process)
    assert process.wait(300) == 3
    assert events[-1].message is JobMessage.CANCELLED
    for stream in (process.stdout, process.stderr):
        assert stream is not None
        stream.close()


@pytest.mark.e2e
def test_a_paused_job_waits_until_it_is_resumed(files: LibraryFiles, photo_folder: Path) -> None:
    process = start(IndexRequest(files.folder, [photo_folder], 1))
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
    assert events[-1].message is JobMessage.FINISHED


def test_what_a_job_has_done_when_a_pause_comes_is_reported_before_it_waits() -> None:
    control, written = _Control(), Queue[str]()

    def work() -> Generator[Scanning]:
        control._obey("pause")
        yield Scanning(7)

    thread = Thread(target=_Run(control, written.put).run, args=[work], daemon=True)
    thread.start()
    assert "started" in written.get(timeout=60)
    assert '"files": 7' in written.get(timeout=60)
    assert thread.is_alive()
    control._obey("resume")
    thread.join(60)
    assert not thread.is_alive()


@pytest.mark.e2e
def test_a_job_that_fails_reports_its_error_with_its_data(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    with files.writing():
        events = finish(start(IndexRequest(files.folder, [photo_folder], 1)))
    error = decode_error(events[-1])
    assert isinstance(error, LibraryBusyError)
    assert error.library == files.folder


@pytest.mark.e2e
def test_printed_text_does_not_mix_with_the_events() -> None:
    code = (
        "import os, sys\n"
        "from desktop_app.core.jobs.run_job import run_job\n"
        "from desktop_app.core.jobs.progress import Scanning\n"
        "def work():\n"
        "    print('noise'); os.write(1, b'more noise'); yield Scanning(1)\n"
        "sys.exit(run_job(work))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, capture_output=True, text=True
    )
    events = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert events[0] == "started"
    assert "noise" in done.stderr
    assert os.linesep not in events
