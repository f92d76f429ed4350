"""Move and copy photos together with their XMP sidecars. None replaces another file."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.base.atomic_write import delete_abandoned
from desktop_app.core.files.file_moves import (
    NotPlaced,
    Placed,
    Step,
    attempt,
    copy_file,
    finish_move,
    flushed_at_end,
    is_copy,
    move_file,
    numbered_names,
)
from desktop_app.core.files.interrupted_moves import interrupted_moves
from desktop_app.core.files.sidecar_moves import (
    brought_along,
    can_have,
    copy_sidecar,
    is_free,
    put_beside,
)
from desktop_app.core.files.sidecars import OwnSidecar, own_sidecars, sidecars_to_copy

# Moves a photo to a place, or to a numbered name beside it, with these sidecars. Raises OSError.
Move: TypeAlias = Callable[[Path, Path, Sequence[OwnSidecar]], Placed]


def move_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """Move photos into a folder; those that are there already stay unchanged."""
    with moving([folder]) as move:
        yield from flushed_at_end(_moves(paths, folder, move))


def _moves(paths: Iterable[Path], folder: Path, move: Move) -> Generator[Step]:
    for path in paths:
        if _is_same_folder(path.parent, folder):
            yield Placed(path, path)
        else:
            yield attempt(
                path,
                lambda path=path: move(path, folder / path.name, own_sidecars(path)),  # type: ignore[misc]
            )


@contextmanager
def moving(folders: Iterable[Path]) -> Iterator[Move]:
    """Yield what moves photos to these folders, and finishes moves that were killed."""
    folders = list(folders)
    interrupted = {source for folder in folders for source in interrupted_moves(folder)}

    def move(source: Path, target: Path, sidecars: Sequence[OwnSidecar]) -> Placed:
        return _moved(source, target, sidecars, is_interrupted=source in interrupted)

    try:
        yield move
    finally:
        for folder in folders:  # not before: the notes of what was killed are among these files
            delete_abandoned(folder)


def _moved(
    source: Path, target: Path, sidecars: Sequence[OwnSidecar], *, is_interrupted: bool
) -> Placed:
    """Raises OSError."""
    act = finish_move if is_interrupted else move_file
    if not sidecars:
        return Placed(source, act(source, target))
    free = _free_name(source, target, sidecars, is_interrupted=is_interrupted)
    with brought_along(sidecars, free) as follow:
        moved = act(source, free)
        return Placed(source, moved, moved_sidecars=follow(moved))


def _free_name(
    source: Path, target: Path, sidecars: Sequence[OwnSidecar], *, is_interrupted: bool
) -> Path:
    """Return the first name that the photo and its sidecars can have, or have since a kill."""
    for name in numbered_names(target):
        can_be = is_free(name, source) or (is_interrupted and is_copy(name, source))
        if can_be and all(can_have(each, name) for each in sidecars):
            return name
    raise AssertionError


def copy_files(paths: Iterable[Path], folder: Path) -> Generator[Step]:
    """Copy photos into a folder; the copies keep their modification times.

    Sidecars that cannot be copied are steps of their own.
    """
    delete_abandoned(folder)
    for path in paths:
        yield from _copied(path, folder / path.name)


def _copied(source: Path, target: Path) -> Iterator[Step]:
    sidecars = sidecars_to_copy(source)
    step = attempt(source, lambda: _copied_with(sidecars, source, target))
    if isinstance(step, Placed) or not sidecars:
        yield step
        return
    alone = attempt(source, lambda: copy_file(source, target))
    yield alone
    if isinstance(alone, Placed):
        yield from (NotPlaced(each.path, step.reason) for each in sidecars)


def _copied_with(sidecars: Sequence[OwnSidecar], source: Path, target: Path) -> Path:
    """Return where the photo lies. The sidecars are copied first: a kill leaves no photo without
    them. Raises OSError.
    """
    if not sidecars:
        return copy_file(source, target)
    free = next(name for name in numbered_names(target) if _can_be_copied(sidecars, name))
    with put_beside(sidecars, free, copy_sidecar) as follow:
        copied = copy_file(source, free)
        follow(copied)
    return copied


def _can_be_copied(sidecars: Sequence[OwnSidecar], photo: Path) -> bool:
    """Copies share a sidecar where the originals do."""
    if os.path.lexists(photo):
        return False
    places = ((each.beside(photo), each.path) for each in sidecars)
    return all(not os.path.lexists(place) or is_copy(place, path) for place, path in places)


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
