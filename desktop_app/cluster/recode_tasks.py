"""What a worker of a cluster does for a retrained model: it computes the codes of a shard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop_app.cluster.fitness import lacking, own_versions
from desktop_app.cluster.worker_models import open_on_worker
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import ShardRecoded
from desktop_app.core.archive_update.recoding import recode_shard
from desktop_app.core.base.atomic_write import temporary_file
from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import ModelBundle


@dataclass(frozen=True)
class RecodingJob:
    """What all tasks of a run have in common.

    Attributes:
        archive: Folder of the archive.
        manifest: Digest of its manifest: another archive may be in that folder by now.
        model: Folder of the model bundle.
        model_id: Of the model.
        versions: Of the programs that all machines need.
    """

    archive: str
    manifest: str
    model: str
    model_id: str
    versions: str


def recoding_job(archive: Archive, model: ModelBundle) -> RecodingJob:
    """Describe a run for workers, which open everything anew."""
    return RecodingJob(
        str(archive.files.folder),
        archive.label.manifest,
        str(model.folder),
        model.manifest.model_id,
        own_versions(),
    )


async def lacking_to_recode(job: RecodingJob) -> AppError | None:
    """Return what this machine lacks to compute codes; None if it has all."""
    return await lacking(lambda: _look(job), job.versions)


def recode(job: RecodingJob, number: int) -> ShardRecoded:
    """Compute the codes of a shard and write them. Raises AppError."""
    return recode_shard(*_opened(job), number)


def _look(job: RecodingJob) -> None:
    """Raise AppError if the archive or the model is not there, or the archive is not writable."""
    archive, _ = _opened(job)
    try:
        with temporary_file(archive.files.folder):
            pass
    except OSError as error:
        folder = archive.files.folder
        raise ArchiveError(folder, ArchiveProblem.UNWRITABLE, str(error)) from error


@lru_cache(maxsize=1)
def _opened(job: RecodingJob) -> tuple[Archive, Encoder]:
    """Open the archive and the model, which a process does once.

    Raises ArchiveError, BundleError: they are not those of the run.
    """
    archive, encoder = Archive(Path(job.archive)), open_on_worker(Path(job.model))
    if archive.label.manifest != job.manifest:
        raise ArchiveError(archive.files.folder, ArchiveProblem.CHANGED)
    if encoder.model_id != job.model_id:
        raise ArchiveError(encoder.bundle.folder, ArchiveProblem.CHANGED)
    return archive, encoder
