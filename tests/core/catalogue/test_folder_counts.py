"""The tree of folders, one level at a time, against the paths of all photos."""

from __future__ import annotations

import os
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import (
    FolderCounts,
    Subfolder,
    count_folders,
    roots_with_folders,
)
from desktop_app.core.catalogue.library_files import LibraryFiles

ROOT = Path("/photos")
# Names that sort before and after a separator, and one that is not UTF-8.
NAMES = ("a", "a b", "a-b", "a0", "b", "caf\udce9")
FOLDERS = [ROOT / one / other for one, other in product(NAMES, ("", *NAMES[:3]))]


@pytest.fixture
def counts() -> FolderCounts:
    """Each folder with another number of photos; 'b' has none of its own."""
    own = [path for path in FOLDERS if path != ROOT / "b"]
    return FolderCounts([(os.fsencode(path), place + 1) for place, path in enumerate(own)])


def expected(folder: Path) -> list[Subfolder]:
    """By the plain rule: go through all paths."""
    own = [path for path in FOLDERS if path != ROOT / "b"]
    photos, parents = Counter[Path](), set[Path]()
    for count, path in enumerate(own, start=1):
        if folder in path.parents:
            child = folder / path.relative_to(folder).parts[0]
            photos[child] += count
            parents |= {child} - {path}
    inside = [Subfolder(path, photos[path], path in parents) for path in photos]
    return sorted(inside, key=lambda each: each.path.name)


@pytest.mark.parametrize("folder", [Path("/"), ROOT, ROOT / "a", ROOT / "b", ROOT / "a" / "a"])
def test_a_folder_lists_those_inside_it_with_all_photos_below_them(
    counts: FolderCounts, folder: Path
) -> None:
    assert counts.inside(folder) == expected(folder)


def test_folders_are_in_the_order_of_their_names_whatever_their_case() -> None:
    counts = FolderCounts([(os.fsencode(ROOT / name), 1) for name in ("b", "C", "a", "B")])
    assert [folder.path.name for folder in counts.inside(ROOT)] == ["a", "B", "b", "C"]


def test_only_photos_that_are_shown_count(files: LibraryFiles) -> None:
    with Catalogue(files) as catalogue:
        write = catalogue.connection.execute
        write("INSERT INTO roots (id, path) VALUES (1, x'2f61'), (2, x'2f62')")
        for name, root, folder, missing, width in (
            ("shown", 1, "in/deep", 0, 300),
            ("gone", 1, "in", 1, 300),
            ("unread", 2, "in", 0, None),
            ("at the top", 2, "", 0, 300),
        ):
            write(
                "INSERT INTO photos (root_id, folder, name, size, mtime_ns, state, missing, width)"
                " VALUES (?, ?, ?, 1, 0, 'indexed', ?, ?)",
                (root, folder.encode(), name.encode(), missing, width),
            )
        counts = count_folders(catalogue)
        assert counts.inside(Path("/a")) == [Subfolder(Path("/a/in"), 1, has_folders=True)]
        assert counts.inside(Path("/b")) == []
        assert roots_with_folders(catalogue) == {Path("/a")}
