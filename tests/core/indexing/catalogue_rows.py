"""What a library's database says of its files, for tests of indexing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import Any

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.progress import IndexSummary

Index = Callable[..., IndexSummary]


def rows(files: LibraryFiles) -> dict[str, tuple[int, str, int]]:
    """id, state and missing of each file, by name."""
    connection = sqlite3.connect(files.catalogue)
    found = connection.execute("SELECT name, id, state, missing FROM photos").fetchall()
    connection.close()
    return {os.fsdecode(name): (number, state, gone) for name, number, state, gone in found}


def all_columns(files: LibraryFiles, name: str) -> dict[str, Any]:
    """Every column of the row of a file."""
    connection = sqlite3.connect(files.catalogue)
    connection.row_factory = sqlite3.Row
    (row,) = connection.execute("SELECT * FROM photos WHERE name = ?", (os.fsencode(name),))
    connection.close()
    return dict(row)
