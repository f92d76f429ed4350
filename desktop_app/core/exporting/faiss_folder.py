"""Export to an index of faiss, and a Parquet file that says what photos its ids stand for."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from desktop_app.core.exporting.columns import codes_of, export_schema
from desktop_app.core.exporting.faiss_file import faiss_file
from desktop_app.core.exporting.label import ExportSource
from desktop_app.core.exporting.new_target import new_folder
from desktop_app.core.exporting.parquet_file import ROWS, parquet_writer
from desktop_app.core.exporting.pieces import pieces
from desktop_app.core.exporting.progress import Exporting, PhotosExported

INDEX_NAME, PHOTOS_NAME = "codes.faiss", "photos.parquet"


def export_faiss(target: Path, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    """Write the photos of a source to a new folder with an index and a Parquet file.

    Raises TargetError, ExportError, and the errors of the source.
    """
    photos, bits = 0, source.label.code_bits
    schema = export_schema(source.label)
    schema = schema.remove(schema.get_field_index("code"))
    with (
        new_folder(target) as folder,
        parquet_writer(folder / PHOTOS_NAME, schema) as writer,
        faiss_file(folder / INDEX_NAME, bits) as index,
    ):
        for piece in pieces(source, ROWS):
            index.add(piece.photos["id"].to_numpy(), codes_of(piece.photos))
            writer.write_table(piece.photos.drop_columns("code"))
            photos += len(piece.photos)
            yield piece.progress
    yield PhotosExported(str(target), photos, bits)
