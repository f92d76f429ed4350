"""The columns of an exported table of photos, in CSV and in JSON (docs/formats.md shows both)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from desktop_app.core.base.codes import PAGE_ROWS
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.code_pages import ABSENT
from desktop_app.core.catalogue.id_lists import stack_tops
from desktop_app.core.stacks.stack_table import NO_STACK


@dataclass(frozen=True)
class ExportedPhoto:
    """A photo to export.

    Attributes:
        photo: Its row in the catalogue.
        distance: Bits to the query, of a search result.
        word: How near that is, in a word; empty where there is no distance.
        code: Its packed code in hexadecimal digits; empty if none is wanted.
        stack_top: The photo on top of its stack; None if it is in none.
    """

    photo: PhotoRow
    distance: int | None = None
    word: str = ""
    code: str = ""
    stack_top: Path | None = None

    @property
    def is_on_top(self) -> bool | None:
        """Whether it is on top of its stack; None if it is in none."""
        return None if self.stack_top is None else self.stack_top == self.photo.path


_BLOCK = 500
_YES_OR_NO = {True: "yes", False: "no", None: None}

Column = Callable[[ExportedPhoto], str | float | None]

# The name of each column, and how its value is read. Paths keep names that are not UTF-8 as
# surrogate escapes.
COLUMNS: dict[str, Column] = {
    "path": lambda item: str(item.photo.path),
    "distance": lambda item: item.distance,
    "word": lambda item: item.word or None,
    "taken_at": lambda item: item.photo.capture.taken_at,
    "camera": lambda item: item.photo.capture.camera,
    "size_bytes": lambda item: item.photo.size_bytes,
    "lens": lambda item: item.photo.capture.lens,
    "iso": lambda item: item.photo.capture.iso or None,
    "focal_length": lambda item: item.photo.capture.focal_length or None,
    "aperture": lambda item: item.photo.capture.aperture or None,
    "gps": lambda item: _YES_OR_NO[item.photo.capture.has_gps],
    "stack_top": lambda item: str(item.stack_top) if item.stack_top else None,
    "on_top": lambda item: _YES_OR_NO[item.is_on_top],
}
_CODE_COLUMN: dict[str, Column] = {"code": lambda item: item.code}


def export_columns(*, with_codes: bool) -> dict[str, Column]:
    """Return the columns of a table, in their order."""
    return {**COLUMNS, **(_CODE_COLUMN if with_codes else {})}


def with_stacks(catalogue: Catalogue, photos: Iterable[ExportedPhoto]) -> Generator[ExportedPhoto]:
    """Add the stacks of photos, block by block. Raises the errors of Catalogue."""
    rest = iter(photos)
    while some := list(islice(rest, _BLOCK)):
        tops = stack_tops(catalogue, [item.photo.id for item in some])
        paths = {photo.id: photo.path for photo in catalogue.photos(sorted(set(tops.values())))}
        for item in some:
            yield replace(item, stack_top=paths.get(tops.get(item.photo.id, NO_STACK)))


class StoredCodes:
    """The codes of a library's model in use, as hexadecimal digits of their packed bytes."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Raises LibraryDamagedError, LibraryUnwritableError."""
        pages, _ = catalogue.code_pages(catalogue.model_id)
        self._pages = {page.page: page for page in pages}

    def code(self, photo_id: int) -> str:
        """Return the code of a photo; empty if it has none."""
        number, row = divmod(photo_id, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None or page.flags[row] == ABSENT:
            return ""
        return bytes(page.codes[row]).hex()
