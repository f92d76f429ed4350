"""A file that is whole or not there: written beside its place, flushed, renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import ExportError


def atomic_write(target: Path, text: str, encoding: str = "utf-8") -> None:
    """In a folder that is made if needed; a crash leaves the old text. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with _beside(target) as part:
        part.write_text(text, encoding)


@contextmanager
def atomic_file(target: Path) -> Iterator[Path]:
    """Gives the path to write to; at the end of the block it takes the target's place, or, where
    the block raises, is removed. Raises ExportError for what the system refuses.
    """
    try:
        with _beside(target) as part:
            yield part
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Each process has a path of its own."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("r+b") as file:  # Windows flushes nothing that is open for reading only
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
