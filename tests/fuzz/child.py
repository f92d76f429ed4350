"""A process that breaks and uses one input after the other, and its parent, who watches it.

The parent writes a number a line; the child answers with a line of JSON.
"""

from __future__ import annotations

import faulthandler
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil

from desktop_app.core.base.errors import AppError
from tests.fuzz.guard import Guard
from tests.fuzz.trial import Outcome, forget_peak, peak_bytes

# The class of each target, by its name. It is imported in the child only.
TARGETS = {
    "libraries": "tests.fuzz.libraries:LibrariesTarget",
    "bundles": "tests.fuzz.bundles:BundlesTarget",
    "settings": "tests.fuzz.texts:SettingsTarget",
    "messages": "tests.fuzz.texts:MessagesTarget",
}

_START_SECONDS = 120
_LOOK_EVERY_SECONDS = 0.1
# Where a child waits without working. It is long, so that other work of the machine is no fault.
_IDLE_SECONDS = 30
_WRITTEN_BYTES = 500 * 2**20


@dataclass(frozen=True)
class Bounds:
    """What one input may take. `seconds` are those of a processor."""

    seconds: float = 10
    memory_bytes: int = 2**30


class Child:
    """The parent's side. A child that crashes, hangs or swells is replaced."""

    def __init__(self, target: str, seed: int, bounds: Bounds | None = None) -> None:
        """`target` is a name in TARGETS, or a module and a class."""
        self._target = target
        self._seed = seed
        self._bounds = bounds or Bounds()
        self._process: subprocess.Popen[bytes] | None = None

    def attempt(self, number: int) -> Outcome:
        """Have the child break and use the input of this number. Never raises."""
        process = self._process or self._start()
        assert process.stdin is not None
        begin = time.monotonic()
        forget_peak(process.pid)
        with suppress(BrokenPipeError):
            process.stdin.write(b"%d\n" % number)
            process.stdin.flush()
        line, fault, peak = self._answer(process, self._bounds, _IDLE_SECONDS)
        seconds = time.monotonic() - begin
        if line:
            answer = json.loads(line)
            result, fault = answer["result"], answer["fault"]
            if peak > self._bounds.memory_bytes:
                fault = f"{fault} it took too much memory".strip()
            return Outcome(result, "", seconds, peak, has_crashed=False, fault=fault)
        fault = f"{fault}: {self._last_words(process)}"
        self._kill(process)
        return Outcome("fault", "", seconds, peak, has_crashed=True, fault=fault)

    def close(self) -> None:
        if self._process is not None:
            self._kill(self._process)

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder = Path(tempfile.mkdtemp(prefix="lookalike-fuzz-"))
        program = [sys.executable, "-m", "tests.fuzz.child", self._target, str(self._seed)]
        self._process = subprocess.Popen(
            [*program, str(self._folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        generous = Bounds(_START_SECONDS, 8 * self._bounds.memory_bytes)
        line, fault, _ = self._answer(self._process, generous, _START_SECONDS)
        assert line, f"the child does not start: {fault} {self._last_words(self._process)}"
        return self._process

    @staticmethod
    def _answer(
        process: subprocess.Popen[bytes], bounds: Bounds, idle_seconds: float
    ) -> tuple[bytes, str, int]:
        """The line that the child answers; else why there is none. And its peak of memory."""
        assert process.stdout is not None
        until, peak, before = time.monotonic() + idle_seconds, 0, 0.0
        while time.monotonic() < until:
            if select.select([process.stdout], [], [], _LOOK_EVERY_SECONDS)[0]:
                peak = max(peak, peak_bytes(process.pid))
                if line := process.stdout.readline():
                    return line, "", peak
                return b"", f"it ended with status {process.wait()}", peak
            seconds, size = _use(process.pid)
            peak, before = max(peak, size), before or seconds
            if peak > bounds.memory_bytes:
                return b"", "it takes too much memory", peak
            if seconds - before > bounds.seconds:
                break
        return b"", "it hangs", peak

    def _last_words(self, process: subprocess.Popen[bytes]) -> str:
        """Where the child is, or what it has printed before it crashed."""
        with suppress(OSError):
            process.send_signal(signal.SIGUSR1)  # faulthandler prints the stack
            time.sleep(0.2)
        log = (self._folder / "errors.log").read_text("utf-8", "replace")
        lines = [line.strip() for line in log.splitlines() if "desktop_app" in line][:4]
        short = (line.rpartition("desktop_app/")[2] for line in lines)
        return " < ".join(short) or " ".join(log[-300:].split())

    def _kill(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(psutil.NoSuchProcess):
            for each in psutil.Process(process.pid).children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    each.kill()
        process.kill()
        process.communicate()
        self._process = None
        shutil.rmtree(self._folder, ignore_errors=True)


def _use(process_id: int) -> tuple[float, int]:
    """The processor's seconds of a child and of all that it has started, and the largest memory."""
    seconds, sizes = 0.0, [0]
    with suppress(psutil.NoSuchProcess):
        child = psutil.Process(process_id)
        for process in (child, *child.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                sizes.append(process.memory_info().rss)
                seconds += sum(process.cpu_times()[:2])
    return seconds, max(sizes)


def main(name: str, seed: int, folder: Path) -> None:
    """The child's side."""
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    _redirect_output(folder)
    _use_own_folders(folder)
    module, kind = TARGETS.get(name, name).split(":")
    target: Any = getattr(import_module(module), kind)(folder, seed)
    allowed = [folder / each for each in ("library", "target", "photos", "home", "temporary")]
    guard = Guard(allowed)
    answers.write("ready\n")
    for line in sys.stdin:
        answers.write(json.dumps(_answer(target, int(line), guard, folder)) + "\n")


def _answer(target: Any, number: int, guard: Guard, folder: Path) -> dict[str, str]:
    before, entries = _written_bytes(), {*os.listdir(folder)}  # noqa: PTH208
    result = fault = ""
    try:
        result = target.attempt(number, guard)
    except AppError as error:
        result, fault = type(error).__name__, f"it was not caught: {error!r:.300}"
    except BaseException as error:  # noqa: BLE001 -- whatever it is, the user would see it
        fault = _in_one_line(error)
    written = _written_bytes() - before
    if guard.found:
        fault = f"{fault} written outside: {guard.found[:3]}".strip()
    if written > _WRITTEN_BYTES:
        fault = f"{fault} {written / 2**20:.0f} MiB were written".strip()
    if more := {*os.listdir(folder)} - entries - {"target"}:  # noqa: PTH208
        fault = f"{fault} new beside the library: {sorted(more)}".strip()
    return {"result": result or "fault", "fault": fault}


def _in_one_line(error: BaseException) -> str:
    """The error, and the lines of the program that led to it."""
    frames = list(traceback.extract_tb(error.__traceback__))
    ours = [frame for frame in frames if "desktop_app" in frame.filename] or frames
    places = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in ours[:-5:-1])
    return f"{type(error).__name__}: {str(error)[:200]} ({places})"


def _written_bytes() -> int:
    with suppress(OSError, psutil.Error, AttributeError):
        return int(psutil.Process().io_counters().write_chars)
    return 0


def _redirect_output(folder: Path) -> None:
    """What the program prints goes nowhere, and its errors to a file."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(folder / "errors.log", os.O_WRONLY | os.O_CREAT), 2)
    faulthandler.enable()
    faulthandler.register(signal.SIGUSR1)


def _use_own_folders(folder: Path) -> None:
    for name in ("home", "temporary", "library", "photos", "target"):
        (folder / name).mkdir(exist_ok=True)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"):
        os.environ[name] = str(folder / "home")
    os.environ["TMPDIR"] = str(folder / "temporary")
    tempfile.tempdir = None
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (2**32, 2**32))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
