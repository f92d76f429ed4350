"""Add folders to a library as roots, none inside another, and say where to scan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import NotAFolderError
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.catalogue import Catalogue, Root, encode_folder
from desktop_app.core.catalogue.writer import CatalogueWriter


@dataclass(frozen=True)
class ScanPlace:
    """A folder to scan.

    Attributes:
        root: The root that holds it.
        start: The folder; one that is gone stands for everything that was in it.
        is_deep: Scan the folders inside it too.
    """

    root: Root
    start: Path
    is_deep: bool = True


def add_roots(
    catalogue: Catalogue, writer: CatalogueWriter, folders: list[Path]
) -> list[ScanPlace]:
    """Add folders to the library and return where to scan for them; without folders, all roots.

    A folder inside a root is scanned as a part of it. A folder that holds older roots takes over
    their photos.

    Raises:
        NotAFolderError: One of `folders` cannot be read.
    """
    if not folders:
        return [ScanPlace(root, root.path) for root in catalogue.roots()]
    return [_add(catalogue, writer, readable_folder(folder)) for folder in folders]


def changed_places(catalogue: Catalogue, changed: list[Path]) -> list[ScanPlace]:
    """Return the smallest set of places to scan after files and folders appeared, changed or went.

    A folder is scanned with everything inside it, a file's folder alone. Paths outside all roots
    are left out.
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
    # A path that is gone may have been a folder.
    return [own_folder] if path.exists() else [own_folder, ScanPlace(root, path)]


def readable_folder(folder: Path) -> Path:
    """Resolve links and dots in the path of a folder. Raises NotAFolderError."""
    try:
        resolved = folder.resolve(strict=True)
        os.scandir(resolved).close()
    except (OSError, RuntimeError) as error:
        raise NotAFolderError(folder) from error
    return resolved


def place_in_library(catalogue: Catalogue, path: Path) -> Path:
    """Return the path by which the library knows a file or folder, even if it is not there."""
    roots = [root.path for root in catalogue.roots()]
    places = possible_places(path)
    return next((place for place in places if any(map(place.is_relative_to, roots))), places[0])


def _add(catalogue: Catalogue, writer: CatalogueWriter, folder: Path) -> ScanPlace:
    roots = catalogue.roots()
    for root in roots:
        if folder.is_relative_to(root.path):
            return ScanPlace(root, folder)
    with writer.batch():
        insert_root(writer, folder)
        added = next(root for root in catalogue.roots() if root.path == folder)
        for root in roots:
            if root.path.is_relative_to(folder):
                _merge_root(writer, root, added)
    return ScanPlace(added, folder)


def insert_root(writer: CatalogueWriter, path: Path) -> None:
    """Add a root without looking at the folder. Runs inside `with writer.batch():`."""
    writer.connection.execute("INSERT INTO roots (path) VALUES (?)", (os.fsencode(path),))


def _merge_root(writer: CatalogueWriter, inner: Root, outer: Root) -> None:
    """Move the photos of a root to the root that holds it, and delete the inner root."""
    prefix = encode_folder(inner.path.relative_to(outer.path))
    writer.connection.execute(
        "UPDATE photos SET root_id = ?1, folder = CASE WHEN folder = x'' THEN ?2"
        " ELSE CAST(?2 || x'2f' || folder AS BLOB) END WHERE root_id = ?3",
        (outer.id, prefix, inner.id),
    )
    writer.connection.execute("DELETE FROM roots WHERE id = ?", (inner.id,))
