"""Which shards of a manifest an archive lacks."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import shard_label
from desktop_app.core.bundle.encoder import Encoder


def missing_shards(
    manifest: Manifest,
    archive: ArchiveFiles,
    encoder: Encoder,
    numbers: Iterable[int] | None = None,
) -> list[int]:
    """Return those of some shards, or of all, that are not done.

    Raises ArchiveError: the archive has shards of another manifest or model.
    """
    return [
        number
        for number in (range(manifest.header.shards) if numbers is None else numbers)
        if not archive.has_shard(shard_label(manifest, number, encoder))
    ]
