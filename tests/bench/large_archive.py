"""An archive of millions of photos, as the indexer would have left it, without the photos.

Its codes are random, and each photo has its own. A few different shards are made, real Parquet
files with a pack of thumbnails, and stand for all others by hard links, with their facts: scrolling
reads as many files as in a real archive, but the disk's cache holds the few that they really are.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.manifest_writer import SHARD_FILES
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_schema import ShardLabel, pack_name, shard_schema
from desktop_app.core.archive_facts.collected_files import CodeHeader, CollectedFiles
from desktop_app.core.archive_facts.columns import COLUMNS, column_path, folders_path
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import Manifest, read_bundle
from desktop_app.core.photos.thumbnails import make_thumbnail
from tests.bench.photos import pictures

DAYS = 5000  # that the photos were taken on, from FIRST_DAY
FIRST_DAY = datetime(2005, 1, 1, tzinfo=UTC)
_DIFFERENT_SHARDS = 40
_DIFFERENT_THUMBNAILS = 300
_DRAWN = (640, 480)
_BLOCK = 1_000_000


def build_archive(folder: Path, photos: int) -> Path:
    """Write an archive of a multiple of 2,000 photos to a folder, and return it."""
    model = read_bundle(default_bundle()).manifest
    few = _few_shards(folder / "few", model, min(_DIFFERENT_SHARDS, photos // SHARD_FILES))
    archive = ArchiveFiles(folder / "archive")
    shards = range(photos // SHARD_FILES)
    for number in shards:
        _link(few.table_path(number % _DIFFERENT_SHARDS), archive.table_path(number))
    header = open_codes(Archive(few.folder)).header
    counts = [SHARD_FILES] * len(shards)
    described = CodeHeader(
        header.manifest, header.model_id, header.code_bits, [*shards], counts, header.names
    )
    drawn, files = CollectedFiles(few.folder, header), CollectedFiles(archive.folder, described)
    _repeat_facts(drawn.facts, files.facts, len(header.shards) * SHARD_FILES, photos)
    _write_codes(files.codes, photos, model.code_bits // 8)
    archive.code_header.write_text(encode_json(described))
    return archive.folder


def _few_shards(folder: Path, model: Manifest, count: int) -> ArchiveFiles:
    """Write shards that differ, with their facts, in the way of the program."""
    files, rng = ArchiveFiles(folder), np.random.default_rng(0)
    thumbnails = [make_thumbnail(picture) for picture in pictures(_DRAWN, _DIFFERENT_THUMBNAILS)]
    starts = [0, *accumulate(map(len, thumbnails))]
    for number in range(count):
        label = ShardLabel(
            number, "benchmark", ["/photos of a benchmark"], model.model_id, model.descriptor_id
        )
        rows = [
            _row(number * SHARD_FILES + place, model, rng)
            | {
                "thumbnail_offset": starts[place % len(thumbnails)],
                "thumbnail_bytes": len(thumbnails[place % len(thumbnails)]),
            }
            for place in range(SHARD_FILES)
        ]
        files.write_shard(number, shard_schema(model, label), rows, thumbnails)
    for _ in collect_codes(Archive(folder)):
        pass
    return files


def _row(number: int, model: Manifest, rng: np.random.Generator) -> dict[str, Any]:
    taken = FIRST_DAY + timedelta(days=number * 7919 % DAYS)
    is_upright = number % 5 == 0
    return {
        "root": 0,
        "path": b"%04d/IMG_%07d.JPG" % (number // 500, number),
        "size": 1_000_000 + number * 7919 % 9_000_000,
        "mtime_ns": number,
        "content_hash": rng.bytes(16),
        "width": 3000 if is_upright else 4000,
        "height": 4000 if is_upright else 3000,
        "format": "JPEG",
        "taken_at": taken.strftime("%Y-%m-%dT%H:%M:%S"),
        "camera": f"Canon EOS {number % 12}D",
        "lens": f"EF {24 + number % 7 * 10}mm f/2.8 USM",
        "iso": 100 << number % 8,
        "focal_length": 24.0 + number % 7 * 10,
        "aperture": 2.8 + number % 5,
        "has_gps": number % 3 == 0,
        "mean_colour": 0x808080,
        "fingerprints": rng.bytes(8),
        "descriptor": rng.bytes(model.descriptor_size),
        "code": rng.bytes(model.code_bits // 8),
    }


def _link(table: Path, target: Path) -> None:
    """Link a shard's table, and beside it the pack of thumbnails that it names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    os.link(table, target)
    name = pack_name(pq.read_schema(table))
    pack = target.with_name(name)
    if not pack.exists():
        os.link(table.with_name(name), pack)


def _repeat_facts(few: Path, facts: Path, known: int, photos: int) -> None:
    facts.mkdir(parents=True)
    for name, kind in COLUMNS.items():
        numbers = np.fromfile(column_path(few, name), kind)
        with column_path(facts, name).open("wb") as file:
            for start in range(0, photos, known):
                file.write(numbers[: photos - start].tobytes())
    table = pq.read_table(folders_path(few))
    firsts = table.column("first_row").to_numpy()
    with pq.ParquetWriter(folders_path(facts), table.schema) as writer:
        for start in range(0, photos, known):
            moved = table.set_column(2, table.schema.field(2), pa.array(firsts + start))
            writer.write_table(moved.filter(pa.array(firsts + start < photos)))


def _write_codes(path: Path, photos: int, size: int) -> None:
    rng = np.random.default_rng(1)
    with path.open("wb") as file:
        for start in range(0, photos, _BLOCK):
            file.write(rng.bytes(min(_BLOCK, photos - start) * size))
