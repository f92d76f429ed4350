"""Break a SQLite database in its structure: cells, rows, schema, header, pages, logs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from tests.fuzz.mutations import mutated

Mutation = Callable[[Path, Random], None]

_NUMBERS = (
    *(0, 1, -1, 2, 255, 4095, 4096, 2**31 - 1, 2**31, 2**32, 2**53, 2**62, 2**63 - 1, -(2**63)),
    *(0.5, 1e308, float("inf"), -float("inf")),
)
_TEXTS = (
    *("", "x", "0", "1e9", "-1", "a\0b", "\0", "..", "../../outside/notes.txt", "/", "%s"),
    *("indexed", "pending", "failed", "truncated", "default-256-19e4cca1", "../models", "x" * 9999),
)
_BYTES = (
    *(b"", b"\0", b"..", b"../../outside/notes.txt", b"/etc/passwd", b"a\0b", b"a/b", b"a\nb"),
    *(b"\xff\xfe", b"x" * 300, bytes(16), b"\x80" * 16, b"\xff\xd8\xff", bytes(100_000)),
)
_NOT_UTF8 = "CAST(x'ff61ff' AS TEXT)"
_TYPES = (
    "INTEGER",
    "BLOB",
    "TEXT",
    "NOT NULL",
    "UNIQUE",
    "PRIMARY KEY",
    "WITHOUT ROWID",
    "DEFAULT 0",
)
# Offsets and sizes of the numbers in the header of a database, and of a page of a tree.
_HEADER = ((16, 2), (18, 1), (19, 1), (20, 1), (21, 1), (24, 4), (28, 4), (32, 4), (36, 4), (40, 4))
_HEADER_TOO = ((44, 4), (48, 4), (52, 4), (56, 4), (60, 4), (64, 4), (68, 4), (92, 4), (96, 4))
_PAGE = ((0, 1), (1, 2), (3, 2), (5, 2), (7, 1), (8, 4), (8, 2), (10, 2), (12, 2), (14, 2))
_EXTREMES = (0, 1, 2, 3, 5, 10, 13, 127, 128, 255, 4096, 32767, 65535, 65536, 2**31 - 1, 2**32 - 1)

_ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
_HEAVY = ("randomblob(100000000)", "zeroblob(1000000000)", "printf('%.*c', 100000000, 'x')")
# An earlier mutation may have left a trigger or a column that is endless or heavy.
_MOST_BYTES, _MOST_STEPS = 1_000_000, 1_000_000


def mutate_database(path: Path, random: Random) -> None:
    """Change a database in one place or a few. What cannot be changed any more stays."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        with suppress(sqlite3.Error, OSError, IndexError, TypeError):
            random.choice(_MUTATIONS)(path, random)


def _change_cell(path: Path, random: Random) -> None:
    with _sloppy(path) as connection:
        table, columns = _table(connection, random)
        column = random.choice(columns)
        value, key = _value(random), ", ".join(_key(connection, table))
        place = f"({key}) = (SELECT {key} FROM {table} LIMIT 1 OFFSET {random.randrange(8)})"
        everywhere = random.random() < 0.2
        condition = "1" if everywhere else place
        if random.random() < 0.1:
            connection.execute(f"UPDATE {table} SET {column} = {_NOT_UTF8} WHERE {condition}")
        elif random.random() < 0.2:
            _change_bytes(connection, table, column, condition, random)
        else:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {condition}", (value,))


def _change_bytes(
    connection: sqlite3.Connection, table: str, column: str, condition: str, random: Random
) -> None:
    """Break the bytes that are there: codes, descriptors, JPEGs, paths."""
    row = connection.execute(f"SELECT {column} FROM {table} WHERE {condition} LIMIT 1").fetchone()
    if row and isinstance(row[0], bytes):
        broken = mutated(row[0], row[0], random)
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {condition}", (broken,))


def _change_rows(path: Path, random: Random) -> None:
    """Delete rows, or add copies with another key."""
    with _sloppy(path) as connection:
        table, columns = _table(connection, random)
        if random.random() < 0.3:
            kept = f"SELECT {columns[0]} FROM {table} LIMIT {random.randrange(4)}"
            connection.execute(f"DELETE FROM {table} WHERE {columns[0]} NOT IN ({kept})")
            return
        key = random.choice(_key(connection, table))
        others = ", ".join(column for column in columns if column != key)
        value = _value(random)
        connection.execute(
            f"INSERT INTO {table} ({key}, {others}) SELECT ?, {others} FROM {table} LIMIT 1",
            (value,),
        )


