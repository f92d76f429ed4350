"""A library on a read-only medium, or of another user, opens; nothing in it can be changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.errors import LibraryUnwritableError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.database.opening import open_database
from desktop_app.core.database.read_only_database import connect_read_only
from desktop_app.core.indexing.indexer import index
from tests.namespace import run_in_namespace

ARCHIVE = Path(__file__).resolve().parents[2] / "data" / "library-of-0.1.0.zip"
FIRST = ("CREATE TABLE a (x)", "INSERT INTO a VALUES (1)")
SECOND = ("ALTER TABLE a ADD COLUMN y", "UPDATE a SET y = 2")


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def open_read_only(path: Path, migrations: int = 1) -> sqlite3.Connection:
    def migrate(connection: sqlite3.Connection) -> None:
        for statement in SECOND if version(connection) < migrations else ():
            connection.execute(statement)

    return connect_read_only(path, lambda connection: version(connection) == migrations, migrate)


def test_a_database_without_a_log_is_read_and_nothing_is_made_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "böse ? #.sqlite"
    open_database(path, [FIRST]).close()
    connection = open_read_only(path)
    assert connection.execute("SELECT x FROM a").fetchall() == [(1,)]
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("INSERT INTO a VALUES (2)")
    connection.close()


def test_what_is_only_in_the_log_is_read_too(tmp_path: Path) -> None:
    """As of a program that was killed, before its folder was burnt on a disk."""
    source = open_database(tmp_path / "source.sqlite", [FIRST])
    source.execute("INSERT INTO a VALUES (2)")
    for end in ("", "-wal"):
        shutil.copy(tmp_path / f"source.sqlite{end}", tmp_path / f"copy.sqlite{end}")
    source.close()
    connection = connect_read_only(tmp_path / "copy.sqlite", lambda _: False, lambda _: None)
    assert connection.execute("SELECT x FROM a").fetchall() == [(1,), (2,)]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO a VALUES (3)")
    connection.close()


def test_a_database_of_an_earlier_version_is_migrated_in_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"
    open_database(path, [FIRST]).close()
    before = path.read_bytes()
    connection = open_read_only(path, migrations=2)
    assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, 2)]
    connection.close()
    assert path.read_bytes() == before


def test_a_database_that_is_not_there_is_still_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnwritableError):
        open_database(tmp_path / "file" / "db.sqlite", [FIRST])


_READ_ONLY = """
import contextlib, io, json, subprocess, sys
from pathlib import Path
from desktop_app.cli.app import run

library, picture = sys.argv[1:]
subprocess.run(["mount", "--bind", library, library], check=True)
subprocess.run(["mount", "-o", "remount,bind,ro", library], check=True)
told = []
for command in COMMANDS:
    words = [word.format(picture=picture) for word in command]
    sys.argv = ["lookalike", *words, "--library", library]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run()
        except SystemExit as end:
            code = end.code or 0
    told.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(told))
"""


def on_read_only_mount(library: Path, picture: Path, *commands: list[str]) -> Any:
    """Run commands on a library that is mounted read-only: exit status, output, errors of each."""
    code = _READ_ONLY.replace("COMMANDS", repr(commands))
    return json.loads(run_in_namespace(code, library, picture))


READING = (
    ["search", "{picture}", "--json"],
    ["status", "--json"],
    ["failures", "--json"],
    ["roots", "--json"],
    ["model", "list", "--json"],
)
WRITING = (
    ["index"],
    ["retry"],
    ["remove", "{picture}/.."],
    ["pause", "{picture}/.."],
)


@pytest.mark.slow
@pytest.mark.parametrize("was_killed", [False, True])
def test_a_library_on_a_read_only_mount_is_searched_and_cannot_be_changed(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder, tmp_path: Path, was_killed: bool
) -> None:
    list(index(files, encoder, [photo_folder], 2))
    library = files.folder
    if was_killed:
        connection = sqlite3.connect(files.catalogue)
        connection.execute("UPDATE photos SET camera = 'in the log'")
        connection.commit()
        library = shutil.copytree(files.folder, tmp_path / "killed")
        (library / "catalogue.sqlite-shm").unlink()
        connection.close()
    picture = photo_folder / "beach-0.jpg"
    told = on_read_only_mount(library, picture, *READING, *WRITING)
    reading, writing = told[: len(READING)], told[len(READING) :]
    assert [code for code, _, _ in reading] == [0] * len(READING), reading
    found = json.loads(reading[0][1])["matches"]
    assert (len(found), found[0]["distance"]) == (9, 0)
    assert json.loads(reading[1][1])["indexed"] == 9
    for code, _, error in writing:
        assert code == 1
        assert "can only be read" in error
        assert len(error.splitlines()) == 1


@pytest.mark.slow
def test_a_read_only_library_of_an_earlier_version_opens(tmp_path: Path) -> None:
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(tmp_path)
    expected = json.loads((tmp_path / "expected.json").read_text("utf-8"))
    library = tmp_path / "library"
    before = {path.name: path.read_bytes() for path in library.glob("*.sqlite")}
    ((code, out, _),) = on_read_only_mount(library, library, ["status", "--json"])
    assert (code, json.loads(out)) == (0, expected["status"] | {"excluded": 0})
    assert {path.name: path.read_bytes() for path in library.glob("*.sqlite")} == before
