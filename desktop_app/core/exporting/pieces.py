"""Put the parts of a source together into pieces of a size that suits the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from desktop_app.core.exporting.columns import export_schema
from desktop_app.core.exporting.label import ExportSource
from desktop_app.core.exporting.progress import Exporting


@dataclass(frozen=True)
class Piece:
    """Some photos of a source.

    Attributes:
        photos: With the columns of `export_schema`; at least one.
        progress: How far the source is read.
    """

    photos: pa.Table
    progress: Exporting


def pieces(source: ExportSource, rows: int) -> Iterator[Piece]:
    """Yield all photos, about `rows` at once. Raises the errors of the source."""
    waiting, done = export_schema(source.label).empty_table(), 0
    for done, table in enumerate(source.tables(), 1):
        waiting = pa.concat_tables([waiting, table])
        if len(waiting) >= rows:
            yield Piece(waiting, Exporting(done, source.parts))
            waiting = waiting.slice(len(waiting))
    if len(waiting):
        yield Piece(waiting, Exporting(done, source.parts))
