"""What is known of a library's photos: for reading, from any process and at any time.

Only the indexer writes (writer.py). Paths are kept as the file system encodes them, so
that names that are not UTF-8 survive; in Python they are `str` with surrogate escapes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.database import library_errors, open_database
from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.catalogue.code_pages import CodePage, read_pages
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import MIGRATIONS

_PHOTO_COLUMNS = (
    "photos.id, roots.path, folder, name, size, width, height, format, taken_at, camera,"
    " mean_colour, content_hash, (missing OR offline)"
)


# Files that wait to be read and can be reached.
_WAITING = (
    "FROM photos JOIN roots ON roots.id = root_id"
    " WHERE state = 'pending' AND missing = 0 AND offline = 0 AND paused = 0"
)


@dataclass(frozen=True)
class Root:
    """A folder that the library was asked to know. Offline: it was not there at the last look.
    Paused: the user wants it left alone for now.
    """

    id: int
    path: Path
    offline: bool
    paused: bool = False


@dataclass(frozen=True)
class RootCounts:
    """Files of one root, without those that are gone or are no pictures. `waiting`: to be read."""

    indexed: int = 0
    failed: int = 0
    waiting: int = 0

    @property
    def photos(self) -> int:
        return self.indexed + self.failed + self.waiting


@dataclass(frozen=True)
class PhotoRow:
    """An indexed photo. `mean_colour` is 0xRRGGBB; `away`: its file or its root is not there."""

    id: int
    path: Path
    size_bytes: int
    width: int
    height: int
    format: str
    taken_at: str
    camera: str
    mean_colour: int
    content_hash: bytes
    away: bool


@dataclass(frozen=True)
class Failure:
    """A file without a code, and why."""

    path: Path
    problem: PhotoProblem
    detail: str


@dataclass(frozen=True)
class PendingFile:
    """A new or changed file that waits to be read."""

    id: int
    path: Path


@dataclass(frozen=True)
class DescriptorBatch:
    """Photos with their descriptors int8 [N, D]; is each one's file missing?"""

    ids: list[int]
    descriptors: Descriptors
    missing: list[bool]


@dataclass(frozen=True)
class LibraryStatus:
    """Counts of files: `photos` is indexed + failed + waiting; `offline` of them cannot be
    reached now; `ignored` are files that are no pictures.
    """

    photos: int
    indexed: int
    failed: int
    waiting: int
    offline: int
    ignored: int
    model_id: str
    code_bits: int


