"""Kill -9 at a few random moments; `make crash-test` kills at 500."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.crash.backup import Backup
from tests.crash.compaction import Compaction
from tests.crash.duplicates import LinkCopies, ShareCopies, TrashCopies
from tests.crash.file_moves import MoveToOtherDisk, MoveToTrash
from tests.crash.indexing import Indexing
from tests.crash.killing import kill_repeatedly
from tests.crash.model_import import ModelImport
from tests.crash.model_use import ModelUse
from tests.crash.renames import Renames
from tests.crash.retraining import Retrain
from tests.crash.scenario import Scenario

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.usefixtures("quick_trials")]


def kill(scenario: Scenario, kills: int) -> None:
    if obstacle := scenario.obstacle():
        pytest.skip(obstacle)
    try:
        assert kill_repeatedly(scenario, kills, seed=1).faults == []
    finally:
        scenario.close()


def test_a_library_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    kill(Indexing(tmp_path), 3)


def test_a_change_of_the_model_that_is_killed_leaves_one_model_in_use_and_goes_on(
    tmp_path: Path,
) -> None:
    kill(ModelUse(tmp_path), 4)


def test_a_training_that_is_killed_goes_on_to_its_end(
    tmp_path: Path, shared_trainable_library: LibraryFiles
) -> None:
    kill(Retrain(tmp_path, shared_trainable_library), 1)


def test_a_move_to_another_disk_that_is_killed_leaves_each_photo_whole(tmp_path: Path) -> None:
    kill(MoveToOtherDisk(tmp_path), 6)


def test_a_move_to_the_trash_that_is_killed_leaves_each_photo_whole(tmp_path: Path) -> None:
    kill(MoveToTrash(tmp_path), 6)


def test_renaming_that_is_killed_leaves_each_photo_under_one_name_and_the_library_knows_it(
    tmp_path: Path,
) -> None:
    kill(Renames(tmp_path), 6)


def test_an_import_that_is_killed_leaves_no_half_of_a_model(tmp_path: Path) -> None:
    kill(ModelImport(tmp_path), 2)


def test_removing_a_folder_that_is_killed_leaves_the_other_photos_and_goes_on(
    tmp_path: Path,
) -> None:
    kill(Compaction(tmp_path), 4)


def test_a_backup_that_is_killed_leaves_the_earlier_ones_and_no_half_of_one(tmp_path: Path) -> None:
    kill(Backup(tmp_path), 4)


def test_trashing_copies_that_is_killed_leaves_one_of_each_photo(tmp_path: Path) -> None:
    kill(TrashCopies(tmp_path), 6)


def test_linking_copies_that_is_killed_leaves_each_file_whole(tmp_path: Path) -> None:
    kill(LinkCopies(tmp_path), 6)


def test_sharing_space_that_is_killed_leaves_each_file_whole(tmp_path: Path) -> None:
    kill(ShareCopies(tmp_path), 6)
