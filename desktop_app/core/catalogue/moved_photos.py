"""Check by a sample whether a folder holds the photos of a root, before the root is moved there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.catalogue.catalogue import Catalogue, Root, join_path
from desktop_app.core.database.opening import library_errors
from desktop_app.core.photos.content_hash import content_hash_of

_SAMPLE = 100
# FAT stores times in steps of two seconds, so copies to it have rounded times.
_SAME_TIME_NS = 2_000_000_000


@dataclass(frozen=True)
class Sample:
    """The number of photos that were looked for, and how many of them are there."""

    looked_for: int
    found: int


class _Known(NamedTuple):
    folder: bytes
    name: bytes
    size: int
    mtime_ns: int
    content_hash: bytes | None


def photos_found_at(catalogue: Catalogue, root: Root, folder: Path) -> Sample:
    """Look for at most 100 photos of a root in a folder, by their relative paths.

    A photo is found if the file has the same size and time, or the same size and content.
    """
    known = _spread(catalogue, root)
    with library_errors(catalogue.files.catalogue):
        return Sample(len(known), sum(_is_there(photo, folder) for photo in known))


def _spread(catalogue: Catalogue, root: Root) -> list[_Known]:
    """Return at most 100 photos, evenly spread over the ids."""
    ids = catalogue.rows(
        "SELECT id FROM photos WHERE root_id = ? AND missing = 0 AND state != 'ignored'"
        " ORDER BY id",
        root.id,
    )
    step = -(-len(ids) // _SAMPLE) or 1
    query = "SELECT folder, name, size, mtime_ns, content_hash FROM photos WHERE id = ?"
    return [known for row in ids[::step] for known in catalogue.read(_Known, query, *row)]


def _is_there(photo: _Known, folder: Path) -> bool:
    path = join_path(bytes(folder), photo.folder, photo.name)
    try:
        status = path.stat()
        if status.st_size != photo.size or not path.is_file():
            return False
        if abs(status.st_mtime_ns - photo.mtime_ns) <= _SAME_TIME_NS:
            return True
        with open_regular_file(path) as file:
            return content_hash_of(file) == photo.content_hash
    except OSError:
        return False
