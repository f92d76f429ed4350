"""Photos as a table for other programs: CSV or JSON (docs/formats.md shows both).

Paths are written as the file system has them: names that are not UTF-8 survive.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.code_pages import ABSENT
from desktop_app.core.indexing.file_moves import Placed

_COLUMNS = ("path", "distance", "word", "taken_at", "camera", "size_bytes")


@dataclass(frozen=True)
class ExportedPhoto:
    """`distance` in bits and its `word`: of photos that were found. `code` in hexadecimal digits,
    empty where none is wanted.
    """

    photo: PhotoRow
    distance: int | None = None
    word: str = ""
    code: str = ""


class StoredCodes:
    """The codes of a library's running model, as hexadecimal digits of their packed bytes."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Raises LibraryDamagedError, LibraryUnwritableError."""
        pages, _ = catalogue.code_pages(catalogue.model_id)
        self._pages = {page.page: page for page in pages}

    def code(self, photo_id: int) -> str:
        """Empty for a photo without a code."""
        number, row = divmod(photo_id, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None or page.flags[row] == ABSENT:
            return ""
        return bytes(page.codes[row]).hex()


def export_csv(
    target: Path, photos: Iterable[ExportedPhoto], *, with_codes: bool
) -> Generator[Placed]:
    """One line a photo below a line of names, in UTF-8 with a mark that spreadsheets look for.

    Closed before its end, it leaves the target as it was. Raises ExportError.
    """
    with (
        atomic_file(target) as part,
        part.open("w", encoding="utf-8-sig", errors="surrogateescape", newline="") as file,
    ):
        table = csv.writer(file)
        table.writerow([*_COLUMNS, *(["code"] if with_codes else [])])
        for item in photos:
            values = [_plain(value) for value in _values(item)]
            table.writerow([*values, *([item.code] if with_codes else [])])
            yield Placed(item.photo.path, target)


def export_json(
    target: Path, photos: Iterable[ExportedPhoto], *, with_codes: bool, note: str
) -> Generator[Placed]:
    """One object with `photos`, a list; with codes, `note` goes before it.

    Closed before its end, it leaves the target as it was. Raises ExportError.
    """
    with atomic_file(target) as part, part.open("w", encoding="utf-8") as file:
        file.write("{\n")
        if with_codes:
            file.write(f'"note": {json.dumps(note)},\n')
        file.write('"photos": [')
        separator = "\n"
        for item in photos:
            facts = dict(zip(_COLUMNS, _values(item), strict=True))
            code = {"code": item.code} if with_codes else {}
            file.write(separator + json.dumps({**facts, **code}))
            separator = ",\n"
            yield Placed(item.photo.path, target)
        file.write("\n]\n}\n")


def _values(item: ExportedPhoto) -> tuple[object, ...]:
    """In the order of the columns."""
    photo = item.photo
    word = item.word or None
    return str(photo.path), item.distance, word, photo.taken_at, photo.camera, photo.size_bytes


def _plain(value: object) -> object:
    """For a table: nothing where nothing is known, and no formula that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value
