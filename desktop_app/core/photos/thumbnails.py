"""The thumbnail store: small JPEGs by content hash, in one SQLite file.

The file is a cache. It may be deleted at any time, and is made anew where it is damaged: whatever
it lacks is made again from the photos (thumbnail_maker.py, missing_thumbnails.py).
"""

from __future__ import annotations

import io
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PIL import Image

from desktop_app.core.base.database import (
    database_fault,
    file_identity,
    give_space_back,
    library_errors,
    open_database,
    transaction,
)
from desktop_app.core.base.errors import LibraryDamagedError
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS

logger = logging.getLogger(__name__)

THUMBNAIL_SIDE = 320
_MOST_BYTES = 2**19  # more than any JPEG of so few pixels
_QUALITY = 82

# A released migration is never edited; add a new one.
_MIGRATIONS: list[tuple[str, ...]] = [
    (
        """
        CREATE TABLE thumbnails (
            content_hash BLOB PRIMARY KEY,
            jpeg BLOB NOT NULL
        )
        """,
    ),
]
# What is no JPEG or too large is not even read.
_SELECT = (
    f"SELECT CASE WHEN typeof(jpeg) = 'blob' AND length(jpeg) <= {_MOST_BYTES} THEN jpeg"  # noqa: S608
    " ELSE x'' END FROM thumbnails WHERE content_hash = ?"
)
_INSERT = "INSERT OR IGNORE INTO thumbnails (content_hash, jpeg) VALUES (?, ?)"
_CONTENTS = (
    "SELECT content_hash FROM thumbnails WHERE content_hash > ? ORDER BY content_hash LIMIT 4096"
)
_BETWEEN = "SELECT content_hash FROM thumbnails WHERE content_hash BETWEEN ? AND ?"
_DELETE = "DELETE FROM thumbnails WHERE content_hash = ?"
# The log goes first: with another database it would be wrong.
_FILES = ("-wal", "-shm", "")
# What SQLite answers where the file is damaged. Other errors pass.
_DAMAGED = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_INTERRUPT,  # by the limit of steps: no query takes so many in a sound file
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_TOOBIG,
}

T = TypeVar("T")


def make_thumbnail(image: Image.Image) -> bytes:
    """Encode an RGB image as a JPEG whose longer side is at most THUMBNAIL_SIDE pixels."""
    scale = THUMBNAIL_SIDE / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        # HAMMING looks like BICUBIC here, and takes 60 % of its time.
        image = image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=_QUALITY)
    return data.getvalue()


def is_whole(jpeg: bytes) -> bool:
    """Whether the JPEG of a thumbnail can be decoded."""
    try:
        decoded_thumbnail(jpeg)
    except ValueError:
        return False
    return True


def decoded_thumbnail(jpeg: bytes) -> Image.Image:
    """Decode the JPEG of a thumbnail to an RGB image.

    The store may come from a stranger: what `make_thumbnail` could not have made is not decoded.
    Raises ValueError.
    """
    if len(jpeg) > _MOST_BYTES:
        raise ValueError("the thumbnail is too large")
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            if max(image.size) > THUMBNAIL_SIDE or "progressive" in image.info:
                raise ValueError("the thumbnail has too many pixels or scans")
            return image.convert("RGB")
    except (*DECODER_ERRORS, Image.DecompressionBombError, Warning) as error:
        raise ValueError("the thumbnail is broken") from error


