"""Find out which photos of a folder outside the library are new, and which are known."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import faiss
import numpy as np

from desktop_app.core.base.codes import Codes
from desktop_app.core.base.errors import PhotoError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.duplicates.code_neighbours import NEIGHBOURS
from desktop_app.core.duplicates.library_contents import LibraryContents, read_contents
from desktop_app.core.fingerprints.candidates import near_words
from desktop_app.core.fingerprints.words import as_words
from desktop_app.core.jobs.duplicate_events import NewcomerChecked, Standing
from desktop_app.core.photos.thumbnails import Thumbnails, decoded_thumbnail
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.messages import IndexedContent
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict, verify


def check_newcomers(
    files: LibraryFiles, encoder: Encoder, paths: Iterable[Path]
) -> Generator[NewcomerChecked]:
    """Compare photo files with the library, one by one. Nothing is stored.

    Of several files with the same content, the first alone is new.

    Args:
        files: Of the library.
        encoder: Of the model that the library is searched with.
        paths: Photo files; for others, and those that cannot be read, the problem is told.

    Raises:
        LibraryDamagedError, BundleError.
    """
    with (
        closing(Catalogue(files)) as catalogue,
        closing(Thumbnails(files.thumbnails)) as thumbnails,
        closing(BoundedReader()) as reader,
    ):
        check = _Check(catalogue, Looks(thumbnails.get), reader, encoder)
        for path in paths:
            yield check.checked(path)


def unreadable(error: PhotoError) -> NewcomerChecked:
    standing = Standing.UNREADABLE
    return NewcomerChecked(error.path, standing, problem=error.problem, detail=error.detail)


@dataclass(frozen=True)
class _Best:
    content: bytes
    verdict: Verdict


class _Check:
    """Compares photos with what the library holds when the check begins."""

    def __init__(
        self, catalogue: Catalogue, looks: Looks, reader: BoundedReader, encoder: Encoder
    ) -> None:
        self._catalogue = catalogue
        self._looks = looks
        self._reader = reader
        self._encoder = encoder
        self._contents = read_contents(catalogue)
        self._rows = {content: row for row, content in enumerate(self._contents.hashes)}
        self._words, self._word_rows = self._contents.words()
        self._code_rows = np.flatnonzero(self._contents.has_code)
        self._index = _index(self._contents, self._code_rows)
        self._earlier: dict[bytes, Path] = {}

    def checked(self, path: Path) -> NewcomerChecked:
        hashes: list[bytes] = []

        def is_wanted(content: bytes) -> bool:
            hashes[:] = [content]
            return content not in self._rows and content not in self._earlier

        try:
            found = self._reader.content(path, self._encoder.image_size, is_wanted)
            if found is None:
                return self._identical(path, hashes[0])
            self._earlier[hashes[0]] = path
            code = self._encoder.encode_photo(path, found[1]).codes
            return self._compared(path, found[0], code)
        except PhotoError as error:
            return unreadable(error)

    def _identical(self, path: Path, content: bytes) -> NewcomerChecked:
        if content in self._earlier:
            return NewcomerChecked(path, Standing.KNOWN, self._earlier[content], is_identical=True)
        known = self._photo(content)
        if known is None:
            return NewcomerChecked(path, Standing.NEW)
        return NewcomerChecked(path, Standing.KNOWN, known.path, is_identical=True)

    def _compared(self, path: Path, content: IndexedContent, code: Codes) -> NewcomerChecked:
        look = Look(decoded_thumbnail(content.thumbnail))
        best = max(
            (
                _Best(known, verify(look, other))
                for known in self._candidates(content.fingerprints, code)
                if (other := self._looks.get(known))
            ),
            key=lambda each: each.verdict.same,
            default=None,
        )
        if best is None or not best.verdict.is_same_photo:
            return NewcomerChecked(path, Standing.NEW)
        known = self._photo(best.content)
        if known is None:
            return NewcomerChecked(path, Standing.NEW)
        has_more = content.width * content.height > known.width * known.height
        is_better = has_more and best.verdict.framed is not Part.FIRST
        standing = Standing.BETTER if is_better else Standing.KNOWN
        return NewcomerChecked(path, standing, known.path)

    def _candidates(self, fingerprints: bytes, code: Codes) -> set[bytes]:
        """Return the contents that may be the same photo."""
        words, _ = as_words([fingerprints])
        rows: set[int] = set()
        for word, turn in product(words[:, None], Turn):
            near, _ = near_words(self._words, word, turn)
            rows.update(self._word_rows[near].tolist())
        if len(self._code_rows):
            _, found = self._index.search(code, min(NEIGHBOURS, len(self._code_rows)))
            rows.update(self._code_rows[found[0]].tolist())
        return {self._contents.hashes[row] for row in rows}

    def _photo(self, content: bytes) -> PhotoRow | None:
        """Return a photo with this content; None if it was removed while the check goes on."""
        query = "SELECT min(id) FROM photos WHERE content_hash = ? AND missing = 0"
        ((number,),) = self._catalogue.rows(query, content)
        return next(iter(self._catalogue.photos([number])), None)


def _index(contents: LibraryContents, rows: np.ndarray) -> faiss.IndexBinary:
    index = faiss.IndexBinaryFlat(max(8, contents.codes.shape[1] * 8))
    if len(rows):
        index.add(np.ascontiguousarray(contents.codes[rows]))
    return index
