"""The files that wait to be indexed: new or changed, reachable, and not in a paused root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue, join_path

# The files that may be read now: they exist, and their root is neither offline nor paused.
READABLE = (
    "FROM photos JOIN roots ON roots.id = root_id WHERE missing = 0 AND offline = 0 AND paused = 0"
)
_PENDING = f"{READABLE} AND state = 'pending'"
_ROWS_AT_ONCE = 1000


@dataclass(frozen=True)
class PendingFile:
    """A file to be read, and its id in the catalogue."""

    id: int
    path: Path


def pending_files(catalogue: Catalogue) -> Iterator[PendingFile]:
    """Yield the pending files by id. Their state may change while this runs."""
    last = 0
    while rows := catalogue.rows(
        f"SELECT photos.id, roots.path, folder, name {_PENDING}"
        " AND photos.id > ? ORDER BY photos.id LIMIT ?",
        last,
        _ROWS_AT_ONCE,
    ):
        last = rows[-1][0]
        for number, *place in rows:
            yield PendingFile(number, join_path(*place))


def pending_files_among(catalogue: Catalogue, ids: list[int]) -> list[PendingFile]:
    """Return those of these files that are pending."""
    query = f"SELECT photos.id, roots.path, folder, name {_PENDING} AND photos.id = ?"
    return [
        PendingFile(number, join_path(*place))
        for photo_id in ids
        for number, *place in catalogue.rows(query, photo_id)
    ]


def pending_count(catalogue: Catalogue) -> int:
    """Count the pending files."""
    return int(catalogue.rows(f"SELECT count(*) {_PENDING}")[0][0])
