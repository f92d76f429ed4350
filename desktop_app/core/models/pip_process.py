"""pip, as a process that can be watched and cancelled."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from queue import Empty, Queue
from threading import Thread
from typing import IO

import psutil

from desktop_app.core.jobs.progress import Installing
from desktop_app.core.models.component_errors import InstallFailedError

logger = logging.getLogger(__name__)

_OPTIONS = ("--no-input", "--disable-pip-version-check", "--progress-bar")
_PROGRESS = re.compile(r"Progress (?P<done>\d+) of (?P<total>\d+)")
_REPORTS_BYTES_FROM = (24, 1)
_RESUMES_FROM = (25, 1)
_RESUMPTIONS = "20"
_SILENCE_SECONDS = 0.2
_GRACE_SECONDS = 5


def run_pip(command: str, words: list[str]) -> Generator[Installing | None]:
    """Run a command of pip, "install" or "download", with these packages, after its options.

    Yields None several times a second while pip is silent. Closing the generator kills pip. Raises
    InstallFailedError.
    """
    last_lines: deque[str] = deque(maxlen=20)
    with _running([sys.executable, "-P", "-m", "pip", command, *_options(), *words]) as running:
        pip, lines = running
        while (line := _next_line(lines)) is not None:
            progress = _PROGRESS.fullmatch(line)
            if line and not progress:
                last_lines.append(line)
            yield _event(line, progress, last_lines)
        status = pip.wait()
    if status != 0:
        logger.warning("pip has failed with status %d:\n%s", status, "\n".join(last_lines))
        raise InstallFailedError(_first_error(list(last_lines)))


def _options() -> list[str]:
    """Return options for the version of pip that is installed; a broken download is resumed."""
    numbers = tuple(int(each) for each in re.findall(r"\d+", version("pip"))[:2])
    resuming = ["--resume-retries", _RESUMPTIONS] if numbers >= _RESUMES_FROM else []
    return [*_OPTIONS, "raw" if numbers >= _REPORTS_BYTES_FROM else "off", *resuming]


def _event(line: str, progress: re.Match[str] | None, last_lines: deque[str]) -> Installing | None:
    if progress:
        latest = last_lines[-1] if last_lines else ""
        return Installing(latest, int(progress["done"]), int(progress["total"]))
    return Installing(line) if line else None


@contextmanager
def _running(command: list[str]) -> Iterator[tuple[subprocess.Popen[str], Queue[str | None]]]:
    """Yield a process and the lines of its output, with None at the end."""
    process = _start(command)
    assert process.stdout is not None
    lines: Queue[str | None] = Queue()
    reader = Thread(target=_read, args=(process.stdout, lines), name="pip", daemon=True)
    reader.start()
    try:
        yield process, lines
    finally:
        _kill(process)
        reader.join()
        process.stdout.close()


def _start(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 -- our own words
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _read(output: IO[str], lines: Queue[str | None]) -> None:
    for line in output:
        lines.put(line.strip())
    lines.put(None)


def _next_line(lines: Queue[str | None]) -> str | None:
    try:
        return lines.get(timeout=_SILENCE_SECONDS)
    except Empty:
        return ""


def _kill(pip: subprocess.Popen[str]) -> None:
    """Kill pip, if it still runs, and the processes that it has started to build packages."""
    if pip.poll() is None:
        children = psutil.Process(pip.pid).children(recursive=True)
        pip.kill()
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        pip.wait()
        psutil.wait_procs(children, _GRACE_SECONDS)


def _first_error(lines: list[str]) -> str:
    """The first error among the last lines, which has caused the later ones."""
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or [""])[0][:300]
