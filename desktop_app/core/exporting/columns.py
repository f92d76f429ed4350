"""The columns of an export (docs/exporting.md shows them to users).

They are those of an archive's shards, but for the thumbnails, with an id and an absolute path.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from desktop_app.core.archive.shard_schema import FACTS
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.exporting.label import ExportLabel

FACT_NAMES = [name for name, _ in FACTS]
# Columns in which an empty text or a zero says that nothing is known: they get no value.
_UNKNOWN = {"taken_at": "", "camera": "", "lens": "", "iso": 0, "focal_length": 0, "aperture": 0}


def export_schema(label: ExportLabel) -> pa.Schema:
    """Return the columns of an export; the label is in the metadata under the key `lookalike`."""
    fields = [
        pa.field("id", pa.int64(), nullable=False),
        pa.field("path", pa.string(), nullable=False),
        pa.field("path_bytes", pa.binary()),
        pa.field("size", pa.int64(), nullable=False),
        pa.field("mtime_ns", pa.int64(), nullable=False),
        *(pa.field(name, kind) for name, kind in FACTS),
        pa.field("code", pa.binary(label.code_bits // 8), nullable=False),
    ]
    if label.descriptor_size:
        fields.insert(-1, pa.field("descriptor", pa.binary(label.descriptor_size)))
    return pa.schema(fields, {b"lookalike": encode_json(label).encode()})


def codes_of(photos: pa.Table) -> Codes:
    """Return the codes of an export, uint8 [N, K/8]."""
    column = photos.column("code")
    codes = np.frombuffer(b"".join(column.to_pylist()), np.uint8)
    return codes.reshape(len(photos), column.type.byte_width)


def path_columns(paths: Iterable[bytes]) -> dict[str, list[Any]]:
    r"""Return `path`, as text, and `path_bytes`, where a path is no UTF-8 text.

    The text of such a path has `\xNN` in place of each byte that is none.
    """
    texts, exact = list[str](), list[bytes | None]()
    for path in paths:
        try:
            texts.append(path.decode())
            exact.append(None)
        except UnicodeDecodeError:
            texts.append(path.decode(errors="backslashreplace"))
            exact.append(path)
    return {"path": texts, "path_bytes": exact}


def without_unknown(table: pa.Table) -> pa.Table:
    """Return a table whose unknown facts are null."""
    for name, unknown in _UNKNOWN.items():
        column = table.column(name)
        known = pc.not_equal(column, pa.scalar(unknown, column.type))
        nothing = pa.scalar(None, column.type)
        table = table.set_column(
            table.schema.get_field_index(name),
            table.schema.field(name),
            pc.if_else(known, column, nothing),
        )
    return table
