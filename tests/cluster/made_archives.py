"""Manifests of a few photos, archives of them, and what is in an archive."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from desktop_app.cluster.local_runner import index_locally
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.manifest_writer import write_manifest
from desktop_app.core.archive.progress import ArchiveIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_rows import ShardRows
from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces
from desktop_app.core.bundle.encoder import Encoder


def made_manifest(target: Path, folder: Path, shard_files: int, *others: Path) -> Manifest:
    deque(write_manifest(target, [folder, *others], shard_files), maxlen=0)
    return Manifest(target)


def indexed(manifest: Manifest, folder: Path, encoder: Encoder, threads: int = 1) -> ArchiveIndexed:
    last = deque(index_locally(manifest, ArchiveFiles(folder), encoder, threads), maxlen=1)[0]
    assert isinstance(last, ArchiveIndexed)
    return last


def paths_of(archive: Archive, codes: CodeFile, rows: list[int]) -> list[Path]:
    """Return the paths of photos by the rows of their codes."""
    return [row.path for row in ShardRows(archive, codes, ThumbnailPlaces()).photos(rows)]


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of all shards of an archive, in order, each with its `thumbnail`."""
    return [row for shard in sorted((folder / "shards").rglob("*.parquet")) for row in _rows(shard)]


def _rows(shard: Path) -> list[dict[str, Any]]:
    table = pq.read_table(shard)
    pack = shard.with_name(table.schema.metadata[b"lookalike-pack"].decode()).read_bytes()
    rows: list[dict[str, Any]] = table.to_pylist()
    for row in rows:
        start = row["thumbnail_offset"]
        row["thumbnail"] = start is not None and pack[start : start + row["thumbnail_bytes"]]
    return rows


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file by its path, temporary ones too."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def finished(archive: Path) -> dict[str, bytes]:
    """Return what counts in an archive: a process that was killed may leave a temporary file."""
    contents = contents_of(archive)
    return {path: content for path, content in contents.items() if not path.endswith(".part")}
