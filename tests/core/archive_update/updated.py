"""Update an archive as the command does, and what is in it then."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.cluster.local_runner import index_locally
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import FilesListed, RowsRemoved
from desktop_app.core.archive.removed_rows import read_removed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.removal_writer import write_removed
from desktop_app.core.archive_update.update import ArchiveUpdate
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import paths_of


def updated(
    manifest: Path, archive: Path, encoder: Encoder, gone: Collection[Path] = ()
) -> tuple[FilesListed, RowsRemoved]:
    """Run all steps of an update, and return the last events of its listing and its removal."""
    files = ArchiveFiles(archive)
    run(index_locally(Manifest(manifest), files, encoder, 1))
    update = ArchiveUpdate(Manifest(manifest), Archive(archive), gone)
    listed = run(update.list_changes())
    run(index_locally(Manifest(manifest), files, encoder, 1))
    removed = run(update.remove_gone())
    run(collect_codes(Archive(archive)))
    return listed, removed


def run(events: Any) -> Any:
    """Run a generator to its end, and return its last event."""
    last = deque(events, maxlen=1)
    return last[0] if last else None


def remove_rows(archive: Path, more: Mapping[int, list[int]]) -> None:
    """Remove rows of an archive, by the number of their shard, as an update does."""
    opened = Archive(archive)
    rows = {number: np.array(some) for number, some in more.items()}
    counts = {number: len(opened.table(number, ["size"])) for number in more}
    write_removed(opened, read_removed(opened), rows, counts)


def photos_of(archive: Path) -> dict[str, bytes]:
    """Return the code of each photo that is found, by its path. None is found twice."""
    opened = Archive(archive)
    codes = open_codes(opened)
    rows = RowPlaces(len(codes.codes), codes.remaining).rows(0, len(codes.codes)).tolist()
    paths = [str(path) for path in paths_of(opened, codes, rows)]
    assert len(paths) == len({*paths})
    return {path: codes.codes[row].tobytes() for path, row in zip(paths, rows, strict=True)}


def listed_rows(archive: Path) -> list[tuple[bytes, str | None]]:
    """Return the path and the problem of each row that was not removed."""
    opened = Archive(archive)
    removed, found = read_removed(opened), list[tuple[bytes, str | None]]()
    for number in opened.numbers:
        table = opened.table(number, ["path", "problem"])
        rows = table.take(removed.remaining(number, len(table))).to_pylist()
        found += [(row["path"], row["problem"]) for row in rows]
    return found
