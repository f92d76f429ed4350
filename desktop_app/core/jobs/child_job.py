"""Run a job in a child process, as a generator, for the command line.

The window uses a QProcess instead (ui/jobs/job_process.py).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.core.jobs.job_output import Failed, Finished, JobOutput
from desktop_app.core.jobs.requests import Request, encode_request

# Windows takes 32,767 characters in all, Linux 131,072 bytes an argument.
LONGEST_ARGUMENT = 8_000
_GRACE_SECONDS = 20


def training_program() -> list[str]:
    """The command that runs training requests; a frozen build takes it like Python."""
    # -P: import nothing from the current folder.
    return [sys.executable, "-P", "-m", "training"]


def child_job(program: list[str], request: Request) -> Generator[Any]:
    """Run a job, and yield the values that it reports, its result last.

    Closing the generator cancels the job, and returns when its process is gone.

    Args:
        program: The command that runs jobs; "job" and the request are appended to it.
        request: The work to do.

    Raises:
        AppError: The error that ended the job.
        JobCrashedError: The process ended without reporting how, or with an unknown error.
    """
    with _argument(request) as argument:
        yield from _run([*program, "job", argument])


@contextmanager
def _argument(request: Request) -> Iterator[str]:
    """The request, or, where it is too long for a command line, a file that lives as long as the
    block.
    """
    text = encode_request(request)
    if len(text) <= LONGEST_ARGUMENT:
        yield text
        return
    with tempfile.TemporaryDirectory(prefix="lookalike-job-") as folder:
        path = Path(folder) / "request.json"
        path.write_text(text, "utf-8")  # not flushed: it ends with this process
        yield f"@{path}"


def _run(command: list[str]) -> Generator[Any]:
    # In a session of its own, it gets no interrupt from the terminal: we do, and cancel it.
    process = subprocess.Popen(  # noqa: S603 -- our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    output = JobOutput()
    try:
        for line in process.stdout:
            yield from output.feed(line)
    finally:
        _cancel_and_wait(process)
    outcome = output.outcome(process.returncode)
    if isinstance(outcome, Failed):
        raise outcome.error
    if isinstance(outcome, Finished):
        yield outcome.value


def _cancel_and_wait(process: subprocess.Popen[bytes]) -> None:
    """Close the input of the process, and kill it where it does not end within the grace time."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
