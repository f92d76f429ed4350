"""Storage that fails for a moment is named, and nothing is taken for damaged or not there."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import collected_header, model_in_use, open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.removed_rows import read_removed
from desktop_app.core.archive.shard_files import outdate_codes
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.sentences.errors import error_message
from tests.cluster.made_archives import contents_of, indexed, made_manifest
from tests.core.archive_update.updated import run, updated


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Ten photos in four shards, one of them read by an update, and the list of a removed one."""
    manifest = tmp_path / "manifest"
    indexed(made_manifest(manifest, photo_folder, 3), tmp_path / "archive", encoder)
    (photo_folder / "beach-1.jpg").rename(photo_folder / "moved.jpg")
    updated(manifest, tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let reading, and looking at, files that match a pattern fail from now on."""

    def failing(pattern: str) -> None:
        def wrap(target: Any, name: str) -> None:
            real = getattr(target, name)

            def wrapped(first: Any, *arguments: Any, **options: Any) -> Any:
                if isinstance(first, str | Path) and Path(first).match(pattern):
                    raise OSError(errno.EIO, "Input/output error", str(first))
                return real(first, *arguments, **options)

            monkeypatch.setattr(target, name, wrapped)

        for name in ("open", "stat", "read_bytes"):
            wrap(Path, name)
        for name in ("read_schema", "ParquetFile"):
            wrap(pq, name)

    return failing


_READERS: dict[str, tuple[str, Callable[[Archive], object]]] = {
    "header": ("codes.json", collected_header),
    "model": ("codes.json", model_in_use),
    "codes": ("codes.bin", open_codes),
    "collecting": ("codes.json", lambda archive: run(collect_codes(archive))),
    "copies": ("collected/*/codes.json", lambda archive: run(collect_codes(archive))),
    "removed": ("removed.parquet", read_removed),
    "rows": ("0000001.parquet", lambda archive: archive.table(1)),
    "label": ("0000001.parquet", lambda archive: archive.files.label(1)),
    "part": ("part-*.parquet", lambda archive: manifest_of(archive).files(0)),
}


def manifest_of(archive: Archive) -> Manifest:
    return Manifest(archive.files.folder.with_name("manifest"))


@pytest.mark.parametrize("reader", _READERS)
def test_what_cannot_be_read_now_is_not_damaged(
    archive: Archive, fail: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    before = contents_of(archive.files.folder)
    pattern, read = _READERS[reader]
    fail(pattern)
    with pytest.raises(ArchiveError) as caught:
        read(archive)
    monkeypatch.undo()
    assert caught.value.problem is ArchiveProblem.UNREADABLE
    assert "cannot be read now ([Errno 5] Input/output error" in error_message(caught.value)
    assert contents_of(archive.files.folder) == before
    read(archive)


def test_a_model_is_not_switched_because_storage_fails(
    archive: Archive, fail: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents_of(archive.files.folder)
    fail("codes.json")
    with pytest.raises(OSError, match="Input/output"):
        outdate_codes(archive.files, {0})
    monkeypatch.undo()
    assert contents_of(archive.files.folder) == before


def test_a_damaged_file_is_still_named_as_damaged(archive: Archive) -> None:
    path = archive.files.table_path(1)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ArchiveError) as caught:
        archive.table(1)
    assert caught.value.problem is ArchiveProblem.BAD_SHARD
    path = archive.files.table_path(2)
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(200) + content[300:])
    with pytest.raises(ArchiveError) as caught:
        archive.table(2)
    assert caught.value.problem is ArchiveProblem.BAD_SHARD
