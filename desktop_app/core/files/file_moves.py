"""Copy and move files to a folder. An existing file is never replaced: the new one gets a number.

Each file is a step of its own. A file that fails is reported with the reason, and the others
continue. The generators yield after each file, and can be closed there to cancel.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desktop_app.core.base.atomic_write import flush_file


@dataclass(frozen=True)
class Placed:
    """A file that was copied or moved from `source` to `target`."""

    source: Path
    target: Path


@dataclass(frozen=True)
class NotPlaced:
    """A file that stays unchanged, and the system's reason."""

    path: Path
    reason: str


Step = Placed | NotPlaced


def copy_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """Copy files into a folder; the copies keep their modification times."""
    for path in paths:
        yield attempt(path, lambda path=path: copy_file(path, folder / path.name))  # type: ignore[misc]


def move_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """Move files into a folder; those that are there already stay unchanged."""
    for path in paths:
        if _is_same_folder(path.parent, folder):
            yield Placed(path, path)
        else:
            yield attempt(path, lambda path=path: move_file(path, folder / path.name))  # type: ignore[misc]


def attempt(path: Path, act: Callable[[], Path]) -> Step:
    """Call `act`, which returns the new place of the file at `path`, and report the outcome."""
    try:
        return Placed(path, act())
    except OSError as error:
        return NotPlaced(path, error.strerror or str(error))


def copy_file(source: Path, target: Path, *, flush: bool = False) -> Path:
    """Copy a file to `target`, or to a numbered name beside it, and return where it lies.

    The name is reserved first and filled by a rename, so that no partial copy ever has it. Raises
    OSError.

    Args:
        source: The file.
        target: Its wanted place.
        flush: Return only when the copy outlasts a loss of power.
    """
    free = _reserve_name(target)
    part = free.with_name(f".{free.name}.part")
    try:
        shutil.copyfile(source, part)
        if flush:
            flush_file(part)
        shutil.copystat(source, part)
        part.replace(free)
        if flush:
            _flush_folder(free.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        free.unlink(missing_ok=True)
        raise
    return free


def move_file(source: Path, target: Path) -> Path:
    """Move a file to `target`, or to a numbered name beside it, and return where it lies.

    To another disk it is copied, and the original is deleted once the copy is on that disk. Raises
    OSError.
    """
    os.lstat(source)  # raises before a name is reserved
    free = _reserve_name(target)
    try:
        source.replace(free)
    except OSError as error:
        free.unlink(missing_ok=True)
        if error.errno != errno.EXDEV:
            raise
        return _move_to_other_disk(source, target)
    return free


def _move_to_other_disk(source: Path, target: Path) -> Path:
    copied = copy_file(source, target, flush=True)
    try:
        source.unlink()
    except OSError:
        copied.unlink()
        raise
    return copied


def _flush_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows and some network drives cannot."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reserve_name(target: Path) -> Path:
    """Create an empty file under a free name: 'beach.jpg', else 'beach (2).jpg' and so on."""
    for number in count(1):
        name = (
            target if number == 1 else target.with_name(f"{target.stem} ({number}){target.suffix}")
        )
        try:
            os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            continue
        return name
    raise AssertionError


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
