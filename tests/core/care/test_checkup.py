"""A check finds what is wrong with a library, and changes nothing."""

from __future__ import annotations

import pytest

from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.findings import CheckReport, Finding, Problem
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.core.care.damages import DAMAGES, Damage
from tests.core.damage import damage_index, run_sql


def report(files: LibraryFiles, *, full: bool = False) -> CheckReport:
    *_, last = check_library(files, full=full)
    assert isinstance(last, CheckReport)
    return last


def found(files: LibraryFiles) -> list[tuple[Problem, int]]:
    return [(finding.problem, finding.count) for finding in report(files).findings]


@pytest.mark.parametrize(("problem", "damage"), DAMAGES)
def test_each_damage_is_found(files: LibraryFiles, problem: Problem, damage: Damage) -> None:
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
