"""Store codes in pages of 4,096 photos, so that a million codes load within a moment.

The code of a photo is in page `id // 4096`, row `id % 4096`. A page has one flag for each row:
ABSENT (no code), SHOWN (searched) or KEPT (the photo is missing: its code is stored, not searched).
Each write of a page gives it the next revision, so that a reader can load only what changed.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import PAGE_ROWS, Codes
from desktop_app.core.catalogue.schema import PageNumber, Revision
from desktop_app.core.database.opening import StrangeValueError, read_rows

ABSENT, SHOWN, KEPT = 0, 1, 2


@dataclass
class CodePage:
    """One page: its number, flags uint8 [4096], and codes uint8 [4096, K/8]."""

    page: int
    flags: NDArray[np.uint8]
    codes: Codes

    def of_size(self, code_bytes: int) -> CodePage:
        """Return this page. Raises StrangeValueError: Its codes have another size than K/8."""
        if self.codes.shape[1] != code_bytes:
            raise StrangeValueError(f"page {self.page} has codes of another size")
        return self


def read_pages(
    connection: sqlite3.Connection, model_id: str, after_revision: int = -1
) -> tuple[list[CodePage], int]:
    """Return the pages of a model that changed after a revision, and its latest revision."""
    rows = read_rows(
        connection,
        tuple[PageNumber, bytes, bytes, Revision],
        "SELECT page, flags, codes, revision FROM code_pages"
        " WHERE model_id = ? AND revision > ? ORDER BY page",
        model_id,
        after_revision,
    )
    pages = [_page(number, flags, codes) for number, flags, codes, _ in rows]
    return pages, max([after_revision, *(row[3] for row in rows)])


def read_page(connection: sqlite3.Connection, model_id: str, number: int) -> CodePage | None:
    """Return one page of a model; None if there is none."""
    rows = read_rows(
        connection,
        tuple[bytes, bytes],
        "SELECT flags, codes FROM code_pages WHERE model_id = ? AND page = ?",
        model_id,
        number,
    )
    return _page(number, *rows[0]) if rows else None


class CodePageWriter:
    """Changes codes inside the caller's transaction, which must `flush` before it ends."""

    def __init__(self, connection: sqlite3.Connection, model_id: str, code_bits: int) -> None:
        self._connection = connection
        self._model_id = model_id
        self._code_bytes = code_bits // 8
        self._pages: dict[int, CodePage] = {}
        self._changed: set[int] = set()

    def put(self, photo_id: int, code: Codes) -> None:
        """Set the code uint8 [K/8] of a photo, SHOWN."""
        page, row = self._row(photo_id)
        page.codes[row] = code
        page.flags[row] = SHOWN
        self._changed.add(page.page)

    def get(self, photo_id: int) -> Codes | None:
        """Return the code uint8 [K/8] of a photo; None if it has none."""
        page, row = self._row(photo_id)
        return None if page.flags[row] == ABSENT else page.codes[row].copy()

    def flag(self, photo_id: int, flag: int) -> None:
        """Set the flag of a photo; nothing happens if it has no code."""
        page, row = self._row(photo_id)
        if page.flags[row] not in (ABSENT, flag):
            page.flags[row] = flag
            self._changed.add(page.page)

    def forget(self, photo_id: int) -> None:
        """Set a photo ABSENT; its bits stay in the file until the row is reused."""
        self.flag(photo_id, ABSENT)

    def erase(self, photo_id: int) -> None:
        """Set a photo ABSENT and overwrite its bits."""
        page, row = self._row(photo_id)
        if page.flags[row] != ABSENT or page.codes[row].any():
            page.codes[row] = 0
            page.flags[row] = ABSENT
            self._changed.add(page.page)

    def flush(self) -> None:
        """Write the changed pages, with the next revision."""
        revision = self._next_revision() if self._changed else 0
        self._connection.executemany(
            "REPLACE INTO code_pages (model_id, page, revision, flags, codes)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (self._model_id, number, revision, page.flags.tobytes(), page.codes.tobytes())
                for number, page in self._pages.items()
                if number in self._changed
            ],
        )
        self.discard()

    def discard(self) -> None:
        """Drop the changes since the last flush."""
        self._pages.clear()
        self._changed.clear()

    def _row(self, photo_id: int) -> tuple[CodePage, int]:
        number, row = divmod(photo_id, PAGE_ROWS)
        if number not in self._pages:
            self._pages[number] = self._stored(number)
        return self._pages[number], row

    def _stored(self, number: int) -> CodePage:
        page = read_page(self._connection, self._model_id, number)
        if page is not None:
            return page.of_size(self._code_bytes)
        flags = np.zeros(PAGE_ROWS, np.uint8)
        return CodePage(number, flags, np.zeros((PAGE_ROWS, self._code_bytes), np.uint8))

    def _next_revision(self) -> int:
        """Return a revision that no page has had: pages of a model in use are never deleted."""
        rows = read_rows(
            self._connection,
            tuple[Revision | None],
            "SELECT max(revision) FROM code_pages WHERE model_id = ?",
            self._model_id,
        )
        return (rows[0][0] or 0) + 1


def erase_codes(connection: sqlite3.Connection, photo_ids: list[int]) -> None:
    """Erase the codes of these photos from the pages of every model."""
    for writer in _writers(connection):
        for photo_id in photo_ids:
            writer.erase(photo_id)
        writer.flush()


def flag_codes(connection: sqlite3.Connection, photo_ids: list[int], flag: int) -> None:
    """Set the flag of these photos in the pages of every model."""
    for writer in _writers(connection):
        for photo_id in photo_ids:
            writer.flag(photo_id, flag)
        writer.flush()


def _writers(connection: sqlite3.Connection) -> list[CodePageWriter]:
    models = read_rows(
        connection,
        tuple[str, int],
        "SELECT model_id, max(length(codes)) FROM code_pages GROUP BY model_id",
    )
    return [
        CodePageWriter(connection, model_id, page_bytes * 8 // PAGE_ROWS)
        for model_id, page_bytes in models
    ]


def _page(number: int, flags: bytes, codes: bytes) -> CodePage:
    """Raises StrangeValueError: The columns have a wrong size, or flags of no meaning."""
    column = np.frombuffer(flags, np.uint8).copy()
    if len(column) != PAGE_ROWS or column.max() > KEPT or not codes or len(codes) % PAGE_ROWS:
        raise StrangeValueError(f"page {number} of the codes is damaged")
    return CodePage(number, column, np.frombuffer(codes, np.uint8).reshape(PAGE_ROWS, -1).copy())
