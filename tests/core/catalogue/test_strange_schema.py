"""A database is opened only if it defines what this program defines, in some version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.base.errors import LibraryDamagedError, LibraryTooNewError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import MIGRATIONS
from desktop_app.core.database import guarded_connection
from desktop_app.core.database.opening import library_errors, open_database
from desktop_app.core.photos.thumbnails import Thumbnails

ENDLESS = (
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers)"
    " SELECT n, n, n, n, n FROM numbers"
)
PHOTOS = "roots (id INTEGER PRIMARY KEY, path BLOB, offline INTEGER, identity TEXT, paused INTEGER)"
STRANGE = {
    "a view in place of a table": f"DROP TABLE roots; CREATE VIEW roots AS {ENDLESS}",
    "one more view": f"CREATE VIEW other AS {ENDLESS}",
    "a table of other columns": f"DROP TABLE roots; CREATE TABLE {PHOTOS}",
    "one more table": "CREATE TABLE other (id)",
    "a trigger that writes": (
        "CREATE TRIGGER more AFTER INSERT ON roots BEGIN DELETE FROM photos; END"
    ),
    "a trigger of a name that an earlier version had": (
        "CREATE TRIGGER photos_dated_again AFTER UPDATE ON photos BEGIN DELETE FROM photos; END"
    ),
    "another index of a known name": (
        "DROP INDEX photos_by_size; CREATE INDEX photos_by_size ON photos (upper(name))"
    ),
    "an index on an expression": "CREATE INDEX more ON photos (upper(name))",
    "no index": "DROP INDEX photos_by_size",
    "a version before the first": "PRAGMA user_version = -1",
    "the version of another schema": "PRAGMA user_version = 2",
    "no version": "PRAGMA user_version = 0",
}


def change(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def test_a_new_library_opens_again(files: LibraryFiles) -> None:
    Catalogue(files).close()
    Catalogue(files).close()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_library_of_each_version_opens(files: LibraryFiles, version: int) -> None:
    files.create()
    with closing(open_database(files.catalogue, MIGRATIONS[:version])) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with Catalogue(files) as catalogue:
        assert catalogue.roots() == []


@pytest.mark.parametrize("script", STRANGE.values(), ids=STRANGE.keys())
def test_a_library_that_defines_anything_else_is_damaged(files: LibraryFiles, script: str) -> None:
    Catalogue(files).close()
    change(files.catalogue, script)
    before = files.catalogue.read_bytes()
    with pytest.raises(LibraryDamagedError, match="tables"):
        Catalogue(files)
    assert files.catalogue.read_bytes() == before


def test_a_table_whose_name_is_no_text_is_damage(files: LibraryFiles) -> None:
    """SQLite's message contains the name, and Python cannot decode it."""
    Catalogue(files).close()
    name = "CAST(x'ff61ff' AS TEXT)"
    script = f"UPDATE sqlite_schema SET name = {name}, sql = 'CREATE TABLE' WHERE name = 'meta'"
    change(files.catalogue, f"PRAGMA writable_schema = ON; {script}")
    with pytest.raises(LibraryDamagedError, match="no text"):
        Catalogue(files)


def test_thumbnails_that_are_a_view_are_made_anew(files: LibraryFiles) -> None:
    files.create()
    Thumbnails(files.thumbnails).close()
    change(files.thumbnails, f"DROP TABLE thumbnails; CREATE VIEW thumbnails AS {ENDLESS}")
    with closing(Thumbnails(files.thumbnails)) as thumbnails:
        assert thumbnails.get(b"any") is None


