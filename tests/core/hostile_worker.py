"""A worker whose decoder crashes, hangs or swells at files of such names: run with -m.

It is the real worker but for the decoder, which no file can be relied on to crash.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from desktop_app.core.photos.photo_reader import Photo, PhotoReader
from desktop_app.core.reading.worker import run

PROGRAM = (sys.executable, "-m", "tests.core.hostile_worker")
# This one does not limit its own memory, as no worker does outside Linux.
UNLIMITED = (*PROGRAM, "unlimited")

_read = PhotoReader.read


def _read_badly(self: PhotoReader, file: Any, path: Path, *sides: int) -> Photo:
    if path.stem.startswith("crash"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.stem.startswith("hang"):
        time.sleep(3600)
    if path.stem.startswith("swell"):
        bytearray(2**33)  # refused where the system limits our memory
        for _ in range(64):
            _taken.append(b"x" * 2**26)
            time.sleep(0.02)
    return _read(self, file, path, *sides)


_taken: list[bytes] = []

if __name__ == "__main__":
    PhotoReader.read = _read_badly  # type: ignore[method-assign, assignment]
    run(2**40 if "unlimited" in sys.argv else int(sys.argv[-1]))
