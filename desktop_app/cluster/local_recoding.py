"""Compute the codes of another model for the shards of an archive, on this machine."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.progress import ArchiveRecoded, Recoding, ShardRecoded
from desktop_app.core.archive_update.recoding import recode_shard, shards_without_codes
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder

_SHARDS_PER_THREAD = 8


def recode_locally(
    archive: Archive, encoder: Encoder, threads: int = 0, numbers: Iterable[int] | None = None
) -> Generator[Recoding | ArchiveRecoded]:
    """Compute the codes that shards lack, of those in `numbers` or of all.

    Args:
        archive: The archive.
        encoder: The model, whose descriptors were checked (recoding.py).
        threads: Shards that are computed at the same time; 0 is one for each core.
        numbers: Some shards; None: all.

    The last event is ArchiveRecoded. Closing the generator ends the work; what was written stays.
    Raises as `shards_without_codes` and `recode_shard`.
    """
    started, photos, done = time.monotonic(), 0, 0
    missing = shards_without_codes(archive, encoder.model_id, numbers)
    for shard in _recoded(archive, encoder, threads or available_cores(), missing):
        done, photos = done + 1, photos + shard.photos
        yield Recoding(done, len(missing))
    yield ArchiveRecoded(encoder.model_id, done, photos, round(time.monotonic() - started, 3))


def _recoded(
    archive: Archive, encoder: Encoder, threads: int, numbers: list[int]
) -> Iterator[ShardRecoded]:
    size = threads * _SHARDS_PER_THREAD
    with ThreadPoolExecutor(threads) as pool:
        for start in range(0, len(numbers), size):
            part = numbers[start : start + size]
            yield from pool.map(lambda number: recode_shard(archive, encoder, number), part)
