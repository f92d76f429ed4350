"""Read the catalogue of a library: the database of its roots, photos, descriptors and codes.

Any process may read at any time; only the holder of the library's lock writes (writer.py). Paths
are stored as the file system encodes them, so that names that are not UTF-8 survive; in Python they
are `str` with surrogate escapes.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import GenericAlias, TracebackType
from typing import Any, Literal, Self

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import LibraryDamagedError
from desktop_app.core.catalogue.code_pages import CodePage, read_pages
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import (
    MIGRATIONS,
    Colour,
    ContentHash,
    Count,
    Flag,
    Length,
    PhotoId,
    RootId,
    Side,
    Speed,
    Text,
)
from desktop_app.core.database.opening import (
    Row,
    StrangeValueError,
    file_identity,
    library_errors,
    open_database,
    read_rows,
)
from desktop_app.core.photos.capture import CAPTURE_COLUMNS, Capture

_LIES_BELOW_POINT = """
    photos.root_id = point.root_id AND point.offline AND (
        point.folder = x'' OR photos.folder = point.folder OR (
            photos.folder > CAST(point.folder || x'2f' AS BLOB)
            AND photos.folder < CAST(point.folder || x'30' AS BLOB)
        )
    )
"""
# SQL: whether a photo lies on a drive that is mounted inside its root, but not now; and the ids of
# all these photos.
UNMOUNTED = f"EXISTS (SELECT 1 FROM mount_points AS point WHERE {_LIES_BELOW_POINT})"  # noqa: S608
UNMOUNTED_IDS = f"SELECT photos.id FROM mount_points AS point JOIN photos ON {_LIES_BELOW_POINT}"  # noqa: S608
# SQL: whether a photo that is shown lacks what is known of every photo. Files that failed may.
_LACKS_FACTS = """
    (state = 'indexed' OR width IS NOT NULL) AND (width IS NULL OR height IS NULL
    OR format IS NULL OR mean_colour IS NULL OR content_hash IS NULL)
