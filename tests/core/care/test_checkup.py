"""A check finds what is wrong with a library, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.findings import CheckReport, Finding, Problem
from desktop_app.core.catalogue.code_pages import KEPT, SHOWN
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.core.damage import damage_index, run_sql


def report(files: LibraryFiles, *, full: bool = False) -> CheckReport:
    *_, last = check_library(files, full=full)
    assert isinstance(last, CheckReport)
    return last


def found(files: LibraryFiles) -> list[tuple[Problem, int]]:
    return [(finding.problem, finding.count) for finding in report(files).findings]


def change_page(files: LibraryFiles, column: str, photo_id: int, value: int) -> None:
    """Set a byte of the first page, of the row of a photo."""
    data, rest = run_sql(files.catalogue, f"SELECT {column}, length(codes) FROM code_pages")[0]
    table = np.frombuffer(data, np.uint8).copy().reshape(4096, -1)
    assert rest
    table[photo_id, 0] ^= value
    run_sql(files.catalogue, f"UPDATE code_pages SET {column} = ?", table.tobytes())


def statement(text: str, *, thumbnails: bool = False) -> Callable[[LibraryFiles], object]:
    def damage(files: LibraryFiles) -> None:
        run_sql(files.thumbnails if thumbnails else files.catalogue, text)

    return damage


DAMAGES: list[tuple[Problem, Callable[[LibraryFiles], object]]] = [
    (Problem.WRONG_CODES, lambda files: change_page(files, "codes", 3, 255)),
    (Problem.MISSING_CODES, lambda files: change_page(files, "flags", 3, SHOWN)),
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


@pytest.mark.parametrize(("problem", "damage"), DAMAGES)
def test_each_damage_is_found(
    files: LibraryFiles, problem: Problem, damage: Callable[[LibraryFiles], object]
) -> None:
    damage(files)
    assert found(files) == [(problem, 1)]


def test_a_sound_library_is_sound_in_full(files: LibraryFiles) -> None:
    checked = report(files, full=True)
    assert (checked.findings, checked.photos, checked.is_sound) == ([], 9, True)


def test_thumbnails_that_only_take_space_are_no_fault(files: LibraryFiles) -> None:
    run_sql(files.thumbnails, "UPDATE thumbnails SET content_hash = x'00' WHERE rowid = 3")
    assert not report(files).is_sound  # one photo lacks its own
    run_sql(files.catalogue, "DELETE FROM photos WHERE id = 3")
    assert CheckReport(9, [Finding(Problem.ORPHAN_THUMBNAILS, 1)], True, 0.1).is_sound


def test_only_a_full_check_compares_the_indexes(files: LibraryFiles) -> None:
    damage_index(files.catalogue)
    assert Problem.DAMAGED_CATALOGUE not in dict(found(files))
    assert [finding.problem for finding in report(files, full=True).findings] == [
        Problem.DAMAGED_CATALOGUE
    ]


def test_a_check_leaves_a_damaged_file_as_it_is(files: LibraryFiles) -> None:
    files.thumbnails.write_bytes(b"x" * 9999)
    report(files)
    assert files.thumbnails.read_bytes() == b"x" * 9999
