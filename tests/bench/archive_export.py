"""`python -m tests.bench.archive_export`: what does it take to hand an archive over to an engine?

Time and memory of `lookalike export --archive` to each engine, with descriptors, beside the time to
copy the files that result, which is what the disk needs. pgvector's table is in a server that is
started here; its bytes are those of the table in it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.atomic_write import flush_file
from desktop_app.core.exporting.engines import Engine
from tests.bench.drawn_archive import DrawnArchive
from tests.bench.watched_process import Watched, resident, watch
from tests.postgres import libpq_environment, new_database, running_postgres
from tests.sizes import PROJECT
from training.base.markdown import markdown_table
from training.measuring.results_table import update_section

_PAGE = PROJECT / "docs" / "exporting.md"
_HEADING = ["`--to`", "time", "photos a second", "size", "a copy of it", "times", "memory"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure exports of an archive.")
    parser.add_argument("--photos", type=int, default=1_000_000, help="%(default)s")
    parser.add_argument("--write", action="store_true", help="Update docs/exporting.md.")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lookalike-bench-") as name:
        archive = Path(name) / "archive"
        DrawnArchive(archive).write(arguments.photos)
        for _ in collect_codes(Archive(archive)):
            pass
        lines = [_measured(archive, engine, arguments.photos) for engine in Engine]
    table = markdown_table(_HEADING, lines)
    sys.stdout.write(f"{arguments.photos:,} photos\n{table}\n")
    if arguments.write:
        update_section(_PAGE, "export-speed", table)


def _measured(archive: Path, engine: Engine, photos: int) -> list[str]:
    if engine is Engine.PGVECTOR:
        with _database() as (address, folder):
            before = _size(folder)
            took = _export(archive, engine, address)
            line = _line(engine, photos, took, _size(folder) - before, None)
    else:
        target = archive.with_name("exported")
        took = _export(archive, engine, str(target))
        copied = _seconds_to_copy(target, archive.with_name("copy"))
        line = _line(engine, photos, took, _size(target), copied)
        _delete(target)
    sys.stderr.write(f"{line}\n")
    return line


def _export(archive: Path, engine: Engine, target: str) -> Watched:
    words = ["export", target, "--to", engine.value, "--archive", str(archive), "--json"]
    return watch(["-m", "desktop_app", *words], resident)


def _line(engine: Engine, photos: int, took: Watched, size: int, copied: float | None) -> list[str]:
    return [
        engine.value,
        f"{took.seconds:.1f} s",
        f"{photos / took.seconds:,.0f}",
        f"{size / 1e6:,.0f} MB",
        f"{copied:.1f} s" if copied else "",
        f"{took.seconds / copied:.1f}" if copied else "",
        f"{took.peak_mb:,.0f} MB",
    ]


@contextmanager
def _database() -> Iterator[tuple[str, Path]]:
    """Give the address of a new database, and the folder of its server."""
    with running_postgres() as server:
        os.environ.update(libpq_environment(server.get_uri()))
        yield new_database(server), Path(server.pgdata)


def _seconds_to_copy(source: Path, target: Path) -> float:
    """Copy a file or a folder so that it outlasts a loss of power."""
    started = time.perf_counter()
    copy = shutil.copytree if source.is_dir() else shutil.copyfile
    copy(source, target)
    for path in target.rglob("*") if target.is_dir() else [target]:
        if path.is_file():
            flush_file(path)
    seconds = time.perf_counter() - started
    _delete(target)
    return seconds


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    paths = path.rglob("*") if path.is_dir() else [path]
    return sum(each.stat().st_size for each in paths if each.is_file())


if __name__ == "__main__":
    main()
