"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from desktop_app.core.base.atomic_write import (
    atomic_file,
    atomic_write,
    exported_file,
    temporary_file,
)
from desktop_app.core.base.errors import ExportError
from tests.flush_record import FlushRecord


def test_the_flushed_file_is_open_for_writing_as_windows_requires(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []

    def flush(handle: int) -> None:
        flushed.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)

    monkeypatch.setattr(os, "fsync", flush)
    atomic_write(tmp_path / "new" / "text", "whole")
    assert flushed == [os.O_RDONLY, os.O_RDWR, os.O_RDONLY]  # a folder, the file, its folder
    assert [path.read_text() for path in (tmp_path / "new").iterdir()] == ["whole"]


def test_a_file_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = FlushRecord(monkeypatch)
    atomic_write(tmp_path / "text", "whole")
    with atomic_file(tmp_path / "bytes") as part:
        part.write_bytes(b"whole")
    assert record.is_safe(tmp_path / "text")
    assert record.is_safe(tmp_path / "bytes")
    assert record.is_flushed(tmp_path)


def write_half(target: Path, error: BaseException) -> None:
    with exported_file(target) as part:
        part.write_text("half")
        raise error


def test_a_write_that_fails_leaves_the_older_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "text"
    target.write_text("older")
    with pytest.raises(ExportError) as caught:
        write_half(target, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert caught.value.path == target
    assert target.read_text() == "older"
    assert [path.name for path in tmp_path.iterdir()] == ["text"]


def test_a_write_that_is_interrupted_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path / "text", KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


def test_temporary_files_of_killed_programs_are_deleted_by_the_next_write(tmp_path: Path) -> None:
    (tmp_path / ".lookalike-0123.part").write_text("half")
    (tmp_path / ".lookalike-4567.part").symlink_to(tmp_path / "elsewhere")
    with temporary_file(tmp_path) as running:
        atomic_write(tmp_path / "text", "whole")
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
            [".lookalike-4567.part", running.name, "text"]
        )