def _change_schema(path: Path, random: Random) -> None:
    with _writable_schema(path) as connection:
        rows = connection.execute("SELECT rowid, sql FROM sqlite_master WHERE sql > ''").fetchall()
        rowid, sql = random.choice(rows)
        if random.random() < 0.2:
            root = random.choice((0, 1, 2, 3, 5, 2**31, -1))
            connection.execute(
                "UPDATE sqlite_master SET rootpage = ? WHERE rowid = ?", (root, rowid)
            )
            return
        changed = _changed_sql(str(sql), random)
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", (changed, rowid))


def _changed_sql(sql: str, random: Random) -> str:
    words = sql.split(" ")
    at = random.randrange(len(words))
    match random.randrange(6):
        case 0:
            return sql.replace(random.choice(_TYPES), random.choice(_TYPES))
        case 1:
            del words[at]
        case 2:
            words[at] = random.choice(words)
        case 3:
            lines = sql.split("\n")
            del lines[random.randrange(len(lines))]
            return "\n".join(lines)
        case 4:
            heavy = random.choice(_HEAVY)
            return sql.replace(")", f", x AS ({heavy}) {random.choice(('STORED', 'VIRTUAL'))})", 1)
        case _:
            return mutated(sql.encode(), b"", random).decode("utf-8", "replace")
    return " ".join(words)


def _replace_by_view(path: Path, random: Random) -> None:
    with _connected(path) as connection:
        table, columns = _table(connection, random)
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
        source = random.choice(("c", "c", f"old_{table} AS a, old_{table}, c"))
        value = random.choice(("x", "NULL", "'x'", *_HEAVY))
        listed = ", ".join(f"{value} AS {column}" for column in columns)
        limit = random.choice(("", " LIMIT 100000000"))
        connection.execute(
            f"CREATE VIEW {table} AS {_ENDLESS} SELECT {listed} FROM {source}{limit}"
        )


def _add_trigger(path: Path, random: Random) -> None:
    with _connected(path) as connection:
        table, _ = _table(connection, random)
        other, columns = _table(connection, random)
        event = random.choice(("INSERT", "UPDATE", "DELETE"))
        act = random.choice(
            (
                f"DELETE FROM {other};",
                f"UPDATE {other} SET {random.choice(columns)} = {random.choice(_HEAVY)};",
                f"SELECT count(*) FROM ({_ENDLESS} SELECT x FROM c);",
                f"INSERT OR REPLACE INTO {other} SELECT * FROM {other};",
                "SELECT raise(ABORT, 'x');",
                "SELECT load_extension('x');",
            )
        )
        connection.execute(f"CREATE TRIGGER more AFTER {event} ON {table} BEGIN {act} END")


def _add_index(path: Path, random: Random) -> None:
    with _connected(path) as connection:
        table, columns = _table(connection, random)
        kind = random.choice(("", "UNIQUE"))
        column = random.choice(columns)
        term = random.choice((column, f"length({column})", f"abs({column})", f"{column} || 'x'"))
        connection.execute(
            f"CREATE {kind} INDEX more ON {table} ({term}) WHERE {column} IS NOT NULL"
        )


def _drop(path: Path, random: Random) -> None:
    with _connected(path) as connection:
        kind, name = random.choice(
            connection.execute("SELECT type, name FROM sqlite_master WHERE sql > ''").fetchall()
        )
        connection.execute(f"DROP {kind} {name}")


def _add_much(path: Path, random: Random) -> None:
    """Many tables, or many rows."""
    with _connected(path) as connection:
        if random.random() < 0.5:
            for number in range(100):
                connection.execute(f"CREATE TABLE more{number} (x)")
            return
        connection.execute("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value)")
        rows = [(f"key {number}", "x" * 100) for number in range(2000)]
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


def _set_number(path: Path, random: Random) -> None:
    name = random.choice(("user_version", "application_id", "schema_version", "auto_vacuum"))
    with _connected(path) as connection:
        connection.execute(f"PRAGMA {name} = {random.choice((0, 1, 2, 3, 6, 99, 2**31 - 1, -1))}")
        if name == "auto_vacuum" or random.random() < 0.1:
            connection.execute("VACUUM")


