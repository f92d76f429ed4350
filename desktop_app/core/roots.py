"""Add folders to a library as roots, none inside another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue import Catalogue, Root, encode_folder
from desktop_app.core.catalogue_writer import CatalogueWriter
from desktop_app.core.errors import NotAFolderError


@dataclass(frozen=True)
class ScanPlace:
    """A root and the folder in it where scanning starts."""

    root: Root
    start: Path


def add_roots(
    catalogue: Catalogue, writer: CatalogueWriter, folders: list[Path]
) -> list[ScanPlace]:
    """Where to scan for `folders`: each becomes a root, or is a part of one that is known.

    A folder that holds older roots takes their photos over. Without folders: all roots, whole.
    Raises NotAFolderError.
    """
    if not folders:
        return [ScanPlace(root, root.path) for root in catalogue.roots()]
    return [_add(catalogue, writer, _checked(folder)) for folder in folders]


def _checked(folder: Path) -> Path:
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
