"""One damage of each kind that a check finds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from desktop_app.core.care.findings import Problem
from desktop_app.core.catalogue.code_pages import KEPT, SHOWN
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.core.damage import run_sql

Damage = Callable[[LibraryFiles], object]


def change_page(files: LibraryFiles, column: str, photo_id: int, value: int) -> None:
    """Set a byte of the first page, of the row of a photo."""
    data, rest = run_sql(files.catalogue, f"SELECT {column}, length(codes) FROM code_pages")[0]
    table = np.frombuffer(data, np.uint8).copy().reshape(4096, -1)
    assert rest
    table[photo_id, 0] ^= value
    run_sql(files.catalogue, f"UPDATE code_pages SET {column} = ?", table.tobytes())


def forget_code(files: LibraryFiles, photo_id: int) -> None:
    change_page(files, "flags", photo_id, SHOWN)
    change_page(files, "codes", photo_id, 255)


def statement(text: str, *, thumbnails: bool = False) -> Damage:
    def damage(files: LibraryFiles) -> None:
        run_sql(files.thumbnails if thumbnails else files.catalogue, text)

    return damage


DAMAGES: list[tuple[Problem, Damage]] = [
    (Problem.WRONG_CODES, lambda files: change_page(files, "codes", 3, 255)),
    (Problem.MISSING_CODES, lambda files: forget_code(files, 3)),
    (Problem.WRONG_FLAGS, lambda files: change_page(files, "flags", 3, SHOWN ^ KEPT)),
    (Problem.ORPHAN_CODES, lambda files: change_page(files, "flags", 4000, SHOWN)),
    (Problem.ORPHAN_CODES, statement("UPDATE photos SET state = 'failed' WHERE id = 3")),
    (Problem.WRONG_FLAGS, statement("UPDATE photos SET missing = 1 WHERE id = 3")),
    (Problem.DAMAGED_CODE_PAGES, statement("UPDATE code_pages SET codes = x'00'")),
    (Problem.DAMAGED_CODE_PAGES, lambda files: change_page(files, "flags", 9, 64)),
    (Problem.MISSING_DESCRIPTORS, statement("DELETE FROM descriptors WHERE photo_id = 3")),
    (Problem.MISSING_DESCRIPTORS, statement("UPDATE descriptors SET data = 1 WHERE photo_id = 3")),
    (Problem.ORPHAN_DESCRIPTORS, statement("INSERT INTO descriptors VALUES (99, 'x', x'00')")),
    (Problem.MISSING_MODEL, statement("UPDATE meta SET value = 'gone' WHERE key = 'model_id'")),
    (
        Problem.MISSING_THUMBNAILS,
        statement("DELETE FROM thumbnails WHERE rowid = 3", thumbnails=True),
    ),
    (
        Problem.BROKEN_THUMBNAILS,
        statement("UPDATE thumbnails SET jpeg = x'ffd8' WHERE rowid = 3", thumbnails=True),
    ),
    (
        Problem.ORPHAN_THUMBNAILS,
        statement(
            "INSERT INTO thumbnails SELECT x'00', jpeg FROM thumbnails LIMIT 1", thumbnails=True
        ),
    ),
    (Problem.DAMAGED_CATALOGUE, lambda files: files.catalogue.write_bytes(b"garbage" * 999)),
    (Problem.DAMAGED_THUMBNAIL_FILE, lambda files: files.thumbnails.write_bytes(b"x" * 9999)),
    (Problem.UNREADABLE_SEARCHES, lambda files: files.searches.write_bytes(b"[")),
]  # fmt: skip
