"""Compare a root with the catalogue: find files that are new, changed, gone or back."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from desktop_app.core.base.errors import AppError, PhotoProblem
from desktop_app.core.catalogue.catalogue import Root, encode_folder, root_path
from desktop_app.core.catalogue.roots import ScanPlace
from desktop_app.core.catalogue.schema import Missing, PhotoId, State
from desktop_app.core.catalogue.writer import EXCLUDED, CatalogueWriter
from desktop_app.core.database.opening import read_rows
from desktop_app.core.files.drives import Mounts, has_lasting_inodes, mounts, mounts_around
from desktop_app.core.indexing.folder_walk import Folder, FolderWalk, FoundFile, Skip
from desktop_app.core.indexing.presence import Presence, update_presence
from desktop_app.core.indexing.scan_rules import (
    ScanRules,
    is_behind_link,
    is_hidden,
    relative_path,
)

logger = logging.getLogger(__name__)

_FILES_PER_BATCH = 2000
_Item = TypeVar("_Item")


@dataclass
class ScanCounts:
    """What scanning has found so far.

    Attributes:
        seen, unchanged, still_failing, ignored: Numbers of files.
        gone: Ids of the photos whose file is not at its place any more.
        offline_roots, offline_folders, unreadable_folders, unreadable_files, paused_roots: What was
            skipped; `offline_folders` are those in roots whose drive is not mounted.
        uncertain: Those of `offline_roots` that the user may have emptied or moved.
    """

    seen: int = 0
    unchanged: int = 0
    still_failing: int = 0
    ignored: int = 0
    gone: set[int] = field(default_factory=set)
    offline_roots: list[Path] = field(default_factory=list)
    unreadable_folders: list[Path] = field(default_factory=list)
    unreadable_files: list[Path] = field(default_factory=list)
    paused_roots: list[Path] = field(default_factory=list)
    offline_folders: list[Path] = field(default_factory=list)
    uncertain: list[Root] = field(default_factory=list)


class _Known(NamedTuple):
    name: bytes
    id: PhotoId
    size: int
    mtime_ns: int
    ctime_ns: int | None
    inode: int | None
    state: State
    missing: Missing

    def matches(self, file: FoundFile) -> bool:
        """Return False if the file may have another content than at the last scan."""
        return (
            (self.size, self.mtime_ns) == (file.size, file.mtime_ns)
            and self.ctime_ns in {None, file.ctime_ns}
            and self.inode in {None, file.inode}
        )

    def lacks(self, file: FoundFile) -> bool:
        """Return True if the scan tells more of this file than is stored."""
        return (self.ctime_ns, self.inode) != (file.ctime_ns, file.inode)


class RootScanner:
    """Updates the catalogue's rows of one root, or of one folder in it.

    New and changed files become `pending`, files that are gone become `missing`, and those that
    the rules leave out are excluded; no row is deleted.
    """

    def __init__(
        self, writer: CatalogueWriter, place: ScanPlace, rules: ScanRules, counts: ScanCounts
    ) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._root = place.root
        self._rules = rules
        # What is behind a link may be found elsewhere, too: only a scan of the whole root can tell.
        is_whole = is_behind_link(place.start, place.root.path)
        self._start = "" if is_whole else relative_path(place.start, place.root.path)
        self._is_deep = place.is_deep or is_whole
        self._counts = counts
        self._visited: set[bytes] = set()
        self._skipped: dict[bytes, Skip] = {}
        self._unmounted: list[Path] = []
        self._mounts: Mounts = []

    def scan(self) -> Iterator[None]:
        """Scan, and yield between transactions; the counts show the progress."""
        if self._root.paused:
            _add_once(self._counts.paused_roots, self._root.path)
            return
        if self._is_connected():
            yield from self._scan_folders()

    def _scan_folders(self) -> Iterator[None]:
        if not self._rules.enters(str(self._root.path), self._start):
            return
        for folders in _batches(self._folders()):
            with self._writer.batch():
                for folder in folders:
                    self._compare(folder)
            yield
        # Nothing is gone if the drive was unplugged meanwhile.
        if self._is_connected() and (self._is_deep or not self._visited):
            with self._writer.batch():
                self._mark_gone_folders()

    def _folders(self) -> Iterator[Folder]:
        """Yield the folders to compare; none if the start is gone, with everything in it."""
        start = self._root.path / self._start
        unentered = [*self._unmounted, *self._inner_roots()]
        if not _is_gone(start) and {start, *start.parents}.isdisjoint(unentered):
            walk = FolderWalk(self._root.path, self._rules, unentered)
            yield from walk.folders(self._start, is_deep=self._is_deep)

    def _is_connected(self) -> bool:
        """Find out which drives of the root are connected, store that, and return if its own is."""
        self._mounts = mounts_around(mounts(), self._root.path)
        with self._writer.batch():
            presence, self._unmounted = update_presence(self._connection, self._root, self._mounts)
        for folder in self._unmounted:
            self._skipped[encode_folder(folder.relative_to(self._root.path))] = Skip.UNKNOWN
        if presence is Presence.CONNECTED:
            _add_once(self._counts.offline_folders, *self._unmounted)
            return True
        _add_once(self._counts.offline_roots, self._root.path)
        if presence is Presence.UNCERTAIN:
            _add_once(self._counts.uncertain, self._root)
        return False

    def _inner_roots(self) -> list[Path]:
        rows = read_rows(self._connection, tuple[bytes], "SELECT path FROM roots")
        paths = [root_path(path) for (path,) in rows]
        return [path for path in paths if self._root.path in path.parents]

    def _compare(self, folder: Folder) -> None:
        relative = os.fsencode(folder.relative)
        self._visited.add(relative)
        if folder.files is None:
            self._skipped[relative] = Skip.UNREADABLE
            self._counts.unreadable_folders.append(folder.path)
            return
        known = self._known(relative)
        inodes_last = has_lasting_inodes(self._mounts, folder.path)
        for found in folder.files:
            file = found if inodes_last else replace(found, inode=None)
            self._counts.seen += 1
            self._compare_safely(folder, file, known.pop(os.fsencode(file.name), None))
        for name, skip in folder.skipped.items():
            self._skip(folder, name, skip, known.pop(os.fsencode(name), None))
        for gone in known.values():
            self._mark_missing(gone)

    def _compare_safely(self, folder: Folder, file: FoundFile, known: _Known | None) -> None:
        """Compare a file, and only report it if that raises what nobody foresaw."""
        try:
            relative, name = os.fsencode(folder.relative), os.fsencode(file.name)
            self._compare_file(relative, name, file, known)
        except (AppError, sqlite3.Error):
            raise  # the library itself
        except Exception:  # one entry of a scan fails
            path = folder.path / file.name
            logger.warning("Unexpected error while comparing %r", path, exc_info=True)
            self._counts.unreadable_files.append(path)

    def _skip(self, folder: Folder, name: str, skip: Skip, known: _Known | None) -> None:
        """Record an entry that was not looked at; what is known of it, or inside it, is kept."""
        relative = f"{folder.relative}/{name}" if folder.relative else name
        self._skipped[os.fsencode(relative)] = skip
        if skip is Skip.UNREADABLE:
            self._counts.unreadable_files.append(folder.path / name)
        if skip is Skip.LEFT_OUT and known is not None and known.missing != EXCLUDED:
            self._writer.exclude(known.id)

    def _known(self, folder: bytes) -> dict[bytes, _Known]:
        rows = read_rows(
            self._connection,
            _Known,
            "SELECT name, id, size, mtime_ns, ctime_ns, inode, state, missing FROM photos"
            " WHERE root_id = ? AND folder = ? ORDER BY name",
            *(self._root.id, folder),
        )
        return {known.name: known for known in rows}

    def _compare_file(
        self, folder: bytes, name: bytes, file: FoundFile, known: _Known | None
    ) -> None:
        if known is None:
            self._insert(folder, name, file)
        elif not known.matches(file):
            self._update(known, file)
        else:
            self._count_unchanged(known, file)

    def _update(self, known: _Known, file: FoundFile) -> None:
        """Make a file wait to be read that may have changed. Hidden files are never read."""
        hidden = is_hidden(file.name)
        self._counts.ignored += hidden
        self._connection.execute(
            "UPDATE photos SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?,"
            " state = ?, missing = 0 WHERE id = ?",
            (*_version(file), "ignored" if hidden else "pending", known.id),
        )

    def _insert(self, folder: bytes, name: bytes, file: FoundFile) -> None:
        hidden = is_hidden(file.name)
        self._counts.ignored += hidden
        self._connection.execute(
            "INSERT INTO photos"
            " (root_id, folder, name, size, mtime_ns, ctime_ns, inode, state, problem)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._root.id,
                folder,
                name,
                *_version(file),
                "ignored" if hidden else "pending",
                PhotoProblem.HIDDEN if hidden else "",
            ),
        )

    def _count_unchanged(self, known: _Known, file: FoundFile) -> None:
        if known.missing:
            self._writer.mark_found(known.id)
        if known.lacks(file):
            self._connection.execute(
                "UPDATE photos SET ctime_ns = ?, inode = ? WHERE id = ?",
                (file.ctime_ns, file.inode, known.id),
            )
        self._counts.unchanged += known.state == "indexed"
        self._counts.still_failing += known.state == "failed"
        self._counts.ignored += known.state == "ignored"

    def _mark_missing(self, known: _Known) -> None:
        if not known.missing:
            if known.state != "ignored":
                self._counts.gone.add(known.id)
            self._writer.mark_missing(known.id)

    def _mark_gone_folders(self) -> None:
        rows = read_rows(
            self._connection,
            tuple[bytes],
            "SELECT DISTINCT folder FROM photos WHERE root_id = ? AND missing = 0",
            self._root.id,
        )
        start = os.fsencode(self._start)
        for (folder,) in rows:
            if folder not in self._visited and _is_below(folder, start):
                self._mark_gone_folder(folder)

    def _mark_gone_folder(self, folder: bytes) -> None:
        """Update the photos of a folder that the scan has not come to."""
        skip = self._skip_above(folder)
        for known in self._known(folder).values():
            if skip is None:
                self._mark_missing(known)
            elif skip is Skip.LEFT_OUT and not known.missing:
                self._writer.exclude(known.id)

    def _skip_above(self, folder: bytes) -> Skip | None:
        """Return why a folder, or one that it lies in, was skipped; None if it was not."""
        names = folder.split(b"/")
        above = (b"/".join(names[:count]) for count in range(len(names) + 1))
        return next((self._skipped[each] for each in above if each in self._skipped), None)


def _version(file: FoundFile) -> tuple[int, int, int | None, int | None]:
    return file.size, file.mtime_ns, file.ctime_ns, file.inode


def _add_once(items: list[_Item], *added: _Item) -> None:
    """Two places of one root can be scanned."""
    items += [item for item in added if item not in items]


def _is_gone(folder: Path) -> bool:
    """Return True if a folder does not exist; one that cannot be read does."""
    try:
        folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _is_below(folder: bytes, ancestor: bytes) -> bool:
    return not ancestor or folder == ancestor or folder.startswith(ancestor + b"/")


def _batches(folders: Iterator[Folder]) -> Iterator[list[Folder]]:
    """Group folders into lists with about _FILES_PER_BATCH files in total."""
    batch: list[Folder] = []
    size = 0
    for folder in folders:
        batch.append(folder)
        size += len(folder.files or ()) + 1
        if size >= _FILES_PER_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
