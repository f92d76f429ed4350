"""What a worker of a cluster is told to do."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.cluster.fitness import lacking, own_versions
from desktop_app.cluster.trial import Trial, survives
from desktop_app.cluster.worker_models import open_on_worker
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards
from desktop_app.core.archive_storage.errors import StorageGoneError
from desktop_app.core.archive_storage.storage import is_there
from desktop_app.core.base.atomic_write import make_folder, temporary_file
from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder


@dataclass(frozen=True)
class Job:
    """What all tasks of a run have in common; it is small, and travels with each of them.

    Attributes:
        manifest: Folder of the manifest.
        digest: Of the last listing of the manifest: another one may be in that folder by now.
        archive: Folder of the archive.
        model: Folder of the model bundle.
        model_id: Of the model.
        versions: Of the programs that all machines need.
    """

    manifest: str
    digest: str
    archive: str
    model: str
    model_id: str
    versions: str


def job_of(manifest: Manifest, archive: ArchiveFiles, encoder: Encoder) -> Job:
    """Describe a run for workers, which open everything anew."""
    return Job(
        str(manifest.folder),
        manifest.header.listings[-1].digest,
        str(archive.folder),
        str(encoder.bundle.folder),
        encoder.model_id,
        own_versions(),
    )


async def lacking_for(job: Job) -> AppError | None:
    """Return what this machine lacks to read shards; None if it has all."""
    return await lacking(lambda: _look(job), job.versions)


def index_shard(job: Job, number: int, crashing: Collection[int] = ()) -> ShardIndexed:
    """Read a shard on one thread and write it.

    Args:
        job: Where everything is.
        number: Of the shard.
        crashing: Places of files that end the process that reads them: they are not opened.

    Raises AppError.
    """
    manifest, encoder = _opened(job)
    archive = ArchiveFiles(Path(job.archive))
    places = {number: frozenset(crashing)}
    events = index_shards(manifest, [number], archive, encoder, 1, crashing=places)
    (last,) = deque((event for event in events if isinstance(event, ShardIndexed)), maxlen=1)
    return last


def try_files(job: Job, number: int, first: int, last: int) -> bool:
    """Whether a process, which is not the worker, survives reading some files of a shard."""
    return survives(Trial(job.manifest, job.model, number, first, last))


def _look(job: Job) -> None:
    """Raise AppError, OSError if something is not there that shards are read or written with."""
    manifest, _ = _opened(job)
    for folder in manifest.storage:
        if not is_there(folder):
            raise StorageGoneError(folder)
    try:
        make_folder(Path(job.archive))
        with temporary_file(Path(job.archive)):
            pass
    except OSError as error:
        raise ArchiveError(Path(job.archive), ArchiveProblem.UNWRITABLE, str(error)) from error


@lru_cache(maxsize=1)
def _opened(job: Job) -> tuple[Manifest, Encoder]:
    """Open the manifest and the model, which a process does once.

    Raises ArchiveError, BundleError: they are not those of the run.
    """
    manifest, encoder = Manifest(Path(job.manifest)), open_on_worker(Path(job.model))
    if manifest.header.listings[-1].digest != job.digest:
        raise ArchiveError(manifest.folder, ArchiveProblem.CHANGED)
    if encoder.model_id != job.model_id:
        raise ArchiveError(encoder.bundle.folder, ArchiveProblem.CHANGED)
    return manifest, encoder
