"""Which files were on the disk when they got their names, and would outlast a loss of power."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest


class FlushRecord:
    """Records the order in which files are flushed and renamed, and lets the system do both.

    A file that is flushed only after it was renamed, or written after it was flushed, may be empty
    when the power fails, although its name is there.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._calls = 0
        self._flushed: dict[int, tuple[int, int]] = {}
        self._renamed: dict[int, int] = {}
        self._fsync, self._replace, self._rename = os.fsync, os.replace, os.rename
        monkeypatch.setattr(os, "fsync", self._record_flush)
        monkeypatch.setattr(os, "replace", self._record_replace)
        monkeypatch.setattr(os, "rename", self._record_rename)

    def is_safe(self, path: Path) -> bool:
        """Whether a file was flushed as it is now, before it or its folder was renamed."""
        state = path.stat()
        size, when = self._flushed.get(state.st_ino, (-1, 0))
        renamed = [self._renamed.get(place.stat().st_ino) for place in (path, path.parent)]
        return size == state.st_size and all(each is None or each > when for each in renamed)

    def is_flushed(self, folder: Path) -> bool:
        """Whether a folder was flushed after the last file in it was renamed."""
        _, when = self._flushed.get(folder.stat().st_ino, (0, 0))
        renamed = [self._renamed.get(path.stat().st_ino, 0) for path in folder.iterdir()]
        return when > max(renamed)

    def _next(self) -> int:
        self._calls += 1
        return self._calls

    def _record_flush(self, handle: int) -> None:
        self._fsync(handle)
        state = os.fstat(handle)
        self._flushed[state.st_ino] = (state.st_size, self._next())

    def _record_replace(self, source: Any, target: Any) -> None:
        self._renamed[Path(source).stat().st_ino] = self._next()
        self._replace(source, target)

    def _record_rename(self, source: Any, target: Any) -> None:
        self._renamed[Path(source).stat().st_ino] = self._next()
        self._rename(source, target)
