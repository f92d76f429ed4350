"""Export to a Parquet file, which every engine for data reads."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pyarrow.parquet as pq

from desktop_app.core.exporting.columns import export_schema
from desktop_app.core.exporting.label import ExportSource
from desktop_app.core.exporting.new_target import new_file
from desktop_app.core.exporting.pieces import pieces
from desktop_app.core.exporting.progress import Exporting, PhotosExported

ROWS = 30_000  # of a row group: about 10 MB
# Bits and numbers without order do not shrink, and a dictionary of them is larger than they are.
_COMPRESSION = "zstd"
_WITH_DICTIONARY = ["format", "camera", "lens"]


def export_parquet(target: Path, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    """Write the photos of a source to a new Parquet file.

    Raises TargetError, ExportError, and the errors of the source.
    """
    photos = 0
    with new_file(target) as part, parquet_writer(part, export_schema(source.label)) as writer:
        for piece in pieces(source, ROWS):
            writer.write_table(piece.photos)
            photos += len(piece.photos)
            yield piece.progress
    yield PhotosExported(str(target), photos, source.label.code_bits)


def parquet_writer(path: Path, schema: pq.ParquetSchema) -> pq.ParquetWriter:
    """Return what writes tables of these columns to a file. Raises OSError."""
    dictionaries = [name for name in _WITH_DICTIONARY if name in schema.names]
    return pq.ParquetWriter(
        path, schema, compression=_COMPRESSION, use_dictionary=dictionaries, write_statistics=True
    )
