"""The files that wait to be indexed: new or changed, on a connected drive, in no paused root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import NotIndexedError, PhotoProblem
from desktop_app.core.catalogue.catalogue import (
    UNMOUNTED,
    Catalogue,
    Root,
    encode_folder,
    encode_path,
    join_path,
    root_of,
)
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import Flag, PhotoId
from desktop_app.core.database.opening import advanced, library_errors, transaction
from desktop_app.core.jobs.progress import ReadingRequested

# The files that may be read now: they exist, their drive is connected, and their root not paused.
READABLE = (
    "FROM photos JOIN roots ON roots.id = root_id WHERE missing = 0 AND offline = 0 AND paused = 0"
    f" AND NOT {UNMOUNTED}"
)
_PENDING = f"{READABLE} AND state = 'pending'"
_FILES = f"SELECT photos.id, reread, roots.path, folder, name {_PENDING}"
_ROWS_AT_ONCE = 1000
_REREAD = (
    "UPDATE photos SET state = 'pending', reread = 1"  # noqa: S608
    f" WHERE id IN (SELECT photos.id {READABLE} AND problem != '{PhotoProblem.HIDDEN}' AND "
)
_AT_PLACE = (
    "root_id = ?1 AND (folder = ?4 AND name = ?5"
    " OR ?2 = x'' OR folder = ?2 OR folder > CAST(?2 || x'2f' AS BLOB) AND folder < ?3))"
)


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
    while rows := catalogue.read(
        tuple[PhotoId, Flag, bytes, bytes, bytes],
        f"{_FILES} AND photos.id > ? ORDER BY photos.id LIMIT ?",
        last,
        _ROWS_AT_ONCE,
    ):
        last = advanced(last, rows[-1][0], catalogue.files.catalogue)
        with library_errors(catalogue.files.catalogue):
            files = [_file(*row) for row in rows]
        yield from files


def pending_count(catalogue: Catalogue) -> int:
    """Count the pending files."""
    return int(catalogue.rows(f"SELECT count(*) {_PENDING}")[0][0])


def request_reading(
    files: LibraryFiles, photos: list[int], places: list[Path]
) -> Iterator[ReadingRequested]:
    """Make photos wait to be decoded again: these, and those at and below some places.

    Raises NotIndexedError, and the errors of a library that cannot be changed.
    """
    with files.writing(), Catalogue(files) as catalogue, library_errors(files.catalogue):
        with transaction(catalogue.connection):
            request_reading_of(catalogue, places)
            catalogue.connection.executemany(f"{_REREAD} photos.id = ?)", [(i,) for i in photos])
        yield ReadingRequested(pending_count(catalogue))


def request_reading_of(catalogue: Catalogue, places: list[Path]) -> None:
    """Make the files at and below some places wait to be decoded again, in a transaction.

    Raises NotIndexedError: A place is in no root, or neither there nor known.
    """
    roots = catalogue.roots()
    for place in places:
        root = root_of(roots, place)
        if root is None or not (_request_at(catalogue, root, place) or place.exists()):
            raise NotIndexedError(place)


def _request_at(catalogue: Catalogue, root: Root, place: Path) -> int:
    """Return the number of files."""
    inside = encode_folder(place.relative_to(root.path))
    folder, name = encode_path(root, place) if inside else (b"", b"")
    values = (root.id, inside, inside + b"0", folder, name)  # '0' follows '/'
    return catalogue.connection.execute(_REREAD + _AT_PLACE, values).rowcount


def _file(photo_id: int, reread: int, root: bytes, folder: bytes, name: bytes) -> PendingFile:
    return PendingFile(photo_id, join_path(root, folder, name), bool(reread))
