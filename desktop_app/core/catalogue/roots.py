"""Add folders to a library as roots, and say where to scan.

A root lies inside another one only if it was offline or paused when the outer one was added. It
keeps its photos and its state then, and the outer one leaves its folder out. When the outer one is
added again, it takes over the inner ones that are connected and not paused.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import NotAFolderError
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.catalogue import Catalogue, Root, encode_folder, root_of
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.opening import library_errors


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
    catalogue: Catalogue,
    writer: CatalogueWriter,
    folders: list[Path],
    is_connected: Callable[[Root], bool],
) -> list[ScanPlace]:
    """Add folders to the library and return where to scan for them; without folders, all roots.

    A folder inside a root is scanned as a part of it. A folder that holds older roots takes over
    their photos; those that are offline or paused remain roots.

    Args:
        catalogue: The library.
        writer: Its writer.
        folders: The folders to add.
        is_connected: Whether the folder of a root can be reached now.

    Raises:
        NotAFolderError: One of `folders` cannot be read.
    """
    if not folders:
        return [ScanPlace(root, root.path) for root in catalogue.roots()]
    resolved = [readable_folder(folder) for folder in folders]
    places = [
        place for folder in resolved for place in _add(catalogue, writer, folder, is_connected)
    ]
    return list(dict.fromkeys(places))


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
    root = root_of(roots, path)
    if root is None:
        return []
    own_folder = ScanPlace(root, path.parent, is_deep=False)
    try:
        if path == root.path or path.is_dir():
            return [ScanPlace(root, path)]
        is_there = path.exists()
    except OSError:  # its folder may not be entered
        return [own_folder]
    # A path that is gone may have been a folder.
    return [own_folder] if is_there else [own_folder, ScanPlace(root, path)]


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


def _add(
    catalogue: Catalogue,
    writer: CatalogueWriter,
    folder: Path,
    is_connected: Callable[[Root], bool],
) -> list[ScanPlace]:
    roots = catalogue.roots()
    inner = [root for root in roots if folder in root.path.parents]
    holder = root_of(roots, folder)
    if holder is None or holder.path == folder:
        with library_errors(catalogue.files.catalogue):
            merged = _without_state(inner, is_connected)
        with writer.batch():
            if holder is None:
                insert_root(writer, folder)
            holder = next(root for root in catalogue.roots() if root.path == folder)
            for root in merged:
                _merge_root(writer, root, holder)
        inner = [root for root in inner if root not in merged]
    return [ScanPlace(holder, folder), *(ScanPlace(root, root.path) for root in inner)]


def _without_state(inner: list[Root], is_connected: Callable[[Root], bool]) -> list[Root]:
    """Return the roots that can be merged: neither offline nor paused, nor inside one that is."""
    kept = {root.path for root in inner if root.paused or not is_connected(root)}
    return [root for root in inner if kept.isdisjoint({root.path, *root.path.parents})]


def insert_root(writer: CatalogueWriter, path: Path) -> None:
    """Add a root without looking at the folder. Runs inside `with writer.batch():`."""
    writer.connection.execute("INSERT INTO roots (path) VALUES (?)", (os.fsencode(path),))


def _merge_root(writer: CatalogueWriter, inner: Root, outer: Root) -> None:
    """Move the photos of a root to the root that holds it, and delete the inner root."""
    prefix = encode_folder(inner.path.relative_to(outer.path))
    for table in ("photos", "mount_points"):
        writer.connection.execute(
            f"UPDATE OR REPLACE {table} SET root_id = ?1,"  # noqa: S608
            " folder = CASE WHEN folder = x'' THEN ?2"
            " ELSE CAST(?2 || x'2f' || folder AS BLOB) END WHERE root_id = ?3",
            (outer.id, prefix, inner.id),
        )
    writer.connection.execute("DELETE FROM roots WHERE id = ?", (inner.id,))
