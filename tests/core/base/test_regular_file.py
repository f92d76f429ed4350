"""Devices, pipes, sockets and the files of /proc are never opened."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.regular_file import delete_own_files, open_regular_file
from desktop_app.core.photos.picture_formats import is_picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the special files of Linux")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were opened."""
    paths: list[str] = []
    real_open = os.open

    def watched(path: str | Path, *rest: int) -> int:
        paths.append(str(path))
        return real_open(path, *rest)

    monkeypatch.setattr(os, "open", watched)
    return paths


@pytest.fixture
def special(tmp_path: Path) -> Iterator[list[Path]]:
    """One of each kind of file that is not a regular one, and links to some."""
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "to-pipe.jpg").symlink_to(tmp_path / "pipe.jpg")
    (tmp_path / "zero.jpg").symlink_to("/dev/zero")
    (tmp_path / "status.jpg").symlink_to("/proc/self/status")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.jpg"))
        yield [*tmp_path.iterdir(), Path("/proc/self/status"), Path("/dev/zero"), tmp_path]


def test_a_special_file_is_not_opened(special: list[Path], opened: list[str]) -> None:
    for path in special:
        with pytest.raises(OSError, match="not a regular file"):
            open_regular_file(path)
        assert not is_picture(path)
    assert [path for path in opened if "mountinfo" not in path] == []


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff")
    with open_regular_file(tmp_path / "a.jpg") as file:
        assert file.read() == b"\xff\xd8\xff"
    with pytest.raises(FileNotFoundError):
        open_regular_file(tmp_path / "gone.jpg")


def test_files_are_deleted_by_their_names_and_only_in_the_folder_itself(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inner.pt").mkdir(parents=True)
    for name in ("code.pt", "notes.txt", "inner.pt/code.pt"):
        (tmp_path / "folder" / name).touch()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    delete_own_files(tmp_path / "link", ["*"])
    assert (tmp_path / "folder" / "code.pt").exists()
    delete_own_files(tmp_path / "folder", ["*.pt"])
    left = {str(path.relative_to(tmp_path)) for path in (tmp_path / "folder").rglob("*")}
    assert left == {"folder/notes.txt", "folder/inner.pt", "folder/inner.pt/code.pt"}


def test_of_a_file_that_is_a_link_only_the_link_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "mine.pt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "code.pt").symlink_to(tmp_path / "mine.pt")
    delete_own_files(tmp_path / "folder", ["*.pt"])
    assert (tmp_path / "mine.pt").exists()
    assert not (tmp_path / "folder").exists()
