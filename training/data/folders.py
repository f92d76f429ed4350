"""Folders of photos as picture sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.indexing.folder_walk import walk
from desktop_app.core.indexing.scan_rules import is_hidden
from desktop_app.core.photos.picture_formats import is_picture
from training.base.errors import MissingDataError, NoPicturesError
from training.data.pictures import PictureSet


def pictures_in_folder(folder: Path) -> PictureSet:
    """List the pictures in a folder and its subfolders, as indexing finds them.

    Files are recognised by their first bytes; hidden and unreadable ones are skipped.

    Raises:
        MissingDataError: the folder does not exist.
        NoPicturesError: it holds no picture.
    """
    if not folder.is_dir():
        raise MissingDataError(folder)
    names = tuple(path.relative_to(folder).as_posix() for path in _pictures(folder))
    if not names:
        raise NoPicturesError(folder)
    return PictureSet(folder, names)


def _pictures(folder: Path) -> Iterator[Path]:
    for found in walk(folder):
        for file in found.files or []:
            path = found.path / file.name
            if not is_hidden(file.name) and is_picture(path):
                yield path