def test_a_library_that_can_only_be_read_is_compared_too(
    files: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    Catalogue(files).close()
    change(files.catalogue, STRANGE["one more view"])
    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.core.database.opening._open_writable", refuse_to_write)
        with pytest.raises(LibraryDamagedError, match="tables"):
            Catalogue(files)


def refuse_to_write(path: Path, migrations: object) -> None:
    with library_errors(path):
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error


def test_a_newer_library_is_newer_and_not_damaged(files: LibraryFiles) -> None:
    Catalogue(files).close()
    change(files.catalogue, f"CREATE TABLE new (id); PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(LibraryTooNewError):
        Catalogue(files)


def test_nothing_that_a_file_defines_may_call_what_acts(files: LibraryFiles) -> None:
    with Catalogue(files) as catalogue:
        assert catalogue.rows("PRAGMA trusted_schema") == [(0,)]
        assert catalogue.rows("PRAGMA cell_size_check") == [(1,)]


@pytest.fixture
def endless_table(files: LibraryFiles) -> LibraryFiles:
    """The pages of the roots are a tree in which each page has the next one as its child 50 times.

    It has 50 ** 9 rows in ten pages.
    """
    Catalogue(files).close()
    change(files.catalogue, "INSERT INTO roots (path) VALUES ('/'); PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(files.catalogue)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'roots'"
        ).fetchone()
    data = bytearray(files.catalogue.read_bytes())
    size, first = int.from_bytes(data[16:18], "big"), len(data)
    pages = [root - 1, *(first // size + level for level in range(8))]
    data.extend(bytes(8 * size))
    leaf = data[(root - 1) * size : root * size]
    for page, child in zip(pages, [*pages[1:], first // size + 8], strict=True):
        data[page * size : (page + 1) * size] = tree_page(size, child + 1)
    data.extend(leaf)
    data[28:32] = (len(data) // size).to_bytes(4, "big")
    files.catalogue.write_bytes(data)
    return files


def tree_page(size: int, child: int) -> bytes:
    """Return an interior page of a table with 50 cells and one more child, all the same."""
    cells = [child.to_bytes(4, "big") + bytes([number]) for number in range(1, 51)]
    start = size - 5 * len(cells)
    header = b"\5\0\0" + (50).to_bytes(2, "big") + start.to_bytes(2, "big") + b"\0"
    pointers = b"".join((start + 5 * place).to_bytes(2, "big") for place in range(50))
    head = header + child.to_bytes(4, "big") + pointers
    return head + bytes(start - len(head)) + b"".join(cells)


def test_a_query_that_would_never_end_is_ended(
    endless_table: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded_connection, "_STEPS_A_LOOK", 1000)
    monkeypatch.setattr(guarded_connection, "_FEWEST_STEPS", 1000)
    monkeypatch.setattr(guarded_connection, "_STEPS_A_BYTE", 1)
    with Catalogue(endless_table) as catalogue, pytest.raises(LibraryDamagedError, match="interr"):
        catalogue.rows("SELECT id FROM roots WHERE offline")


def test_values_larger_than_any_of_a_library_are_not_read(
    files: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded_connection, "_MAX_VALUE_BYTES", 100_000)
    with Catalogue(files) as catalogue:
        with pytest.raises(LibraryDamagedError, match="too big"):
            catalogue.rows("SELECT zeroblob(100001)")
        with pytest.raises(LibraryDamagedError, match="too large"):
            catalogue.rows("SELECT 1" + 100_000 * " ")


def test_many_queries_may_take_more_steps_than_one(
    files: LibraryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarded_connection, "_STEPS_A_LOOK", 1000)
    monkeypatch.setattr(guarded_connection, "_FEWEST_STEPS", 50_000)
    monkeypatch.setattr(guarded_connection, "_STEPS_A_BYTE", 0)
    with Catalogue(files) as catalogue:
        for _ in range(50):
            catalogue.rows(f"{ENDLESS} LIMIT 500")
        for _ in range(50):
            catalogue.connection.executemany(
                "REPLACE INTO meta VALUES (?, ?)", [(str(number), "") for number in range(200)]
            )
        with pytest.raises(LibraryDamagedError, match="interrupted"):
            catalogue.rows(f"{ENDLESS} LIMIT 50000")
