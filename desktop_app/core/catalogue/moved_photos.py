"""Does a folder hold the photos of a root? Asked of a sample, before a root is moved there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.database import library_errors
from desktop_app.core.catalogue.catalogue import Catalogue, Root, join_path
from desktop_app.core.photos.content_hash import content_hash_of

_SAMPLE = 100
# FAT keeps times in steps of two seconds, and copies to it round them.
_SAME_TIME_NS = 2_000_000_000


@dataclass(frozen=True)
class Sample:
    """Of the root's photos, `looked_for` were, and `found` are there."""

    looked_for: int
    found: int


@dataclass(frozen=True)
class _Known:
    folder: bytes
    name: bytes
    size: int
    mtime_ns: int
    content_hash: bytes | None


def photos_found_at(catalogue: Catalogue, root: Root, folder: Path) -> Sample:
    """Look for photos spread over the whole root, by their place in it: the same size and time
    make a photo the same, or the same size and content where only the time differs.
    """
    known = _spread(catalogue, root)
    return Sample(len(known), sum(_is_there(photo, folder) for photo in known))


def _spread(catalogue: Catalogue, root: Root) -> list[_Known]:
    """At most 100 photos, evenly over the order in which they were found."""
    with library_errors(catalogue.files.catalogue):
        ids = catalogue.connection.execute(
            "SELECT id FROM photos WHERE root_id = ? AND missing = 0 AND state != 'ignored'"
            " ORDER BY id",
            (root.id,),
        ).fetchall()
        step = -(-len(ids) // _SAMPLE) or 1
        return [
            _Known(
                *catalogue.connection.execute(
                    "SELECT folder, name, size, mtime_ns, content_hash FROM photos WHERE id = ?",
                    row,
                ).fetchone()
            )
            for row in ids[::step]
        ]


def _is_there(photo: _Known, folder: Path) -> bool:
    path = join_path(bytes(folder), photo.folder, photo.name)
    try:
        status = path.stat()
        if status.st_size != photo.size or not path.is_file():
            return False
        if abs(status.st_mtime_ns - photo.mtime_ns) <= _SAME_TIME_NS:
            return True
        with path.open("rb") as file:
            return content_hash_of(file) == photo.content_hash
    except OSError:
        return False
