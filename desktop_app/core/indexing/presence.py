"""Find out whether the drives of a root are connected: its own, and those mounted inside it.

An unmounted drive leaves no folder, or the empty folder that it was mounted on. A folder that the
user emptied is empty, too: it is still the same folder, or its photos are found at another place.
"""

from __future__ import annotations

import os
import sqlite3
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Root, encode_folder, join_folder
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.opening import read_rows
from desktop_app.core.files.drives import (
    Mounts,
    folder_identity,
    is_gone_from_its_drive,
    is_unplugged,
    mounts,
)
from desktop_app.core.photos.picture_formats import is_picture

_BELOW = "root_id = ?1 AND (?2 = x'' OR folder = ?2 OR folder > ?3 AND folder < ?4)"
_MOST_STRAY_FILES = 8


class Presence(Enum):
    """CONNECTED, UNPLUGGED, or UNCERTAIN: unplugged, or emptied or moved by the user."""

    CONNECTED = auto()
    UNPLUGGED = auto()
    UNCERTAIN = auto()


def is_connected(connection: sqlite3.Connection, root: Root) -> bool:
    """Return True if the folder of a root can be reached now."""
    return _presence(connection, root, mounts()) is Presence.CONNECTED


def update_presence(
    connection: sqlite3.Connection, root: Root, mounted: Mounts
) -> tuple[Presence, list[Path]]:
    """Store whether a root is offline, and which drives are mounted inside it.

    Returns:
        Whether the root is connected, and the folders inside it whose drive is not mounted now.
    """
    presence = _presence(connection, root, mounted)
    unmounted = _update_mount_points(connection, root, mounted)
    is_offline = presence is not Presence.CONNECTED
    connection.execute("UPDATE roots SET offline = ? WHERE id = ?", (is_offline, root.id))
    if not is_offline:
        identity = folder_identity(root.path)
        connection.execute("UPDATE roots SET identity = ? WHERE id = ?", (identity, root.id))
    at = os.fsencode(root.path)
    return presence, [join_folder(at, folder) for folder in unmounted if folder]


def hide_photos_found_elsewhere(writer: CatalogueWriter, root: Root) -> bool:
    """Settle an UNCERTAIN root after everything else was read.

    If every photo of the root is also at another place that can be read, the user has moved them
    there: here they are missing then, until they come back. Runs inside `with writer.batch():`.

    Returns:
        True if the root is not offline: it is there and empty.
    """
    if not _are_all_elsewhere(writer.connection, root):
        return False
    query = "SELECT id FROM photos WHERE root_id = ? AND missing = 0"
    for (photo_id,) in read_rows(writer.connection, tuple[PhotoId], query, root.id):
        writer.mark_missing(photo_id)
    is_there = not is_unplugged(root.path, had_files=False)
    writer.connection.execute("UPDATE roots SET offline = ? WHERE id = ?", (not is_there, root.id))
    return is_there


def _presence(connection: sqlite3.Connection, root: Root, mounted: Mounts) -> Presence:
    had_photos = _has_photos(connection, root, b"")
    was_mounted = b"" in _recorded(connection, root)
    if was_mounted and not _is_mounted(mounted, root.path) and had_photos and _is_bare(root.path):
        return Presence.UNPLUGGED
    if not is_unplugged(root.path, had_files=had_photos):
        return Presence.CONNECTED
    ((identity,),) = read_rows(
        connection, tuple[str], "SELECT identity FROM roots WHERE id = ?", root.id
    )
    if is_unplugged(root.path, had_files=False):
        is_gone = is_gone_from_its_drive(root.path, identity)
        return Presence.UNCERTAIN if is_gone else Presence.UNPLUGGED
    is_same = identity == folder_identity(root.path) != ""
    return Presence.CONNECTED if is_same else Presence.UNCERTAIN


def _update_mount_points(
    connection: sqlite3.Connection, root: Root, mounted: Mounts
) -> list[bytes]:
    """Store the mount points in a root; return those with photos that are not mounted now."""
    points = {Path(point) for point, _ in mounted}
    now = {
        encode_folder(point.relative_to(root.path))
        for point in points
        if point.is_relative_to(root.path)
    }
    connection.executemany(
        "REPLACE INTO mount_points (root_id, folder) VALUES (?, ?)",
        [(root.id, folder) for folder in now],
    )
    unmounted = []
    for folder in sorted(_recorded(connection, root) - now):
        is_offline = _has_photos(connection, root, folder) and _is_bare(
            join_folder(os.fsencode(root.path), folder)
        )
        statement = (
            "UPDATE mount_points SET offline = 1 WHERE root_id = ? AND folder = ?"
            if is_offline
            else "DELETE FROM mount_points WHERE root_id = ? AND folder = ?"
        )
        connection.execute(statement, (root.id, folder))
        unmounted += [folder] if is_offline else []
    return unmounted


def _recorded(connection: sqlite3.Connection, root: Root) -> set[bytes]:
    """Return the folders of a root on which drives were mounted at its last scan."""
    query = "SELECT folder FROM mount_points WHERE root_id = ?"
    rows = read_rows(connection, tuple[bytes], query, root.id)
    return {folder for (folder,) in rows}


def _has_photos(connection: sqlite3.Connection, root: Root, folder: bytes) -> bool:
    """Return True if there were files in or below a folder at the last scan."""
    query = f"SELECT 1 FROM photos WHERE {_BELOW} AND missing = 0 LIMIT 1"  # noqa: S608
    values = (root.id, folder, folder + b"/", folder + b"0")  # '0' follows '/'
    return connection.execute(query, values).fetchone() is not None


def _is_mounted(mounted: Mounts, folder: Path) -> bool:
    return any(Path(point) == folder for point, _ in mounted)


def _is_bare(folder: Path) -> bool:
    """Return True for a folder with nothing but perhaps a note: what drives are mounted on.

    A folder that is not there, or cannot be read, is bare, too.
    """
    try:
        with os.scandir(folder) as listing:
            entries = list(islice(listing, _MOST_STRAY_FILES + 1))
        return len(entries) <= _MOST_STRAY_FILES and all(_is_stray(entry) for entry in entries)
    except OSError:
        return True


def _is_stray(entry: os.DirEntry[str]) -> bool:
    """Return True for a file that is no picture. Links are not followed."""
    return entry.is_file(follow_symlinks=False) and not is_picture(Path(entry.path))


def _are_all_elsewhere(connection: sqlite3.Connection, root: Root) -> bool:
    """Return True if a root has photos, and a connected folder has each of them, too."""
    counted = connection.execute(
        """
        SELECT count(*), total(EXISTS (
            SELECT 1 FROM photos AS twin JOIN roots ON roots.id = twin.root_id
            WHERE twin.content_hash = photo.content_hash AND twin.root_id != photo.root_id
            AND twin.state != 'pending' AND twin.missing = 0 AND roots.offline = 0
        ))
        FROM photos AS photo
        WHERE root_id = ? AND missing = 0 AND content_hash IS NOT NULL AND state != 'ignored'
        """,
        (root.id,),
    )
    photos, elsewhere = counted.fetchone()
    return bool(photos == elsewhere > 0)
