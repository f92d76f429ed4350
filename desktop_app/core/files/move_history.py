"""The moves and links of files that can be undone, also after a restart of the program.

Each operation has a record: a file of JSON lines, one for each file that it has moved. It is
written during the operation, so that what a killed program has moved can be undone. Records lie in
the user's own folder and never in a library, which may come from somebody else: an undo moves any
file to any place.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.base.private_files import create_private_folder, private_opener
from desktop_app.core.files.file_moves import Placed, Step
from desktop_app.core.files.sidecars import OwnSidecar, WrittenSidecar

MOST_OPERATIONS = 20
MOST_BYTES = 64 * 2**20  # of one operation: some 200,000 files; further ones are not read
_SUFFIX = ".jsonl"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class MovedFile:
    """A file that was moved from `source` to `target`, and its size and time then.

    Attributes:
        former_mtime_ns: Of a file that shares the content of another one since, and has not moved:
            its time before.
        sidecar: The sidecar that was written before the move.
        moved_sidecars: Its own, where they went with it.
    """

    source: Path
    target: Path
    size: int
    mtime_ns: int
    former_mtime_ns: int | None = None
    sidecar: WrittenSidecar | None = None
    moved_sidecars: tuple[OwnSidecar, ...] = ()

    def is_unchanged(self) -> bool:
        """Whether the file still lies there as it was left. Raises OSError if nothing does."""
        return self._is_at(self.target, self.mtime_ns)

    def is_undone(self) -> bool:
        """Whether the file is back in its place, as after an undo that was killed."""
        try:
            if self.former_mtime_ns is not None:
                return self._is_at(self.source, self.former_mtime_ns) and not self.is_unchanged()
            return not os.path.lexists(self.target) and self._is_at(self.source, self.mtime_ns)
        except OSError:
            return False

    def _is_at(self, path: Path, mtime_ns: int) -> bool:
        state = os.lstat(path)
        return (state.st_size, state.st_mtime_ns) == (self.size, mtime_ns)


class MoveRecord:
    """The files that one operation has moved."""

    def __init__(self, path: Path, moves: list[MovedFile] | None = None) -> None:
        """`path` is the file of the record; without `moves`, they are read from it when needed."""
        self.path = path
        self._moves = moves
        self._is_stored = True

    @property
    def count(self) -> int:
        """The number of moves; does not decode the file, which takes seconds for 100,000."""
        if self._moves is not None:
            return len(self._moves)
        return len(_lines(self.path))

    @property
    def moves(self) -> list[MovedFile]:
        if self._moves is None:
            self._moves = _read(self.path)
        return self._moves

    @property
    def is_renaming(self) -> bool:
        """Whether the files got other names in their folders."""
        return any(move.source.parent == move.target.parent for move in self._first)

    @property
    def is_sharing(self) -> bool:
        """Whether the files have stayed in their places and share the content of others now."""
        return any(move.former_mtime_ns is not None for move in self._first)

    def recorded(self, steps: Generator[Step]) -> Generator[Step]:
        """Pass on the steps of the operation, and record each file that was moved."""
        with closing(steps):
            for step in steps:
                if isinstance(step, Placed) and step.can_be_undone:
                    self._add(step)
                yield step

    @property
    def _first(self) -> list[MovedFile]:
        return self._moves[:1] if self._moves is not None else _read(self.path, 1)

    def delete(self) -> None:
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            logger.warning("Cannot delete %r", self.path, exc_info=True)

    def _add(self, step: Placed) -> None:
        """Where the file cannot be written, the moves can be undone until the program ends."""
        try:
            state = os.lstat(step.target)
            now = state.st_size, state.st_mtime_ns
            move = MovedFile(step.source, step.target, *now, step.former_mtime_ns, step.sidecar)
            move = replace(move, moved_sidecars=step.moved_sidecars)
            self.moves.append(move)
            if self._is_stored:
                _append(self.path, encode_json(move) + "\n")
        except OSError:
            self._is_stored = False
            logger.warning("Cannot record a move in %r", self.path, exc_info=True)


class MoveHistory:
    """The last operations of one library that have moved files."""

    def __init__(self, folder: Path, library: Path) -> None:
        """`folder` has the records of all libraries; it is created when it is needed."""
        name = hashlib.sha256(os.fsencode(library.expanduser().resolve())).hexdigest()[:16]
        self._folder = folder / name
        paths = sorted(self._folder.glob(f"*{_SUFFIX}"), key=_number)
        self._records = [MoveRecord(path) for path in paths]
        self._last_number = _number(paths[-1]) if paths else 0
        self._forget_oldest()

    @property
    def last(self) -> MoveRecord | None:
        return self._records[-1] if self._records else None

    @property
    def moment(self) -> int:
        """A number that grows with each operation that begins."""
        return self._last_number

    def has_moved_since(self, moment: int) -> bool:
        """Whether the last operation that can be undone has begun after a moment."""
        return self.last is not None and _number(self.last.path) > moment

    def new_record(self) -> MoveRecord:
        """Return the record of an operation that begins; `add` it when it has moved files."""
        self._last_number += 1
        return MoveRecord(self._folder / f"{self._last_number}{_SUFFIX}", [])

    def add(self, record: MoveRecord) -> None:
        self._records.append(record)
        self._forget_oldest()

    def take(self, record: MoveRecord) -> bool:
        """Remove a record that is about to be undone. False if it was removed before."""
        if record not in self._records:
            return False
        self._records.remove(record)
        return True

    def _forget_oldest(self) -> None:
        for record in self._records[:-MOST_OPERATIONS]:
            record.delete()
        del self._records[:-MOST_OPERATIONS]


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _append(path: Path, line: str) -> None:
    """Not flushed: a loss of power may end the undo, but loses no photo. Raises OSError."""
    create_private_folder(path.parent)
    with open(path, "a", encoding="ascii", opener=private_opener) as file:
        file.write(line)


def _read(path: Path, most: int | None = None) -> list[MovedFile]:
    """Read what can be read; lines that are damaged or cut off are left out. Stops after `most`."""
    moves, damaged = [], 0
    for line in _lines(path)[:most]:
        try:
            moves.append(decode_json(line, MovedFile))
        except ValueError:
            damaged += 1
    if damaged:
        logger.warning("%d lines of %r are damaged", damaged, path)
    return moves


def _lines(path: Path) -> list[bytes]:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).splitlines()
    except OSError:
        logger.warning("Cannot read %r", path, exc_info=True)
        return []
