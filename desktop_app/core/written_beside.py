"""A file that is whole or not there: written beside its place, flushed, renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.errors import ExportError


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Gives the path to write to; at the end of the block it takes the target's place, or, where
    the block raises, is removed. Raises ExportError for what the system refuses.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        try:
            yield part
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error
