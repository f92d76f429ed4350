"""Replace a file atomically: write a temporary file beside it, flush it to disk, rename it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import ExportError
from desktop_app.core.base.private_files import create_private_folder, private_opener

# What systems answer that cannot flush a folder: Windows, some network drives.
_CANNOT_FLUSH = (errno.EACCES, errno.EPERM, errno.EBADF, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def atomic_write(target: Path, text: str, encoding: str = "utf-8") -> None:
    """Replace the text of the program's own file; create its folder if needed. Raises OSError."""
    create_private_folder(target.parent)
    with (
        _temporary_file(target) as part,
        open(part, "w", encoding=encoding, opener=private_opener) as file,
    ):
        file.write(text)


@contextmanager
def atomic_file(target: Path) -> Iterator[Path]:
    """Yield a path to write a file for the user to, which replaces `target` after the block.

    If the block raises, the file at that path is deleted, and `target` is unchanged. An OSError
    becomes an ExportError.
    """
    try:
        with _temporary_file(target) as part:
            yield part
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error


def flush_file(path: Path) -> None:
    """Return only when the content of a file outlasts a loss of power. Raises OSError."""
    with path.open("r+b") as file:  # Windows does not flush a file that is open for reading
        os.fsync(file.fileno())


@contextmanager
def _temporary_file(target: Path) -> Iterator[Path]:
    """The name holds the process id, so that processes do not write to the same file."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        flush_file(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def move_flushed(source: Path, target: Path) -> None:
    """Rename a file or a folder whose content was flushed; a file at `target` is replaced.

    Raises OSError.
    """
    source.replace(target)
    flush_folder(target.parent)
    if source.parent != target.parent:
        flush_folder(source.parent)


def flush_folder(folder: Path) -> None:
    """Return only when the names in a folder outlast a loss of power. Raises OSError.

    Does nothing where the system cannot do this.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise
