"""Add folders to a library as roots, none inside another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import NotAFolderError
from desktop_app.core.catalogue.catalogue import Catalogue, Root, encode_folder
from desktop_app.core.catalogue.writer import CatalogueWriter


@dataclass(frozen=True)
class ScanPlace:
    """A root and the folder in it where scanning starts; `is_deep`: with the folders inside it.

    A start that is not there any more stands for all that was in it.
    """

    root: Root
    start: Path
    is_deep: bool = True


def add_roots(
    catalogue: Catalogue, writer: CatalogueWriter, folders: list[Path]
) -> list[ScanPlace]:
    """Where to scan for `folders`: each becomes a root, or is a part of one that is known.

    A folder that holds older roots takes their photos over. Without folders: all roots, whole.
    Raises NotAFolderError.
    """
    if not folders:
        return [ScanPlace(root, root.path) for root in catalogue.roots()]
    return [_add(catalogue, writer, readable_folder(folder)) for folder in folders]


def changed_places(catalogue: Catalogue, changed: list[Path]) -> list[ScanPlace]:
    """The least that must be scanned where these files and folders have come, changed or gone.

    A folder is scanned with all that is in it, a file's own folder alone. What lies in no root is
    left out.
    """
    roots = catalogue.roots()
    places = {place for path in changed for place in _places(roots, path)}
    deep = {place.start for place in places if place.is_deep}
    needed = [
        place
        for place in places
        if not any(above in deep for above in place.start.parents)
        and (place.is_deep or place.start not in deep)
    ]
    return sorted(needed, key=lambda place: place.start)


def _places(roots: list[Root], path: Path) -> list[ScanPlace]:
    root = next((root for root in roots if path.is_relative_to(root.path)), None)
    if root is None:
        return []
    if path == root.path or path.is_dir():
        return [ScanPlace(root, path)]
    own_folder = ScanPlace(root, path.parent, is_deep=False)
    # What has gone may have been a folder.
    return [own_folder] if path.exists() else [own_folder, ScanPlace(root, path)]


def readable_folder(folder: Path) -> Path:
    """The folder without links and dots in its path. Raises NotAFolderError."""
    try:
        resolved = folder.resolve(strict=True)
        os.scandir(resolved).close()
    except (OSError, RuntimeError) as error:
        raise NotAFolderError(folder) from error
    return resolved


def _add(catalogue: Catalogue, writer: CatalogueWriter, folder: Path) -> ScanPlace:
    roots = catalogue.roots()
    for root in roots:
        if folder.is_relative_to(root.path):
            return ScanPlace(root, folder)
    with writer.batch():
        writer.add_root(folder)
        added = next(root for root in catalogue.roots() if root.path == folder)
        for root in roots:
            if root.path.is_relative_to(folder):
                writer.absorb_root(root, added, encode_folder(root.path.relative_to(folder)))
    return ScanPlace(added, folder)
