"""Open regular files only: never a device, a pipe, a socket, or a file of /proc or /sys."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

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


def open_regular_file(path: Path) -> BinaryIO:
    """Open a file for reading without blocking; anything but a regular file is not even opened.

    Raises OSError.
    """
    _check(os.stat(path), path)  # noqa: PTH116 -- as os.open and os.fstat below
    descriptor = os.open(path, _FLAGS)
    try:
        _check(os.fstat(descriptor), path)  # it may have been replaced in between
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def is_system_device(device: int) -> bool:
    """Whether a device number (st_dev) belongs to a file system like /proc."""
    return device in _system_devices()


def _check(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode) or is_system_device(status.st_dev):
        raise OSError(0, "not a regular file", str(path))


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
