"""A repair mends what can be mended, backs up first, and leaves a sound library."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from desktop_app.core.base.errors import LibraryDamagedError
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.backups import backups_of
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.findings import CheckReport, Problem
from desktop_app.core.care.repair import Repaired, repair
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.care.damages import DAMAGES, Damage
from tests.core.damage import damage_index, run_sql, spoil_table
from tests.core.tiny_bundle import MODEL_ID

IN_BACKUP = {Problem.MISSING_MODEL, Problem.DAMAGED_CATALOGUE}


def repaired(files: LibraryFiles) -> Repaired:
    *_, last = repair(files, threads=1)
    assert isinstance(last, Repaired)
    return last


def mended(files: LibraryFiles) -> dict[Problem, int]:
    return {problem: count for problem, count in repaired(files).mended.items() if count}


def is_sound(files: LibraryFiles) -> bool:
    *_, report = check_library(files, full=True)
    assert isinstance(report, CheckReport)
    return report.findings == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("problem", "damage"), [item for item in DAMAGES if item[0] not in IN_BACKUP]
)
def test_each_damage_is_mended(files: LibraryFiles, problem: Problem, damage: Damage) -> None:
    damage(files)
    assert mended(files)[problem] == 1
    assert is_sound(files)


def test_codes_are_computed_as_they_were(files: LibraryFiles) -> None:
    codes = "SELECT codes FROM code_pages"
    before = run_sql(files.catalogue, codes)
    run_sql(files.catalogue, "UPDATE code_pages SET codes = zeroblob(length(codes)), revision = 7")
    assert mended(files) == {Problem.WRONG_CODES: 9}
    assert run_sql(files.catalogue, codes) == before
    assert run_sql(files.catalogue, "SELECT revision FROM code_pages") == [(8,)]  # readers notice


def test_a_photo_that_cannot_be_read_now_keeps_its_code(files: LibraryFiles) -> None:
    run_sql(files.catalogue, "UPDATE roots SET paused = 1")
    run_sql(files.catalogue, "DELETE FROM descriptors WHERE photo_id = 3")
    run_sql(files.thumbnails, "DELETE FROM thumbnails WHERE rowid = 4")
    assert mended(files) == {}
    ((flags,),) = run_sql(files.catalogue, "SELECT flags FROM code_pages")
    assert sum(flags) == 9


def test_a_damaged_index_is_written_anew(files: LibraryFiles) -> None:
    damage_index(files.catalogue)
    assert mended(files)[Problem.DAMAGED_CATALOGUE] == 1
    assert run_sql(files.catalogue, "PRAGMA integrity_check") == [("ok",)]


def test_a_damaged_catalogue_comes_from_its_backup(files: LibraryFiles) -> None:
    for _ in back_up(files):
        pass
    spoil_table(files.catalogue, "descriptors")
    assert repaired(files).recovered is not None
    assert is_sound(files)


def test_a_damaged_catalogue_without_a_backup_is_left_as_it_is(files: LibraryFiles) -> None:
    spoil_table(files.catalogue, "descriptors")
    damaged = files.catalogue.read_bytes()
    with pytest.raises(LibraryDamagedError):
        repaired(files)
    assert files.catalogue.read_bytes() == damaged
    assert backups_of(files) == []


def test_a_missing_model_comes_from_a_backup(files: LibraryFiles) -> None:
    for _ in back_up(files):
        pass
    shutil.rmtree(files.models)
    assert mended(files) == {Problem.MISSING_MODEL: 1}
    assert LibraryModels(files).find(MODEL_ID)


def test_saved_searches_come_from_a_backup_that_has_them(files: LibraryFiles) -> None:
    for _ in back_up(files):
        pass
    files.searches.write_text("[", "utf-8")
    for _ in back_up(files):
        pass
    assert mended(files) == {Problem.UNREADABLE_SEARCHES: 1}
    assert len(load_searches(files.searches).saved) == 1
    (kept,) = files.folder.glob("replaced-*/searches.json")
    assert kept.read_text("utf-8") == "["


def test_a_repair_backs_up_what_it_changes(files: LibraryFiles) -> None:
    run_sql(files.catalogue, "INSERT INTO descriptors VALUES (99, 'x', x'00')")
    done = repaired(files)
    (backup,) = backups_of(files)
    assert done.backup == backup.name
    orphans = "SELECT count(*) FROM descriptors WHERE photo_id = 99"
    assert run_sql(backup.files.catalogue, orphans) == [(1,)]
    assert run_sql(files.catalogue, orphans) == [(0,)]


def test_a_sound_library_is_left_as_it_is(files: LibraryFiles) -> None:
    before = run_sql(files.catalogue, "SELECT * FROM photos")
    assert mended(files) == {}
    assert run_sql(files.catalogue, "SELECT * FROM photos") == before
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        assert sum(map(len, thumbnails.contents())) == 9
