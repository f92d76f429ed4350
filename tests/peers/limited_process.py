"""Call a function in a process of its own, watch its memory, and kill it at a time limit."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import psutil

from desktop_app.core.base.processors import available_cores
from tests.sizes import PROJECT

Value = TypeVar("Value")

_LOOK_EVERY_SECONDS = 0.2
_THREAD_VARIABLES = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS",
    "TOKIO_WORKER_THREADS", "LANCE_CPU_THREADS",
)  # fmt: skip


@dataclass(frozen=True)
class Finished(Generic[Value]):
    """What the function returned, and the most memory of its processes at one time."""

    value: Value
    peak_bytes: int


@dataclass(frozen=True)
class Stopped:
    """Why there is no value, as a sentence."""

    why: str


def call_limited(
    work: Callable[[], Value], limit_s: float, threads: int = 0
) -> Finished[Value] | Stopped:
    """Call `work`, which can be pickled, with so many threads (0: one for each core).

    After `limit_s` seconds it is killed, together with all processes that it started.
    """
    with tempfile.TemporaryDirectory(prefix="lookalike-peers-") as name:
        folder = Path(name)
        (folder / "call").write_bytes(pickle.dumps(work))
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", __name__, name],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environment(threads or available_cores()),
                start_new_session=True,
            )
            peak_bytes = _watch(process, limit_s)
        if peak_bytes is None:
            return Stopped(f"stopped after {limit_s:.0f} s")
        if process.returncode:
            return Stopped(f"failed: {_last_line(folder / 'log') or process.returncode}")
        return Finished(pickle.loads((folder / "value").read_bytes()), peak_bytes)


def _environment(threads: int) -> dict[str, str]:
    paths = [str(PROJECT), *filter(None, [os.environ.get("PYTHONPATH")])]
    limits = dict.fromkeys(_THREAD_VARIABLES, str(threads))
    return {**os.environ, **limits, "PYTHONPATH": os.pathsep.join(paths)}


def _watch(process: subprocess.Popen[bytes], limit_s: float) -> int | None:
    """Return the most bytes of a process and all below it; None if it was killed."""
    most, deadline = 0, time.monotonic() + limit_s
    try:
        while time.monotonic() < deadline:
            most = max(most, _tree_bytes(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_EVERY_SECONDS)
                return most
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _tree_bytes(pid: int) -> int:
    """Resident bytes of a process and all below it; what they share counts once (Linux)."""
    total = 0
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                info = each.memory_full_info()
                total += getattr(info, "pss", info.rss)
    return total


def _last_line(log: Path) -> str:
    lines = log.read_text("utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _main(folder: Path) -> None:
    work = pickle.loads((folder / "call").read_bytes())
    (folder / "value").write_bytes(pickle.dumps(work()))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
