"""Commands open a damaged library from its backup, and say so on standard error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli.app import _failure
from desktop_app.cli.options import existing_library
from desktop_app.core.base.errors import LibraryDamagedError, NoLibraryError
from desktop_app.core.care.back_up import back_up
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.findings import CheckReport
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.core.damage import spoil_table


@pytest.fixture
def files(files: LibraryFiles) -> LibraryFiles:
    """An empty library with a backup."""
    Catalogue(files).close()
    for _ in back_up(files):
        pass
    return files


def is_sound(files: LibraryFiles) -> bool:
    *_, report = check_library(files, full=True)
    assert isinstance(report, CheckReport)
    return report.is_sound


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b"garbage" * 999)],
    ids=["lost", "garbage"],
)
def test_a_library_that_cannot_be_opened_is_recovered_with_a_sentence(
    files: LibraryFiles, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], object]
) -> None:
    damage(files.catalogue)
    assert existing_library(files.folder) == files
    out, err = capsys.readouterr()
    assert (out, "It was opened from its backup of" in err) == ("", True)
    assert is_sound(files)


def test_damage_that_a_command_meets_is_mended_for_the_next_one(files: LibraryFiles) -> None:
    spoil_table(files.catalogue, "descriptors")
    message = _failure(LibraryDamagedError(files.folder, "malformed"))
    assert "It was opened from its backup of" in message
    assert message.endswith("Run the command again.")
    assert is_sound(files)
    assert "is damaged (busy)" in _failure(LibraryDamagedError(files.folder, "busy"))


def test_a_folder_without_library_and_backups_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoLibraryError):
        existing_library(tmp_path)
