"""What the program keeps for itself is open to nobody else, whatever the umask is."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base import private_files
from desktop_app.core.base.atomic_write import atomic_file, atomic_write
from desktop_app.core.base.log_file import configure_logging, remove_log_handlers
from desktop_app.core.base.private_files import (
    all_below,
    close_to_others,
    create_private_file,
    create_private_folder,
    private_umask,
)
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.database.opening import open_database
from desktop_app.ui.system.crash_marker import CrashMarker

_LOCK = """
import sqlite3, sys
sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute("BEGIN EXCLUSIVE")
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions are inherited there")


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    """New files are as open as the system permits, unless they are created otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def modes_below(folder: Path) -> set[int]:
    return {mode(path) for path in folder.rglob("*")}


def shared(folder: Path) -> Path:
    folder.mkdir()
    folder.chmod(0o2775)
    return folder


def test_a_folder_and_those_above_it_are_created_closed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for _ in range(2):
        create_private_folder(tmp_path / "one" / "two")
    assert modes_below(tmp_path) == {0o700}
    assert mode(tmp_path) == 0o755


def test_two_processes_can_create_a_folder_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_shared_by_now(_: Path) -> bool:
        (tmp_path / "one").mkdir(mode=0o700)  # by the other process
        return False

    monkeypatch.setattr(private_files, "is_shared", is_shared_by_now)
    create_private_folder(tmp_path / "one")
    assert modes_below(tmp_path) == {0o700}


def test_settings_are_closed_even_where_they_were_open(tmp_path: Path) -> None:
    (tmp_path / "settings.json").touch(0o644)
    atomic_write(tmp_path / "settings.json", "{}")
    assert mode(tmp_path / "settings.json") == 0o600


def test_a_file_for_the_user_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    os.umask(0o022)
    with atomic_file(tmp_path / "export.csv") as part:
        part.write_text("path")
    assert mode(tmp_path / "export.csv") == 0o644


def test_a_database_is_closed_and_so_are_the_files_that_sqlite_makes_beside_it(
    tmp_path: Path,
) -> None:
    connection = open_database(tmp_path / "db.sqlite", [("CREATE TABLE a (x)",)])
    connection.execute("INSERT INTO a VALUES (1)")
    assert {path.name[9:] for path in tmp_path.iterdir()} == {"", "-wal", "-shm"}
    assert modes_below(tmp_path) == {0o600}
    connection.close()


def test_the_lock_the_log_and_the_crash_marker_are_closed(tmp_path: Path) -> None:
    configure_logging(tmp_path / "log" / "lookalike.log", max_bytes=300)
    for _ in range(3):  # the first one is renamed
        logging.getLogger("desktop_app.example").error("an entry")
    remove_log_handlers()
    marker = CrashMarker(tmp_path / "state", "window")
    marker.create()
    with process_lock(tmp_path / "some.lock"):
        modes = [mode(path) for path in tmp_path.rglob("*") if path.is_file()]
    marker.remove()
    assert modes == [0o600] * 5  # the two files of the log, the two of the lock, the marker
    assert {mode(tmp_path / "log"), mode(tmp_path / "state")} == {0o700}


def test_creating_a_lock_file_again_keeps_the_lock(tmp_path: Path) -> None:
    """Closing a file that was opened a second time would release it, as POSIX demands."""
    path = tmp_path / "some.lock"
    with process_lock(path):
        create_private_file(path)
        tried = subprocess.run([sys.executable, "-c", _LOCK, path], capture_output=True, text=True)
    assert "database is locked" in tried.stderr


def test_in_a_folder_that_is_shared_with_a_group_the_group_may_write(tmp_path: Path) -> None:
    os.umask(0o002)
    library = shared(tmp_path / "library")
    create_private_folder(library / "models")
    atomic_write(library / "models" / "names.json", "{}")
    open_database(library / "db.sqlite", []).close()
    with private_umask(library):
        (library / "by torch").touch()
    assert mode(library / "models") & 0o777 == 0o775
    assert {mode(path) for path in library.rglob("*") if path.is_file()} == {0o664}


def test_what_other_libraries_write_is_closed_inside_the_block(tmp_path: Path) -> None:
    with private_umask(tmp_path):
        (tmp_path / "inside").touch()
    (tmp_path / "after").touch()
    assert (mode(tmp_path / "inside"), mode(tmp_path / "after")) == (0o600, 0o666)


def test_what_earlier_versions_left_open_is_closed_with_one_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    models = tmp_path / "models"
    models.mkdir(0o755)
    (models / "names.json").touch(0o644)
    (models / "read-only").touch(0o444)
    close_to_others(all_below(models))
    assert [mode(path) for path in sorted(all_below(models))] == [0o700, 0o600, 0o400]
    assert [record.message for record in caplog.records] == [
        f"Other users could open 3 files and folders: {models!r}"
    ]
    close_to_others(all_below(models))
    assert len(caplog.records) == 1


def test_links_hard_links_and_shared_folders_stay_as_they_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "photos").mkdir(0o755)
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "photos" / name).touch(0o644)
    library = tmp_path / "library"
    library.mkdir(0o700)
    (library / "link").symlink_to(tmp_path / "photos")
    (library / "hard").hardlink_to(tmp_path / "photos" / "a.jpg")
    (shared(library / "models") / "names.json").touch(0o664)
    before = {path: mode(path) for path in tmp_path.rglob("*")}
    close_to_others(all_below(library))
    assert {path: mode(path) for path in tmp_path.rglob("*")} == before
    assert caplog.records == []


@pytest.mark.parametrize("permissions", [0o2755, 0o775])
def test_a_folder_is_not_shared_by_the_setgid_bit_or_the_right_to_write_alone(
    tmp_path: Path, permissions: int
) -> None:
    """Home folders have the one on some systems; a umask of 002 gives the other."""
    folder = tmp_path / "library"
    folder.mkdir()
    folder.chmod(permissions)
    atomic_write(folder / "searches.json", "{}")
    assert mode(folder / "searches.json") == 0o600
    close_to_others([folder])
    assert mode(folder) & 0o777 == 0o700


def test_what_belongs_to_another_user_or_cannot_be_changed_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch(0o644)
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: os.geteuid() + 1)
        close_to_others([tmp_path / "file", tmp_path / "vanished"])
    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", _refuse)
        close_to_others([tmp_path / "file"])
    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", lambda *_: None)  # as some network drives do
        close_to_others([tmp_path / "file"])
    assert mode(tmp_path / "file") == 0o644
    assert caplog.records == []


def _refuse(*_: object) -> None:
    raise PermissionError
