"""Changes to the catalogue. One process at a time (LibraryFiles.writing), inside transactions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.codes import Codes, Descriptors
from desktop_app.core.base.database import library_errors, transaction
from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue, DescriptorBatch, Root
from desktop_app.core.catalogue.code_pages import KEPT, SHOWN, CodePageWriter

IGNORED_PROBLEMS = frozenset({PhotoProblem.HIDDEN, PhotoProblem.NOT_A_PICTURE})


@dataclass(frozen=True)
class PhotoFacts:
    """All that indexing learns of one photo. `descriptor` int8 [D], `code` uint8 [K/8]."""

    content_hash: bytes
    width: int
    height: int
    format: str
    taken_at: str
    camera: str
    mean_colour: int
    fingerprint: bytes
    descriptor: Descriptors
    code: Codes


class CatalogueWriter:
    """The verbs of the indexer. Every one of them runs inside `with writer.batch():`."""

    def __init__(self, catalogue: Catalogue, manifest: Manifest) -> None:
        self.connection = catalogue.connection
        self._path = catalogue.files.catalogue
        self._manifest = manifest
        self.pages = CodePageWriter(self.connection, manifest.model_id, manifest.code_bits)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction: all that is written inside the block, or nothing of it."""
        with library_errors(self._path), transaction(self.connection):
            try:
                yield
                self.pages.flush()
            finally:
                self.pages.discard()

    def use_model(self) -> None:
        """Make the codes of this writer's model those that are searched."""
        self.connection.executemany(
            "REPLACE INTO meta (key, value) VALUES (?, ?)",
            [
                ("model_id", self._manifest.model_id),
                ("code_bits", str(self._manifest.code_bits)),
            ],
        )

    def want_model(self) -> None:
        """Note that this writer's model is to be used: what is begun can be gone on with."""
        self.connection.execute(
            "REPLACE INTO meta (key, value) VALUES ('wanted_model', ?)", (self._manifest.model_id,)
        )

    def want_no_model(self) -> None:
        """No other than the one in use; what was made of another goes."""
        self.connection.execute("DELETE FROM meta WHERE key = 'wanted_model'")
        self.connection.execute(
            "DELETE FROM code_pages"
            " WHERE model_id != (SELECT value FROM meta WHERE key = 'model_id')"
        )

    def drop_other_models(self) -> None:
        self.connection.execute(
            "DELETE FROM code_pages WHERE model_id != ?", (self._manifest.model_id,)
        )

    def forget_codes(self) -> None:
        """Those of this writer's model, which is not in use: a change that was cut short left them,
        and photos may have failed since.
        """
        self.connection.execute(
            "DELETE FROM code_pages WHERE model_id = ?", (self._manifest.model_id,)
        )

    def put_codes(self, batch: DescriptorBatch, codes: Codes) -> None:
        """Set the codes uint8 [N, K/8] of many photos."""
        for photo_id, code, missing in zip(batch.ids, codes, batch.missing, strict=True):
            self.pages.put(photo_id, code)
            if missing:
                self.pages.flag(photo_id, KEPT)

    def read_again_where_descriptor_differs(self) -> None:
        self.connection.execute(
            "UPDATE photos SET state = 'pending' WHERE state = 'indexed' AND id IN"
            " (SELECT photo_id FROM descriptors WHERE descriptor_id != ?)",
            (self._manifest.descriptor_id,),
        )

    def read_again(self, photo_id: int) -> None:
        self.connection.execute("UPDATE photos SET state = 'pending' WHERE id = ?", (photo_id,))

    def add_root(self, path: Path) -> None:
        self.connection.execute("INSERT INTO roots (path) VALUES (?)", (os.fsencode(path),))

    def absorb_root(self, inner: Root, outer: Root, prefix: bytes) -> None:
        """Give the photos of a root to one that holds it; `prefix` leads from outer to inner."""
        self.connection.execute(
            "UPDATE photos SET root_id = ?1, folder = CASE WHEN folder = x'' THEN ?2"
            " ELSE CAST(?2 || x'2f' || folder AS BLOB) END WHERE root_id = ?3",
            (outer.id, prefix, inner.id),
        )
        self.connection.execute("DELETE FROM roots WHERE id = ?", (inner.id,))

    def set_offline(self, root: Root, *, offline: bool) -> None:
        self.connection.execute("UPDATE roots SET offline = ? WHERE id = ?", (offline, root.id))

    def mark_missing(self, photo_id: int) -> None:
        """The file is gone: keep what is known of it, and search it no more."""
        self.connection.execute("UPDATE photos SET missing = 1 WHERE id = ?", (photo_id,))
        self.pages.flag(photo_id, KEPT)

    def mark_found(self, photo_id: int) -> None:
        """A missing file is back as it was."""
        self.connection.execute("UPDATE photos SET missing = 0 WHERE id = ?", (photo_id,))
        self.pages.flag(photo_id, SHOWN)

    def set_failed(
        self, photo_id: int, problem: PhotoProblem, detail: str, content_hash: bytes | None
    ) -> None:
        """No code for this file; an older one is forgotten, since the file has changed."""
        state = "ignored" if problem in IGNORED_PROBLEMS else "failed"
        self.connection.execute(
            "UPDATE photos SET state = ?, problem = ?, detail = ?, content_hash = ?, width = NULL,"
            " height = NULL, format = NULL, taken_at = NULL, camera = NULL, mean_colour = NULL,"
            " fingerprint = NULL WHERE id = ?",
            (state, problem, _storable(detail), content_hash, photo_id),
        )
        self.connection.execute("DELETE FROM descriptors WHERE photo_id = ?", (photo_id,))
        self.pages.forget(photo_id)

    def set_indexed(self, photo_id: int, facts: PhotoFacts) -> None:
        self.connection.execute(
            "UPDATE photos SET state = 'indexed', problem = '', detail = '', content_hash = ?,"
            " width = ?, height = ?, format = ?, taken_at = ?, camera = ?, mean_colour = ?,"
            " fingerprint = ? WHERE id = ?",
            (
                facts.content_hash,
                facts.width,
                facts.height,
                facts.format,
                facts.taken_at,
                facts.camera,
                facts.mean_colour,
                facts.fingerprint,
                photo_id,
            ),
        )
        self.connection.execute(
            "REPLACE INTO descriptors (photo_id, descriptor_id, data) VALUES (?, ?, ?)",
            (photo_id, self._manifest.descriptor_id, facts.descriptor.tobytes()),
        )
        self.pages.put(photo_id, facts.code)

    def set_known_content(self, photo_id: int, content_hash: bytes) -> bool:
        """Give a file what is known of its content: nothing has to be decoded.

        A new file whose content belongs to a missing one *is* that one, moved or renamed: the
        missing photo gets the new place and keeps its id. Any other file gets a copy. Returns
        False where nothing is known after all.
        """
        source = self._same_content(photo_id, content_hash)
        if source is None:
            return False
        if source.missing and self._is_new(photo_id):
            self._move(source.id, photo_id)
        elif source.id == photo_id:
            self.connection.execute("UPDATE photos SET state = 'indexed' WHERE id = ?", (photo_id,))
        else:
            self._copy(source.id, photo_id)
        return True

    def _same_content(self, photo_id: int, content_hash: bytes) -> _Twin | None:
        """The photo to learn from: itself, else a missing one, else the oldest."""
        row = self.connection.execute(
            "SELECT photos.id, missing FROM photos JOIN descriptors ON photo_id = photos.id"
            " WHERE content_hash = ? AND descriptor_id = ? AND problem = ''"
            " ORDER BY photos.id != ?, missing DESC, photos.id LIMIT 1",
            (content_hash, self._manifest.descriptor_id, photo_id),
        ).fetchone()
        if row is None or self.pages.get(row[0]) is None:
            return None
        return _Twin(row[0], bool(row[1]))

    def _is_new(self, photo_id: int) -> bool:
        row = self.connection.execute(
            "SELECT content_hash FROM photos WHERE id = ?", (photo_id,)
        ).fetchone()
        return row is None or row[0] is None

    def _move(self, photo_id: int, arrival: int) -> None:
        place = self.connection.execute(
            "SELECT root_id, folder, name, size, mtime_ns FROM photos WHERE id = ?", (arrival,)
        ).fetchone()
        self.connection.execute("DELETE FROM photos WHERE id = ?", (arrival,))
        self.connection.execute(
            "UPDATE photos SET root_id = ?, folder = ?, name = ?, size = ?, mtime_ns = ?,"
            " missing = 0, state = 'indexed' WHERE id = ?",
            (*place, photo_id),
        )
        self.pages.flag(photo_id, SHOWN)

    def _copy(self, source: int, target: int) -> None:
        self.connection.execute(
            "UPDATE photos SET (state, problem, detail, content_hash, width, height, format,"
            " taken_at, camera, mean_colour, fingerprint) = (SELECT 'indexed', '', '',"
            " content_hash, width, height, format, taken_at, camera, mean_colour, fingerprint"
            " FROM photos WHERE id = ?) WHERE id = ?",
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
class _Twin:
    id: int
    missing: bool


def _storable(text: str) -> str:
    """Text that SQLite takes: messages may quote names that are not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()
