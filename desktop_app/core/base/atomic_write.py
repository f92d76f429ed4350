"""Write files so that neither an error, a kill nor a loss of power leaves half of one.

A file is written under a hidden temporary name beside its target, flushed to the disk and renamed;
then its folder is flushed, which holds the name. All files of this program are written this way.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypeAlias

from desktop_app.core.base.errors import ExportError
from desktop_app.core.base.private_files import create_private_folder, private_opener

Opener: TypeAlias = Callable[[str, int], int]  # as `open` takes one

TEMPORARY_SUFFIX = ".part"
_PREFIX = ".lookalike-"
# What systems answer that cannot flush a folder: Windows, some network drives.
_CANNOT_FLUSH = (errno.EACCES, errno.EPERM, errno.EBADF, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def atomic_write(target: Path, text: str, encoding: str = "utf-8") -> None:
    """Replace the text of the program's own file; create its folder if needed. Raises OSError."""
    make_folder(target.parent, create_private_folder)
    with atomic_file(target, private_opener) as part:
        part.write_text(text, encoding)


@contextmanager
def exported_file(target: Path) -> Iterator[Path]:
    """As `atomic_file`, but an OSError becomes an ExportError."""
    try:
        with atomic_file(target) as part:
            yield part
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error


@contextmanager
def atomic_file(target: Path, opener: Opener | None = None) -> Iterator[Path]:
    """Yield the path of an empty file to write, which replaces `target` at the end of the block.

    If the block raises, that file is deleted, and `target` is unchanged. Raises OSError.

    Args:
        target: The file to write.
        opener: Creates the file: `private_opener` for the program's own files.
    """
    delete_abandoned(target.parent)
    with temporary_file(target.parent, opener) as part:
        yield part
        flush_file(part)
        move_flushed(part, target)


@contextmanager
def temporary_file(folder: Path, opener: Opener | None = None) -> Iterator[Path]:
    """Create an empty file with a short, hidden name; rename it inside the block to keep it.

    Raises OSError.
    """
    part, file = _create_locked(folder, opener)
    try:
        yield part
    finally:
        file.close()
        part.unlink(missing_ok=True)


def delete_abandoned(folder: Path) -> None:
    """Delete the temporary files in a folder whose processes were killed. Never fails."""
    for part in abandoned_files(folder):
        with suppress(OSError):
            part.unlink()


def abandoned_files(folder: Path) -> Iterator[Path]:
    """Yield the temporary files whose processes were killed, locked until the next is wanted.

    A running process holds a lock on its files. Where there are no such locks, none are found.
    """
    if sys.platform == "win32":
        return
    for part in folder.glob(f"{_PREFIX}*{TEMPORARY_SUFFIX}"):
        with suppress(OSError):
            handle = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                _lock(handle)
                yield part
            finally:
                os.close(handle)


def _create_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


def make_folder(folder: Path, create: Callable[[Path], None] = _create_folder) -> None:
    """Create a folder, and those above it, that outlast a loss of power. Raises OSError.

    Args:
        folder: Nothing happens if it exists.
        create: Creates them: `create_private_folder` for the program's own.
    """
    new = [each for each in (folder, *folder.parents) if not each.is_dir()]
    create(folder)
    for each in new:
        flush_folder(each.parent)


def move_flushed(source: Path, target: Path) -> None:
    """Rename a file or a folder whose content was flushed; a file at `target` is replaced.

    Raises OSError.
    """
    source.replace(target)
    flush_folder(target.parent)
    if source.parent != target.parent:
        flush_folder(source.parent)


def write_flushed(path: Path, content: bytes) -> None:
    """Write a file in a folder that is not in use yet. Raises OSError."""
    path.write_bytes(content)
    flush_file(path)


def flush_file(path: Path) -> None:
    """Return only when the content of a file outlasts a loss of power. Raises OSError."""
    with path.open("r+b") as file:  # Windows does not flush a file that is open for reading
        os.fsync(file.fileno())


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


def _create_locked(folder: Path, opener: Opener | None) -> tuple[Path, IO[bytes]]:
    """Create a file and lock it until it is closed."""
    while True:
        part = folder / f"{_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
        file = open(part, "x+b", opener=opener)  # noqa: SIM115 -- the caller closes it
        if _is_ours(part, file):
            return part, file
        file.close()


def _is_ours(part: Path, file: IO[bytes]) -> bool:
    """Lock a new file. False if another process has just taken it for an abandoned one."""
    if sys.platform == "win32":
        file.close()  # Windows renames no file that is open
        return True
    try:
        _lock(file.fileno())
    except BlockingIOError:
        return False
    except OSError:  # no locks on this file system: nobody deletes the file
        return True
    return part.exists()


def _lock(handle: int) -> None:
    """Raises OSError: BlockingIOError if another process holds the lock."""
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
