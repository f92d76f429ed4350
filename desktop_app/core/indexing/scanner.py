"""Compare a root with the catalogue: find files that are new, changed, gone or back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.catalogue.catalogue import encode_folder
from desktop_app.core.catalogue.roots import ScanPlace
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.files.drives import is_unplugged
from desktop_app.core.indexing.folder_walk import Folder, FoundFile, is_hidden, walk

_FILES_PER_BATCH = 2000


@dataclass
class ScanCounts:
    """What scanning has found so far.

    Attributes:
        seen, unchanged, still_failing, ignored: Numbers of files.
        gone: Ids of the photos whose file is not at its place any more.
        offline_roots, unreadable_folders, paused_roots: What was skipped.
    """

    seen: int = 0
    unchanged: int = 0
    still_failing: int = 0
    ignored: int = 0
    gone: set[int] = field(default_factory=set)
    offline_roots: list[Path] = field(default_factory=list)
    unreadable_folders: list[Path] = field(default_factory=list)
    paused_roots: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class _Known:
    id: int
    size: int
    mtime_ns: int
    ctime_ns: int | None
    inode: int | None
    state: str
    missing: bool

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

    New and changed files become `pending`, files that are gone become `missing`; no row is deleted.
    """

    def __init__(self, writer: CatalogueWriter, place: ScanPlace, counts: ScanCounts) -> None:
        self._writer = writer
        self._connection = writer.connection
        self._root = place.root
        self._start = place.start
        self._is_deep = place.is_deep
        self._counts = counts
        self._visited: set[bytes] = set()
        self._unreadable: list[bytes] = []

    def scan(self) -> Iterator[None]:
        """Scan, and yield between transactions; the counts show the progress."""
        if self._root.paused:
            self._counts.paused_roots.append(self._root.path)
            return
        if self._update_offline():
            self._counts.offline_roots.append(self._root.path)
            return
        yield from self._scan_folders()

    def _scan_folders(self) -> Iterator[None]:
        for folders in _batches(self._folders()):
            with self._writer.batch():
                for folder in folders:
                    self._compare(folder)
            yield
        if self._is_deep or not self._visited:
            with self._writer.batch():
                self._mark_gone_folders()

    def _folders(self) -> Iterator[Folder]:
        """Yield the folders to compare; none if the start is gone, with everything in it."""
        if not _is_gone(self._start):
            yield from walk(self._start) if self._is_deep else islice(walk(self._start), 1)

    def _update_offline(self) -> bool:
        """Find out whether the root is offline, store that, and return it."""
        query = "SELECT 1 FROM photos WHERE root_id = ? AND missing = 0 LIMIT 1"
        had_files = self._connection.execute(query, (self._root.id,)).fetchone() is not None
        is_offline = is_unplugged(self._root.path, had_files=had_files)
        with self._writer.batch():
            update = "UPDATE roots SET offline = ? WHERE id = ?"
            self._connection.execute(update, (is_offline, self._root.id))
        return is_offline

    def _compare(self, folder: Folder) -> None:
        relative = encode_folder(folder.path.relative_to(self._root.path))
        self._visited.add(relative)
        if folder.files is None:
            self._unreadable.append(relative)
            self._counts.unreadable_folders.append(folder.path)
            return
        known = self._known(relative)
        for file in folder.files:
            name = os.fsencode(file.name)
            self._counts.seen += 1
            self._compare_file(relative, name, file, known.pop(name, None))
        for gone in known.values():
            self._mark_missing(gone)

    def _known(self, folder: bytes) -> dict[bytes, _Known]:
        rows = self._connection.execute(
            "SELECT name, id, size, mtime_ns, ctime_ns, inode, state, missing FROM photos"
            " WHERE root_id = ? AND folder = ? ORDER BY name",
            (self._root.id, folder),
        )
        return {name: _Known(*facts) for name, *facts in rows}

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
        rows = self._connection.execute(
            "SELECT DISTINCT folder FROM photos WHERE root_id = ? AND missing = 0",
            (self._root.id,),
        ).fetchall()
        start = encode_folder(self._start.relative_to(self._root.path))
        for (folder,) in rows:
            is_unknown = any(_is_below(folder, above) for above in self._unreadable)
            if folder not in self._visited and _is_below(folder, start) and not is_unknown:
                for known in self._known(folder).values():
                    self._mark_missing(known)


def _version(file: FoundFile) -> tuple[int, int, int | None, int | None]:
    return file.size, file.mtime_ns, file.ctime_ns, file.inode


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
