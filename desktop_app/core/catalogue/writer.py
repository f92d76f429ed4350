"""Write to the catalogue: one process at a time (LibraryFiles.writing), inside transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import Enum, auto

from desktop_app.core.base.codes import Codes, Descriptors
from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import KEPT, SHOWN, CodePageWriter
from desktop_app.core.catalogue.descriptors import claim_descriptor_id
from desktop_app.core.catalogue.schema import Flag, PhotoId
from desktop_app.core.database.opening import library_errors, read_rows, transaction
from desktop_app.core.photos.capture import CAPTURE_COLUMNS, Capture

# Values of the column `missing`.
PRESENT, GONE, EXCLUDED = 0, 1, 2
IGNORED_PROBLEMS = frozenset({PhotoProblem.HIDDEN, PhotoProblem.NOT_A_PICTURE})


@dataclass(frozen=True)
class PhotoFacts:
    """What indexing finds out about one photo.

    Each attribute is a column of the table `photos` of the same name, but `capture`, whose own
    attributes are columns.

    Attributes:
        content_hash: BLAKE2b of the file, 16 bytes.
        width: Pixels of the upright picture.
        height: Pixels of the upright picture.
        format: File format, as Pillow names it.
        capture: What its metadata say, such as date and camera.
        mean_colour: 0xRRGGBB.
        fingerprints: 8 or 16 bytes (fingerprint.py).
    """

    content_hash: bytes
    width: int
    height: int
    format: str
    capture: Capture
    mean_colour: int
    fingerprints: bytes

    def columns(self) -> dict[str, object]:
        """Return the value of each of FACT_COLUMNS."""
        values = {**vars(self), **vars(self.capture)}
        return {column: values[column] for column in FACT_COLUMNS}


FACT_COLUMNS = (
    *(field.name for field in fields(PhotoFacts) if field.name != "capture"),
    *CAPTURE_COLUMNS,
)

# Where a file is, and what tells it from another one there.
_PLACE = "root_id, folder, name, size, mtime_ns, ctime_ns, inode"


class Recognition(Enum):
    """What a file of known content is: a photo that is UNCHANGED, MOVED here, or COPIED."""

    UNCHANGED = auto()
    MOVED = auto()
    COPIED = auto()


@dataclass(frozen=True)
class Recognised:
    """What a file was recognised as. `photo_id`: the photo that it is, or is a copy of."""

    photo_id: int
    what: Recognition


class CatalogueWriter:
    """The changes that indexing makes. Each method runs inside `with writer.batch():`.

    Attributes:
        connection: The catalogue's database.
        manifest: The model whose codes and descriptors are written.
        descriptor_id: Under which its descriptors are stored.
        pages: That model's codes.
    """

    def __init__(self, catalogue: Catalogue, manifest: Manifest) -> None:
        self.connection = catalogue.connection
        self._path = catalogue.files.catalogue
        self.manifest = manifest
        self.descriptor_id = claim_descriptor_id(catalogue, manifest)
        self.pages = CodePageWriter(self.connection, manifest.model_id, manifest.code_bits)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write everything inside the block in one transaction, or nothing if it raises."""
        with library_errors(self._path), transaction(self.connection):
            try:
                yield
                self.pages.flush()
            finally:
                self.pages.discard()

    @contextmanager
    def part_of_batch(self) -> Iterator[None]:
        """Write everything inside the block, or nothing if it raises; codes are not undone."""
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK TO part")
            raise
        finally:
            self.connection.execute("RELEASE part")

    def requeue(self, photo_id: int) -> None:
        """Make a file wait to be read again."""
        self.connection.execute("UPDATE photos SET state = 'pending' WHERE id = ?", (photo_id,))

    def mark_missing(self, photo_id: int) -> None:
        """Hide a photo whose file is gone from searches, and keep its data."""
        self.connection.execute("UPDATE photos SET missing = 1 WHERE id = ?", (photo_id,))
        self.pages.flag(photo_id, KEPT)

    def exclude(self, photo_id: int) -> None:
        """Hide a photo that the user, or a rule, leaves out, and keep its data."""
        self.connection.execute("UPDATE photos SET missing = ? WHERE id = ?", (EXCLUDED, photo_id))
        self.pages.flag(photo_id, KEPT)

    def mark_found(self, photo_id: int) -> None:
        """Show a photo again whose file is back, unchanged, or no longer excluded."""
        self.connection.execute("UPDATE photos SET missing = 0 WHERE id = ?", (photo_id,))
        self.pages.flag(photo_id, SHOWN)

    def set_failed(
        self, photo_id: int, problem: PhotoProblem, detail: str, content_hash: bytes | None
    ) -> None:
        """Record why a file cannot be indexed, and delete what an older version of it left."""
        state = "ignored" if problem in IGNORED_PROBLEMS else "failed"
        facts: dict[str, object] = {**dict.fromkeys(FACT_COLUMNS), "content_hash": content_hash}
        facts |= {"state": state, "problem": problem, "detail": _storable(detail), "reread": 0}
        _update(self.connection, photo_id, facts)
        self.connection.execute("DELETE FROM descriptors WHERE photo_id = ?", (photo_id,))
        self.pages.forget(photo_id)

    def set_indexed(
        self, photo_id: int, facts: PhotoFacts, descriptor: Descriptors, code: Codes
    ) -> None:
        """Store the facts, the descriptor int8 [D] and the packed code uint8 [K/8] of a photo."""
        columns = {"state": "indexed", "problem": "", "detail": "", "reread": 0, **facts.columns()}
        _update(self.connection, photo_id, columns)
        self.connection.execute(
            "REPLACE INTO descriptors (photo_id, descriptor_id, data) VALUES (?, ?, ?)",
            (photo_id, self.descriptor_id, descriptor.tobytes()),
        )
        self.pages.put(photo_id, code)

    def set_known_content(self, photo_id: int, content_hash: bytes) -> Recognised | None:
        """Index a file from another photo of the same content, without decoding it.

        A file that was touched but not changed keeps its data. A new file with the content of a
        missing photo is that photo, moved or renamed: the missing photo gets the new path and keeps
        its id. Any other file gets a copy of the data.

        Returns:
            What the file was recognised as; None if the library has no data for this content after
            all.
        """
        source = self._same_content(photo_id, content_hash)
        if source is None:
            return None
        if source.id == photo_id:
            self._keep(photo_id)
            return Recognised(photo_id, Recognition.UNCHANGED)
        if source.missing and self._is_new(photo_id):
            self._move(source.id, photo_id)
            return Recognised(source.id, Recognition.MOVED)
        self._copy(source.id, photo_id)
        return Recognised(source.id, Recognition.COPIED)

    def _keep(self, photo_id: int) -> None:
        """End the waiting of a file whose content is what it was; it may have been missing."""
        self.connection.execute("UPDATE photos SET state = 'indexed' WHERE id = ?", (photo_id,))
        self.pages.flag(photo_id, SHOWN)

    def _same_content(self, photo_id: int, content_hash: bytes) -> _SameContent | None:
        """Return the photo to copy from: itself, else a missing one, else the oldest."""
        rows = read_rows(
            self.connection,
            tuple[PhotoId, Flag],
            "SELECT photos.id, missing = ?1 FROM photos JOIN descriptors ON photo_id = photos.id"
            " WHERE content_hash = ?2 AND descriptor_id = ?3 AND problem = ''"
            " ORDER BY photos.id != ?4, missing = ?1 DESC, photos.id LIMIT 1",
            *(GONE, content_hash, self.descriptor_id, photo_id),
        )
        if not rows or self.pages.get(rows[0][0]) is None:
            return None
        return _SameContent(rows[0][0], bool(rows[0][1]))

    def _is_new(self, photo_id: int) -> bool:
        row = self.connection.execute(
            "SELECT content_hash FROM photos WHERE id = ?", (photo_id,)
        ).fetchone()
        return row is None or row[0] is None

    def _move(self, photo_id: int, new_file_id: int) -> None:
        """Give a missing photo the path of a new file, whose own row is deleted."""
        place = self.connection.execute(
            f"SELECT {_PLACE} FROM photos WHERE id = ?",  # noqa: S608
            (new_file_id,),
        ).fetchone()
        self.connection.execute("DELETE FROM photos WHERE id = ?", (new_file_id,))
        self.connection.execute(
            f"UPDATE photos SET ({_PLACE}) = (?, ?, ?, ?, ?, ?, ?),"  # noqa: S608
            " missing = 0, state = 'indexed' WHERE id = ?",
            (*place, photo_id),
        )
        self.pages.flag(photo_id, SHOWN)

    def _copy(self, source: int, target: int) -> None:
        """Copy facts, descriptor and code from one photo to another."""
        facts = ", ".join(FACT_COLUMNS)
        self.connection.execute(
            f"UPDATE photos SET (state, problem, detail, {facts})"  # noqa: S608
            f" = (SELECT 'indexed', '', '', {facts} FROM photos WHERE id = ?) WHERE id = ?",
            (source, target),
        )
        self.connection.execute(
            "REPLACE INTO descriptors (photo_id, descriptor_id, data)"
            " SELECT ?, descriptor_id, data FROM descriptors WHERE photo_id = ?",
            (target, source),
        )
        code = self.pages.get(source)
        assert code is not None
        self.pages.put(target, code)


@dataclass(frozen=True)
class _SameContent:
    id: int
    missing: bool


def _update(connection: sqlite3.Connection, photo_id: int, columns: dict[str, object]) -> None:
    """Set columns of a photo. Their names come from the program, never from a user."""
    changes = ", ".join(f"{column} = ?" for column in columns)
    connection.execute(
        f"UPDATE photos SET {changes} WHERE id = ?",  # noqa: S608
        (*columns.values(), photo_id),
    )


def _storable(text: str) -> str:
    """Escape what SQLite cannot store: messages may quote names that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()
