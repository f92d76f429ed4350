"""Copy and move files. An existing file is never replaced: the new one gets a number.

Each file is a step of its own. A file that fails is reported with the reason, and the others
continue. The generators yield after each file, and can be closed there to cancel.

A file is whole at one place at any moment, also after a kill or a loss of power.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desktop_app.core.base.atomic_write import (
    flush_folder,
    temporary_file,
    write_flushed,
)
from desktop_app.core.base.private_files import private_opener
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.files.exclusive_rename import rename_exclusively
from desktop_app.core.files.file_names import LONGEST_NAME
from desktop_app.core.files.interrupted_moves import noted
from desktop_app.core.files.sidecars import OwnSidecar, WrittenSidecar

_CHUNK_BYTES = 2**20


@dataclass(frozen=True)
class Placed:
    """A file that was copied or moved from `source` to `target`.

    Attributes:
        former_mtime_ns: Of a file that has stayed in its place and shares the content of another
            one now: its time before.
        sidecar: The sidecar of another photo that was written, which inherits from this one.
        moved_sidecars: Its own that have moved with it, where they are now.
    """

    source: Path
    target: Path
    former_mtime_ns: int | None = None
    sidecar: WrittenSidecar | None = None
    moved_sidecars: tuple[OwnSidecar, ...] = ()

    @property
    def can_be_undone(self) -> bool:
        """Whether something has changed at all."""
        return self.source != self.target or self.former_mtime_ns is not None


@dataclass(frozen=True)
class NotPlaced:
    """A file that stays unchanged, and the system's reason."""

    path: Path
    reason: str


Step = Placed | NotPlaced


def flushed_at_end(steps: Iterable[Step]) -> Generator[Step]:
    """Pass on the steps of moves, and flush the folders that they have changed, also on cancel.

    Once each: to flush them for each of 10,000 files takes a minute. Before that, a loss of power
    leaves a file that was renamed whole at either place.
    """
    changed: set[Path] = set()
    try:
        for step in steps:
            if isinstance(step, Placed):
                changed |= {step.source.parent, step.target.parent}
            yield step
    finally:
        for folder in changed:
            with suppress(OSError):
                flush_folder(folder)


def attempt(path: Path, act: Callable[[], Path | Placed]) -> Step:
    """Call `act`, which returns the new place of the file at `path`, and report the outcome."""
    try:
        done = act()
        return done if isinstance(done, Placed) else Placed(path, done)
    except OSError as error:
        return NotPlaced(path, error.strerror or str(error))
    except ValueError as error:  # no file can have this name
        return NotPlaced(path, str(error))


def copy_file(source: Path, target: Path) -> Path:
    """Copy a file to `target`, or to a numbered name beside it, and return where it lies.

    The copy outlasts a loss of power, was read from the disk again, and gets its name only then.
    Raises OSError.
    """
    with temporary_file(target.parent, private_opener) as part:
        copy_content(source, part)
        free = rename_to_free_name(part, target)
    try:
        flush_folder(free.parent)
    except OSError:
        free.unlink()
        raise
    return free


def write_new_file(target: Path, content: bytes) -> Path:
    """Write `target`, or a numbered file beside it, and return it. Raises OSError."""
    with temporary_file(target.parent) as part:
        write_flushed(part, content)
        free = rename_to_free_name(part, target)
    flush_folder(free.parent)
    return free


def move_file(source: Path, target: Path) -> Path:
    """Move a file to `target`, or to a numbered name beside it, and return where it lies.

    To another disk it is copied, and the original is deleted once the copy is on that disk. The
    caller flushes the folders. Raises OSError.
    """
    try:
        return rename_to_free_name(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return _move_to_other_disk(source, target)


def finish_move(source: Path, target: Path) -> Path:
    """As `move_file`, where a move to this place was killed: a complete copy is taken."""
    before = source.stat()
    for name in numbered_names(target):
        if not os.path.lexists(name):
            return move_file(source, target)
        if is_copy(name, source):
            flush_folder(name.parent)
            check_unchanged(source, before)
            source.unlink()
            return name
    raise AssertionError


def is_copy(path: Path, source: Path) -> bool:
    """Whether a file, no link, has the content of another."""
    is_own = path.is_file() and not path.is_symlink()
    return is_own and _digest_on_disk(path) == _digest_on_disk(source)


def rename_to_free_name(source: Path, target: Path) -> Path:
    """Rename a file to a free name: 'beach.jpg', else 'beach (2).jpg' and so on. Raises OSError."""
    for name in numbered_names(target):
        try:
            rename_exclusively(source, name)
        except FileExistsError:
            continue
        return name
    raise AssertionError


def _move_to_other_disk(source: Path, target: Path) -> Path:
    before = source.stat()
    with noted(source, target.parent):
        copied = copy_file(source, target)
        try:
            check_unchanged(source, before)
            source.unlink()
        except OSError:
            copied.unlink()
            raise
    return copied


def check_unchanged(path: Path, before: os.stat_result) -> None:
    """Raises OSError if the file was changed or replaced."""
    now = path.stat()
    names = ("st_dev", "st_ino", "st_size", "st_mtime_ns")
    if any(getattr(now, name) != getattr(before, name) for name in names):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def copy_content(source: Path, part: Path) -> None:
    """Copy a file to an existing one, with its times and permissions, and flush it.

    Raises OSError, also if the disk does not return what was written.
    """
    digest, size = hashlib.blake2b(), 0
    with open_regular_file(source) as original, part.open("wb") as copy:
        while chunk := original.read(_CHUNK_BYTES):
            digest.update(chunk)
            size += copy.write(chunk)
        copy.flush()
        shutil.copystat(source, part)  # may end our right to write, so the file stays open
        os.fsync(copy.fileno())
    if part.stat().st_size != size or _digest_on_disk(part) != digest.digest():
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(part))


def _digest_on_disk(path: Path) -> bytes:
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # Linux: read the disk, not the memory that holds it
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "blake2b").digest()


def numbered_names(target: Path) -> Iterator[Path]:
    """Yield 'beach.jpg', 'beach (2).jpg', 'beach (3).jpg' and so on."""
    yield target
    for number in count(2):
        yield _numbered(target, number)


def _numbered(target: Path, number: int) -> Path:
    """A name that gets too long loses the end of its stem."""
    stem, ending = target.stem, f" ({number}){target.suffix}"
    while len(stem) > 1 and len(os.fsencode(stem + ending)) > LONGEST_NAME:
        stem = stem[:-1]
    return target.with_name(stem + ending)
