"""The files that the program keeps for itself: only the user may read them (700 and 600).

Files that are exported or copied for the user are not among them: their permissions are those that
the system gives to any new file. A folder that has the setgid bit and that its group may write
(`chmod g+ws`) is shared on purpose; what is created in it has the system's permissions, too.
On Windows, a user's folders are closed to others by inheritance, and nothing is done here.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

logger = logging.getLogger(__name__)

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_SHARED = stat.S_ISGID | stat.S_IWGRP


def create_private_folder(folder: Path) -> None:
    """Create a folder, and those above it, that only the user can enter. Raises OSError."""
    if not folder.is_dir():
        create_private_folder(folder.parent)
        folder.mkdir(mode=0o777 if is_shared(folder.parent) else 0o700, exist_ok=True)


def create_private_file(path: Path) -> None:
    """Create an empty file that only the user can read, unless there is one. Raises OSError.

    One that exists is not opened: closing it would release the locks that this process has on it.
    """
    with suppress(FileExistsError):
        os.close(private_opener(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def private_opener(path: str | Path, flags: int) -> int:
    """Open a file that only the user can read, if it is new. For `open(..., opener=...)`."""
    return os.open(path, flags, 0o666 if is_shared(Path(path).parent) else 0o600)


@contextmanager
def private_umask(folder: Path) -> Iterator[None]:
    """Make all files private that this process creates inside the block, unless `folder` is shared.

    For processes that write nothing else, by libraries that take no opener.
    """
    if is_shared(folder):
        yield
        return
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def is_shared(folder: Path) -> bool:
    """Whether the user has shared a folder with its group."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return os.name != "nt" and mode & _SHARED == _SHARED


def close_to_others(paths: Iterable[Path]) -> None:
    """Take the permissions of other users from files and folders, and log how many had any.

    Links, shared folders, what belongs to another user and what the system does not let this one
    change stay as they are.
    """
    if os.name == "nt":
        return
    closed = [path for path in paths if _close(path)]
    if closed:
        logger.warning("Other users could open %d files and folders: %r", len(closed), closed[0])


def all_below(top: Path) -> Iterator[Path]:
    """Yield a file or folder, and everything in it. Links are not followed, shared folders not
    listed.
    """
    waiting = [top]
    while waiting:
        path = waiting.pop()
        yield path
        if path.is_dir() and not path.is_symlink() and not is_shared(path):
            with suppress(OSError):
                waiting += path.iterdir()


def _close(path: Path) -> bool:
    """Return whether permissions were taken. The file is not opened: see `create_private_file`."""
    try:
        status = path.lstat()
        if not _can_be_closed(status):
            return False
        path.chmod(stat.S_IMODE(status.st_mode) & ~_OTHERS)
        return not path.lstat().st_mode & _OTHERS  # some file systems ignore it
    except OSError:
        return False


def _can_be_closed(status: os.stat_result) -> bool:
    is_folder = stat.S_ISDIR(status.st_mode)
    if is_folder and status.st_mode & _SHARED == _SHARED:
        return False
    is_file = stat.S_ISREG(status.st_mode) and status.st_nlink == 1
    return (
        (is_folder or is_file) and status.st_uid == os.getuid() and bool(status.st_mode & _OTHERS)
    )
