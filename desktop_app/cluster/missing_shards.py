"""Which shards of a manifest an archive lacks."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import shard_label
from desktop_app.core.bundle.encoder import Encoder

# Shared storage answers late, whatever the number of cores.
_THREADS = 16
_SHARDS_AT_ONCE = 100


def missing_shards(
    manifest: Manifest,
    archive: ArchiveFiles,
    encoder: Encoder,
    numbers: Iterable[int] | None = None,
) -> list[int]:
    """Return those of some shards, or of all, that are not done.

    Raises ArchiveError: the archive has shards of another manifest or model.
    """
    wanted = list(range(manifest.header.shards) if numbers is None else numbers)
    parts = [wanted[at : at + _SHARDS_AT_ONCE] for at in range(0, len(wanted), _SHARDS_AT_ONCE)]
    there = set(archive.numbers()) if len(wanted) > 1 else {*wanted}

    def missing(part: list[int]) -> list[int]:
        labels = [shard_label(manifest, number, encoder) for number in part]
        return [
            label.number
            for label in labels
            if label.number not in there or not archive.has_shard(label)
        ]

    with ThreadPoolExecutor(_THREADS) as pool:
        return [number for found in pool.map(missing, parts) for number in found]
