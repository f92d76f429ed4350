"""Codes of another model than the one that has read the shards: one small file for each shard.

    codes/MODEL_ID/0000/0000012.parquet    `code` of the photos of shard 12, in their order

A file is written under another name, flushed and renamed: where it is, it is whole. It names the
pack of thumbnails of its shard, whose name has a digest of them: the codes of a shard that was read
again, or compacted, do not count any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.errors import (
    ArchiveError,
    ArchiveProblem,
    check_storage_answers,
    reading_error,
)
from desktop_app.core.archive.shard_files import shared_file
from desktop_app.core.archive.shard_schema import pack_name
from desktop_app.core.archive_storage.patience import try_for_minutes
from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.json_codec import decode_json, encode_json

_LABEL = b"lookalike"
_COLUMN = "code"


@dataclass(frozen=True)
class CodesLabel:
    """What a file of codes says of itself, in the metadata of Parquet.

    Attributes:
        number: Of the shard.
        manifest: The digest of the manifest.
        model_id: Whose codes these are.
        pack: The name of the shard's pack of thumbnails.
    """

    number: int
    manifest: str
    model_id: str
    pack: str
    format: int = 1


def has_codes(archive: Archive, model_id: str, number: int) -> bool:
    """Whether the codes of a model are there for a shard. Raises ArchiveError."""
    if model_id == archive.label.model_id:
        return True
    label = _label(archive, model_id, number, archive.table(number, []))
    try:
        return _stored_label(pq.read_schema(_path(archive, label))) == label
    except BAD_DATA as error:
        check_storage_answers(archive.files.folder, error)
        return False


def photos_with_codes(archive: Archive, model_id: str, number: int, columns: list[str]) -> pa.Table:
    """As `Archive.photos`; the column `code`, which must be among them, has the codes of a model.

    Raises ArchiveError: NOT_RECODED where they were not computed.
    """
    table = table_with_codes(archive, model_id, number, [*columns, "problem"])
    return table.filter(pc.is_null(table.column("problem"))).select(columns)


def table_with_codes(archive: Archive, model_id: str, number: int, columns: list[str]) -> pa.Table:
    """As `Archive.table`; `code`, which must be among the columns, has the codes of a model.

    So must `problem`. Raises ArchiveError: NOT_RECODED where the codes were not computed.
    """
    table = archive.table(number, columns)
    if model_id == archive.label.model_id:
        return table
    is_photo = pc.is_null(table.column("problem")).to_numpy()
    label = _label(archive, model_id, number, table)
    codes = _codes(archive, label, int(np.count_nonzero(is_photo)))
    places = pa.array(np.cumsum(is_photo) - 1, pa.int64(), mask=~is_photo)
    column = codes.column(_COLUMN).take(places)
    return table.set_column(columns.index(_COLUMN), pa.field(_COLUMN, column.type), column)


def code_bits(archive: Archive, model_id: str) -> int:
    """Return the length of a model's codes, K. Raises ArchiveError."""
    number = archive.numbers[0]
    photos = photos_with_codes(archive, model_id, number, [_COLUMN])
    with archive.reading(number):
        return 8 * int(photos.schema.field(_COLUMN).type.byte_width)


def write_codes(
    archive: Archive, model_id: str, number: int, photos: pa.Table, codes: Codes
) -> None:
    """Write the codes uint8 [N, K/8] of the photos of a shard, which `Archive.photos` has read.

    Where that fails, it is tried again for minutes. Raises ArchiveError if they cannot be written.
    """
    label = _label(archive, model_id, number, photos)
    path = _path(archive, label)
    field = pa.field(_COLUMN, pa.binary(codes.shape[1]), nullable=False)
    rows = pa.array([row.tobytes() for row in codes], field.type)
    schema = pa.schema([field], {_LABEL: encode_json(label).encode()})
    table = pa.table([rows], schema)
    try:
        try_for_minutes(lambda: _write(path, table))
    except OSError as error:
        raise ArchiveError(path, ArchiveProblem.UNWRITABLE, str(error)) from error


def codes_folder(archive: Path, model_id: str) -> Path:
    """Return where the codes of a model are."""
    return archive / "codes" / model_id


def _write(path: Path, table: pa.Table) -> None:
    make_folder(path.parent)
    with shared_file(path) as part:
        pq.write_table(table, part, compression="none")  # codes are as good as random


def _codes(archive: Archive, label: CodesLabel, count: int) -> pa.Table:
    """Read the codes of a shard with so many photos. Raises ArchiveError."""
    path = _path(archive, label)
    try:
        with pq.ParquetFile(path) as file:
            is_of_shard = _stored_label(file.schema_arrow) == label
            codes = file.read(columns=[_COLUMN])
        if is_of_shard:
            _check(codes, count)
    except FileNotFoundError:
        is_of_shard = False
    except BAD_DATA as error:
        raise reading_error(path, error, ArchiveProblem.BAD_CODES) from error
    if not is_of_shard:
        folder = archive.files.folder
        raise ArchiveError(folder, ArchiveProblem.NOT_RECODED, label.model_id)
    return codes


def _check(codes: pa.Table, count: int) -> None:
    """Raise ValueError if these are no codes of so many photos."""
    column = codes.column(_COLUMN)
    if len(column) != count or column.null_count:
        raise ValueError(f"{len(column)} codes of {count} photos")
    if not pa.types.is_fixed_size_binary(column.type):
        raise ValueError("codes of different lengths")


def _stored_label(schema: pa.Schema) -> CodesLabel:
    return decode_json((schema.metadata or {}).get(_LABEL, b"{}"), CodesLabel)


def _label(archive: Archive, model_id: str, number: int, shard: pa.Table) -> CodesLabel:
    """Return the label of the codes of a shard, by a table that was read of it."""
    with archive.reading(number):
        pack = pack_name(shard.schema)
    return CodesLabel(number, archive.label.manifest, model_id, pack)


def _path(archive: Archive, label: CodesLabel) -> Path:
    shard = archive.files.table_path(label.number)
    return codes_folder(archive.files.folder, label.model_id) / shard.parent.name / shard.name
