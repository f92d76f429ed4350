"""Bring the sidecars of a photo to the place that it gets. None replaces another file.

A sidecar gets its new place first, as a link or a copy; then the photo moves; then the old sidecar
is deleted. A kill in between leaves a second sidecar, and the next move of the photo takes that.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.files.exclusive_rename import is_in_other_capitals, rename_exclusively
from desktop_app.core.files.file_moves import (
    check_unchanged,
    copy_file,
    is_copy,
    rename_to_free_name,
)
from desktop_app.core.files.sidecars import OwnSidecar, is_shared

logger = logging.getLogger(__name__)

# Brings sidecars beside the place that the photo has got, and returns them. Raises OSError.
Follow: TypeAlias = Callable[[Path], tuple[OwnSidecar, ...]]


def can_have(sidecar: OwnSidecar, photo: Path) -> bool:
    """Whether a sidecar can move beside a photo: its name is free, or has its content already."""
    place = sidecar.beside(photo)
    if is_free(place, sidecar.path):
        return True
    return is_copy(place, sidecar.path) and (sidecar.is_long or not is_shared(photo))


def is_free(place: Path, source: Path) -> bool:
    """Whether no other file than `source` has this name."""
    return not os.path.lexists(place) or is_in_other_capitals(source, place)


@contextmanager
def brought_along(sidecars: Sequence[OwnSidecar], photo: Path) -> Iterator[Follow]:
    """Put sidecars beside the place of a photo, and delete the old ones at the end of the block.

    If the block raises, only the old ones are left. Yields what returns where they are; to be
    called with the photo's place, which is another one if its name was taken meanwhile.
    """
    leaving = [each for each in sidecars if not _only_changes_capitals(each, photo)]
    before = [each.path.stat() for each in leaving]
    with put_beside(sidecars, photo, _link_or_copy) as follow:
        yield follow
    for each, state in zip(leaving, before, strict=True):
        _delete_old(each.path, state)


@contextmanager
def put_beside(
    sidecars: Sequence[OwnSidecar], photo: Path, put: Callable[[Path, Path], None]
) -> Iterator[Follow]:
    """Put sidecars beside the place of a photo; if the block raises, they are deleted there.

    Yields the same as `brought_along`.
    """
    with ExitStack() as undo:
        for each in sidecars:
            place = each.beside(photo)
            if not os.path.lexists(place):
                put(each.path, place)
                undo.callback(place.unlink)

        def follow(moved: Path) -> tuple[OwnSidecar, ...]:
            return tuple(_followed(each, photo, moved) for each in sidecars)

        yield follow
        undo.pop_all()


def copy_sidecar(sidecar: Path, place: Path) -> None:
    """Copy a sidecar to a place, and to no other. Raises OSError."""
    copied = copy_file(sidecar, place)
    if copied != place:
        copied.unlink()
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))


def _link_or_copy(sidecar: Path, place: Path) -> None:
    """Raises OSError."""
    try:
        os.link(sidecar, place, follow_symlinks=False)
    except OSError:  # another disk, or one without links
        copy_sidecar(sidecar, place)


def _followed(sidecar: OwnSidecar, wanted: Path, moved: Path) -> OwnSidecar:
    """Raises OSError."""
    place = sidecar.beside(wanted)
    if _only_changes_capitals(sidecar, wanted):
        _change_capitals(sidecar.path, place)
    elif moved != wanted:
        place = rename_to_free_name(place, sidecar.beside(moved))
    return OwnSidecar(place, sidecar.is_long)


def _only_changes_capitals(sidecar: OwnSidecar, photo: Path) -> bool:
    return is_in_other_capitals(sidecar.path, sidecar.beside(photo))


def _change_capitals(sidecar: Path, place: Path) -> None:
    """A sidecar that keeps its capitals is still that of its photo on such a disk."""
    try:
        rename_exclusively(sidecar, place)
    except OSError:
        logger.warning("%r keeps its capitals", sidecar, exc_info=True)


def _delete_old(sidecar: Path, before: os.stat_result) -> None:
    """One that was changed or replaced meanwhile stays beside the place that the photo has left."""
    try:
        check_unchanged(sidecar, before)
        sidecar.unlink()
    except OSError:
        logger.warning("%r stays, besides its copy", sidecar, exc_info=True)
