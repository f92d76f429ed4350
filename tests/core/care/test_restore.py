"""A backup takes the place of a library, or of a damaged catalogue, and nothing is deleted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.base.errors import (
    BackupDamagedError,
    LibraryBusyError,
    LibraryDamagedError,
    NoBackupError,
    UnknownBackupError,
)
from desktop_app.core.base.json_codec import MAX_JSON_BYTES
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.backups import backups_of
from desktop_app.core.care.restore import recover, recover_if_damaged, restore
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.clearing.keep_rules import load_rules, save_rules
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.core.models.library_models import LibraryModels
from tests.core.damage import run_sql, spoil_table
from tests.core.tiny_bundle import MODEL_ID

Damage = Callable[[Path], object]

RULES = KeepRules((KeepRule.OLDER,), protected=(Path("/reference"),))


@pytest.fixture
def files(files: LibraryFiles) -> LibraryFiles:
    """With a backup of nine photos and some rules, and eight photos left since."""
    save_rules(files.keep_rules, RULES)
    for _ in back_up(files):
        pass
    run_sql(files.catalogue, "DELETE FROM photos WHERE id = 1")
    return files


def photos_in(path: Path) -> int:
    return int(run_sql(path, "SELECT count(*) FROM photos")[0][0])


def test_a_backup_is_restored_and_what_it_replaced_is_kept(files: LibraryFiles) -> None:
    files.searches.write_text("[", "utf-8")
    save_rules(files.keep_rules, KeepRules(order=()))
    restored = restore(files)
    assert restored.made_at == backups_of(files)[0].made_at
    assert (photos_in(files.catalogue), photos_in(restored.aside / "catalogue.sqlite")) == (9, 8)
    assert len(load_searches(files.searches).saved) == 1
    assert (restored.aside / "searches.json").read_text("utf-8") == "["
    assert load_rules(files.keep_rules) == RULES
    assert load_rules(restored.aside / "keep-rules.json").order == ()


def test_changes_that_are_only_in_the_log_are_kept_aside_with_it(files: LibraryFiles) -> None:
    with Catalogue(files) as reader:
        run_sql(files.catalogue, "DELETE FROM photos WHERE id = 2")
        restored = restore(files)
        assert photos_in(files.catalogue) == 9
        assert reader.rows("SELECT count(*) FROM photos") == [(7,)]  # it still has the old one
    assert photos_in(restored.aside / "catalogue.sqlite") == 7


def test_a_backup_is_chosen_by_its_name(files: LibraryFiles) -> None:
    (first,) = backups_of(files)
    for _ in back_up(files):
        pass
    restore(files, first.name)
    assert photos_in(files.catalogue) == 9
    restore(files)
    assert photos_in(files.catalogue) == 8
    with pytest.raises(UnknownBackupError):
        restore(files, "2001-01-01T00-00-00Z")


def test_the_newest_backup_that_is_sound_is_restored(files: LibraryFiles) -> None:
    (first,) = backups_of(files)
    for _ in back_up(files):
        pass
    newest = backups_of(files)[0]
    spoil_table(newest.files.catalogue, "descriptors")
    with pytest.raises(BackupDamagedError):
        restore(files, newest.name)
    assert restore(files).made_at == first.made_at


def test_a_model_that_is_missing_or_damaged_comes_back(files: LibraryFiles) -> None:
    (files.models / MODEL_ID / "hasher.onnx").write_bytes(b"damaged")
    restore(files)
    assert LibraryModels(files).find(MODEL_ID)
    shutil.rmtree(files.models)
    restore(files)
    assert LibraryModels(files).find(MODEL_ID)


def test_a_library_that_is_being_written_is_not_replaced(files: LibraryFiles) -> None:
    with files.writing(), pytest.raises(LibraryBusyError):
        restore(files)
    assert photos_in(files.catalogue) == 8


def test_without_a_backup_nothing_is_restored(files: LibraryFiles) -> None:
    shutil.rmtree(files.backups)
    with pytest.raises(NoBackupError):
        restore(files)
    assert [path for path in files.folder.iterdir() if "replaced" in path.name] == []


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


DAMAGES: list[Damage] = [
    lambda path: path.write_bytes(b"garbage" * 999),
    lambda path: path.write_bytes(b""),
    Path.unlink,
    truncate,
    lambda path: path.write_bytes(path.read_bytes()[:100] + bytes(4000)),
    lambda path: spoil_table(path, "roots"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_library_opens_from_its_backup(files: LibraryFiles, damage: Damage) -> None:
    damage(files.catalogue)
    damaged = files.catalogue.read_bytes() if files.catalogue.exists() else None
    recovered = recover_if_damaged(files)
    assert recovered is not None
    kept = recovered.aside / "catalogue.sqlite"
    assert (kept.read_bytes() if kept.exists() else None) == damaged
    assert photos_in(files.catalogue) == 9
    assert recover_if_damaged(files) is None


def test_damage_that_shows_only_later_is_recovered_then(files: LibraryFiles) -> None:
    spoil_table(files.catalogue, "descriptors")
    assert recover_if_damaged(files) is None
    with Catalogue(files) as catalogue, pytest.raises(LibraryDamagedError) as caught:
        catalogue.rows("SELECT sum(length(data)) FROM descriptors")
    recover(files, caught.value)
    assert photos_in(files.catalogue) == 9


def test_a_sound_library_is_not_replaced_whatever_an_error_says(files: LibraryFiles) -> None:
    error = LibraryDamagedError(files.folder, "interrupted")
    with pytest.raises(LibraryDamagedError):
        recover(files, error)
    assert recover_if_damaged(files) is None
    assert photos_in(files.catalogue) == 8


def test_a_damaged_library_without_a_backup_is_said_to_be_damaged(files: LibraryFiles) -> None:
    shutil.rmtree(files.backups)
    files.catalogue.write_bytes(b"garbage" * 999)
    with pytest.raises(LibraryDamagedError):
        recover_if_damaged(files)
    assert files.catalogue.read_bytes() == b"garbage" * 999


def test_saved_searches_that_are_newer_than_the_backup_stay(files: LibraryFiles) -> None:
    files.searches.write_text('{"saved": [], "recent": []}', "utf-8")
    files.catalogue.write_bytes(b"garbage" * 999)
    recover_if_damaged(files)
    assert load_searches(files.searches).saved == ()


def test_a_folder_without_a_library_is_left_alone(tmp_path: Path) -> None:
    assert recover_if_damaged(LibraryFiles(tmp_path / "nothing")) is None
    assert not (tmp_path / "nothing").exists()


def test_a_file_of_a_backup_that_is_too_large_to_be_read_is_not_copied(files: LibraryFiles) -> None:
    os.truncate(backups_of(files)[0].files.searches, MAX_JSON_BYTES + 1)
    restore(files)
    assert files.searches.stat().st_size <= MAX_JSON_BYTES


def test_a_file_that_is_too_large_to_be_read_is_not_backed_up(files: LibraryFiles) -> None:
    os.truncate(files.searches, MAX_JSON_BYTES + 1)
    for _ in back_up(files):
        pass
    assert not backups_of(files)[0].files.searches.exists()
