"""Kill an indexing process at random moments, and compare libraries row for row."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from desktop_app.core.catalogue.library_files import LibraryFiles

_COMPARED = {
    "roots": "path, offline",
    "photos": "*",
    "descriptors": "*",
    "code_pages": "model_id, page, flags, codes",  # the revision counts the runs
    "meta": "*",
}


def index_command(library: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "desktop_app", "index", str(folder), "--library", str(library)]


def index_and_kill(library: Path, folder: Path, after_seconds: float) -> bool:
    """Start indexing and kill it hard; False where it had finished before."""
    process = subprocess.Popen(
        index_command(library, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(after_seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def kill_until_done(library: Path, folder: Path, kills: int, seconds: float, seed: int) -> int:
    """Kill at `kills` random moments, the first `seconds` of each run; how many hit a live run.

    Each time the catalogue must open and be sound.
    """
    rng = random.Random(seed)
    hits = 0
    for _ in range(kills):
        hits += index_and_kill(library, folder, rng.uniform(0.0, seconds))
        assert soundness(library) == "ok"
    return hits


def index_undisturbed(library: Path, folder: Path) -> float:
    """Seconds that it took."""
    started = time.monotonic()
    subprocess.run(index_command(library, folder), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def soundness(library: Path) -> str:
    """'ok', or what SQLite finds wrong with the library's files."""
    files = LibraryFiles(library)
    for path in (files.catalogue, files.thumbnails):
        if path.exists():
            connection = sqlite3.connect(path)
            found = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
            connection.close()
            if found != "ok":
                return found
    return "ok"


def all_rows(library: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a library knows, thumbnails included."""
    files = LibraryFiles(library)
    catalogue, thumbnails = sqlite3.connect(files.catalogue), sqlite3.connect(files.thumbnails)
    rows = {
        table: catalogue.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
        for table, columns in _COMPARED.items()
    }
    rows["thumbnails"] = thumbnails.execute("SELECT * FROM thumbnails ORDER BY 1").fetchall()
    catalogue.close()
    thumbnails.close()
    return rows
