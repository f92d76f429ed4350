"""Read all shards of a manifest on this machine."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable

from desktop_app.cluster.missing_shards import missing_shards
from desktop_app.cluster.totals import Totals
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ArchiveIndexed, ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.jobs.progress import Indexing


def index_locally(
    manifest: Manifest,
    archive: ArchiveFiles,
    encoder: Encoder,
    threads: int = 0,
    numbers: Iterable[int] | None = None,
) -> Generator[Indexing | ShardIndexed | ArchiveIndexed]:
    """Read the shards that the archive lacks, of those in `numbers` or of all.

    The last event is ArchiveIndexed. Other arguments and errors as `index_shards`.
    """
    totals = Totals(time.monotonic())
    missing = missing_shards(manifest, archive, encoder, numbers)
    for event in index_shards(manifest, missing, archive, encoder, threads):
        if isinstance(event, ShardIndexed):
            totals.add(event)
        yield event
    yield totals.summary(time.monotonic())
