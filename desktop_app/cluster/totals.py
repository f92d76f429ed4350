"""The sums of all shards that a runner has written."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.archive.progress import ArchiveIndexed, ShardIndexed


@dataclass
class Totals:
    """Adds up shards; `started` is a time of time.monotonic()."""

    started: float
    shards: int = 0
    files: int = 0
    photos: int = 0
    failed: int = 0

    def add(self, shard: ShardIndexed) -> None:
        self.shards += 1
        self.files += shard.files
        self.photos += shard.photos
        self.failed += shard.failed

    def summary(self, now: float) -> ArchiveIndexed:
        seconds = round(now - self.started, 3)
        return ArchiveIndexed(self.shards, self.files, self.photos, self.failed, seconds)
