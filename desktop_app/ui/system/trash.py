"""Moves files to the system's trash and back. Nothing is ever deleted here.

QFile does this on every system and, unlike other libraries, returns the new path, which an undo
needs. It refuses if the disk has no trash.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile, QStandardPaths

from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step, attempt, flushed_at_end
from desktop_app.core.files.hard_links import separate_file
from desktop_app.core.files.move_history import MovedFile
from desktop_app.core.files.photo_moves import Move, moving
from desktop_app.core.files.sidecars import (
    OwnSidecar,
    WrittenSidecar,
    own_sidecars,
    restore_sidecar,
)

logger = logging.getLogger(__name__)


def trash_files(paths: Iterable[Path]) -> Generator[Step]:
    """Move photos to the trash, then their sidecars, and yield the new place of each photo.

    The trash is on the disk of the file; QFile refuses to copy to another. A sidecar that stays is
    a step of its own.
    """
    yield from flushed_at_end(step for path in paths for step in _trashed(path))


def _trashed(path: Path) -> Iterator[Step]:
    sidecars = own_sidecars(path)
    step = attempt(path, lambda: _to_trash(path))
    if isinstance(step, NotPlaced):
        yield step
        return
    followed = [attempt(each.path, lambda each=each: _to_trash(each.path)) for each in sidecars]  # type: ignore[misc]
    moved = tuple(
        OwnSidecar(done.target, each.is_long)
        for each, done in zip(sidecars, followed, strict=True)
        if isinstance(done, Placed)
    )
    yield replace(step, moved_sidecars=moved)
    yield from (done for done in followed if isinstance(done, NotPlaced))


def put_back(moves: list[MovedFile]) -> Generator[Step]:
    """Undo moves, also out of the trash, and links; a file gets a numbered name if its path is
    taken.

    A file that was changed since stays: it may be another one that got its name. The last move is
    undone first: it may have got the name that the one before it has left.
    """
    with moving({moved.source.parent for moved in moves}) as move:
        yield from flushed_at_end(
            attempt(moved.target, lambda moved=moved: _back(moved, move))  # type: ignore[misc]
            for moved in reversed(moves)
        )


def _to_trash(path: Path) -> Path:
    """Raises OSError."""
    os.lstat(path)
    name = os.fspath(path)
    if name != name.encode("utf-8", "replace").decode():
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ))  # Qt would look for another name
    _make_place_of_trash()
    file = QFile(name)
    if not file.moveToTrash():
        raise OSError(errno.EIO, file.errorString())
    return Path(file.fileName())


def _make_place_of_trash() -> None:
    """QFile makes the trash of a new user, but not the folder that it belongs into."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    make_folder(Path(data))


def _back(moved: MovedFile, move: Move) -> Placed:
    """Raises OSError."""
    if moved.is_undone():
        return Placed(moved.target, moved.source)
    if not moved.is_unchanged():
        raise OSError(0, QCoreApplication.translate("trash", "it was changed since"))
    if moved.former_mtime_ns is not None:
        return Placed(moved.target, separate_file(moved.target, moved.former_mtime_ns))
    make_folder(moved.source.parent)
    _take_back(moved.sidecar)
    sidecars = [each for each in moved.moved_sidecars if each.is_there]
    back = move(moved.target, moved.source, sidecars)
    for path in (moved.target, *(each.path for each in sidecars)):
        note = _note_of(path)
        if note is not None:
            note.unlink(missing_ok=True)
    return back


def _take_back(sidecar: WrittenSidecar | None) -> None:
    """The photo comes back in any case."""
    try:
        if sidecar is not None:
            restore_sidecar(sidecar)
    except OSError:
        logger.warning("%r stays as it is", sidecar.path if sidecar else None, exc_info=True)


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
