"""Export to a folder that LanceDB opens, with a table of the photos."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import lancedb
import pyarrow as pa

from desktop_app.core.exporting.columns import codes_of, export_schema
from desktop_app.core.exporting.label import ExportLabel, ExportSource
from desktop_app.core.exporting.new_target import new_folder
from desktop_app.core.exporting.pieces import pieces
from desktop_app.core.exporting.progress import Exporting, PhotosExported

TABLE = "photos"
_ROWS = 100_000  # of a fragment; each adds a version to the table
_SYSTEM_ERROR = re.compile(r"\(os error (\d+)\)")


def export_lance(target: Path, source: ExportSource) -> Generator[Exporting | PhotosExported]:
    """Write the photos of a source to a new folder, a database of LanceDB.

    Raises TargetError, ExportError, and the errors of the source.
    """
    photos, schema = 0, _lance_schema(source.label)
    with new_folder(target) as folder:
        with _lance_errors():
            table = lancedb.connect(folder).create_table(TABLE, schema=schema)
        for piece in pieces(source, _ROWS):
            with _lance_errors():
                table.add(_with_vectors(piece.photos, schema))
            photos += len(piece.photos)
            yield piece.progress
    yield PhotosExported(str(target), photos, source.label.code_bits)


def _lance_schema(label: ExportLabel) -> pa.Schema:
    """Return the columns of an export, with codes in the form that LanceDB searches."""
    schema = export_schema(label)
    vectors = pa.field("code", pa.list_(pa.uint8(), label.code_bits // 8), nullable=False)
    return schema.set(schema.get_field_index("code"), vectors)


def _with_vectors(photos: pa.Table, schema: pa.Schema) -> pa.Table:
    place, codes = schema.get_field_index("code"), codes_of(photos)
    vectors = pa.FixedSizeListArray.from_arrays(pa.array(codes.ravel()), codes.shape[1])
    return photos.set_column(place, schema.field(place), vectors)


@contextmanager
def _lance_errors() -> Iterator[None]:
    """Raise what LanceDB raises, such as that the disk is full, as OSErrors."""
    try:
        yield
    except RuntimeError as error:
        found = _SYSTEM_ERROR.search(str(error))
        if not found:
            raise OSError(str(error)[:200]) from error
        number = int(found[1])
        raise OSError(number, os.strerror(number)) from error
