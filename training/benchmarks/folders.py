"""Any folder of photos as something to learn from."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.indexing.folder_walk import is_hidden, walk
from desktop_app.core.photos.picture_formats import HEAD_BYTES, sniff
from training.base.errors import MissingDataError, NoPicturesError
from training.benchmarks.pictures import PictureSet


def pictures_in(folder: Path) -> PictureSet:
    """The pictures in a folder and the folders inside it, as indexing finds them.

    Told by their first bytes, hidden ones left out, in the order of the walk; what cannot be
    opened is left out too. Folders mean nothing. Raises MissingDataError, NoPicturesError.
    """
    if not folder.is_dir():
        raise MissingDataError(folder)
    names = tuple(
        (found.path / file.name).relative_to(folder).as_posix()
        for found in walk(folder)
        for file in found.files or []
        if not is_hidden(file.name) and _is_picture(found.path / file.name)
    )
    if not names:
        raise NoPicturesError(folder)
    return PictureSet(folder, names)


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return sniff(file.read(HEAD_BYTES), path) is not None
    except OSError:
        return False