class Thumbnails:
    """An open store. Each thread opens its own; several processes may write.

    A store that was deleted meanwhile is opened again; so is one that is damaged, which is empty
    then.
    """

    def __init__(self, path: Path) -> None:
        """Raises LibraryTooNewError, LibraryUnwritableError."""
        self._path = path
        try:
            self._connection = open_database(path, _MIGRATIONS)
        except LibraryDamagedError as error:
            _delete_damaged(path, error)
            self._connection = open_database(path, _MIGRATIONS)
        self._file = _identity(path)

    def close(self) -> None:
        self._connection.close()

    def get(self, content_hash: bytes) -> bytes | None:
        """The JPEG of a photo's thumbnail; None if there is none. A broken one may be empty."""
        rows = self._run(lambda: self._connection.execute(_SELECT, (content_hash,)).fetchall())
        return rows[0][0] if rows else None

    def put_all(self, thumbnails: dict[bytes, bytes]) -> None:
        """Store JPEGs by content hash, in one transaction; existing ones are kept."""
        self._write(_INSERT, list(thumbnails.items()))

    def drop(self, content_hashes: list[bytes]) -> None:
        """Delete thumbnails; unknown hashes are ignored."""
        self._write(_DELETE, [(key,) for key in content_hashes])

    def contents(self) -> Iterator[list[bytes]]:
        """Yield the content hashes of all thumbnails, in lists, in ascending order.

        A damaged index that leads in a circle ends them.
        """
        last = b""
        while (contents := self._hashes(_CONTENTS, last)) and contents[-1] > last:
            yield contents
            last = contents[-1]

    def between(self, first: bytes, last: bytes) -> set[bytes]:
        """Return the content hashes of the thumbnails in a range that includes both ends."""
        return set(self._hashes(_BETWEEN, first, last))

    def give_space_back(self) -> Iterator[None]:
        """Give the space of dropped thumbnails back to the disk, in steps."""
        return give_space_back(self._connection, self._path)

    def _hashes(self, query: str, *values: bytes) -> list[bytes]:
        rows = self._run(lambda: self._connection.execute(query, values).fetchall())
        return [content for (content,) in rows]

    def _write(self, statement: str, rows: list[tuple[bytes, ...]]) -> None:
        def write() -> None:
            with transaction(self._connection):
                self._connection.executemany(statement, rows)

        self._run(write)

    def _run(self, step: Callable[[], T]) -> T:
        """Run a step; if the store is damaged, run it again on an empty one."""
        if self._file != _identity(self._path):
            self._open_again()
        try:
            with library_errors(self._path):
                return step()
        except LibraryDamagedError as error:
            _delete_damaged(self._path, error)
        self._open_again()
        with library_errors(self._path):
            return step()

    def _open_again(self) -> None:
        self._connection.close()
        self._connection = open_database(self._path, _MIGRATIONS)
        self._file = _identity(self._path)


def broken_thumbnails(store: Thumbnails, content_hashes: list[bytes]) -> list[bytes]:
    """Return those of some content hashes whose thumbnail cannot be decoded."""
    stored = {content: store.get(content) for content in content_hashes}
    return [key for key, jpeg in stored.items() if jpeg is not None and not is_whole(jpeg)]


def store_fault(path: Path, *, full: bool) -> str:
    """Return what is wrong with the file of a store; empty if nothing is, or there is no file.

    See `database_fault` for `full`. Raises LibraryTooNewError, LibraryUnwritableError.
    """
    if not path.exists():
        return ""
    try:
        with closing(open_database(path, _MIGRATIONS)) as connection, library_errors(path):
            return database_fault(connection, full=full)
    except LibraryDamagedError as error:
        return error.detail


def _delete_damaged(path: Path, error: LibraryDamagedError) -> None:
    """Delete a store that is damaged. Raises `error` if it is not, or cannot be deleted."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode & 0xFF not in _DAMAGED:
        raise error
    logger.warning("%r is damaged and is made anew", path, exc_info=error)
    try:
        delete_store(path)
    except OSError:
        raise error from None


def delete_store(path: Path) -> None:
    """Delete the file of a store, which comes back empty. Raises OSError."""
    for suffix in _FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _identity(path: Path) -> list[tuple[int, int] | None]:
    """Return what tells the files of a store from others at the same paths."""
    return [file_identity(path), file_identity(path.with_name(f"{path.name}-wal"))]
