"""A cluster of Dask writes what this machine writes, whatever ends its workers."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, Worker, WorkerPlugin

from desktop_app.cluster.dask_runner import LOCAL, dask_client, index_on_dask
from desktop_app.core.archive.errors import ClusterUnreachableError
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.progress import ArchiveIndexed, ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, indexed, made_manifest, rows_of

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


class PoisonousFile(WorkerPlugin):  # type: ignore[misc]
    """Ends a worker that reads the file of this name, as a fault of a native library would."""

    name = "poisonous-file"

    def __init__(self, path: str) -> None:
        self.path = path

    def setup(self, worker: Worker) -> None:
        del worker
        from desktop_app.core.indexing.photo_indexer import PhotoIndexer

        read = PhotoIndexer.read

        def read_or_crash(indexer: PhotoIndexer, path: Path, is_known: object) -> object:
            if str(path) == self.path:
                os._exit(1)
            return read(indexer, path, is_known)  # type: ignore[arg-type]

        PhotoIndexer.read = read_or_crash  # type: ignore[assignment, method-assign]


@pytest.fixture
def client() -> Iterator[Client]:
    with dask_client(LOCAL, 2) as client:
        yield client


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Nine photos in three shards."""
    return made_manifest(tmp_path / "manifest", photo_folder, 3)


def on_dask(client: Client, manifest: Manifest, archive: Path, encoder: Encoder) -> ArchiveIndexed:
    events = index_on_dask(client, manifest, ArchiveFiles(archive), encoder)
    last = deque(events, maxlen=1)[0]
    assert isinstance(last, ArchiveIndexed)
    return last


def test_a_cluster_writes_the_same_bytes_as_this_machine(
    client: Client, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "here", encoder)
    summary = on_dask(client, manifest, tmp_path / "there", encoder)
    assert (summary.shards, summary.files, summary.photos) == (3, 9, 9)
    assert contents_of(tmp_path / "there") == contents_of(tmp_path / "here")
    assert on_dask(client, manifest, tmp_path / "there", encoder).shards == 0


def test_a_file_that_ends_every_worker_is_found_and_named(
    client: Client, tmp_path: Path, photo_folder: Path, encoder: Encoder
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 2)
    client.register_plugin(PoisonousFile(str(photo_folder / "flower-1.jpg")))
    summary = on_dask(client, manifest, tmp_path / "there", encoder)
    assert (summary.files, summary.photos, summary.failed) == (9, 8, 1)
    problems = {row["path"]: row["problem"] for row in rows_of(tmp_path / "there")}
    assert problems.pop(b"flower-1.jpg") == "crashes_decoder"
    assert set(problems.values()) == {None}


def test_a_worker_that_is_killed_loses_nothing(
    client: Client, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "here", encoder)
    events = index_on_dask(client, manifest, ArchiveFiles(tmp_path / "there"), encoder)
    next(event for event in events if isinstance(event, ShardIndexed))
    for pid in client.run(os.getpid).values():
        os.kill(pid, signal.SIGKILL)
    deque(events, maxlen=0)
    assert contents_of(tmp_path / "there") == contents_of(tmp_path / "here")


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.cluster.dask_runner._CONNECT_SECONDS", 1)
    with pytest.raises(ClusterUnreachableError) as caught, dask_client("tcp://127.0.0.1:9", 1):
        pass
    assert caught.value.address == "tcp://127.0.0.1:9"
