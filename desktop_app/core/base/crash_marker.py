"""A file that is there while the window is, and what is left in it when a crash takes both away."""

from __future__ import annotations

import faulthandler
from io import BufferedWriter
from pathlib import Path


class CrashMarker:
    """Used by one process at a time for each `name`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.running"
        self._file: BufferedWriter | None = None

    def last_words(self) -> str | None:
        """Where a hard crash came from; empty where the process was killed or the power failed;
        None where the last one ended well. Asked before `begin`.
        """
        try:
            return self._path.read_text("utf-8", "replace")
        except OSError:
            return None

    def begin(self) -> None:
        """Crashes of native code are written down from now on, if that is possible."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
        except OSError:
            return
        faulthandler.enable(self._file)

    def end(self) -> None:
        """All went well."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        self._path.unlink(missing_ok=True)
