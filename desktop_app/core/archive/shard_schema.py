"""The columns of a shard's Parquet file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import pyarrow as pa

from desktop_app.core.archive.manifest import FILE_SCHEMA, ListedFile
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.bundle.model_bundle import Manifest as ModelManifest
from desktop_app.core.indexing.photo_indexer import FailedFile, IndexedPhoto, KnownContent, Outcome
from desktop_app.core.photos.capture import CAPTURE_COLUMNS

FORMAT = 2  # of shards that an update has added; the others have 1
_LABEL = b"lookalike"
PACK = b"lookalike-pack"  # the name of the file with the thumbnails of a shard
# What is known of a photo, of which an export has the same columns.
FACTS: list[tuple[str, pa.DataType]] = [
    ("content_hash", pa.binary(16)),
    ("width", pa.int32()),
    ("height", pa.int32()),
    ("format", pa.string()),
    ("taken_at", pa.string()),
    ("camera", pa.string()),
    ("lens", pa.string()),
    ("iso", pa.int32()),
    ("focal_length", pa.float64()),
    ("aperture", pa.float64()),
    ("has_gps", pa.bool_()),
    ("mean_colour", pa.int32()),
    ("fingerprints", pa.binary()),
]
# The attributes of PhotoFacts, but `capture`.
FACT_NAMES = [name for name, _ in FACTS if name not in CAPTURE_COLUMNS]
_THUMBNAIL = [("thumbnail_offset", pa.int64()), ("thumbnail_bytes", pa.int32())]
_PROBLEM = [("problem", pa.string()), ("detail", pa.string())]


@dataclass(frozen=True)
class ShardLabel:
    """What a shard says of itself, in the metadata of its Parquet file.

    Attributes:
        number: Of the shard in its manifest.
        manifest: The digest of the manifest.
        roots: The roots of the manifest.
        model_id, descriptor_id: The model that made its codes.
        update: The digest of the update that has listed its files; empty: the manifest was made
            with them.
    """

    number: int
    manifest: str
    roots: list[str]
    model_id: str
    descriptor_id: str
    format: int = 1
    update: str = ""

    def is_like(self, other: ShardLabel) -> bool:
        """Whether both are of the same archive."""
        own = {"number": other.number, "update": other.update, "format": other.format}
        return replace(self, **own) == other  # type: ignore[arg-type]


def label_of(metadata: dict[bytes, bytes] | None) -> ShardLabel:
    """Return the label in the metadata of a file. Raises ValueError where there is none."""
    return decode_json((metadata or {}).get(_LABEL, b"{}"), ShardLabel)


def encoded_label(label: ShardLabel) -> bytes:
    """Return what `label_of` decodes; the label of a shard without an update has no such field."""
    fields = asdict(label)
    if not label.update:
        del fields["update"]
    return encode_json(fields).encode()


def pack_name(schema: pa.Schema) -> str:
    """Return the name of the pack in the schema of a shard. Raises KeyError where there is none."""
    return str(schema.metadata[PACK].decode())


def shard_schema(model: ModelManifest, label: ShardLabel) -> pa.Schema:
    """Return the columns of a shard.

    They are those of the manifest, the facts of the library's catalogue, `descriptor` (int8 [D]),
    `code` (packed, K/8 bytes), the place of the thumbnail in the pack, and why a file has no code.
    """
    codes = [
        ("descriptor", pa.binary(model.descriptor_size)),
        ("code", pa.binary(model.code_bits // 8)),
    ]
    fields = [
        *FILE_SCHEMA,
        *map(pa.field, *zip(*FACTS, *codes, *_THUMBNAIL, *_PROBLEM, strict=True)),
    ]
    return pa.schema(fields, {_LABEL: encoded_label(label)})


def shard_rows(
    files: Iterable[ListedFile], outcomes: Iterable[Outcome]
) -> tuple[list[dict[str, Any]], list[bytes]]:
    """Return the rows of a shard, in the order of its files, and the thumbnails."""
    rows, thumbnails, offset = [], [], 0
    for file, outcome in zip(files, outcomes, strict=True):
        row = {**vars(file), **_columns(outcome)}
        if isinstance(outcome, IndexedPhoto):
            row |= {"thumbnail_offset": offset, "thumbnail_bytes": len(outcome.thumbnail)}
            offset += len(outcome.thumbnail)
            thumbnails.append(outcome.thumbnail)
        rows.append(row)
    return rows, thumbnails


def _columns(outcome: Outcome) -> dict[str, object]:
    match outcome:
        case IndexedPhoto(facts=facts, descriptor=descriptor, code=code):
            codes = {"descriptor": descriptor.tobytes(), "code": code.tobytes()}
            return {**facts.columns(), **codes}
        case FailedFile(error=error, content_hash=content_hash):
            detail = error.detail.encode(errors="backslashreplace").decode()
            return {"content_hash": content_hash, "problem": error.problem.value, "detail": detail}
        case KnownContent():
            raise TypeError("a shard has no photos that are known before")
