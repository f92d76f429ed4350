"""Sources of photos that were never read, and what a search among them has to find."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from desktop_app.core.base.codes import Codes
from desktop_app.core.exporting.columns import export_schema, path_columns
from desktop_app.core.exporting.label import ExportLabel, ExportSource
from desktop_app.core.exporting.progress import Exporting, PhotosExported

BITS = 128
LABEL = ExportLabel("a-model", "a-network", BITS, 8)
PATHS = [b'/p/a "b"\t\\N\\.jpg', b"/p/two\nlines.jpg", b"/p/\xff\xfe.jpg", "/p/海.jpg".encode()]

Write = Callable[[Path, ExportSource], Generator[Exporting | PhotosExported]]
Found = list[tuple[int, int]]  # ids and distances


class MadeSource:
    """Photos in parts. Many codes are the same, so that many tie; ids have gaps."""

    label = LABEL

    def __init__(self, count: int = 3000, parts: int = 5) -> None:
        rng = np.random.default_rng(3)
        some = rng.integers(0, 256, (60, BITS // 8), np.uint8)
        self.parts = parts
        self.codes: Codes = some[rng.integers(0, len(some), count)]
        self.descriptors = rng.integers(-128, 128, (count, 8)).astype(np.int8)
        self.ids = 5 + 3 * np.arange(count)

    def tables(self) -> Iterator[pa.Table]:
        for rows in np.array_split(np.arange(len(self.ids)), self.parts):
            yield self._table(rows.tolist())

    def _table(self, rows: list[int]) -> pa.Table:
        count = len(rows)
        paths = [PATHS[row] if row < len(PATHS) else b"/p/%d.jpg" % row for row in rows]
        columns = {
            "id": self.ids[rows].tolist(),
            **path_columns(paths),
            "size": [10**12 + row for row in rows],
            "mtime_ns": [-row for row in rows],
            "content_hash": [row.to_bytes(16, "big") for row in rows],
            "width": [row % 7 + 1 for row in rows],
            "camera": [None if row % 3 else 'X "100"\t\\' for row in rows],
            "aperture": [2.8 if row % 2 else None for row in rows],
            "has_gps": [(None, True, False)[row % 3] for row in rows],
            "descriptor": [self.descriptors[row].tobytes() for row in rows],
            "code": [self.codes[row].tobytes() for row in rows],
        }
        schema = export_schema(self.label)
        missing = {name: [None] * count for name in schema.names if name not in columns}
        return pa.table(columns | missing, schema)


def written(write: Write, target: Path, source: ExportSource) -> PhotosExported:
    last = deque(write(target, source), maxlen=1)[0]
    assert isinstance(last, PhotosExported)
    return last


def all_rows(source: ExportSource) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pa.concat_tables(source.tables()).to_pylist()
    return rows
