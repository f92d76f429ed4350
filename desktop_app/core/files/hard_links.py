"""Make identical files one file with several paths, and take that back.

A file is whole at its path at any moment, also after a kill or a loss of power.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from desktop_app.core.base.atomic_write import delete_abandoned, flush_folder, temporary_file
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.files.file_moves import Placed, Step, attempt, copy_content

NOT_IDENTICAL = "it is not identical any more"
CHANGED_MEANWHILE = "it was changed meanwhile"
_CHUNK_BYTES = 2**20


def link_files(pairs: Iterable[tuple[Path, Path]]) -> Generator[Step]:
    """Replace the second file of each pair by a hard link to the first, if both are identical.

    A file that differs, lies on another disk, or is a link itself, stays, and the reason is told.
    """
    for kept, copy in pairs:
        yield attempt(copy, lambda kept=kept, copy=copy: _link(kept, copy))  # type: ignore[misc]


def separate_file(path: Path, mtime_ns: int) -> Path:
    """Give a file a content of its own again, and this time. Raises OSError."""
    _regular(path)
    delete_abandoned(path.parent)
    with temporary_file(path.parent) as part:
        copy_content(path, part)
        os.utime(part, ns=(mtime_ns, mtime_ns))
        part.replace(path)
    flush_folder(path.parent)
    return path


def replace_identical(kept: Path, copy: Path, make: Callable[[Path], None]) -> Placed:
    """Replace a file, if its bytes are those of another one on its disk.

    Args:
        kept: The other file.
        copy: The file, which is whole at its path at any moment.
        make: Makes what replaces it from `kept`, at a path beside `copy` where nothing is yet.

    Raises:
        OSError: They are not identical, or not on one disk, or no files; nothing has changed then.
    """
    first, second = _regular(kept), _regular(copy)
    if (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino):
        return Placed(copy, copy)
    with _place_beside(copy) as part:
        make(part)
        if first.st_size != second.st_size or not _are_identical(part, copy):
            raise OSError(0, NOT_IDENTICAL)
        if _changed(first, kept) or _changed(second, copy):
            raise OSError(0, CHANGED_MEANWHILE)
        part.replace(copy)
    flush_folder(copy.parent)
    return Placed(copy, copy, second.st_mtime_ns)


def _link(kept: Path, copy: Path) -> Placed:
    """Raises OSError."""
    return replace_identical(kept, copy, lambda part: os.link(kept, part, follow_symlinks=False))


@contextmanager
def _place_beside(path: Path) -> Iterator[Path]:
    """Yield a free name for a link that gets another name inside the block.

    A link that is left by a kill is deleted like other temporary files. Raises OSError.
    """
    delete_abandoned(path.parent)
    with temporary_file(path.parent) as part:
        part.unlink()
        yield part


def _regular(path: Path) -> os.stat_result:
    """Raises OSError: It is no file, or a link to one."""
    status = path.lstat()
    if not S_ISREG(status.st_mode):
        raise _error(errno.EINVAL, path)
    return status


def _are_identical(one: Path, other: Path) -> bool:
    """Compare two files byte for byte. Raises OSError."""
    with open_regular_file(one) as first, open_regular_file(other) as second:
        while chunk := first.read(_CHUNK_BYTES):
            if chunk != second.read(len(chunk)):
                return False
        return not second.read(1)


def _changed(known: os.stat_result, path: Path) -> bool:
    status = path.lstat()
    fields = ("st_ino", "st_size", "st_mtime_ns")
    return any(getattr(status, field) != getattr(known, field) for field in fields)


def _error(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
