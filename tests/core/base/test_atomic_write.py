"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from desktop_app.core.base.atomic_write import atomic_write


def test_the_flushed_file_is_open_for_writing_as_windows_requires(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []

    def flush(handle: int) -> None:
        flushed.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)

    monkeypatch.setattr(os, "fsync", flush)
    atomic_write(tmp_path / "new" / "text", "whole")
    assert flushed == [os.O_RDWR]
    assert [path.read_text() for path in (tmp_path / "new").iterdir()] == ["whole"]
