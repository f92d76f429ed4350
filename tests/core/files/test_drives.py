"""Network drives, and drives that are unplugged."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.files.drives import (
    file_system_type,
    folder_identity,
    is_gone_from_its_drive,
    is_network_drive,
    is_unplugged,
)

MOUNTS = [
    ("/", "ext4"),
    ("/proc", "proc"),
    ("/mnt/nas", "nfs4"),
    ("/mnt/my share", "cifs"),
    ("/home/me/remote", "fuse.sshfs"),
    ("/mnt/nas/local", "ext4"),
    ("/mnt/twice", "ext4"),
    ("/mnt/twice", "nfs"),
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/photos", "ext4"),
        ("/mnt/nas", "nfs4"),
        ("/mnt/nas/2024", "nfs4"),
        ("/mnt/nas-backup", "ext4"),
        ("/mnt/my share/x", "cifs"),
        ("/home/me/remote/x", "fuse.sshfs"),
        ("/mnt/nas/local/x", "ext4"),
        ("/mnt/twice/x", "nfs"),
    ],
)
def test_the_deepest_and_last_mount_tells_the_type(folder: str, kind: str) -> None:
    assert file_system_type(MOUNTS, Path(folder)) == kind


def test_a_folder_of_this_machine_is_no_network_drive(tmp_path: Path) -> None:
    assert not is_network_drive(tmp_path)


def test_an_empty_folder_that_had_files_is_an_unplugged_drive(tmp_path: Path) -> None:
    assert is_unplugged(tmp_path, had_files=True)
    assert not is_unplugged(tmp_path, had_files=False)
    (tmp_path / "a.jpg").touch()
    assert not is_unplugged(tmp_path, had_files=True)


def test_a_folder_that_is_not_there_is_an_unplugged_drive(tmp_path: Path) -> None:
    assert is_unplugged(tmp_path / "away", had_files=False)


def test_a_file_in_the_place_of_the_folder_is_an_unplugged_drive(tmp_path: Path) -> None:
    (tmp_path / "root").touch()
    assert is_unplugged(tmp_path / "root", had_files=True)


def test_only_a_folder_that_is_missing_on_its_own_drive_is_gone(tmp_path: Path) -> None:
    identity = folder_identity(tmp_path)
    assert is_gone_from_its_drive(tmp_path / "deleted" / "with its parent", identity)
    assert not is_gone_from_its_drive(tmp_path, identity)
    assert not is_gone_from_its_drive(tmp_path / "deleted", "another drive:1")
    assert not is_gone_from_its_drive(tmp_path / "deleted", "")
    assert not is_gone_from_its_drive(tmp_path / ("name that is too long" * 99), identity)
