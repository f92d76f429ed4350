"""The folders below a root as rows, those of closed folders left out."""

from __future__ import annotations

import os
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.catalogue.facets import FolderCounts
from desktop_app.ui.kit.messages import shown_name


class FolderRow(NamedTuple):
    """A folder below a root. A plain tuple of plain values: there may be 100,000 in a list.

    Attributes:
        path: Absolute path.
        name: Its name as text that can be displayed.
        photos: Number of photos in it and below it.
        depth: 0 directly inside the root.
        has_folders: Whether it can be opened.
        is_open: Whether the rows that follow lie inside it.
    """

    path: str
    name: str
    photos: int
    depth: int
    has_folders: bool
    is_open: bool


@dataclass(frozen=True)
class FolderListing:
    """What the sidebar shows of the folders.

    Attributes:
        parents: The roots that have folders inside.
        rows: The rows of each root that is open.
    """

    parents: frozenset[Path] = frozenset()
    rows: dict[Path, list[FolderRow]] = field(default_factory=dict)


def folder_rows(counts: FolderCounts, root: Path, opened: AbstractSet[Path]) -> list[FolderRow]:
    """Return the rows below a root; those of a folder follow it if it is among `opened`."""
    rows: list[FolderRow] = []
    levels = [iter(counts.inside(root))]  # no recursion: folders may be nested thousands deep
    while levels:
        folder = next(levels[-1], None)
        if folder is None:
            levels.pop()
            continue
        path, is_open = folder.path, folder.has_folders and folder.path in opened
        depth = len(levels) - 1
        row = (os.fspath(path), shown_name(path), folder.count, depth, folder.has_folders, is_open)
        rows.append(FolderRow(*row))
        if is_open:
            levels.append(iter(counts.inside(path)))
    return rows
