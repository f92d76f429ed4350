"""Compare the photos of folders outside the library with it: which are new?"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from pathlib import Path

from desktop_app.core.base.errors import FolderGoneError, PhotoError, PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.roots import readable_folder
from desktop_app.core.catalogue.writer import IGNORED_PROBLEMS
from desktop_app.core.duplicates.newcomers import check_newcomers, unreadable
from desktop_app.core.indexing.folder_walk import walk
from desktop_app.core.jobs.duplicate_events import CheckingFolder, NewcomerChecked

_MAY_BE_UNPLUGGED = (PhotoProblem.VANISHED, PhotoProblem.UNREADABLE)


def check_folders(
    files: LibraryFiles, encoder: Encoder, folders: Iterable[Path]
) -> Generator[CheckingFolder | NewcomerChecked]:
    """Compare all photos under these folders with the library, and skip what is no photo.

    A folder that cannot be listed is told like a photo that cannot be read.

    Args:
        files: Of the library. Nothing is stored.
        encoder: Of the model that the library is searched with.
        folders: Their links and hidden files are left out, as in a scan.

    Raises:
        NotAFolderError, FolderGoneError, LibraryDamagedError, BundleError.
    """
    tops = _apart({readable_folder(folder): folder for folder in folders})
    paths: list[Path] = []
    for found in (found for top in tops for found in walk(top)):
        if found.files is None:
            yield unreadable(_listing_error(found.path))
        paths += [found.path / file.name for file in found.files or ()]
        yield CheckingFolder(0, len(paths))
    for done, checked in enumerate(check_newcomers(files, encoder, paths), 1):
        if checked.problem in _MAY_BE_UNPLUGGED:
            _check_there(checked.path, tops)
        if checked.problem not in IGNORED_PROBLEMS:
            yield checked
        yield CheckingFolder(done, len(paths))


def _apart(folders: dict[Path, Path]) -> dict[Path, Path]:
    """Leave out folders that lie in others."""
    return {top: named for top, named in folders.items() if folders.keys().isdisjoint(top.parents)}


def _check_there(photo: Path, tops: dict[Path, Path]) -> None:
    """Raises FolderGoneError if the folder of a photo is gone, by the name that the user gave."""
    for top, named in tops.items():
        if photo.is_relative_to(top) and _is_gone(top):
            raise FolderGoneError(named)


def _is_gone(folder: Path) -> bool:
    """Whether a folder that had files is not there, or is the empty place of an absent drive."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return True


def _listing_error(folder: Path) -> PhotoError:
    """Return why a folder cannot be listed."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        return PhotoError(folder, PhotoProblem.UNREADABLE, error.strerror or str(error))
    return PhotoError(folder, PhotoProblem.VANISHED)
