"""Read an archive for an export, one shard after another.

The id of a photo is the place of its code among all codes of the archive, from 0: the row that
`lookalike cluster search` finds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import model_in_use
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import ListedFile
from desktop_app.core.archive.removed_rows import read_removed
from desktop_app.core.archive_storage.addresses import shown_path
from desktop_app.core.archive_update.shard_codes import code_bits, table_with_codes
from desktop_app.core.exporting.columns import (
    FACT_NAMES,
    export_schema,
    path_columns,
    without_unknown,
)
from desktop_app.core.exporting.errors import CodeLengthError
from desktop_app.core.exporting.label import ExportLabel

_PLACE = ["root", "path"]
_FACTS = ["size", "mtime_ns", *FACT_NAMES]


class ArchiveSource:
    """The photos of an archive; files without a code are left out.

    Attributes:
        label: What its codes are.
        parts: Number of shards.
    """

    def __init__(self, archive: Archive, *, with_descriptors: bool = True) -> None:
        """Raises ArchiveError."""
        self._archive = archive
        self.parts = len(archive.numbers)
        self.label = ExportLabel(
            model_in_use(archive),
            archive.label.descriptor_id,
            code_bits(archive, model_in_use(archive)),
            _descriptor_size(archive) if with_descriptors else 0,
        )
        descriptor = ["descriptor"] if with_descriptors else []
        self._columns = [*_FACTS, *descriptor, "code"]
        self._schema = export_schema(self.label)
        self._roots = [os.fsencode(shown_path(root)).rstrip(b"/") + b"/" for root in archive.roots]

    def tables(self) -> Iterator[pa.Table]:
        """Yield the photos of each shard. Raises ArchiveError, CodeLengthError."""
        first_id, removed = 0, read_removed(self._archive)
        for number in self._archive.numbers:
            columns = [*_PLACE, *self._columns, "problem"]
            table = table_with_codes(self._archive, self.label.model_id, number, columns)
            with self._archive.reading(number) as path:
                photos = removed.remaining_photos(number, table)
                self._check_codes(path, photos.column("code"))
                exported = self._exported(photos, first_id)
            yield exported
            first_id += table.column("problem").null_count

    def _check_codes(self, path: Path, codes: pa.ChunkedArray) -> None:
        if codes.null_count:
            raise ArchiveError(path, ArchiveProblem.BAD_SHARD, "a photo without a code")
        bits = 8 * codes.type.byte_width
        if bits != self.label.code_bits:
            raise CodeLengthError(path, bits, self.label.code_bits)

    def _exported(self, photos: pa.Table, first_id: int) -> pa.Table:
        columns = {name: photos.column(name) for name in self._columns}
        places = zip(photos["root"].to_pylist(), photos["path"].to_pylist(), strict=True)
        paths = path_columns(self._path(ListedFile(*place, 0, 0)) for place in places)
        ids = first_id + photos.column("place").to_numpy()
        table = pa.table({"id": ids, **paths, **columns}).cast(self._schema)
        return without_unknown(table)

    def _path(self, file: ListedFile) -> bytes:
        """Raises ValueError where the path leads out of its root."""
        file.check(len(self._roots))
        return self._roots[file.root] + file.path


def _descriptor_size(archive: Archive) -> int:
    """Return the numbers in a descriptor, D. Raises ArchiveError."""
    with archive.reading(archive.numbers[0]) as path:
        return int(pq.read_schema(path).field("descriptor").type.byte_width)
