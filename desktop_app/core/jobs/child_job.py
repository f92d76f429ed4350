"""A job in a child process, as a generator: what the command line does with what the window gives
to a QProcess.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.core.base.errors import JobCrashedError
from desktop_app.core.jobs.jobs import (
    ENDINGS,
    JobEvent,
    Request,
    Word,
    decode_data,
    decode_error,
    decode_event,
    encode_request,
)
from desktop_app.core.jobs.progress import EVENTS

# Windows takes 32,767 characters in all, Linux 131,072 bytes an argument.
LONGEST_ARGUMENT = 8_000
_GRACE_SECONDS = 20


def training_program() -> list[str]:
    """What does requests that train: no part of a frozen application, where `missing_modules` says
    so before it is started. Python imports nothing that lies in the current folder (-P).
    """
    return [sys.executable, "-P", "-m", "training"]


def child_job(program: list[str], request: Request) -> Generator[Any]:
    """Yields what the job tells, its result last. Closing the generator cancels the job, and
    returns when its process is gone.

    Raises the job's own error, JobCrashedError where it ends without a word.
    """
    with _argument(request) as argument:
        yield from _told_by([*program, "job", argument])


@contextmanager
def _argument(request: Request) -> Iterator[str]:
    """The request, or where it is too long for a command line, a file that lives as long as the
    block.
    """
    text = encode_request(request)
    if len(text) <= LONGEST_ARGUMENT:
        yield text
        return
    with tempfile.TemporaryDirectory(prefix="lookalike-job-") as folder:
        path = Path(folder) / "request.json"
        path.write_text(text, "utf-8")
        yield f"@{path}"


def _told_by(command: list[str]) -> Generator[Any]:
    process = subprocess.Popen(  # noqa: S603 -- our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,  # an interrupt from the terminal comes to us, and we cancel
    )
    assert process.stdout is not None
    ending: JobEvent | None = None
    try:
        for line in process.stdout:
            event = decode_event(line)
            if event is None or event.word is Word.STARTED:
                continue
            if event.word in ENDINGS:
                ending = event
            else:
                yield decode_data(event, EVENTS)
    finally:
        _end(process)
    yield from _result(ending, process.returncode)


def _end(process: subprocess.Popen[str]) -> None:
    """Cancel what still runs, and wait for it."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()


def _result(ending: JobEvent | None, status: int) -> Iterator[Any]:
    if ending is None:
        raise JobCrashedError(status, "")
    if ending.word is Word.FAILED:
        detail = str((ending.data or {}).get("detail", ""))
        raise decode_error(ending) or JobCrashedError(status, detail)
    if ending.word is Word.FINISHED:
        yield decode_data(ending, EVENTS)
