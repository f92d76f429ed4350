"""Backups are made while a library is used, are checked, and take turns."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.core.base.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryUnwritableError,
    LinkedEntryError,
)
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.care.back_up import back_up, back_up_after, catalogue_fault, is_due
from desktop_app.core.care.backups import Backup, backups_of, superfluous
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.clearing.keep_rules import load_rules, save_rules
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.core.jobs.progress import BackedUp, BackingUp, IndexSummary, Scanning
from tests.core.damage import run_sql, spoil_table
from tests.core.tiny_bundle import MODEL_ID

RULES = KeepRules((KeepRule.OLDER,), protected=(Path("/reference"),))
SUMMARY = IndexSummary(1, 0, 0, 0, 0, [], [], 0.1)


def made(files: LibraryFiles) -> LibraryFiles:
    *_, last = back_up(files)
    assert isinstance(last, BackedUp)
    return LibraryFiles(last.folder)


def photos_in(files: LibraryFiles) -> int:
    return int(run_sql(files.catalogue, "SELECT count(*) FROM photos")[0][0])


def test_a_backup_holds_everything_but_what_can_be_made_again(files: LibraryFiles) -> None:
    save_rules(files.keep_rules, RULES)
    backup = made(files)
    assert photos_in(backup) == 9
    assert load_searches(backup.searches) == load_searches(files.searches)
    assert load_rules(backup.keep_rules) == RULES
    assert (backup.models / MODEL_ID / "encoder.onnx").is_file()
    assert sorted(path.name for path in backup.folder.iterdir()) == [
        "catalogue.sqlite", "keep-rules.json", "models", "searches.json",
    ]  # fmt: skip


def test_a_backup_is_of_one_moment_while_another_process_writes(files: LibraryFiles) -> None:
    with closing(sqlite3.connect(files.catalogue, isolation_level=None)) as writer:
        writer.execute("DELETE FROM photos WHERE id = 1")  # in the log, not in the file
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM photos WHERE id = 2")
        assert photos_in(made(files)) == 8


def test_models_take_no_space_in_further_backups(files: LibraryFiles) -> None:
    first, second = made(files), made(files)
    copies = [files.models / MODEL_ID, first.models / MODEL_ID, second.models / MODEL_ID]
    library, *shared = [(folder / "encoder.onnx").stat().st_ino for folder in copies]
    assert shared[0] == shared[1] != library


def test_a_cancelled_backup_leaves_nothing(files: LibraryFiles) -> None:
    steps = back_up(files)
    assert isinstance(next(steps), BackingUp)
    next(steps)
    steps.close()
    assert list(files.backups.iterdir()) == []


def test_what_a_killed_backup_left_is_deleted_by_the_next(files: LibraryFiles) -> None:
    left = files.backups / ".unfinished-2026-01-01T00-00-00Z"
    left.mkdir(parents=True)
    backup = made(files)
    assert list(files.backups.iterdir()) == [backup.folder]


def test_a_damaged_library_is_not_backed_up_and_keeps_its_backups(files: LibraryFiles) -> None:
    backup = made(files)
    spoil_table(files.catalogue, "descriptors")
    with pytest.raises(LibraryDamagedError):
        made(files)
    assert list(files.backups.iterdir()) == [backup.folder]


def test_there_is_one_backup_at_a_time(files: LibraryFiles) -> None:
    files.create()
    with process_lock(files.folder / "backup.lock"), pytest.raises(LibraryBusyError):
        made(files)


class _Usage(NamedTuple):
    free: int


def test_a_full_disk_is_not_filled_further(
    files: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = files.catalogue.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(size + 1))
    with pytest.raises(LibraryUnwritableError):
        made(files)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(2 * size))
    made(files)


def test_a_folder_that_is_no_backup_is_none(files: LibraryFiles) -> None:
    for name in ("mine", "2026-02-31T00-00-00Z"):
        (files.backups / name).mkdir(parents=True)
    (files.backups / "2026-01-01T00-00-00Z").symlink_to(files.folder)
    assert backups_of(files) == []


def at(*times: datetime) -> list[Backup]:
    return [Backup(LibraryFiles(Path(f"{time:%Y-%m-%dT%H}")), time) for time in times]


def test_the_latest_three_and_one_a_week_are_kept() -> None:
    newest = datetime(2026, 11, 29, 12, tzinfo=UTC)  # a Sunday
    backups = at(*(newest - timedelta(days=day) for day in range(60)))
    kept = [backup.name for backup in backups if backup not in superfluous(backups)]
    assert kept == [
        "2026-11-29T12", "2026-11-28T12", "2026-11-27T12",
        "2026-11-22T12", "2026-11-15T12", "2026-11-08T12",
    ]  # fmt: skip


def test_a_backup_that_is_not_kept_is_deleted(files: LibraryFiles) -> None:
    old = files.backups / "2001-01-01T00-00-00Z"
    newer = [files.backups / f"2026-11-{day:02}T00-00-00Z" for day in (2, 9, 16, 17, 23)]
    for folder in (old, *newer):
        folder.mkdir(parents=True)
    backup = made(files)
    left = {path.name for path in files.backups.iterdir()}
    assert old.name not in left
    assert backup.folder.name in left


def test_a_backup_is_due_once_a_day_and_only_after_a_change(files: LibraryFiles) -> None:
    assert is_due(files)
    folder = made(files).folder
    later = datetime.now(UTC).timestamp() + 60
    os.utime(files.searches, (later, later))
    assert not is_due(files)
    yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
    folder.rename(folder.with_name(f"{yesterday:%Y-%m-%dT%H-%M-%SZ}"))
    assert is_due(files)
    save_rules(files.keep_rules, RULES)
    for path in (files.catalogue, files.models, files.searches, files.keep_rules):
        assert is_due(files)
        os.utime(path, (yesterday.timestamp() - 60,) * 2)
    assert not is_due(files)


def test_an_index_is_followed_by_a_backup_and_ends_with_its_summary(files: LibraryFiles) -> None:
    events = list(back_up_after(files, iter([Scanning(1), SUMMARY])))
    assert events[0] == Scanning(1)
    assert events[-1] == SUMMARY
    assert BackingUp() in events
    assert len(backups_of(files)) == 1
    assert list(back_up_after(files, iter([SUMMARY]))) == [SUMMARY]


def test_a_backup_that_fails_does_not_fail_the_index(files: LibraryFiles) -> None:
    files.backups.write_bytes(b"in the way")
    assert list(back_up_after(files, iter([SUMMARY])))[-1] == SUMMARY


def test_damage_that_a_backup_finds_is_reported_by_the_index(files: LibraryFiles) -> None:
    spoil_table(files.catalogue, "descriptors")
    with pytest.raises(LibraryDamagedError):
        list(back_up_after(files, iter([SUMMARY])))


def test_only_the_files_of_a_backup_are_deleted_and_nothing_behind_a_link(
    files: LibraryFiles, tmp_path: Path
) -> None:
    left = files.backups / ".unfinished-2026-01-01T00-00-00Z"
    left.mkdir(parents=True)
    for name in ("catalogue.sqlite", "thesis.txt"):
        (left / name).write_text(name)
    elsewhere = tmp_path / ".unfinished-elsewhere"
    shutil.copytree(left, elsewhere)
    (left / "models").mkdir()
    made(files)
    assert [path.name for path in left.iterdir()] == ["thesis.txt"]
    shutil.rmtree(files.backups)
    files.backups.symlink_to(tmp_path)
    with pytest.raises(LinkedEntryError):
        made(files)
    assert len(list(elsewhere.iterdir())) == 2


def test_a_backup_that_defines_what_no_library_does_is_damaged(files: LibraryFiles) -> None:
    backup = made(files)
    run_sql(backup.catalogue, "CREATE VIEW more AS SELECT 1")
    assert "tables" in catalogue_fault(backup)


def test_a_backup_can_be_opened_as_a_library(files: LibraryFiles) -> None:
    with Catalogue(made(files)) as catalogue:
        assert len(catalogue.photos(list(range(1, 10)))) == 9
