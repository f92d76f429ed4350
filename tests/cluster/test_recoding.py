"""Every runner writes the same codes of a retrained model."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cluster import recode_tasks
from desktop_app.cluster.dask_client import LOCAL, dask_client
from desktop_app.cluster.dask_recoding import recode_on_dask
from desktop_app.cluster.recode_tasks import recoding_job
from desktop_app.cluster.workers import WorkerLeftOut
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, OtherVersionError
from desktop_app.core.archive.progress import ArchiveRecoded, Recoding
from desktop_app.core.archive_update.kept_models import keep_model
from desktop_app.core.base.errors import AppError, BundleError
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, finished, indexed, made_manifest
from tests.cluster.processes import processes
from tests.cluster.retrained_models import recoded, retrained

# This worker cannot write an archive.
_READ_ONLY = """
from desktop_app.core.archive_update import recoding, shard_codes
from desktop_app.cluster import recode_tasks

def fail(*_):
    raise PermissionError(13, "read-only")

recode_tasks.temporary_file = fail
"""


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos in nine shards."""
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 1), tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


@pytest.fixture
def model(tmp_path: Path, archive: Archive, encoder: Encoder) -> Encoder:
    return Encoder(keep_model(archive.files, retrained(tmp_path / "model", encoder)))


@pytest.fixture
def elsewhere(tmp_path: Path, archive: Archive, model: Encoder) -> Archive:
    """A copy of the archive, with codes that were computed here."""
    shutil.copytree(archive.files.folder, tmp_path / "elsewhere")
    copy = Archive(tmp_path / "elsewhere")
    recoded(copy, model)
    return copy


@pytest.mark.slow
@pytest.mark.e2e
def test_a_cluster_writes_the_same_codes_as_this_machine(
    archive: Archive, model: Encoder, elsewhere: Archive
) -> None:
    with dask_client(LOCAL, 2) as client:
        events = list(recode_on_dask(client, archive, model.bundle))
        (again,) = recode_on_dask(client, archive, model.bundle)
    last = events.pop()
    assert isinstance(last, ArchiveRecoded)
    assert (last.shards, last.photos) == (9, 9)
    assert events == [Recoding(done, 9) for done in range(1, 10)]
    assert isinstance(again, ArchiveRecoded)
    assert again.shards == 0
    assert contents_of(archive.files.folder) == contents_of(elsewhere.files.folder)


@pytest.mark.slow
@pytest.mark.e2e
def test_workers_that_are_killed_lose_no_codes(
    archive: Archive, model: Encoder, elsewhere: Archive
) -> None:
    with dask_client(LOCAL, 2) as client:
        events = recode_on_dask(client, archive, model.bundle)
        next(event for event in events if isinstance(event, Recoding))
        for pid in client.run(os.getpid).values():
            os.kill(pid, signal.SIGKILL)
        deque(events, maxlen=0)
    assert finished(archive.files.folder) == finished(elsewhere.files.folder)


@pytest.mark.slow
@pytest.mark.e2e
def test_a_worker_that_cannot_write_is_left_out(
    tmp_path: Path, archive: Archive, model: Encoder
) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "sitecustomize.py").write_text(_READ_ONLY)
    with processes(tmp_path) as cluster, dask_client(cluster.address, 1) as client:
        cluster.start_worker(tmp_path / "bad")
        cluster.start_worker()
        client.wait_for_workers(2)
        events = list(recode_on_dask(client, archive, model.bundle))
        assert len(client.nthreads()) == 1
    (lack,) = [event.error for event in events if isinstance(event, WorkerLeftOut)]
    assert isinstance(lack, ArchiveError)
    assert lack.problem is ArchiveProblem.UNWRITABLE
    assert isinstance(events[-1], ArchiveRecoded)
    assert events[-1].shards == 9


def test_one_shard_at_a_time_gives_the_same_codes(
    archive: Archive, model: Encoder, elsewhere: Archive
) -> None:
    for number in reversed(archive.numbers):
        recoded(archive, model, [number])
    assert contents_of(archive.files.folder) == contents_of(elsewhere.files.folder)


def lacking(job: recode_tasks.RecodingJob) -> AppError | None:
    return asyncio.run(recode_tasks.lacking_to_recode(job))


def test_each_thing_that_a_worker_lacks_is_named(
    tmp_path: Path, archive: Archive, model: Encoder
) -> None:
    job = recoding_job(archive, model.bundle)
    assert lacking(job) is None
    assert isinstance(lacking(replace(job, archive=str(tmp_path))), ArchiveError)
    assert isinstance(lacking(replace(job, model=str(tmp_path))), BundleError)
    assert isinstance(lacking(replace(job, versions="Lookalike 0.0.1")), OtherVersionError)
    for other in (replace(job, model_id="other"), replace(job, manifest="other")):
        error = lacking(other)
        assert isinstance(error, ArchiveError)
        assert error.problem is ArchiveProblem.CHANGED
