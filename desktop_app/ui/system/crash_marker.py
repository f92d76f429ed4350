"""A file that exists while the window runs, so that the next window can detect a crash."""

from __future__ import annotations

import faulthandler
from io import BufferedWriter
from pathlib import Path

from desktop_app.core.base.private_files import create_private_folder, private_opener


class CrashMarker:
    """Only one process at a time may use a `name`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.running"
        self._file: BufferedWriter | None = None

    def previous_crash(self) -> str | None:
        """How the process before this one crashed; call it before `create`.

        Returns None where that process has removed its marker. Else returns the stack trace of
        a crash in native code, which is empty where the process was killed or the power failed.
        """
        try:
            return self._path.read_text("utf-8", "replace")
        except OSError:
            return None

    def create(self) -> None:
        """Create the file, where possible, and let crashes in native code write to it."""
        try:
            create_private_folder(self._path.parent)
            # Not flushed: without it, the next window reports no crash.
            self._file = open(self._path, "wb", opener=private_opener)  # noqa: SIM115
        except OSError:
            return
        faulthandler.enable(self._file)

    def remove(self) -> None:
        """Remove the file: the process ends normally."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        self._path.unlink(missing_ok=True)
