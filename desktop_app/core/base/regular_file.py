"""Open regular files only: never a device, a pipe, a socket, or a file of /proc or /sys.

The files of a library may have been put there by a stranger. Of them, no link is followed either:
it would lead reading, writing and deleting to a place that the user did not choose.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.base.errors import LinkedEntryError

# Their files are windows into the system: reading one may block, change something or never end.
_SYSTEM_TYPES = frozenset(
    "binfmt_misc bpf cgroup cgroup2 configfs debugfs devpts devtmpfs efivarfs fusectl hugetlbfs"
    " mqueue nsfs proc pstore rpc_pipefs securityfs selinuxfs sysfs tracefs".split()
)
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BESIDE_DATABASE = ("-wal", "-shm", "-journal")


def open_regular_file(path: Path, *, follow_links: bool = True) -> BinaryIO:
    """Open a file for reading without blocking; anything but a regular file is not even opened.

    Raises OSError.
    """
    _check(path.stat(follow_symlinks=follow_links), path)
    descriptor = os.open(path, _FLAGS if follow_links else _FLAGS | _NO_LINK)
    try:
        _check(os.fstat(descriptor), path)  # it may have been replaced in between
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def check_own(path: Path) -> None:
    """Raise LinkedEntryError if a link, or what is no file, is at a path of a library or inside it.

    Nothing needs to be there.
    """
    paths = [path]
    while paths:
        found = paths.pop()
        try:
            mode = found.lstat().st_mode
        except OSError:  # it is not there, or whoever opens it will say why it cannot be
            continue
        if stat.S_ISDIR(mode):
            paths += [Path(entry.path) for entry in _entries(found)]
        elif not stat.S_ISREG(mode):
            raise LinkedEntryError(found)


def check_own_database(path: Path) -> None:
    """Do the same for a SQLite file and the files that SQLite makes beside it."""
    for suffix in ("", *_BESIDE_DATABASE):
        check_own(path.with_name(path.name + suffix))


def own_subfolders(folder: Path, pattern: str = "*") -> list[Path]:
    """Return the folders in a folder whose names match, without links, by name."""
    found = [entry for entry in _entries(folder) if entry.is_dir(follow_symlinks=False)]
    return sorted(Path(entry.path) for entry in found if fnmatchcase(entry.name, pattern))


def delete_own_files(folder: Path, patterns: Iterable[str]) -> None:
    """Delete the files in a folder whose names match a pattern, and the folder if it is empty then.

    Nothing behind a link is deleted: not if the folder is one, and of one inside it, only the link.
    Raises OSError.
    """
    if folder.is_symlink():
        return
    for entry in _entries(folder):
        is_ours = any(fnmatchcase(entry.name, pattern) for pattern in patterns)
        if is_ours and not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)  # noqa: PTH108 -- a DirEntry
    with suppress(OSError):
        folder.rmdir()


def is_system_device(device: int) -> bool:
    """Whether a device number (st_dev) belongs to a file system like /proc."""
    return device in _system_devices()


def _check(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode) or is_system_device(status.st_dev):
        raise OSError(0, "not a regular file", str(path))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return the entries of a folder; none if it cannot be read."""
    with suppress(OSError), os.scandir(folder) as listing:
        return list(listing)
    return []


@lru_cache(maxsize=1)
def _system_devices() -> frozenset[int]:
    """Return the devices of file systems like /proc, as Linux lists them; elsewhere, none."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(errors="replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(
        os.makedev(*map(int, mount.split()[2].split(":")))
        for mount, _, source in (line.partition(" - ") for line in lines)
        if source.split(" ")[0] in _SYSTEM_TYPES
    )
