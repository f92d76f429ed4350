"""Archives of any size, quickly: random descriptors in groups, and a few drawn thumbnails."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_schema import PACK, ShardLabel, shard_schema
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.samples.sample_pictures import KINDS, draw_scene

SHARD_FILES = 2000  # as `lookalike cluster manifest` makes them
_OWN_SHARDS = 500
_PACK = "drawn.thumbnails"
_GROUPS = 2000
_THUMBNAILS = 48
_SIDE = (256, 192)


class DrawnArchive:
    """Writes shards whose tables are as large as those of photos.

    All shards of a folder share one pack of thumbnails, which would otherwise fill the disk. Above
    a million photos, shards are links to the first ones.
    """

    def __init__(self, folder: Path) -> None:
        self._files = ArchiveFiles(folder)
        self._model: Manifest = read_bundle(default_bundle()).manifest
        self._rng = np.random.default_rng(0)
        size = self._model.descriptor_size
        self._centres = self._rng.normal(0, 30, (_GROUPS, size)).astype(np.float32)
        self._thumbnails = [_thumbnail(number) for number in range(_THUMBNAILS)]
        self._starts = np.cumsum([0, *map(len, self._thumbnails)])[:-1]

    def write(self, photos: int) -> None:
        """Write so many photos, a multiple of SHARD_FILES, or those that are missing."""
        for number in range(photos // SHARD_FILES):
            path = self._files.table_path(number)
            if not path.exists():
                self._add_shard(path, number)

    def _add_shard(self, path: Path, number: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        pack = path.with_name(_PACK)
        if not pack.exists():
            pack.write_bytes(b"".join(self._thumbnails))
        if number < _OWN_SHARDS:
            self._write_shard(path, number)
        else:
            os.link(self._files.table_path(number % _OWN_SHARDS), path)

    def _write_shard(self, path: Path, number: int) -> None:
        label = ShardLabel(
            number, "drawn", [os.fspath(self._files.folder / "photos")],
            self._model.model_id, self._model.descriptor_id,
        )  # fmt: skip
        schema = shard_schema(self._model, label)
        schema = schema.with_metadata({**schema.metadata, PACK: _PACK.encode()})
        columns = self._columns(number)
        table = pa.table(
            [pa.array(columns[field.name]).cast(field.type) for field in schema], schema
        )
        pq.write_table(table, path, compression="zstd")

    def _columns(self, number: int) -> dict[str, object]:
        """Return the columns of SHARD_FILES photos by their names."""
        rng, count = self._rng, SHARD_FILES
        chosen = rng.integers(0, _THUMBNAILS, count)
        centres = self._centres[rng.integers(0, _GROUPS, count)]
        noise = rng.standard_normal(centres.shape, np.float32) * 20
        descriptors = np.clip(centres + noise, -127, 127).astype(np.int8)
        lengths = np.array([len(each) for each in self._thumbnails])
        fixed: dict[str, object] = {
            "root": 0, "size": 3_000_000, "mtime_ns": 10**18, "width": 4000, "height": 3000,
            "format": "jpeg", "has_gps": False, "mean_colour": 0x808080,
            "taken_at": None, "camera": None, "lens": None, "iso": None, "focal_length": None,
            "aperture": None, "problem": None, "detail": None,
        }  # fmt: skip
        return {name: pa.repeat(value, count) for name, value in fixed.items()} | {
            "path": [b"%d/%d.jpg" % (number, row) for row in range(count)],
            "content_hash": _rows_of(rng.integers(0, 256, (count, 16), np.uint8)),
            "fingerprints": _rows_of(rng.integers(0, 256, (count, 8), np.uint8)).cast(pa.binary()),
            "descriptor": _rows_of(descriptors),
            "code": _rows_of(rng.integers(0, 256, (count, self._model.code_bits // 8), np.uint8)),
            "thumbnail_offset": self._starts[chosen],
            "thumbnail_bytes": lengths[chosen].astype(np.int32),
        }


def _rows_of(values: NDArray[np.generic]) -> pa.Array:
    """Return a column of the bytes of each row."""
    kind = pa.binary(values[0].nbytes)
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values.tobytes())])


def _thumbnail(number: int) -> bytes:
    file = io.BytesIO()
    draw_scene(KINDS[number % len(KINDS)], number, _SIDE).save(file, "JPEG", quality=85)
    return file.getvalue()
