"""A screen of an X server that shows nothing, and whose picture can be read (Xvfb)."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
from PIL import Image

_WIDTH, _HEIGHT = 1400, 900
_SECONDS = 60
_COLOURS_OF_A_WINDOW = 16


class VirtualScreen:
    """Runs while the block runs."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        ready, theirs = os.pipe()
        size = f"{_WIDTH}x{_HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size, "-nolisten", "tcp"]
        command += ["-fbdir", self._folder.name]
        self._server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)  # noqa: S603
        os.close(theirs)
        with os.fdopen(ready) as numbers:
            self.display = f":{numbers.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def picture(self) -> Image.Image:
        """Return what the screen shows: a file of xwd, whose header says where pixels begin."""
        data = (Path(self._folder.name) / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])
        start, width, height, row_bytes = header[0] + 12 * header[19], *header[4:6], header[12]
        pixels = data[start : start + row_bytes * height]
        return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", row_bytes)

    def wait_for_window(self) -> bool:
        """Wait until the screen shows more than a few colours; False if it does not in time."""
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline:
            if len(self.picture().getcolors(2**24) or ()) > _COLOURS_OF_A_WINDOW:
                return True
            time.sleep(0.02)
        return False

    def press(self, *keys: str) -> None:
        """Press keys as a user would, named as xdotool names them: `ctrl+l`. Needs xdotool."""
        environment = {**os.environ, "DISPLAY": self.display}
        subprocess.run(["xdotool", "key", *keys], check=True, env=environment)  # noqa: S603, S607

    def save(self, path: Path) -> None:
        self.picture().save(path)

    @staticmethod
    def quit_program(parent: int, name: str) -> None:
        """Ask the first process of this name below another to end."""
        below = psutil.Process(parent).children(recursive=True)
        found = next((each for each in below if each.name() == name), None)
        if found:
            found.send_signal(signal.SIGTERM)
