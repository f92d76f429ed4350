"""Who changes a manifest or an archive does so alone: each step relies on what was read before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock


@contextmanager
def changing(folder: Path) -> Iterator[None]:
    """Inside the block, no other command on this machine changes a manifest or an archive.

    What was read of it before the block may be outdated. The folder is created if needed. Raises
    ArchiveError: BUSY if another command changes it now.
    """
    try:
        make_folder(folder)
    except OSError as error:
        raise ArchiveError(folder, ArchiveProblem.UNWRITABLE, str(error)) from error
    try:
        with process_lock(folder / "change.lock"):
            yield
    except LockHeldError as error:
        raise ArchiveError(folder, ArchiveProblem.BUSY) from error
    except LockUnavailableError as error:
        raise ArchiveError(folder, ArchiveProblem.UNWRITABLE, str(error)) from error
