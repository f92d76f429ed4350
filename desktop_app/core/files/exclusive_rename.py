"""Rename a file, but never over another one."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

_CURRENT_FOLDER = -100  # AT_FDCWD
_NO_REPLACE = 1  # RENAME_NOREPLACE


def rename_exclusively(source: Path, target: Path) -> None:
    """Rename a file unless `target` exists. Raises FileExistsError and other OSErrors.

    Linux and Windows do this in one step. Other systems and some network drives cannot: there, the
    name is reserved by an empty file, which a kill or a loss of power at that instant may leave.
    """
    try:
        _rename_exclusively(source, target)
    except FileExistsError:
        if not is_in_other_capitals(source, target):
            raise
        source.rename(target)
        if is_in_other_capitals(source, target):
            raise  # this disk keeps the capitals that a file was made with


def is_in_other_capitals(source: Path, target: Path) -> bool:
    """Whether `target` is the file `source`, on a disk where capitals make no difference."""
    if source.parent != target.parent or source.name.lower() != target.name.lower():
        return False
    try:
        names = {path.name for path in source.parent.iterdir()}
        return target.name not in names and source.samefile(target)
    except OSError:
        return False


def _rename_exclusively(source: Path, target: Path) -> None:
    if os.name == "nt":
        source.rename(target)  # never replaces a file there
    elif not _renamed_by_linux(source, target):
        rename_over_reserved(source, target)


def rename_over_reserved(source: Path, target: Path) -> None:
    """Create an empty `target`, and rename the file over it. Raises OSError."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        source.replace(target)
    except BaseException:
        target.unlink()
        raise


def _renamed_by_linux(source: Path, target: Path) -> bool:
    """False if the system or the file system cannot do this. Raises OSError."""
    rename = _renameat2()
    if rename is None:
        return False
    names = os.fsencode(source), os.fsencode(target)
    if b"\0" in b"".join(names):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))  # C would cut the name
    if rename(_CURRENT_FOLDER, names[0], _CURRENT_FOLDER, names[1], _NO_REPLACE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(number, os.strerror(number), str(target))


@lru_cache(maxsize=1)
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """Linux's function, which Python's library lacks; None on other systems."""
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return None
    place = ctypes.c_int, ctypes.c_char_p
    function.argtypes = [*place, *place, ctypes.c_uint]
    return function