def _set_encoding(path: Path, random: Random) -> None:
    """A database in UTF-16."""
    with _connected(path) as connection:
        dump = list(connection.iterdump())
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    path.unlink()
    with _connected(path) as connection:
        connection.execute(f"PRAGMA encoding = '{random.choice(('UTF-16le', 'UTF-16be'))}'")
        connection.executescript("\n".join(dump))
        connection.execute(f"PRAGMA user_version = {version}")


def _change_header(path: Path, random: Random) -> None:
    at, size = random.choice((*_HEADER, *_HEADER_TOO))
    _write_at(path, at, _number(size, random))


def _change_page(path: Path, random: Random) -> None:
    pages = max(1, path.stat().st_size // 4096)
    page = random.randrange(pages)
    start = 4096 * page + (100 if page == 0 else 0)
    at, size = random.choice((*_PAGE, (random.randrange(4096), 1), (random.randrange(4096), 4)))
    _write_at(path, start + at, _number(size, random))


def _swap_pages(path: Path, random: Random) -> None:
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    one, other = 4096 * random.randrange(pages), 4096 * random.randrange(pages)
    content[one : one + 4096] = content[other : other + 4096]
    path.write_bytes(content)


def _change_bytes_of_file(path: Path, random: Random) -> None:
    content = path.read_bytes()
    path.write_bytes(mutated(content, content, random))


def _leave_log(path: Path, random: Random) -> None:
    """A log that was not written into the database, broken or not, or a journal to roll back."""
    kept = path.read_bytes()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("CREATE TABLE more (x)")
        connection.execute("INSERT INTO more VALUES (zeroblob(20000))")
        log = path.with_name(f"{path.name}-wal").read_bytes()
    finally:
        connection.close()
    path.write_bytes(kept)
    name = random.choice(("-wal", "-wal", "-journal", "-shm"))
    content = log if random.random() < 0.5 else mutated(log, kept, random)
    path.with_name(f"{path.name}{name}").write_bytes(content)


_MUTATIONS: tuple[Mutation, ...] = (
    *(_change_cell,) * 8,
    *(_change_rows,) * 2,
    *(_change_schema,) * 4,
    _replace_by_view,
    _add_trigger,
    _add_index,
    _drop,
    _add_much,
    _set_number,
    _set_encoding,
    *(_change_header,) * 2,
    *(_change_page,) * 3,
    _swap_pages,
    _change_bytes_of_file,
    _leave_log,
)


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose statements end after a while."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
    connection.set_progress_handler(lambda: 1, _MOST_STEPS)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _writable_schema(path: Path) -> Iterator[sqlite3.Connection]:
    with _connected(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        yield connection


@contextmanager
def _sloppy(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that takes any value; the schema is the same before and after."""
    with _writable_schema(path) as connection:
        rows = connection.execute("SELECT sql, rowid FROM sqlite_master").fetchall()
        for word, other in (("NOT NULL", ""), ("INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY")):
            connection.execute(f"UPDATE sqlite_master SET sql = replace(sql, '{word}', '{other}')")
    try:
        with _connected(path) as connection:
            yield connection
    finally:
        with _writable_schema(path) as connection:
            connection.executemany("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", rows)


def _table(connection: sqlite3.Connection, random: Random) -> tuple[str, list[str]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    table = random.choice([name for (name,) in names if not name.startswith("sqlite_")])
    return table, [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _key(connection: sqlite3.Connection, table: str) -> list[str]:
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return [row[1] for row in rows if row[5]] or [rows[0][1]]


def _value(random: Random) -> Any:
    kinds: tuple[tuple[Any, ...], ...] = (_NUMBERS, _TEXTS, _BYTES, (None,))
    return random.choice((*random.choice(kinds), random.randbytes(random.randint(0, 2000))))


def _number(size: int, random: Random) -> bytes:
    number: int = random.choice((*_EXTREMES, random.getrandbits(32))) % 256**size
    return number.to_bytes(size)


def _write_at(path: Path, at: int, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY)
    try:
        os.pwrite(handle, content, at)
    finally:
        os.close(handle)
