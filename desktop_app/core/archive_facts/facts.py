"""The facts of the photos of an archive, mapped into memory."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from desktop_app.core.archive_facts.columns import COLUMNS, Numbers, column_path, folders_path
from desktop_app.core.archive_facts.row_bitmap import RowBitmap


class Facts:
    """What is known of each photo, in the order of the codes.

    Attributes:
        folder: Where they are.
        roots: The folders of the archive.
        names: The formats, cameras and lenses that the columns name by their places.
        remaining: The photos that were not removed; None: all.
    """

    def __init__(
        self,
        folder: Path,
        rows: int,
        roots: list[Path],
        names: dict[str, list[str]],
        remaining: RowBitmap | None = None,
    ) -> None:
        """Map all columns. Raises OSError, or ValueError where one has another length."""
        self.roots = roots
        self.names = names
        self.remaining = remaining
        self.folder = folder
        self._rows = rows
        self._columns = {name: _mapped(folder, name, rows) for name in COLUMNS}

    def __len__(self) -> int:
        return self._rows

    def column(self, name: str) -> Numbers:
        """Return one of COLUMNS, read-only; what is not looked at takes no memory."""
        return self._columns[name]

    def ranges_below(self, place: Path) -> list[tuple[int, int]]:
        """Return the rows of the photos in a folder and below it, as ranges [first, last).

        Raises OSError, ArrowException.
        """
        within = [self._ranges(self._is_below(number, place)) for number in range(len(self.roots))]
        return [found for ranges in within for found in ranges]

    def folder_counts(self) -> list[tuple[Path, int]]:
        """Return each folder with photos, sorted, and how many are directly inside it.

        Raises OSError, ArrowException.
        """
        bounds = np.append(self._folders.column("first_row").to_numpy(), self._rows)
        if self.remaining is not None:
            bounds = self.remaining.counts_before(bounds)
        sizes = pa.array(np.diff(bounds))
        counted = (
            self._folders.append_column("photos", sizes)
            .group_by(["root", "folder"])
            .aggregate([("photos", "sum")])
        )
        columns = (counted.column(name).to_pylist() for name in ("root", "folder", "photos_sum"))
        rows = zip(*columns, strict=True)
        found = [
            (self.roots[root] / os.fsdecode(folder), count) for root, folder, count in rows if count
        ]
        return sorted(found)

    @cached_property
    def _folders(self) -> pa.Table:
        return pq.read_table(folders_path(self.folder)).combine_chunks()

    def _is_below(self, number: int, place: Path) -> pa.ChunkedArray:
        """Tell of each entry of the folders whether it is of a root, and in or below a place."""
        root, folders = self.roots[number], self._folders
        in_root = pc.equal(folders.column("root"), number)
        if root.is_relative_to(place):
            return in_root
        if not place.is_relative_to(root):
            return pc.and_(in_root, pa.scalar(value=False))
        inside = os.fsencode(place.relative_to(root).as_posix())
        names = folders.column("folder")
        below = pc.or_(pc.equal(names, inside), pc.starts_with(names, inside + b"/"))
        return pc.and_(in_root, below)

    def _ranges(self, is_below: pa.ChunkedArray) -> list[tuple[int, int]]:
        firsts = self._folders.column("first_row").to_numpy()
        lasts = np.append(firsts[1:], self._rows)
        places = np.flatnonzero(is_below.to_numpy())
        firsts, lasts = firsts[places], lasts[places]
        is_apart = firsts[1:] != lasts[:-1]  # of the range before
        firsts = firsts[np.append(True, is_apart)[: len(places)]]
        lasts = lasts[np.append(is_apart, True)[-len(places) :] if len(places) else []]
        return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def _mapped(folder: Path, name: str, rows: int) -> Numbers:
    path, kind = column_path(folder, name), COLUMNS[name]
    if path.stat().st_size != rows * kind.itemsize:
        raise ValueError(f"{path.name} has another length")
    return np.memmap(path, kind, "r", shape=(rows,)) if rows else np.empty(0, kind)
