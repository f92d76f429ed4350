"""Notice what is written outside of the folders that may be written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# What changes an entry of a folder; if that is a link, not what it leads to.
_EVENTS = ("os.remove", "os.rmdir", "os.mkdir", "os.rename", "os.link", "shutil.rmtree")


class Guard:
    """Watches what Python does to files. SQLite's own files are not among that."""

    def __init__(self, allowed: list[Path]) -> None:
        self._allowed = [os.path.realpath(path) for path in allowed]
        self._is_watching = False
        self.found: list[str] = []
        sys.addaudithook(self._hear)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Collect in `found` what happens inside the block."""
        self.found.clear()
        self._is_watching = True
        try:
            yield
        finally:
            self._is_watching = False

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_watching:
            return
        if event == "open" and self._is_changing(arguments):
            self._judge(event, os.path.realpath(arguments[0]))
        elif event in _EVENTS and arguments[-1] in (-1, None):  # else it is relative to a folder
            folder, name = os.path.split(os.fsdecode(arguments[0]))
            self._judge(event, os.path.join(os.path.realpath(folder), name))  # noqa: PTH118

    @staticmethod
    def _is_changing(arguments: tuple[Any, ...]) -> bool:
        path, _, flags = arguments
        is_followed = not flags & getattr(os, "O_NOFOLLOW", 0)
        return isinstance(path, str | bytes) and bool(flags & _CHANGING) and is_followed

    def _judge(self, event: str, path: str | bytes) -> None:
        place = os.fsdecode(path)
        inside = any(place == each or place.startswith(each + os.sep) for each in self._allowed)
        if not inside and place != os.devnull:
            self.found.append(f"{event} {place}")
