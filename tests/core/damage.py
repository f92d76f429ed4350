"""Damage the database of a library, as disks and losses of power do."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def run_sql(path: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()


def damage_index(path: Path) -> None:
    """Change a photo without its entry in an index, as a lost write would."""
    schema = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = ?"
    (entry,) = run_sql(path, schema, "photos_by_content")
    _write_schema(path, "DELETE FROM sqlite_schema WHERE name = 'photos_by_content'")
    run_sql(path, "UPDATE photos SET content_hash = x'00' WHERE id = 3")
    _write_schema(path, "INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", *entry)


def spoil_table(path: Path, name: str) -> None:
    """Overwrite the first page of a table with noise."""
    ((page, size),) = run_sql(
        path,
        "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size() WHERE name = ?",
        name,
    )
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(os.urandom(size))


def _write_schema(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement, values)
