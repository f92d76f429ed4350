"""Write a new file or folder for the user: whole, or not at all.

Both are written under a hidden name beside their place, flushed and renamed. What a process that
was killed has left is deleted by the next export beside it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.atomic_write import (
    TEMPORARY_SUFFIX,
    delete_abandoned,
    flush_file,
    flush_folder,
    move_flushed,
    temporary_file,
)
from desktop_app.core.base.errors import ExportError
from desktop_app.core.exporting.errors import TargetError, TargetProblem
from desktop_app.core.files.exclusive_rename import rename_exclusively

_FOLDER_SUFFIX = ".parts"


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Yield the path of an empty file to write, which becomes `target` at the end of the block.

    If the block raises, nothing is left. Raises TargetError, ExportError.
    """
    with _new(target), temporary_file(target.parent) as part:
        yield part
        flush_file(part)
        rename_exclusively(part, target)
        flush_folder(target.parent)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """As `new_file`, but yields a folder with the name of `target` to be filled."""
    with _new(target), temporary_file(target.parent) as part:
        hidden = part.with_suffix(_FOLDER_SUFFIX)  # abandoned as soon as `part` is gone
        try:
            (hidden / target.name).mkdir(parents=True)
            yield hidden / target.name
            _flush_all(hidden / target.name)
            _check_new(target)
            move_flushed(hidden / target.name, target)
        finally:
            shutil.rmtree(hidden, ignore_errors=True)


@contextmanager
def _new(target: Path) -> Iterator[None]:
    """Raise what goes wrong inside the block as AppErrors."""
    try:
        _check_new(target)
        _delete_abandoned(target.parent)
        yield
    except FileExistsError as error:
        raise TargetError(target, TargetProblem.EXISTS) from error
    except OSError as error:
        raise ExportError(target, error.strerror or str(error)) from error


def _check_new(target: Path) -> None:
    if os.path.lexists(target):
        raise FileExistsError


def _delete_abandoned(folder: Path) -> None:
    delete_abandoned(folder)
    for hidden in folder.glob(f".lookalike-*{_FOLDER_SUFFIX}"):
        if not hidden.with_suffix(TEMPORARY_SUFFIX).exists():
            shutil.rmtree(hidden, ignore_errors=True)


def _flush_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            flush_folder(path)
        else:
            flush_file(path)
    flush_folder(folder)
