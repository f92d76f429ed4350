"""The different contents of a library's photos, with what candidates are found by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.code_pages import SHOWN, CodePage
from desktop_app.core.catalogue.schema import ContentHash, Fingerprints, PhotoId
from desktop_app.core.database.opening import library_errors, transaction
from desktop_app.core.fingerprints.close_pairs import Words
from desktop_app.core.fingerprints.fingerprint import fingerprints
from desktop_app.core.fingerprints.words import as_words
from desktop_app.core.photos.thumbnails import Thumbnails, decoded_thumbnail

_CONTENTS = (
    "SELECT min(id), content_hash, max(fingerprints) FROM photos WHERE state = 'indexed'"
    " AND missing = 0 AND content_hash IS NOT NULL GROUP BY content_hash ORDER BY content_hash"
)
_STORE = "UPDATE photos SET fingerprints = ? WHERE content_hash = ?"


@dataclass(frozen=True, eq=False)
class LibraryContents:
    """C different contents, in ascending order of their hashes.

    Attributes:
        hashes: Content hashes.
        fingerprints: By content hash, 8 or 16 bytes; those that are not known are left out.
        codes: uint8 [C, K/8].
        has_code: Whether each content has a code, bool [C].
    """

    hashes: list[bytes]
    fingerprints: dict[bytes, bytes]
    codes: Codes
    has_code: NDArray[np.bool_]

    def without_fingerprint(self) -> list[bytes]:
        return [content for content in self.hashes if content not in self.fingerprints]

    def distance(self, first: int, second: int) -> int | None:
        """Return the Hamming distance of the codes of two rows; None where one has none."""
        if not (self.has_code[first] and self.has_code[second]):
            return None
        return int(np.bitwise_count(self.codes[first] ^ self.codes[second]).sum())

    def words(self) -> tuple[Words, NDArray[np.int64]]:
        """Return the known fingerprints, uint64 [F], and the rows they belong to, int64 [F]."""
        return as_words([self.fingerprints.get(content, b"") for content in self.hashes])


def read_contents(catalogue: Catalogue) -> LibraryContents:
    """Read the contents of all photos that are shown, with the codes of the model in use."""
    rows = catalogue.read(tuple[PhotoId, ContentHash, Fingerprints | None], _CONTENTS)
    ids = np.array([row[0] for row in rows], np.int64)
    pages, _ = catalogue.code_pages(catalogue.model_id)
    codes, has_code = _codes_of(ids, pages)
    return LibraryContents(
        [row[1] for row in rows],
        {row[1]: row[2] for row in rows if row[2]},
        codes,
        has_code,
    )


def _codes_of(ids: NDArray[np.int64], pages: list[CodePage]) -> tuple[Codes, NDArray[np.bool_]]:
    """Return the codes of photos, uint8 [N, K/8], and whether they have one, bool [N]."""
    width = pages[0].codes.shape[1] if pages else 0
    codes, has_code = np.zeros((len(ids), width), np.uint8), np.zeros(len(ids), bool)
    page_numbers = ids // PAGE_ROWS
    for page in pages:
        rows = np.flatnonzero(page_numbers == page.page)
        places = ids[rows] % PAGE_ROWS
        codes[rows] = page.codes[places]
        has_code[rows] = page.flags[places] == SHOWN
    return codes, has_code


def made_fingerprints(thumbnails: Thumbnails, content: bytes) -> bytes | None:
    """Make the fingerprints of a photo from its thumbnail; None where that is missing or broken."""
    jpeg = thumbnails.get(content)
    if jpeg is None:
        return None
    try:
        return fingerprints(decoded_thumbnail(jpeg))
    except ValueError:
        return None


def store_fingerprints(catalogue: Catalogue, made: dict[bytes, bytes]) -> None:
    """Store fingerprints by content hash. The caller holds the library's lock."""
    with library_errors(catalogue.files.catalogue), transaction(catalogue.connection):
        values = [(value, content) for content, value in made.items()]
        catalogue.connection.executemany(_STORE, values)
