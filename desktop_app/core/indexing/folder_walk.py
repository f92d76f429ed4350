"""List the files under a root. Whatever one entry does, the rest is listed.

Links are followed last, so that what can be reached without a link is listed there. Nothing is
opened but folders.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections import deque
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from desktop_app.core.base.regular_file import is_system_device
from desktop_app.core.indexing.folder_listings import FolderListings
from desktop_app.core.indexing.scan_rules import (
    Identity,
    ScanRules,
    identity,
    is_hidden,
)

logger = logging.getLogger(__name__)

_INT64 = 2**63 - 1  # the largest number that SQLite stores


@dataclass(frozen=True)
class FoundFile:
    """A regular file.

    Attributes:
        name: May hold surrogate escapes.
        size: In bytes.
        mtime_ns: Time of the last change of its content; programs can set it. Limited to what
            SQLite stores: the years 1677 to 2262.
        ctime_ns: Time of the last change of content, name or permissions, which only the system
            sets; None where the system has no such time.
        inode: Number of the file in its file system, below 2^63; None where there is none.
    """

    name: str
    size: int
    mtime_ns: int
    ctime_ns: int | None = None
    inode: int | None = None


def found_file(name: str, status: os.stat_result) -> FoundFile:
    """Return what a scan compares of a file."""
    mtime_ns = _storable(status.st_mtime_ns)
    if sys.platform == "win32":  # st_ctime is the time of creation there
        return FoundFile(name, status.st_size, mtime_ns)
    ctime_ns, inode = _storable(status.st_ctime_ns), status.st_ino & _INT64
    return FoundFile(name, status.st_size, mtime_ns, ctime_ns, inode)


def _storable(number: int) -> int:
    return number if -_INT64 <= number <= _INT64 else max(-_INT64, min(number, _INT64))


class Skip(Enum):
    """Why an entry of a folder was not looked at."""

    LEFT_OUT = auto()  # by a rule or a pattern; or a link, which is looked at last or not at all
    UNREADABLE = auto()
    UNKNOWN = auto()  # a link that only a scan of the whole root decides about; an unmounted drive


@dataclass(frozen=True)
class Folder:
    """One folder under a root.

    Attributes:
        path: Of the folder.
        relative: Its path relative to the root, with '/' between the names; empty for the root.
        files: None if the folder cannot be read.
        skipped: The names of other entries that may have been listed at an earlier time.
    """

    path: Path
    relative: str
    files: list[FoundFile] | None
    skipped: dict[str, Skip] = field(default_factory=dict)


@dataclass(frozen=True)
class _Place:
    """A folder to list. `is_linked`: a link led to it, or to a folder above it."""

    path: str
    relative: str
    is_linked: bool = False

    def entry(self, name: str) -> _Place:
        relative = f"{self.relative}/{name}" if self.relative else name
        return _Place(os.path.join(self.path, name), relative, self.is_linked)  # noqa: PTH118


@dataclass
class _Listing:
    """What was found in one folder: files, folders to list, and what was skipped."""

    place: _Place
    files: list[FoundFile] = field(default_factory=list)
    folders: list[_Place] = field(default_factory=list)
    skipped: dict[str, Skip] = field(default_factory=dict)

    def folder(self) -> Folder:
        """Return the folder; if nothing but names is known, it counts as unreadable as a whole."""
        is_closed = set(self.skipped.values()) == {Skip.UNREADABLE}
        path, relative = Path(self.place.path), self.place.relative
        if is_closed and not self.files and not self.folders:
            return Folder(path, relative, None)
        return Folder(path, relative, self.files, self.skipped)


def walk(folder: Path) -> Iterator[Folder]:
    """List a folder that belongs to no library; see FolderWalk."""
    return FolderWalk(folder, ScanRules(roots=[folder])).folders()


class FolderWalk:
    """Lists the folders of one root that are not hidden or left out, sorted, depth first.

    Each folder is listed once, however many links lead to it, and so is each file behind a link.
    """

    def __init__(
        self,
        root: Path,
        rules: ScanRules,
        unmounted: Collection[Path] = (),
        listings: FolderListings | None = None,
    ) -> None:
        """Create a walk for one scan.

        Args:
            root: The folder to list.
            rules: What is left out.
            unmounted: Folders that are not opened.
            listings: Reads the folders; None reads one after another.
        """
        self._root = str(root)
        self._unmounted = {str(folder) for folder in unmounted}
        self._rules = rules
        self._listings = listings or FolderListings()
        self._visited: set[Identity] = set(rules.reserved)
        self._links: deque[_Place] = deque()
        self._is_whole = True

    def folders(self, relative: str = "", *, is_deep: bool = True) -> Iterator[Folder]:
        """List a folder of the root and, if `is_deep`, those inside it.

        Links are followed only if the whole root is listed: what is behind a link may be found
        elsewhere, too.
        """
        top = _Place(self._root, "")
        self._is_whole = is_deep and not relative
        listed = self._listed(top.entry(relative) if relative else top)
        return listed if is_deep else islice(listed, 1)

    def _listed(self, start: _Place) -> Iterator[Folder]:
        pending = [start]
        while pending:
            self._listings.expect(place.path for place in reversed(pending))
            found = self._list(pending.pop())
            if found is not None:
                yield found.folder()
                pending.extend(reversed(found.folders))
            if not pending:
                pending = self._next_behind_link()

    def _next_behind_link(self) -> list[_Place]:
        while self._links:
            place = self._links.popleft()
            with suppress(OSError):
                if self._is_new(os.stat(place.path)):  # noqa: PTH116 -- a path as text
                    return [place]
        return []

    def _list(self, place: _Place) -> _Listing | None:
        """Return what is in a folder; None if the folder is gone."""
        found = _Listing(place)
        try:
            entries = self._listings.read(place.path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except Exception:  # a place where one entry of a scan fails, see _look_at
            logger.info("%r cannot be listed", place.path, exc_info=True)
            found.skipped["."] = Skip.UNREADABLE
            return found
        for entry in entries:
            self._look_at(entry, found)
        return found

    def _look_at(self, entry: os.DirEntry[str], found: _Listing) -> None:
        """Sort an entry into the listing, whatever it does: the others are not affected."""
        try:
            if entry.is_symlink():
                self._add_link(entry, found)
            elif entry.is_dir(follow_symlinks=False):
                self._add_folder(entry, found)
            else:
                status = entry.stat(follow_symlinks=False)
                self._add_file(entry.name, status, found, is_linked=found.place.is_linked)
        except FileNotFoundError:
            logger.debug("%r is gone", entry.path)
        except Exception:  # one entry of a scan fails
            logger.info("%r cannot be looked at", entry.path, exc_info=True)
            found.skipped[entry.name] = Skip.UNREADABLE

    def _add_folder(self, entry: os.DirEntry[str], found: _Listing) -> None:
        place = found.place.entry(entry.name)
        if is_hidden(entry.name):
            return
        if place.path in self._unmounted:
            found.skipped[entry.name] = Skip.UNKNOWN
            return
        is_left_out = self._rules.leaves_out_folder(self._root, place.relative)
        if not is_left_out and self._is_new(entry.stat(follow_symlinks=False)):
            found.folders.append(place)
        else:
            found.skipped[entry.name] = Skip.LEFT_OUT

    def _add_file(
        self, name: str, status: os.stat_result, found: _Listing, *, is_linked: bool
    ) -> None:
        """Add a regular file; devices, pipes, sockets and what is in /proc are no files."""
        if not stat.S_ISREG(status.st_mode) or is_system_device(status.st_dev):
            return
        is_left_out = self._rules.leaves_out_file(found.place.relative, name)
        if is_left_out or (is_linked and not self._is_new(status)):
            found.skipped[name] = Skip.LEFT_OUT
        else:
            found.files.append(found_file(name, status))

    def _add_link(self, entry: os.DirEntry[str], found: _Listing) -> None:
        place = replace(found.place.entry(entry.name), is_linked=True)
        found.skipped[entry.name] = Skip.LEFT_OUT
        if not self._rules.follows(os.path.realpath(entry.path)):
            return
        if not self._is_whole:
            found.skipped[entry.name] = Skip.UNKNOWN
        elif entry.is_dir():
            is_left_out = self._rules.leaves_out_folder(self._root, place.relative)
            self._links.extend([] if is_left_out or is_hidden(entry.name) else [place])
        else:
            self._add_linked_file(entry, found)

    def _add_linked_file(self, entry: os.DirEntry[str], found: _Listing) -> None:
        with suppress(OSError):  # a link that leads nowhere is no file
            status = entry.stat()
            del found.skipped[entry.name]
            self._add_file(entry.name, status, found, is_linked=True)

    def _is_new(self, status: os.stat_result) -> bool:
        """Record a visit; False if there was one before, and for a file system like /proc."""
        which = identity(status)
        if which in self._visited or is_system_device(status.st_dev):
            return False
        if which is not None:
            self._visited.add(which)
        return True
