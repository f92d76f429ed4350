"""Move photos together with their XMP sidecars. None replaces another file.

A sidecar gets its new place first, as a link or a copy; then the photo moves; then the old sidecar
is deleted. A kill in between leaves a second sidecar, and the next move of the photo takes that.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.base.atomic_write import delete_abandoned
from desktop_app.core.files.file_moves import (
    Placed,
    Step,
    attempt,
    check_unchanged,
    copy_file,
    finish_move,
    flushed_at_end,
    is_copy,
    move_file,
    numbered_names,
    rename_to_free_name,
)
from desktop_app.core.files.interrupted_moves import interrupted_moves
from desktop_app.core.files.sidecars import OwnSidecar, is_shared, own_sidecars

logger = logging.getLogger(__name__)

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
    with _brought_along(sidecars, free) as follow:
        moved = act(source, free)
        return Placed(source, moved, moved_sidecars=follow(moved))


def _free_name(
    source: Path, target: Path, sidecars: Sequence[OwnSidecar], *, is_interrupted: bool
) -> Path:
    """Return the first name that the photo and its sidecars can have, or have since a kill."""
    for name in numbered_names(target):
        is_free = not os.path.lexists(name) or (is_interrupted and is_copy(name, source))
        if is_free and all(_can_have(each, name) for each in sidecars):
            return name
    raise AssertionError


def _can_have(sidecar: OwnSidecar, photo: Path) -> bool:
    place = sidecar.beside(photo)
    if not os.path.lexists(place):
        return True
    return is_copy(place, sidecar.path) and (sidecar.is_long or not is_shared(photo))


@contextmanager
def _brought_along(
    sidecars: Sequence[OwnSidecar], photo: Path
) -> Iterator[Callable[[Path], tuple[OwnSidecar, ...]]]:
    """Put sidecars beside the place of a photo, and delete the old ones at the end of the block.

    If the block raises, only the old ones are left. Yields what returns where they are; to be
    called with the photo's place, which is another one if its name was taken meanwhile.
    """
    before = [each.path.stat() for each in sidecars]
    with ExitStack() as undo:
        for each in sidecars:
            if _put(each.path, each.beside(photo)):
                undo.callback(each.beside(photo).unlink)

        def follow(moved: Path) -> tuple[OwnSidecar, ...]:
            return tuple(_followed(each, photo, moved) for each in sidecars)

        yield follow
        undo.pop_all()
    for each, state in zip(sidecars, before, strict=True):
        _delete_old(each.path, state)


def _put(sidecar: Path, place: Path) -> bool:
    """Link or copy a sidecar; False if it is there already. Raises OSError."""
    if os.path.lexists(place):
        return False
    try:
        os.link(sidecar, place, follow_symlinks=False)
    except OSError:  # another disk, or one without links
        copied = copy_file(sidecar, place)
        if copied != place:
            copied.unlink()
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
    return True


def _followed(sidecar: OwnSidecar, wanted: Path, moved: Path) -> OwnSidecar:
    """Raises OSError."""
    place = sidecar.beside(wanted)
    if moved != wanted:
        place = rename_to_free_name(place, sidecar.beside(moved))
    return OwnSidecar(place, sidecar.is_long)


def _delete_old(sidecar: Path, before: os.stat_result) -> None:
    """One that was changed or replaced meanwhile stays beside the place that the photo has left."""
    try:
        check_unchanged(sidecar, before)
        sidecar.unlink()
    except OSError:
        logger.warning("%r stays, besides its copy", sidecar, exc_info=True)


def _is_same_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
