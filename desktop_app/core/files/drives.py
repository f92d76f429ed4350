"""The drives that folders lie on: network drives, and drives that are unplugged."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import psutil

_NETWORK_TYPES = frozenset(
    "9p afpfs afs beegfs ceph cifs coda davfs fuse.ceph fuse.davfs2 fuse.glusterfs"
    " fuse.gvfsd-fuse fuse.rclone fuse.s3fs fuse.sshfs gfs2 glusterfs lustre ncpfs nfs nfs4"
    " ocfs2 smb3 smbfs webdav".split()
)
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE


def is_unplugged(folder: Path, *, had_files: bool) -> bool:
    """Return True if the drive of a folder is not connected.

    A folder that cannot be read counts as unplugged, and so does an empty one that had files: an
    unmounted drive leaves the empty folder that it was mounted on.
    """
    try:
        with os.scandir(folder) as entries:
            is_empty = next(entries, None) is None
    except OSError:
        return True
    return is_empty and had_files


def is_network_drive(folder: Path) -> bool:
    """Return True if a folder lies on another machine, where changes are not reported reliably.

    Judged by the type of the file system; unknown types count as local. Does not access the drive.
    """
    if sys.platform == "win32":
        return _is_remote_on_windows(folder)
    return file_system_type(_mounts(), folder) in _NETWORK_TYPES


def _mounts() -> list[tuple[str, str]]:
    """Return mount points and types, in the order of mounting."""
    try:
        return [(part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=True)]
    except OSError:
        return []


def file_system_type(mounts: Iterable[tuple[str, str]], folder: Path) -> str:
    """Return the type of the file system that holds a folder; empty if no mount does.

    Args:
        mounts: Mount points and types, in the order of mounting: the deepest mount point above the
            folder counts, and of equal ones the last.
        folder: An absolute path.
    """
    best, found = Path(), ""
    for mount_point, kind in mounts:
        place = Path(mount_point)
        if folder.is_relative_to(place) and len(place.parts) >= len(best.parts):
            best, found = place, kind
    return found


def _is_remote_on_windows(folder: Path) -> bool:
    """Ask for the type of the drive letter; psutil would access the drive."""
    if folder.drive.startswith("\\\\"):
        return True
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    return bool(kernel.GetDriveTypeW(folder.anchor) == _WINDOWS_REMOTE)
