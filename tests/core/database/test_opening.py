"""What was committed outlasts a loss of power, and searching goes on while indexing writes."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.errors import LibraryBusyError, LibraryDamagedError
from desktop_app.core.database.opening import (
    advanced,
    give_space_back,
    library_errors,
    open_database,
    transaction,
)

_TABLE: list[tuple[str, ...]] = [("CREATE TABLE photos (id)",)]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(tmp_path / "db", _TABLE)
    connection.execute("PRAGMA busy_timeout = 0")
    yield connection
    connection.close()


@pytest.fixture
def other(writer: sqlite3.Connection, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The same database, opened by another window."""
    connection = open_database(tmp_path / "db", _TABLE)
    connection.execute("PRAGMA busy_timeout = 0")
    yield connection
    connection.close()


def test_a_search_in_progress_does_not_hold_up_indexing(
    writer: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    with transaction(writer):
        writer.executemany("INSERT INTO photos VALUES (?)", [(1,), (2,)])
    reading = other.execute("SELECT id FROM photos")
    assert reading.fetchone() == (1,)
    with transaction(writer):
        writer.execute("DELETE FROM photos")
    assert reading.fetchall() == [(2,)]


def test_a_transaction_keeps_others_from_writing_before_its_first_change(
    writer: sqlite3.Connection, other: sqlite3.Connection
) -> None:
    with transaction(writer):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO photos VALUES (1)")
        writer.execute("INSERT INTO photos VALUES (2)")
    assert other.execute("SELECT id FROM photos").fetchall() == [(2,)]


def test_a_new_database_is_opened_while_another_window_creates_it(tmp_path: Path) -> None:
    first = sqlite3.connect(tmp_path / "db", isolation_level=None, check_same_thread=False)
    first.execute("BEGIN IMMEDIATE")
    creation = threading.Timer(0.3, first.execute, ["COMMIT"])
    creation.start()
    second = open_database(tmp_path / "db", _TABLE)
    assert second.execute("SELECT count(*) FROM photos").fetchone() == (0,)
    creation.join()
    for connection in (first, second):
        connection.close()


def test_a_database_that_another_process_holds_is_busy_not_damaged(tmp_path: Path) -> None:
    held = sqlite3.connect(tmp_path / "db", isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    waiting = sqlite3.connect(tmp_path / "db", timeout=0)
    with pytest.raises(LibraryBusyError), library_errors(tmp_path / "db"):
        waiting.execute("SELECT * FROM photos")
    for connection in (held, waiting):
        connection.close()


def insert_and_fail(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO photos VALUES (1)")
        raise KeyboardInterrupt


def test_a_transaction_that_raises_changes_nothing(writer: sqlite3.Connection) -> None:
    with pytest.raises(KeyboardInterrupt):
        insert_and_fail(writer)
    assert writer.execute("SELECT count(*) FROM photos").fetchone() == (0,)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace shows the order of calls")
def test_the_log_is_on_the_disk_before_the_database_changes(tmp_path: Path) -> None:
    """Else a loss of power in between could leave a database that nothing repairs."""
    code = f"""
from pathlib import Path
from desktop_app.core.database.opening import open_database, transaction
connection = open_database(Path({str(tmp_path / "photos.db")!r}), {_TABLE!r})
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
with transaction(connection):
    connection.execute("INSERT INTO photos VALUES (1)")
print("checkpoint", flush=True)
connection.execute("PRAGMA wal_checkpoint")
print("closed", flush=True)
"""
    trace = tmp_path / "trace"
    calls = "trace=write,pwrite64,fsync,fdatasync"
    subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", trace, sys.executable, "-c", code], check=True
    )
    checkpoint = trace.read_text().partition('"checkpoint')[2].partition('"closed')[0]
    steps = re.findall(r"(pwrite64|fsync|fdatasync)\(\d+<[^>]*/photos\.db(-wal)?>", checkpoint)
    assert [(name == "pwrite64", log) for name, log in steps] == [
        (False, "-wal"),  # flush the log,
        (True, ""),  # then change the database,
        (False, ""),  # and flush that before the log is used again
    ]


def fill_and_empty(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO photos VALUES (randomblob(9000000))")
    connection.execute("DELETE FROM photos")


@pytest.mark.slow
def test_space_is_given_back_while_others_read(
    writer: sqlite3.Connection, other: sqlite3.Connection, tmp_path: Path
) -> None:
    fill_and_empty(writer)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM photos").fetchone()
    steps = list(give_space_back(writer, tmp_path / "db"))
    other.execute("COMMIT")
    assert len(steps) > 1
    assert writer.execute("PRAGMA freelist_count").fetchone() == (0,)
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert (tmp_path / "db").stat().st_size < 100_000


def test_a_database_that_could_not_give_space_back_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "older"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(_TABLE[0][0])
    fill_and_empty(connection)
    list(give_space_back(connection, path))
    assert connection.execute("PRAGMA auto_vacuum").fetchone() == (2,)  # in steps
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()
    assert path.stat().st_size < 100_000


@pytest.mark.parametrize(("last", "found"), [(5, 5), (5, 4), (b"b", b"a"), ("b", "b")])
def test_a_query_by_ascending_keys_that_gets_no_further_is_damage(
    last: Any, found: Any, tmp_path: Path
) -> None:
    with pytest.raises(LibraryDamagedError, match="circle"):
        advanced(last, found, tmp_path / "catalogue.sqlite")
    assert advanced(4, 5, tmp_path / "catalogue.sqlite") == 5
