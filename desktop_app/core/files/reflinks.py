"""Let identical files share their space on the disk, and stay files of their own.

Who writes one of them later changes that one only: the file system copies what is written (reflinks
of Btrfs, XFS and bcachefs, clones of APFS).
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Generator, Iterable
from pathlib import Path

from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.files.file_moves import Placed, Step, attempt
from desktop_app.core.files.hard_links import replace_identical

CAN_SHARE = sys.platform in ("linux", "darwin")
NOT_SHARED = "its disk cannot share the space of files; Btrfs, XFS and APFS can"

_FICLONE = 0x40049409  # of linux/fs.h
_CANNOT = (errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOTTY, errno.ENOSYS, errno.EINVAL)


def reflink_files(pairs: Iterable[tuple[Path, Path]]) -> Generator[Step]:
    """Let the second file of each pair share the space of the first, if both are identical.

    It keeps its times and permissions. A file that differs, or lies on another disk or on one that
    cannot do this, stays, and the reason is told.
    """
    for kept, copy in pairs:
        yield attempt(copy, lambda kept=kept, copy=copy: _share(kept, copy))  # type: ignore[misc]


def _share(kept: Path, copy: Path) -> Placed:
    """Raises OSError."""

    def make(part: Path) -> None:
        _clone(kept, part)
        shutil.copystat(copy, part)

    try:
        return replace_identical(kept, copy, make)
    except OSError as error:
        if error.errno in _CANNOT:
            raise OSError(error.errno, NOT_SHARED, str(copy)) from error
        raise


def _clone(source: Path, target: Path) -> None:
    """Make a file that shares the content of another one. Raises OSError."""
    if sys.platform == "linux":
        import fcntl

        with open_regular_file(source) as original, target.open("xb") as made:
            fcntl.ioctl(made.fileno(), _FICLONE, original.fileno())
            os.fsync(made.fileno())
    elif sys.platform == "darwin":
        _clone_by_apfs(source, target)
    else:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))


def _clone_by_apfs(source: Path, target: Path) -> None:
    """Call clonefile(2), which follows no link. Raises OSError."""
    import ctypes

    no_follow = 1
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(source), os.fsencode(target)
    if library.clonefile(*names, ctypes.c_uint32(no_follow)):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(target))