"""
_PHOTO_COLUMNS = (
    "photos.id, roots.path, folder, name, size, width, height, format, mean_colour,"
    f" content_hash, (missing OR offline OR {UNMOUNTED}), {_LACKS_FACTS}, "
) + ", ".join(CAPTURE_COLUMNS)
_FACT_TYPES = (Side | None, Side | None, Text | None, Colour | None, ContentHash | None)
_PHOTO_TYPES = (PhotoId, bytes, bytes, bytes, Count, *_FACT_TYPES, Flag, Literal[0])
_KINDS: dict[type, Any] = {str: Text, int: Speed, float: Length, bool: Flag}
_CAPTURE_TYPES = tuple(_KINDS[kind] | None for kind in CAPTURE_COLUMNS.values())
_PHOTO_VALUES: Any = GenericAlias(tuple, (*_PHOTO_TYPES, *_CAPTURE_TYPES))
_EMPTY = {b"", b".", b".."}  # names that name no file in a folder
_FORBIDDEN = re.compile(rb"\0" if os.name != "nt" else rb"[\0\\:]")
_MAX_VARIABLES = 500  # of one SQL statement


@dataclass(frozen=True)
class Root:
    """A folder that was added to the library.

    Attributes:
        id: Its number in the catalogue.
        path: Absolute path.
        offline: It was not reachable at the last scan.
        paused: The user wants it left alone: no scanning, no reading, no watching.
    """

    id: int
    path: Path
    offline: bool
    paused: bool = False


@dataclass(frozen=True)
class PhotoRow:
    """An indexed photo.

    Attributes:
        id: Its number in the catalogue.
        path: Absolute path of the file.
        size_bytes: Size of the file.
        width: Pixels of the upright picture.
        height: Pixels of the upright picture.
        format: File format, as Pillow names it.
        capture: What its metadata say, such as date and camera.
        mean_colour: 0xRRGGBB.
        content_hash: BLAKE2b of the file, 16 bytes.
        away: The file is missing, or its drive is not connected.
    """

    id: int
    path: Path
    size_bytes: int
    width: int
    height: int
    format: str
    capture: Capture
    mean_colour: int
    content_hash: bytes
    away: bool


class Catalogue:
    """A library's database, opened for reading. One thread at a time may use it; any thread may.

    Attributes:
        files: The library's files.
        connection: For writer.py and modules that write in a transaction of their own.
    """

    def __init__(self, files: LibraryFiles) -> None:
        """Open the database; create it or migrate it to the current schema where necessary.

        Raises:
            LibraryDamagedError: It is not a sound database.
            LibraryTooNewError: A newer version of the program wrote it.
            LibraryUnwritableError: The folder or the file cannot be written.
            LinkedEntryError: A part of the library is a link.
        """
        self.files = files
        files.create()
        files.check_links()
        _check_not_lost(files)
        self.connection = open_database(files.catalogue, MIGRATIONS)
        self._identity = file_identity(files.catalogue)

    def close(self) -> None:
        self.connection.close()

    def interrupt(self) -> None:
        """End the running query, which raises LibraryDamagedError. Any thread may call it."""
        with suppress(sqlite3.ProgrammingError):  # another thread has closed it
            self.connection.interrupt()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def is_replaced(self) -> bool:
        """Whether another database has taken its place on the disk: a backup was restored."""
        return file_identity(self.files.catalogue) != self._identity

    @property
    def model_id(self) -> str:
        """The model whose codes are searched; empty in a new library."""
        return meta_value(self, "model_id")

    @property
    def pending_model_id(self) -> str:
        """The model of a switch that a dying process left unfinished; empty if there is none."""
        return meta_value(self, "wanted_model")

    def roots(self) -> list[Root]:
        """Return the roots, by path."""
        query = "SELECT id, path, offline, paused FROM roots ORDER BY path"
        rows = self.read(tuple[RootId, bytes, Flag, Flag], query)
        with library_errors(self.files.catalogue):
            return [
                Root(number, root_path(path), bool(offline), bool(paused))
                for number, path, offline, paused in rows
            ]

    def photos(self, ids: list[int]) -> list[PhotoRow]:
        """Return the photos with these ids, in this order; unknown ids are left out."""
        found = {}
        for start in range(0, len(ids), _MAX_VARIABLES):
            some = ids[start : start + _MAX_VARIABLES]
            rows = self.read(
                _PHOTO_VALUES,
                f"SELECT {_PHOTO_COLUMNS} FROM photos JOIN roots ON roots.id = root_id"  # noqa: S608
                f" WHERE photos.id IN ({','.join('?' * len(some))})",
                *some,
            )
            with library_errors(self.files.catalogue):
                found.update({row[0]: _photo(row) for row in rows})
        return [found[number] for number in ids if number in found]

    def photo_id(self, path: Path) -> int | None:
        """Return the id of the indexed photo at an absolute path; None if there is none."""
        root = root_of(self.roots(), path)
        if root is None:
            return None
        rows = self.read(
            tuple[PhotoId],
            "SELECT id FROM photos WHERE root_id = ? AND folder = ? AND name = ?"
            " AND state = 'indexed'",
            root.id,
            *encode_path(root, path),
        )
        return rows[0][0] if rows else None

    def descriptors(self, ids: list[int]) -> Descriptors:
        """Return int8 [N, D], in the order of `ids`; each of these photos must have one."""
        query = "SELECT data FROM descriptors WHERE photo_id = ?"
        data = [data for i in ids for (data,) in self.read(tuple[bytes], query, i)]
        with library_errors(self.files.catalogue):
            return descriptor_table(data, len(ids))

    def code_pages(self, model_id: str, after_revision: int = -1) -> tuple[list[CodePage], int]:
        """Return the pages of a model that changed after a revision, and the latest revision."""
        with library_errors(self.files.catalogue):
            return read_pages(self.connection, model_id, after_revision)

    def read(self, kind: type[Row], query: str, *values: object) -> list[Row]:
        """Run a query (`read_rows`). Raises LibraryDamagedError, LibraryUnwritableError."""
        with library_errors(self.files.catalogue):
            return read_rows(self.connection, kind, query, *values)

    def rows(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        """Run a query whose values SQLite counts, or that are not used. Raises as `read`."""
        with library_errors(self.files.catalogue):
            return self.connection.execute(query, values).fetchall()


def up_to_date(catalogue: Catalogue | None, files: LibraryFiles) -> Catalogue:
    """Return an open catalogue: the given one, or one in its place if that was replaced.

    Raises the errors of Catalogue.
    """
    if catalogue is not None and not catalogue.is_replaced:
        return catalogue
    if catalogue is not None:
        catalogue.close()
    return Catalogue(files)


def _check_not_lost(files: LibraryFiles) -> None:
    """Raise LibraryDamagedError for a library of which only the backups are left.

    SQLite takes a file that is empty, or not there, for a new database.
    """
    is_there = files.catalogue.is_file() and files.catalogue.stat().st_size > 0
    if not is_there and any(files.backups.glob("*/catalogue.sqlite")):
        raise LibraryDamagedError(files.folder, "the catalogue is empty")


def meta_value(catalogue: Catalogue, key: str) -> str:
    """Return a value of the table `meta`; empty if it is not set."""
    rows = catalogue.read(tuple[str], "SELECT value FROM meta WHERE key = ?", key)
    return rows[0][0] if rows else ""


def data_version(catalogue: Catalogue) -> int:
    """Return a number that differs after any other connection has changed the database."""
    return int(catalogue.rows("PRAGMA data_version")[0][0])


def has_unmounted(catalogue: Catalogue) -> bool:
    """Return True if UNMOUNTED can be true of a photo; to ask it of each photo takes time."""
    return bool(catalogue.rows("SELECT 1 FROM mount_points WHERE offline LIMIT 1"))


@lru_cache(maxsize=64)
def root_path(root: bytes) -> Path:
    """Return the folder of a root from its column. Raises StrangeValueError."""
    path = Path(os.fsdecode(root))
    if b"\0" in root or ".." in path.parts or not path.is_absolute():
        raise StrangeValueError(f"{root!r} is no absolute path")
    return path


def join_path(root: bytes, folder: bytes, name: bytes) -> Path:
    """Return the absolute path of a file from its three columns.

    Raises StrangeValueError: It would lie outside of the root, or can be no path.
    """
    if not name or b"/" in name:
        raise StrangeValueError(f"{name!r} is no name of a file")
    return join_folder(root, folder + b"/" + name if folder else name)


def join_folder(root: bytes, folder: bytes) -> Path:
    """Return the absolute path of a folder in a root, from their columns. Raises as `join_path`."""
    if folder and (_FORBIDDEN.search(folder) or _EMPTY & set(folder.split(b"/"))):
        raise StrangeValueError(f"{folder!r} is no path inside a folder")
    return root_path(root) / os.fsdecode(folder)


def descriptor_table(data: list[bytes], count: int) -> Descriptors:
    """Return int8 [N, D] from the column of `count` rows, N. Raises StrangeValueError."""
    if len(data) != count or len({len(each) for each in data}) != 1:
        raise StrangeValueError("descriptors are missing or have different sizes")
    content = bytearray().join(data)  # writable, as PyTorch needs it
    return np.frombuffer(content, np.int8).reshape(len(data), -1)


def root_of(roots: Iterable[Root], path: Path) -> Root | None:
    """Return the innermost root that is a path, or holds it; None outside of all roots."""
    holders = [root for root in roots if path.is_relative_to(root.path)]
    return max(holders, key=lambda root: len(root.path.parts), default=None)


def encode_path(root: Root, path: Path) -> tuple[bytes, bytes]:
    """Return the columns `folder` and `name` of a file in a root."""
    relative = path.relative_to(root.path)
    return encode_folder(relative.parent), os.fsencode(relative.name)


def encode_folder(relative: Path) -> bytes:
    """Encode a folder for the catalogue: '/' between parts, empty for the root itself."""
    return b"" if relative == Path() else os.fsencode(relative.as_posix())


def _photo(row: tuple) -> PhotoRow:  # type: ignore[type-arg]
    number, root, folder, name, size, width, height, kind, colour, content_hash, away, _ = row[:12]
    return PhotoRow(
        id=number,
        path=join_path(root, folder, name),
        size_bytes=size,
        width=width,
        height=height,
        format=kind,
        capture=_capture(row[12:]),
        mean_colour=colour,
        content_hash=content_hash,
        away=bool(away),
    )


def _capture(values: tuple[Any, ...]) -> Capture:
    """Return the capture facts from CAPTURE_COLUMNS; NULL is unknown."""
    named = zip(CAPTURE_COLUMNS.items(), values, strict=True)
    return Capture(**{name: kind(value) for (name, kind), value in named if value is not None})
