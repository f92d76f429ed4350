"""List the files under a root, with care for hidden files, link loops and unreadable folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FoundFile:
    """A regular file. `name` may hold surrogate escapes."""

    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Folder:
    """One folder under a root. `files` is None if the folder cannot be read."""

    path: Path
    files: list[FoundFile] | None


def walk(root: Path) -> Iterator[Folder]:
    """Yield every folder under `root` that is not hidden, depth first, sorted by name.

    Links to folders are followed, except into a folder that is being walked already.
    """
    yield from _walk(root, ())


def is_hidden(name: str) -> bool:
    return name.startswith(".")


def _walk(folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Folder]:
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
        if _is_folder(entry) and not is_hidden(entry.name):
            yield from _walk(Path(entry.path), here)


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
    return FoundFile(entry.name, status.st_size, status.st_mtime_ns)
