"""Tell of changes in folders while they happen: what the system says, less what is none of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.base.errors import WatchingUnavailableError
from desktop_app.core.catalogue.catalogue import Catalogue, encode_folder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.folder_walk import is_hidden, walk
from desktop_app.core.jobs.progress import FoldersChanged, Watching
from desktop_app.core.photos.picture_formats import HEAD_BYTES, sniff

_TOGETHER_MS = 1600  # changes within this time are told together
_PAUSE_MS = 200  # or until nothing has changed for so long
_LOOK_UP_MS = 1000


def watch(files: LibraryFiles, roots: list[Path]) -> Iterator[Watching | FoldersChanged | None]:
    """Never ends by itself; gives None now and then, so that it can be cancelled.

    Told are pictures (by content) that have come or changed, folders that hold some, and whatever
    has gone that the library knows. Raises WatchingUnavailableError, and the library's errors.
    """
    try:
        import watchfiles

        changes = watchfiles.watch(
            *roots,
            watch_filter=None,
            debounce=_TOGETHER_MS,
            step=_PAUSE_MS,
            rust_timeout=_LOOK_UP_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        with Catalogue(files) as catalogue:
            is_set_up = False
            for some in changes:  # the first comes when all is set up, if only by its time limit
                if not is_set_up:
                    is_set_up = True
                    yield Watching(roots)
                paths = {Path(path) for _, path in some}
                told = sorted(path for path in paths if _is_ours(catalogue, roots, path))
                yield FoldersChanged(told) if told else None
    except (ImportError, OSError, RuntimeError, UnicodeError) as error:
        raise WatchingUnavailableError(str(error)) from error


def _is_ours(catalogue: Catalogue, roots: list[Path], path: Path) -> bool:
    if path.is_relative_to(catalogue.files.folder) or _is_in_hidden_place(roots, path):
        return False
    return _is_known(catalogue, path) or _holds_picture(path)


def _is_known(catalogue: Catalogue, path: Path) -> bool:
    """Return True if the library has a file at an absolute path, or below it."""
    root = next((root for root in catalogue.roots() if path.is_relative_to(root.path)), None)
    if root is None or path == root.path:
        return root is not None
    relative = path.relative_to(root.path)
    folder = encode_folder(relative)
    conditions: list[tuple[str, tuple[bytes, ...]]] = [
        ("folder = ? AND name = ?", (encode_folder(relative.parent), os.fsencode(path.name))),
        ("folder = ?", (folder,)),
        ("folder > ? AND folder < ?", (folder + b"/", folder + b"0")),  # '0' follows '/'
    ]
    known = "SELECT 1 FROM photos WHERE root_id = ? AND missing = 0 AND "
    return any(
        catalogue.rows(f"{known} {condition} LIMIT 1", root.id, *values)
        for condition, values in conditions
    )


def _is_in_hidden_place(roots: list[Path], path: Path) -> bool:
    root = next((root for root in roots if path.is_relative_to(root)), path)
    return any(is_hidden(part) for part in path.relative_to(root).parts)


def _holds_picture(path: Path) -> bool:
    """A picture, or a folder with one anywhere in it."""
    try:
        if path.is_file():
            return _is_picture(path)
    except OSError:
        return False
    return path.is_dir() and any(
        _is_picture(folder.path / file.name) for folder in walk(path) for file in folder.files or ()
    )


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return sniff(file.read(HEAD_BYTES), path) is not None
    except OSError:
        return False
