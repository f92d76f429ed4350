"""Read all that an archive knows of its files, one shard after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.removed_rows import RemovedRows
from desktop_app.core.archive.shard_schema import FACT_NAMES, pack_name
from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.catalogue.writer import PhotoFacts
from desktop_app.core.indexing.photo_indexer import FailedFile, IndexedPhoto
from desktop_app.core.photos.capture import CAPTURE_COLUMNS, Capture


@dataclass(frozen=True)
class ArchivedFile:
    """A file of an archive, and what reading it gave."""

    file: ListedFile
    outcome: IndexedPhoto | FailedFile


def files_of_shard(
    archive: Archive, number: int, removed: RemovedRows, rows: list[int] | None = None
) -> Iterator[ArchivedFile]:
    """Yield the files of a shard that were not removed, in the order of the manifest.

    If `rows` are given, they are those that are wanted, and none of them was removed.

    Of the thumbnails, only theirs are read. Raises ArchiveError.
    """
    table = archive.table(number)
    with archive.reading(number) as path:
        chosen = table.take(removed.remaining(number, len(table)) if rows is None else rows)
        with path.with_name(pack_name(table.schema)).open("rb") as pack:
            for row in chosen.to_pylist():
                yield _archived(archive, row, pack)


def _archived(archive: Archive, row: dict[str, Any], pack: BinaryIO) -> ArchivedFile:
    file = ListedFile(row["root"], row["path"], row["size"], row["mtime_ns"])
    path = archive.path_of(file)
    if row["problem"] is not None:
        error = PhotoError(path, PhotoProblem(row["problem"]), row["detail"])
        return ArchivedFile(file, FailedFile(error, row["content_hash"]))
    return ArchivedFile(file, _photo(row, pack))


def _photo(row: dict[str, Any], pack: BinaryIO) -> IndexedPhoto:
    pack.seek(row["thumbnail_offset"])
    capture = Capture(**{name: row[name] for name in CAPTURE_COLUMNS})
    return IndexedPhoto(
        facts=PhotoFacts(**{name: row[name] for name in FACT_NAMES}, capture=capture),
        descriptor=np.frombuffer(row["descriptor"], np.int8),
        code=np.frombuffer(row["code"], np.uint8),
        thumbnail=pack.read(row["thumbnail_bytes"]),
    )
