"""Collect the facts of photos, shard after shard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from desktop_app.core.archive_facts.columns import (
    COLUMNS,
    FOLDER_SCHEMA,
    NAMED,
    UNDATED,
    UNKNOWN,
    Numbers,
)

_FOLDERS_AT_ONCE = 100_000
_DAY_LENGTH = 10  # of 2019-03-02


class FactCollector:
    """Writes the facts of photos.

    Attributes:
        names: The formats, cameras and lenses that the columns name by their places.
    """

    def __init__(self, files: Mapping[str, BinaryIO], folders: pq.ParquetWriter) -> None:
        """`files` has an open file for each of COLUMNS; `folders` takes FOLDER_SCHEMA."""
        self.names: dict[str, list[str]] = {name: [] for name in NAMED}
        self._places: dict[str, dict[str, int]] = {name: {} for name in NAMED}
        self._files = files
        self._folders = _Folders(folders)

    def add(self, photos: pa.Table) -> None:
        """Add the photos of a shard, with SHARD_COLUMNS.

        Raises OSError, ArrowException, KeyError, or ValueError where the shard is damaged.
        """
        for name, kind in COLUMNS.items():
            self._files[name].write(self._numbers(name, photos).astype(kind).tobytes())
        roots, paths = photos.column("root").to_pylist(), photos.column("path").to_pylist()
        self._folders.add(roots, paths)

    def resume(self, names: Mapping[str, list[str]], folders: pa.Table, rows: int) -> None:
        """Go on after some rows, whose numbers are in the files already.

        Args:
            names: That the columns name.
            folders: With FOLDER_SCHEMA.
            rows: How many rows there are.
        """
        self.names = {name: list(names.get(name, [])) for name in NAMED}
        self._places = {
            name: {value: place for place, value in enumerate(self.names[name])} for name in NAMED
        }
        self._folders.resume(folders, rows)

    def finish(self) -> None:
        """Write what is left. Raises OSError."""
        self._folders.flush()

    def _numbers(self, name: str, photos: pa.Table) -> Numbers:
        if name in NAMED:
            return self._named(name, photos.column(name))
        if name == "taken_day":
            return _days(photos.column("taken_at"))
        column = photos.column(name)
        if name == "has_gps":
            column = column.cast(pa.int8()).fill_null(UNKNOWN)
        return np.asarray(column.fill_null(0).to_numpy())

    def _named(self, name: str, column: pa.ChunkedArray) -> Numbers:
        """Return the places int64 [N] of names; names that are new are added to the list."""
        values = pc.dictionary_encode(column.fill_null("")).combine_chunks()
        known, names = self._places[name], self.names[name]
        for value in values.dictionary.to_pylist():
            if value not in known:
                known[value] = len(names)
                names.append(value)
        places = np.array([known[value] for value in values.dictionary.to_pylist()], np.int64)
        return np.asarray(places[values.indices.to_numpy()])


class _Folders:
    """The folders of the rows so far: one that is followed by its own rows is written once."""

    def __init__(self, writer: pq.ParquetWriter) -> None:
        self._writer = writer
        self._last: tuple[int, bytes] | None = None
        self._rows = 0
        self._waiting: list[tuple[int, bytes, int]] = []

    def resume(self, folders: pa.Table, rows: int) -> None:
        self._writer.write_table(folders)
        self._rows = rows
        if len(folders):
            (last,) = folders.slice(len(folders) - 1).to_pylist()
            self._last = (last["root"], last["folder"])

    def add(self, roots: list[int], paths: list[bytes]) -> None:
        for root, path in zip(roots, paths, strict=True):
            folder = (root, path.rpartition(b"/")[0])
            if folder != self._last:
                self._last = folder
                self._waiting.append((*folder, self._rows))
            self._rows += 1
        if len(self._waiting) >= _FOLDERS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        columns = zip(*self._waiting, strict=True) if self._waiting else ((), (), ())
        arrays = [pa.array(c, f.type) for c, f in zip(columns, FOLDER_SCHEMA, strict=True)]
        self._writer.write_table(pa.table(arrays, schema=FOLDER_SCHEMA))
        self._waiting.clear()


def _days(taken_at: pa.ChunkedArray) -> Numbers:
    """Dates in ISO 8601 -> days since 1970-01-01, int32 [N]. Raises ArrowException."""
    dates = pc.utf8_slice_codeunits(taken_at.fill_null(""), 0, _DAY_LENGTH)
    dated = pc.if_else(pc.equal(dates, ""), pa.scalar(None, pa.string()), dates)
    days = dated.cast(pa.date32()).cast(pa.int32())
    return np.asarray(days.fill_null(int(UNDATED)).to_numpy())
