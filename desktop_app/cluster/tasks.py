"""What a worker of a cluster is told to do. Its arguments are text, so that they travel cheaply."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards, read_files
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model


def index_shard(
    manifest: str, number: int, archive: str, model: str, crashing: Collection[int] = ()
) -> ShardIndexed:
    """Read a shard on one thread and write it.

    Args:
        manifest: Folder of the manifest.
        number: Of the shard.
        archive: Folder of the archive.
        model: Folder of the model bundle.
        crashing: Places of files that end the process that reads them: they are not opened.

    Raises AppError.
    """
    events = index_shards(
        _manifest(manifest), [number], ArchiveFiles(Path(archive)), _encoder(model), 1,
        crashing={number: frozenset(crashing)},
    )  # fmt: skip
    (last,) = deque((event for event in events if isinstance(event, ShardIndexed)), maxlen=1)
    return last


def try_files(manifest: str, number: int, model: str, first: int, last: int) -> None:
    """Read some files of a shard, and keep nothing: it only shows whether the process survives."""
    read_files(_manifest(manifest), number, range(first, last), _encoder(model))


@lru_cache(maxsize=1)
def _encoder(model: str) -> Encoder:
    """Return a model, which a process loads once. Raises BundleError."""
    return open_model(read_bundle(Path(model)))


@lru_cache(maxsize=1)
def _manifest(folder: str) -> Manifest:
    return Manifest(Path(folder))
