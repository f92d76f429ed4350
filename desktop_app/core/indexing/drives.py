"""Does a folder lie on another machine? There, changes are not told of, or only some."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_NETWORK_TYPES = frozenset(
    "9p afpfs afs beegfs ceph cifs coda davfs fuse.ceph fuse.davfs2 fuse.glusterfs"
    " fuse.gvfsd-fuse fuse.rclone fuse.s3fs fuse.sshfs gfs2 glusterfs lustre ncpfs nfs nfs4"
    " ocfs2 smb3 smbfs webdav".split()
)
_WINDOWS_REMOTE = 4


def is_network_drive(folder: Path) -> bool:
    """By the type of the file system; unknown counts as local. Never touches the drive itself."""
    if sys.platform == "win32":
        return _is_remote_on_windows(folder)
    if sys.platform == "darwin":
        return _type_on_macos(folder) in _NETWORK_TYPES
    try:
        mounts = Path("/proc/mounts").read_bytes()
    except OSError:
        return False
    return mounted_type(mounts, folder) in _NETWORK_TYPES


def mounted_type(mounts: bytes, folder: Path) -> str:
    """The type of the file system that holds a folder, by the lines of /proc/mounts.

    The deepest mount counts, and of several at one place the last.
    """
    best, found = Path(), ""
    for line in mounts.splitlines():
        fields = line.split(b" ")
        if len(fields) < 3:
            continue
        place = Path(_unescaped(fields[1]))
        if folder.is_relative_to(place) and len(place.parts) >= len(best.parts):
            best, found = place, fields[2].decode("ascii", "replace")
    return found


def _unescaped(place: bytes) -> str:
    """Spaces, tabs, line ends and backslashes are octal there."""
    for code in (b"040", b"011", b"012", b"134"):
        place = place.replace(b"\\" + code, bytes([int(code, 8)]))
    return place.decode(sys.getfilesystemencoding(), "surrogateescape")


def _is_remote_on_windows(folder: Path) -> bool:
    if folder.drive.startswith("\\\\"):
        return True
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    return bool(kernel.GetDriveTypeW(folder.anchor) == _WINDOWS_REMOTE)


class _StatFs(ctypes.Structure):
    """macOS' struct statfs with 64-bit inodes, up to the name of the type."""

    _fields_ = (
        ("sizes", ctypes.c_uint32 * 2),
        ("counts", ctypes.c_uint64 * 5),
        ("id_owner_type_flags_subtype", ctypes.c_uint32 * 6),
        ("type_name", ctypes.c_char * 16),
        ("rest", ctypes.c_char * 4096),
    )


def _type_on_macos(folder: Path) -> str:
    found = _StatFs()
    if ctypes.CDLL(None).statfs(bytes(folder), ctypes.byref(found)) != 0:
        return ""
    return bytes(found.type_name).decode("ascii", "replace")
