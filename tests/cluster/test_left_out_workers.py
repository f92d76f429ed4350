"""A worker that lacks something is named and left out; the others do its shards."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import Client

from desktop_app.cluster import tasks
from desktop_app.cluster.dask_client import dask_client
from desktop_app.cluster.dask_runner import index_on_dask
from desktop_app.cluster.workers import WorkerLeftOut
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, OtherVersionError
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_storage.errors import StorageGoneError
from desktop_app.core.base.errors import AppError, BundleError
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import indexed, made_manifest, rows_of
from tests.cluster.processes import Processes, processes

# The photos are not there for this worker, as soon as a file says so.
_ELSEWHERE = """
from pathlib import Path
from desktop_app.core.archive_storage import patience
from desktop_app.core.archive_storage.folder_storage import FolderStorage

look = FolderStorage.look

def look_or_fail(storage):
    if Path({sign!r}).exists() and str(storage._root) == {folder!r}:
        raise FileNotFoundError(storage._root)
    look(storage)

FolderStorage.look = look_or_fail
patience.PATIENCE_SECONDS = 0
"""
# Whatever is asked of this worker, it cannot read.
_BROKEN = """
from desktop_app.core.archive import shard_indexer
from desktop_app.core.base.errors import JobCrashedError

def fail(*_):
    raise JobCrashedError(1, "no memory")

shard_indexer.PhotoIndexer.read = fail
"""


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Nine photos in nine shards."""
    return made_manifest(tmp_path / "manifest", photo_folder, 1)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Processes]:
    with processes(tmp_path) as started:
        yield started


def start(cluster: Processes, client: Client, folder: Path, code: str) -> None:
    """Start a good worker, and another one that runs this code first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    cluster.start_worker(folder)
    cluster.start_worker()
    client.wait_for_workers(2)


def events_of(
    client: Client, manifest: Manifest, archive: Path, encoder: Encoder
) -> tuple[list[AppError], int]:
    """Return what the workers that are left out lack, and how many shards were written."""
    events = list(index_on_dask(client, manifest, ArchiveFiles(archive), encoder))
    lacks = [event.error for event in events if isinstance(event, WorkerLeftOut)]
    return lacks, sum(isinstance(event, ShardIndexed) for event in events)


@pytest.mark.slow
@pytest.mark.e2e
def test_a_worker_without_the_photos_is_named_once_and_others_read_its_shards(
    cluster: Processes, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "here", encoder)
    root = manifest.roots[0]
    with dask_client(cluster.address, 1) as client:
        code = _ELSEWHERE.format(sign=str(tmp_path), folder=str(root))
        start(cluster, client, tmp_path / "bad", code)
        lacks, shards = events_of(client, manifest, tmp_path / "there", encoder)
        assert len(client.nthreads()) == 1
    (lack,) = lacks
    assert isinstance(lack, StorageGoneError)
    assert lack.path == root
    assert shards == 9
    assert rows_of(tmp_path / "there") == rows_of(tmp_path / "here")


@pytest.mark.slow
@pytest.mark.e2e
def test_a_worker_that_cannot_read_for_another_reason_is_left_out(
    cluster: Processes, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    with dask_client(cluster.address, 1) as client:
        start(cluster, client, tmp_path / "bad", _BROKEN)
        lacks, shards = events_of(client, manifest, tmp_path / "there", encoder)
    assert [type(each).__name__ for each in lacks] == ["JobCrashedError"]
    assert shards == 9


@pytest.mark.slow
@pytest.mark.e2e
def test_a_run_fails_where_no_worker_has_the_photos_and_all_workers_stay(
    cluster: Processes, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    with dask_client(cluster.address, 1) as client:
        start(cluster, client, tmp_path / "same", "")
        shutil.rmtree(manifest.roots[0])
        with pytest.raises(StorageGoneError) as caught:
            events_of(client, manifest, tmp_path / "there", encoder)
        assert len(client.nthreads()) == 2
    assert caught.value.path == manifest.roots[0]


def lacking(job: tasks.Job) -> AppError | None:
    return asyncio.run(tasks.lacking_for(job))


def test_each_thing_that_a_worker_lacks_is_named(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    job = tasks.job_of(manifest, ArchiveFiles(tmp_path / "archive"), encoder)
    assert lacking(job) is None
    assert isinstance(lacking(replace(job, manifest=str(tmp_path))), ArchiveError)
    assert isinstance(lacking(replace(job, versions="Lookalike 0.0.1")), OtherVersionError)
    assert isinstance(lacking(replace(job, model=str(tmp_path))), BundleError)
    for other in (replace(job, model_id="other"), replace(job, digest="other")):
        error = lacking(other)
        assert isinstance(error, ArchiveError)
        assert error.problem is ArchiveProblem.CHANGED
    (tmp_path / "file").touch()
    error = lacking(replace(job, archive=str(tmp_path / "file")))
    assert isinstance(error, ArchiveError)
    assert error.problem is ArchiveProblem.UNWRITABLE
    shutil.rmtree(manifest.roots[0])
    assert isinstance(lacking(job), StorageGoneError)
