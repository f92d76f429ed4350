"""The columns of an export as those of a table in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
from psycopg import sql

from desktop_app.core.exporting.columns import codes_of

_TYPES = {
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.string(): "text",
}


def table_columns(schema: pa.Schema) -> sql.Composed:
    """Return the columns of a table, for CREATE TABLE."""
    return sql.SQL(", ").join(_column(field) for field in schema)


def column_names(schema: pa.Schema) -> sql.Composed:
    """Return the names of the columns, in their order."""
    return sql.SQL(", ").join(map(sql.Identifier, schema.names))


def table_rows(photos: pa.Table) -> Iterator[tuple[Any, ...]]:
    """Yield the values of each photo in the order of the columns."""
    columns = {name: photos.column(name).to_pylist() for name in photos.schema.names}
    for name in (each.name for each in photos.schema if each.type == pa.string()):
        columns[name] = [text and text.replace("\0", "") for text in columns[name]]
    columns["code"] = _bit_texts(photos)
    yield from zip(*columns.values(), strict=True)


def _column(field: pa.Field) -> sql.Composed:
    if field.name == "code":
        kind = f"bit({8 * field.type.byte_width})"
    else:
        kind = _TYPES.get(field.type, "bytea")
    needed = "" if field.nullable else " NOT NULL"
    return sql.SQL("{} {}").format(sql.Identifier(field.name), sql.SQL(kind + needed))


def _bit_texts(photos: pa.Table) -> list[str]:
    """Return codes as zeros and ones, the lowest bit first."""
    bits = np.unpackbits(codes_of(photos), axis=1, bitorder="little")
    texts = (bits + ord("0")).view(f"S{bits.shape[1]}").astype(str)
    return texts.ravel().tolist()
