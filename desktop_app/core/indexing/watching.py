"""Watch folders for new, changed and deleted pictures."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.base.errors import WatchingUnavailableError
from desktop_app.core.catalogue.catalogue import Catalogue, Root, encode_folder, root_of
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.folder_walk import FolderWalk
from desktop_app.core.indexing.scan_rules import (
    ScanRules,
    is_behind_link,
    is_hidden,
    library_rules,
    relative_path,
)
from desktop_app.core.jobs.progress import FoldersChanged, Watching
from desktop_app.core.photos.picture_formats import is_picture

logger = logging.getLogger(__name__)

_DEBOUNCE_MS = 1600  # changes within this time are reported together
_STEP_MS = 200  # or until nothing has changed for this long
_TIMEOUT_MS = 1000  # None is yielded this often


def watch(files: LibraryFiles, roots: list[Path]) -> Iterator[Watching | FoldersChanged | None]:
    """Watch folders until the generator is closed.

    Args:
        files: The library; its own folder is left out.
        roots: The folders to watch.

    Yields:
        Watching, once everything is set up. Then FoldersChanged with pictures that are new or
        changed, judged by content, with folders that hold some, and with paths of the library that
        are gone. None at least once a second, so that the generator can be closed.

    Raises:
        WatchingUnavailableError: The system cannot watch these folders.
        LibraryDamagedError, LibraryUnwritableError: The catalogue cannot be read.
    """
    try:
        with Catalogue(files) as catalogue:
            is_set_up = False
            for paths in _changed_paths(roots):
                if not is_set_up:
                    is_set_up = True
                    logger.info("Watching %s", roots)
                    yield Watching(roots)
                relevant = _relevant(catalogue, paths) if paths else []
                if paths:
                    logger.debug("Of %d changed paths, %d are relevant", len(paths), len(relevant))
                yield FoldersChanged(relevant) if relevant else None
    except (ImportError, OSError, RuntimeError, UnicodeError) as error:
        raise WatchingUnavailableError(str(error)) from error


def _changed_paths(roots: list[Path]) -> Iterator[set[Path]]:
    """Yield the paths that changed, the first time once everything is set up; empty on timeout."""
    import watchfiles

    changes = watchfiles.watch(
        *roots,
        watch_filter=None,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=_TIMEOUT_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    for some in changes:
        yield {Path(path) for _, path in some}


def _relevant(catalogue: Catalogue, paths: set[Path]) -> list[Path]:
    """Return the paths, sorted, that a scan with the current rules may have to look at."""
    rules, roots = library_rules(catalogue), catalogue.roots()
    return sorted(path for path in paths if _is_relevant(catalogue, rules, roots, path))


def _is_relevant(catalogue: Catalogue, rules: ScanRules, roots: list[Root], path: Path) -> bool:
    root = root_of(roots, path)
    if root is None or _is_left_out(rules, root.path, path):
        return False
    return _is_known(catalogue, path) or _holds_picture(rules, root.path, path)


def _is_left_out(rules: ScanRules, root: Path, path: Path) -> bool:
    """Judge a file or a folder, which may be gone."""
    relative = relative_path(path, root)
    if not relative:
        return False
    if is_behind_link(path, root) and not rules.follows(os.path.realpath(path)):
        return True
    folder, _, name = relative.rpartition("/")
    if is_hidden(name) or rules.leaves_out_file(folder, name):
        return True
    return rules.leaves_out_folder(str(root), relative) or not rules.enters(str(root), folder)


def _is_known(catalogue: Catalogue, path: Path) -> bool:
    """Return True if the library has a file at an absolute path, or below it."""
    root = root_of(catalogue.roots(), path)
    if root is None or path == root.path:
        return root is not None
    known = "SELECT 1 FROM photos WHERE root_id = ? AND missing = 0 AND "
    return any(
        catalogue.rows(f"{known} {condition} LIMIT 1", root.id, *values)
        for condition, values in _conditions(path.relative_to(root.path))
    )


def _conditions(relative: Path) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield SQL conditions, and their values, for a file at a path and for files below it."""
    folder = encode_folder(relative)
    yield "folder = ? AND name = ?", (encode_folder(relative.parent), os.fsencode(relative.name))
    yield "folder = ?", (folder,)
    yield "folder > ? AND folder < ?", (folder + b"/", folder + b"0")  # '0' follows '/'


def _holds_picture(rules: ScanRules, root: Path, path: Path) -> bool:
    """Return True for a picture, and for a folder with one anywhere inside it."""
    try:
        if path.is_file():
            return is_picture(path)
    except OSError:
        return False
    return path.is_dir() and any(
        is_picture(folder.path / file.name)
        for folder in FolderWalk(root, rules).folders(relative_path(path, root))
        for file in folder.files or ()
    )
