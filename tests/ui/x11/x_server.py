"""A real X server without a screen, a mouse for it, and programs that show windows there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from itertools import count
from pathlib import Path

from tests.ui.running_program import wait_until

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
MISSING += [name for name in ("xcb-cursor",) if find_library(name) is None]  # Qt needs it
_TIMEOUT_S = 180
_STEPS, _TREMBLE = 20, 8
Point = tuple[int, int]


class Shown:
    """A program with a window. It writes a line for each thing that happens to it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.lines: list[str] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def said(self, word: str) -> str:
        """Wait for a line that begins with this word, and return the rest of it."""

        def found() -> list[str]:
            return [line for line in self.lines if line.split(" ", 1)[0] == word]

        wait_until(lambda: found() or self._process.poll() is not None)
        assert found(), f"the program has ended without {word!r}"
        return found()[0].partition(" ")[2]

    def end(self) -> None:
        self._process.kill()
        self._process.wait(_TIMEOUT_S)
        self._thread.join(_TIMEOUT_S)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            self.lines.extend(line.rstrip("\n") for line in lines)


class XServer:
    """Programs and the mouse on one X server."""

    def __init__(self, display: str, home: Path) -> None:
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "HOME": str(home),
            "PYTHONPATH": str(Path.cwd()),
            "QT_QPA_PLATFORM": "xcb",
        }
        self._shown: list[Shown] = []

    def show(self, module: str, *words: str | Path) -> Shown:
        """Start a program of this folder."""
        command = [sys.executable, "-m", f"tests.ui.x11.{module}", *words]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, env=self._environment, text=True, bufsize=1
        )
        self._shown.append(Shown(process))
        return self._shown[-1]

    def drag(self, start: Point, end: Point, over: Shown) -> None:
        """Press the left button at one place, move to another one until the program there says
        'over', and let go of it.
        """
        self._mouse("mousemove", *start, "mousedown", 1)
        steps = count(1)

        def has_arrived() -> bool:
            step = next(steps)
            share = min(1.0, step / _STEPS)  # then it trembles there
            x, y = (round(a + share * (b - a)) for a, b in zip(start, end, strict=True))
            self._mouse("mousemove", x, y + step % 2 * _TREMBLE)
            return "over" in over.lines

        wait_until(has_arrived)
        self._mouse("mousemove", *end, "mouseup", 1)

    def close(self) -> None:
        for shown in self._shown:
            shown.end()

    def _mouse(self, *words: object) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._environment, check=True, timeout=_TIMEOUT_S)


@contextmanager
def x_server(home: Path) -> Iterator[XServer]:
    """Start a server; it and the programs end with the block. `home` is that of the programs."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as lines:
        server = XServer(f":{lines.readline().strip()}", home)
    try:
        yield server
    finally:
        server.close()
        process.terminate()
        process.wait(_TIMEOUT_S)