class Catalogue:
    """Reads one library. Used by one thread at a time, which need not be the same one."""

    def __init__(self, files: LibraryFiles) -> None:
        """Raises LibraryDamagedError, LibraryTooNewError, LibraryUnwritableError."""
        self.files = files
        files.create()
        self.connection = open_database(files.catalogue, MIGRATIONS)

    def close(self) -> None:
        self.connection.close()

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
    def model_id(self) -> str:
        """The model whose codes are searched; empty in a new library."""
        return self._meta("model_id")

    @property
    def wanted_model(self) -> str:
        """The model that was to be used next when a process died; empty where none was."""
        return self._meta("wanted_model")

    def roots(self) -> list[Root]:
        rows = self.rows("SELECT id, path, offline, paused FROM roots ORDER BY path")
        return [
            Root(number, Path(os.fsdecode(path)), bool(offline), bool(paused))
            for number, path, offline, paused in rows
        ]

    def status(self) -> LibraryStatus:
        offline_roots = {root.id for root in self.roots() if root.offline}
        counts = dict.fromkeys(("indexed", "failed", "pending", "ignored"), 0)
        offline = 0
        for state, root_id, count in self.rows(
            "SELECT state, root_id, count(*) FROM photos WHERE missing = 0 GROUP BY state, root_id"
        ):
            counts[state] += count
            offline += count if root_id in offline_roots and state != "ignored" else 0
        return LibraryStatus(
            photos=counts["indexed"] + counts["failed"] + counts["pending"],
            indexed=counts["indexed"],
            failed=counts["failed"],
            waiting=counts["pending"],
            offline=offline,
            ignored=counts["ignored"],
            model_id=self.model_id,
            code_bits=int(self._meta("code_bits") or 0),
        )

    def root_counts(self) -> dict[int, RootCounts]:
        """By the root's id; a root without photos has counts of 0."""
        counts: dict[int, dict[str, int]] = {root.id: {} for root in self.roots()}
        for state, root_id, count in self.rows(
            "SELECT state, root_id, count(*) FROM photos WHERE missing = 0 AND state != 'ignored'"
            " GROUP BY state, root_id"
        ):
            counts.setdefault(root_id, {})[state] = count
        return {
            root_id: RootCounts(
                indexed=found.get("indexed", 0),
                failed=found.get("failed", 0),
                waiting=found.get("pending", 0),
            )
            for root_id, found in counts.items()
        }

    def failures(self, *, ignored: bool = False) -> list[Failure]:
        """Files that failed, by path; with `ignored` those that are no pictures instead."""
        rows = self.rows(
            "SELECT roots.path, folder, name, problem, detail FROM photos"
            " JOIN roots ON roots.id = root_id WHERE state = ? AND missing = 0"
            " ORDER BY roots.path, folder, name",
            "ignored" if ignored else "failed",
        )
        return [
            Failure(join_path(root, folder, name), PhotoProblem(problem), detail)
            for root, folder, name, problem, detail in rows
        ]

    def photos(self, ids: list[int]) -> list[PhotoRow]:
        """The photos of these ids, in this order; ids that are not there are left out."""
        found = {}
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            rows = self.rows(
                f"SELECT {_PHOTO_COLUMNS} FROM photos JOIN roots ON roots.id = root_id"  # noqa: S608
                f" WHERE photos.id IN ({','.join('?' * len(some))})",
                *some,
            )
            found.update({row[0]: _photo(row) for row in rows})
        return [found[number] for number in ids if number in found]

    def photo_id(self, path: Path) -> int | None:
        """The indexed photo at an absolute path."""
        for root in self.roots():
            if path.is_relative_to(root.path):
                relative = path.relative_to(root.path)
                rows = self.rows(
                    "SELECT id FROM photos WHERE root_id = ? AND folder = ? AND name = ?"
                    " AND state = 'indexed'",
                    root.id,
                    encode_folder(relative.parent),
                    os.fsencode(relative.name),
                )
                return rows[0][0] if rows else None
        return None

    def knows_place(self, path: Path) -> bool:
        """Is there a file of the library at an absolute path, or below it?"""
        root = next((root for root in self.roots() if path.is_relative_to(root.path)), None)
        if root is None or path == root.path:
            return root is not None
        place = path.relative_to(root.path)
        folder = encode_folder(place)
        known = "SELECT 1 FROM photos WHERE root_id = ? AND missing = 0 AND "
        return any(
            self.rows(f"{known} {condition} LIMIT 1", root.id, *values)
            for condition, values in (
                ("folder = ? AND name = ?", (encode_folder(place.parent), os.fsencode(place.name))),
                ("folder = ?", (folder,)),
                ("folder > ? AND folder < ?", (folder + b"/", folder + b"0")),  # '0' follows '/'
            )
        )

    def pending(self) -> Iterator[PendingFile]:
        """Files that wait to be read and can be reached, by id."""
        last = 0
        while rows := self.rows(
            f"SELECT photos.id, roots.path, folder, name {_WAITING}"
            " AND photos.id > ? ORDER BY photos.id LIMIT 1000",
            last,
        ):
            last = rows[-1][0]
            for number, *place in rows:
                yield PendingFile(number, join_path(*place))

    def pending_among(self, ids: list[int]) -> list[PendingFile]:
        """Those of these photos that `pending` will give."""
        query = f"SELECT photos.id, roots.path, folder, name {_WAITING} AND photos.id = ?"
        return [
            PendingFile(number, join_path(*place))
            for photo_id in ids
            for number, *place in self.rows(query, photo_id)
        ]

    def pending_count(self) -> int:
        """How many files `pending` will give."""
        return int(self.rows(f"SELECT count(*) {_WAITING}")[0][0])

    def knows_content(self, content_hash: bytes, descriptor_id: str) -> bool:
        """Has a file of this content a descriptor of this kind already?"""
        return bool(
            self.rows(
                "SELECT 1 FROM photos JOIN descriptors ON photo_id = photos.id"
                " WHERE content_hash = ? AND state = 'indexed' AND descriptor_id = ? LIMIT 1",
                content_hash,
                descriptor_id,
            )
        )

    def descriptors(self, ids: list[int]) -> Descriptors:
        """int8 [N, D] of indexed photos, in the order of `ids`; each must have one."""
        rows = [self.rows("SELECT data FROM descriptors WHERE photo_id = ?", i)[0] for i in ids]
        return np.stack([np.frombuffer(row[0], np.int8) for row in rows])

    def descriptor_count(self, descriptor_id: str) -> int:
        query = "SELECT count(*) FROM descriptors WHERE descriptor_id = ?"
        return int(self.rows(query, descriptor_id)[0][0])

    def descriptor_batches(self, descriptor_id: str, size: int) -> Iterator[DescriptorBatch]:
        """All stored descriptors of one kind, by photo id, in batches."""
        last = -1
        while rows := self.rows(
            "SELECT photo_id, data, missing FROM descriptors JOIN photos ON photos.id = photo_id"
            " WHERE descriptor_id = ? AND photo_id > ? ORDER BY photo_id LIMIT ?",
            descriptor_id,
            last,
            size,
        ):
            ids, data, missing = zip(*rows, strict=True)
            last = ids[-1]
            table = np.frombuffer(b"".join(data), np.int8).reshape(len(ids), -1)
            yield DescriptorBatch(list(ids), table, [bool(gone) for gone in missing])

    def code_pages(self, model_id: str, after_revision: int = -1) -> tuple[list[CodePage], int]:
        """Pages of codes that changed after a revision, and the latest revision."""
        with library_errors(self.files.catalogue):
            return read_pages(self.connection, model_id, after_revision)

    def rows(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        """The rows of a query. Raises LibraryDamagedError, LibraryUnwritableError."""
        with library_errors(self.files.catalogue):
            return self.connection.execute(query, values).fetchall()

    def _meta(self, key: str) -> str:
        rows = self.rows("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""


def join_path(root: bytes, folder: bytes, name: bytes) -> Path:
    return Path(os.fsdecode(root)) / os.fsdecode(folder) / os.fsdecode(name)


def encode_folder(relative: Path) -> bytes:
    """A folder as the catalogue keeps it: '/' between parts, empty for the root itself."""
    return b"" if relative == Path() else os.fsencode(relative.as_posix())


def _photo(row: tuple) -> PhotoRow:  # type: ignore[type-arg]
    number, root, folder, name, size, width, height, kind, taken_at, camera, colour, *rest = row
    content_hash, away = rest
    return PhotoRow(
        id=number,
        path=join_path(root, folder, name),
        size_bytes=size,
        width=width,
        height=height,
        format=kind,
        taken_at=taken_at,
        camera=camera,
        mean_colour=colour,
        content_hash=content_hash,
        away=bool(away),
    )
