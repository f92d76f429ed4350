"""A library is checked, backed up and restored from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.command_line import run_cli, run_json

pytestmark = pytest.mark.e2e


@pytest.mark.slow
def test_a_damaged_library_opens_from_the_backup_that_the_index_has_made(
    photo_folder: Path, tmp_path: Path
) -> None:
    files = LibraryFiles(tmp_path / "library")
    run_json("index", photo_folder, "--library", files.folder)
    files.catalogue.write_bytes(b"garbage" * 999)
    assert run_json("library", "check", "--library", files.folder, fails=1)["sound"] is False
    done = run_cli("status", "--library", files.folder)
    assert "9 photos" in done.stdout
    assert "It was opened from its backup of" in done.stderr
    assert run_json("library", "check", "--library", files.folder)["sound"] is True
