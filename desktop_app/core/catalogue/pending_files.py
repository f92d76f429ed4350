"""The files that wait to be indexed: new or changed, on a connected drive, in no paused root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue.catalogue import UNMOUNTED, Catalogue, join_path

# The files that may be read now: they exist, their drive is connected, and their root not paused.
READABLE = (
    "FROM photos JOIN roots ON roots.id = root_id WHERE missing = 0 AND offline = 0 AND paused = 0"
    f" AND NOT {UNMOUNTED}"
)
_PENDING = f"{READABLE} AND state = 'pending'"
_FILES = f"SELECT photos.id, reread, roots.path, folder, name {_PENDING}"
_ROWS_AT_ONCE = 1000


@dataclass(frozen=True)
class PendingFile:
    """A file to be read.

    Attributes:
        id: Its number in the catalogue.
        path: Absolute path.
        reread: The user wants it decoded again, whether or not its content is known.
    """

    id: int
    path: Path
    reread: bool = False


def pending_files(catalogue: Catalogue) -> Iterator[PendingFile]:
    """Yield the pending files by id. Their state may change while this runs."""
    last = 0
    while rows := catalogue.rows(
        f"{_FILES} AND photos.id > ? ORDER BY photos.id LIMIT ?",
        last,
        _ROWS_AT_ONCE,
    ):
        last = rows[-1][0]
        yield from (_file(*row) for row in rows)


def pending_count(catalogue: Catalogue) -> int:
    """Count the pending files."""
    return int(catalogue.rows(f"SELECT count(*) {_PENDING}")[0][0])


def _file(photo_id: int, reread: int, root: bytes, folder: bytes, name: bytes) -> PendingFile:
    return PendingFile(photo_id, join_path(root, folder, name), bool(reread))
