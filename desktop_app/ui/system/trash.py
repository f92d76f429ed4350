"""Moves files to the system's trash and back. Nothing is ever deleted here.

QFile does this on every system and, unlike other libraries, returns the new path, which an undo
needs. It refuses if the disk has no trash.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Generator, Iterable
from pathlib import Path

from PySide6.QtCore import QFile

from desktop_app.core.files.file_moves import Placed, Step, attempt, move_file


def trash_files(paths: Iterable[Path]) -> Generator[Step]:
    """Move files to the trash, and yield the new place of each."""
    for path in paths:
        yield attempt(path, lambda path=path: _to_trash(path))  # type: ignore[misc]


def put_back(moves: Iterable[Placed]) -> Generator[Step]:
    """Undo moves, also out of the trash; a file gets a numbered name if its path is taken."""
    for move in moves:
        yield attempt(move.target, lambda move=move: _back(move))  # type: ignore[misc]


def _to_trash(path: Path) -> Path:
    """Raises OSError."""
    os.lstat(path)
    name = os.fspath(path)
    if name != name.encode("utf-8", "replace").decode():
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ))  # Qt would look for another name
    file = QFile(name)
    if not file.moveToTrash():
        raise OSError(errno.EIO, file.errorString())
    return Path(file.fileName())


def _back(move: Placed) -> Path:
    """Raises OSError."""
    move.source.parent.mkdir(parents=True, exist_ok=True)
    back = move_file(move.target, move.source)
    note = _note_of(move.target)
    if note is not None:
        note.unlink(missing_ok=True)
    return back


def _note_of(in_trash: Path) -> Path | None:
    """The file in which a trash remembers where something came from: freedesktop.org's
    `files/NAME` has `info/NAME.trashinfo`, Windows' `$RNAME` has `$INAME`.
    """
    beside = in_trash.parent.with_name("info") / f"{in_trash.name}.trashinfo"
    if in_trash.parent.name == "files" and beside.exists():
        return beside
    if os.name == "nt" and in_trash.name.startswith("$R"):
        return in_trash.with_name(f"$I{in_trash.name[2:]}")
    return None
