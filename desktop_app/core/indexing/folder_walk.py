"""List the files under a root, with care for hidden files, link loops and unreadable folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_INT64 = 2**63 - 1  # the largest number that SQLite stores


@dataclass(frozen=True)
class FoundFile:
    """A regular file.

    Attributes:
        name: May hold surrogate escapes.
        size: In bytes.
        mtime_ns: Time of the last change of its content; programs can set it.
        ctime_ns: Time of the last change of content, name or permissions, which only the system
            sets; None where the system has no such time.
        inode: Number of the file in its file system, below 2^63; None where there is none.
    """

    name: str
    size: int
    mtime_ns: int
    ctime_ns: int | None = None
    inode: int | None = None


@dataclass(frozen=True)
class Folder:
    """One folder under a root. `files` is None if the folder cannot be read."""

    path: Path
    files: list[FoundFile] | None


def walk(root: Path, left_out: Collection[Path] = ()) -> Iterator[Folder]:
    """Yield every folder under `root` that is not hidden, depth first, sorted by name.

    Links to folders are followed, except into a folder that is being walked already. The folders
    in `left_out` are neither opened nor yielded.
    """
    if root not in left_out:
        yield from _walk(root, (), left_out)


def is_hidden(name: str) -> bool:
    return name.startswith(".")


def _walk(
    folder: Path, above: tuple[tuple[int, int], ...], left_out: Collection[Path]
) -> Iterator[Folder]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in above:
            return
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield Folder(folder, None)
        return
    yield Folder(folder, [file for entry in entries if (file := _file(entry)) is not None])
    here = (*above, (status.st_dev, status.st_ino))
    for entry in entries:
        inner = Path(entry.path)
        if inner not in left_out and not is_hidden(entry.name) and _is_folder(entry):
            yield from _walk(inner, here, left_out)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(entry: os.DirEntry[str]) -> FoundFile | None:
    """Return a regular file; None for anything else, and for broken links."""
    try:
        if not entry.is_file():
            return None
        status = entry.stat()
    except OSError:
        return None
    return found_file(entry.name, status)


def found_file(name: str, status: os.stat_result) -> FoundFile:
    """Return what a scan compares of a file."""
    if sys.platform == "win32":  # st_ctime is the time of creation there
        return FoundFile(name, status.st_size, status.st_mtime_ns)
    inode = status.st_ino & _INT64
    return FoundFile(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, inode)
