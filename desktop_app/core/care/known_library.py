"""Find the files of a library, of which only backups may be left. Nothing is created."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.base.errors import NoLibraryError, NoOwnLibraryError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_library
from desktop_app.core.care.backups import backups_of
from desktop_app.core.catalogue.library_files import LibraryFiles


def library_files(folder: Path | None) -> LibraryFiles:
    """Return the files of a library, which need not exist. None is the user's own library.

    What other users may open of it is closed to them.
    """
    files = LibraryFiles(resolved(folder or default_library()))
    files.close_to_others()
    return files


def known_library(folder: Path | None) -> LibraryFiles:
    """Return the files of a library that is there. None is the user's own library.

    Raises:
        NoLibraryError, NoOwnLibraryError: There is none in this folder.
    """
    files = library_files(folder)
    if files.exists() or backups_of(files):
        return files
    raise NoLibraryError(files.folder) if folder else NoOwnLibraryError(files.folder)
