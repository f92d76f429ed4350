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
_UNNUMBERED_TYPES = frozenset("vfat exfat msdos fat32".split())  # no numbers of files on disk
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE

Mounts = list[tuple[str, str]]  # mount points and types of file systems, in the order of mounting


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
    return file_system_type(mounts(), folder) in _NETWORK_TYPES


def folder_identity(folder: Path) -> str:
    """Return a text that tells a folder from any other folder at the same path.

    It consists of the numbers of the file system and of the folder in it, and stays the same
    when a disk is unmounted and mounted again; some file systems get another number then. Empty if
    the folder cannot be read.
    """
    try:
        return f"{_file_system(folder):x}:{folder.stat().st_ino:x}"
    except OSError:
        return ""


def is_gone_from_its_drive(folder: Path, identity: str) -> bool:
    """Return True if a folder was deleted or moved, rather than unplugged with its drive.

    That is certain only if the closest folder above that exists is of the file system that
    `identity` names.
    """
    try:
        folder.stat()
    except FileNotFoundError:
        above = next(parent for parent in folder.parents if parent.exists())
        return folder_identity(above).partition(":")[0] == identity.partition(":")[0] != ""
    except OSError:
        return False
    return False


def _file_system(folder: Path) -> int:
    """Return the number of a file system. Raises OSError."""
    if sys.platform != "win32" and (number := os.statvfs(folder).f_fsid):
        return number
    return folder.stat().st_dev


def has_lasting_inodes(mounted: Mounts, folder: Path) -> bool:
    """Return False if the system numbers the files of a folder anew at every mount."""
    kind = file_system_type(mounted, folder)
    return kind not in _NETWORK_TYPES | _UNNUMBERED_TYPES and not kind.startswith("fuse")


def mounts_around(mounted: Mounts, folder: Path) -> Mounts:
    """Return the mounts above, at and below a folder."""
    return [
        (point, kind)
        for point, kind in mounted
        if folder.is_relative_to(point) or Path(point).is_relative_to(folder)
    ]


def mounts() -> Mounts:
    """Return the file systems that are mounted. Does not access them."""
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
