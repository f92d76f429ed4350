"""The stored descriptors of a library's photos, from which the codes of any model are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.catalogue.catalogue import Catalogue


@dataclass(frozen=True)
class DescriptorBatch:
    """Some photos and their descriptors.

    Attributes:
        ids: N photo ids.
        descriptors: int8 [N, D].
        missing: For each photo, whether its file is missing.
    """

    ids: list[int]
    descriptors: Descriptors
    missing: list[bool]


def descriptor_count(catalogue: Catalogue, descriptor_id: str) -> int:
    """Count the stored descriptors of one backbone."""
    query = "SELECT count(*) FROM descriptors WHERE descriptor_id = ?"
    return int(catalogue.rows(query, descriptor_id)[0][0])


def descriptor_batches(
    catalogue: Catalogue, descriptor_id: str, size: int
) -> Iterator[DescriptorBatch]:
    """Yield all stored descriptors of one backbone by photo id, at most `size` at once."""
    last = -1
    while rows := catalogue.rows(
        "SELECT photo_id, data, missing FROM descriptors JOIN photos ON photos.id = photo_id"
        " WHERE descriptor_id = ? AND photo_id > ? ORDER BY photo_id LIMIT ?",
        descriptor_id,
        last,
        size,
    ):
        ids, data, missing = zip(*rows, strict=True)
        last = ids[-1]
        table = np.frombuffer(b"".join(data), np.int8).reshape(len(ids), -1)
        yield DescriptorBatch(list(ids), table, [bool(flag) for flag in missing])


def has_descriptor(
    catalogue: Catalogue, photo_id: int, content_hash: bytes, descriptor_id: str
) -> bool:
    """Return True if this content has a descriptor of this backbone that will stay.

    It is that of the file itself, which was touched but not changed, or of another file that does
    not wait to be read.
    """
    rows = catalogue.rows(
        "SELECT 1 FROM photos JOIN descriptors ON photo_id = photos.id"
        " WHERE content_hash = ? AND descriptor_id = ? AND problem = ''"
        " AND (state = 'indexed' OR photos.id = ?) LIMIT 1",
        content_hash,
        descriptor_id,
        photo_id,
    )
    return bool(rows)
