"""Copy and move files to a folder, never over another file: a numbered name is taken instead.

Each file is a step of its own. One that fails is named with its reason, and the others go on; the
generators yield after each, and are cancelled there.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path


@dataclass(frozen=True)
class Placed:
    """A file that was at `source` lies at `target` now; after copying, at both."""

    source: Path
    target: Path


@dataclass(frozen=True)
class NotPlaced:
    """A file that stays as it was, and the system's reason."""

    path: Path
    reason: str


Step = Placed | NotPlaced


def copy_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """Copies keep their times."""
    for path in paths:
        yield attempt(path, lambda path=path: copy_file(path, folder / path.name))  # type: ignore[misc]


def move_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """A file that lies in the folder already stays there as it is."""
    for path in paths:
        if _is_same_folder(path.parent, folder):
            yield Placed(path, path)
        else:
            yield attempt(path, lambda path=path: move_file(path, folder / path.name))  # type: ignore[misc]


def attempt(path: Path, act: Callable[[], Path]) -> Step:
    """Do something with one file that gives its new place, or say why it cannot be done."""
    try:
        return Placed(path, act())
    except OSError as error:
        return NotPlaced(path, error.strerror or str(error))


def copy_file(source: Path, target: Path) -> Path:
    """Where the copy lies: `target`, or a numbered name beside it. Raises OSError.

    The name is taken first and filled by a rename, so that no half copy ever bears it.
    """
    free = _take_free_name(target)
    part = free.with_name(f".{free.name}.part")
    try:
        shutil.copy2(source, part)
        part.replace(free)
    except BaseException:
        part.unlink(missing_ok=True)
        free.unlink(missing_ok=True)
        raise
    return free


def move_file(source: Path, target: Path) -> Path:
    """Where the file lies now: `target`, or a numbered name beside it. Raises OSError.

    To another disk it is copied, and its original removed when the copy is complete.
    """
    os.lstat(source)  # a file that is not there must not leave a name behind
    free = _take_free_name(target)
    try:
        source.replace(free)
    except OSError as error:
        free.unlink(missing_ok=True)
        if error.errno != errno.EXDEV:
            raise
        return _move_to_other_disk(source, target)
    return free


def _move_to_other_disk(source: Path, target: Path) -> Path:
    copied = copy_file(source, target)
    try:
        source.unlink()
    except OSError:
        copied.unlink()
        raise
    return copied


def _take_free_name(target: Path) -> Path:
    """Make an empty file that nobody else has: 'beach.jpg', else 'beach (2).jpg' and so on."""
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
