"""A cluster of Dask writes what this machine writes, whatever ends its workers."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import dask
import psutil
import pytest
from distributed import Client

from desktop_app.cluster import dask_client as dask_client_module
from desktop_app.cluster.dask_client import LOCAL, dask_client
from desktop_app.cluster.dask_runner import index_on_dask
from desktop_app.core.archive.errors import (
    ArchiveError,
    ArchiveProblem,
    ClusterUnreachableError,
    OtherVersionError,
)
from desktop_app.core.archive.manifest import Manifest, part_path
from desktop_app.core.archive.progress import ArchiveIndexed, ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, finished, indexed, made_manifest, rows_of
from tests.cluster.processes import processes
from tests.sizes import PROJECT

pytestmark = [pytest.mark.slow, pytest.mark.e2e]


# Ends each process of Python that reads this file, as a fault of a native library would.
_POISON = """
import os
from desktop_app.core.indexing.photo_indexer import PhotoIndexer

read = PhotoIndexer.read

def read_or_crash(indexer, path, is_known, data):
    if str(path) == {path!r}:
        os._exit(1)
    return read(indexer, path, is_known, data)

PhotoIndexer.read = read_or_crash
"""


def poison(path: Path, place: Path, patch: pytest.MonkeyPatch) -> None:
    """Make a file poisonous for processes that are started from now on."""
    place.mkdir()
    (place / "sitecustomize.py").write_text(_POISON.format(path=str(path)))
    patch.setenv("PYTHONPATH", os.pathsep.join([str(place), str(PROJECT)]))


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


@pytest.mark.parametrize("name", ["flower-1.jpg", "trip/night_city-2.jpg"])
def test_a_file_that_ends_every_worker_is_found_and_named(
    tmp_path: Path, photo_folder: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 4)
    poison(photo_folder / name, tmp_path / "poison", monkeypatch)
    with dask_client(LOCAL, 2) as client:
        summary = on_dask(client, manifest, tmp_path / "there", encoder)
    assert (summary.files, summary.photos, summary.failed) == (9, 8, 1)
    problems = {row["path"]: row["problem"] for row in rows_of(tmp_path / "there")}
    assert problems.pop(name.encode()) == "crashes_decoder"
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
    assert finished(tmp_path / "there") == finished(tmp_path / "here")


def test_a_worker_that_ends_again_and_again_is_started_again() -> None:
    with (
        dask.config.set({"distributed.deploy.lost-worker-timeout": "0s"}),
        dask_client(LOCAL, 1) as client,
    ):
        for _ in range(2):
            (pid,) = client.run(os.getpid).values()
            os.kill(pid, signal.SIGKILL)
            wait_for_another(client, pid)


def wait_for_another(client: Client, ended: int) -> None:
    """Wait for a worker that is not the process that has ended."""
    deadline = time.monotonic() + 60
    while not {*client.run(os.getpid, on_error="ignore").values()} - {ended, None}:
        assert time.monotonic() < deadline, "no worker is started"
        time.sleep(0.1)


@pytest.fixture
def web_server() -> Iterator[str]:
    """The address of a server that takes connections and says nothing, as one of web pages."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "host", "no://host:1", "tcp://host:x"])
def test_an_address_without_a_scheduler_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(dask_client_module, "_CONNECT_SECONDS", 1)
    with pytest.raises(ClusterUnreachableError) as caught, dask_client(address, 1):
        pass
    assert caught.value.address == address
    assert caught.value.detail


def test_a_server_that_is_no_scheduler_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, web_server: str
) -> None:
    monkeypatch.setattr(dask_client_module, "_CONNECT_SECONDS", 1)
    with pytest.raises(ClusterUnreachableError), dask_client(web_server, 1):
        pass


def test_a_scheduler_of_another_version_of_dask_is_named(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _: "2020.1")
    with pytest.raises(OtherVersionError) as caught, dask_client(client.scheduler.address, 1):
        pass
    assert caught.value.ours == "Dask 2020.1"


def test_the_error_of_a_worker_reaches_the_user(
    client: Client, tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    path = part_path(manifest.folder, 0)
    path.write_bytes(b"damaged")
    with pytest.raises(ArchiveError) as caught:
        on_dask(client, manifest, tmp_path / "there", encoder)
    assert (caught.value.path, caught.value.problem) == (path, ArchiveProblem.BAD_MANIFEST)


def test_a_cluster_on_this_machine_listens_to_this_machine_only(client: Client) -> None:
    children = psutil.Process().children(recursive=True)
    sockets = [each for one in children for each in one.net_connections("inet")]
    sockets += psutil.Process().net_connections("inet")
    listening = {each.laddr.ip for each in sockets if each.status == psutil.CONN_LISTEN}
    assert client.ncores()
    assert listening == {"127.0.0.1"}


def test_a_manifest_that_was_made_anew_is_noticed(
    client: Client, tmp_path: Path, photo_folder: Path, manifest: Manifest, encoder: Encoder
) -> None:
    on_dask(client, manifest, tmp_path / "first", encoder)
    (photo_folder / "new.jpg").write_bytes((photo_folder / "beach-0.jpg").read_bytes())
    shutil.rmtree(manifest.folder)
    anew = made_manifest(manifest.folder, photo_folder, 3)
    assert on_dask(client, anew, tmp_path / "second", encoder).photos == 10
    with pytest.raises(ArchiveError) as caught:
        on_dask(client, manifest, tmp_path / "third", encoder)
    assert caught.value.problem is ArchiveProblem.CHANGED


def test_what_is_done_stays_when_the_scheduler_is_lost(
    tmp_path: Path,
    photo_folder: Path,
    encoder: Encoder,
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 1)
    with processes(tmp_path) as cluster, dask_client(cluster.address, 1) as client:
        cluster.start_worker()
        events = index_on_dask(client, manifest, ArchiveFiles(tmp_path / "there"), encoder)
        next(event for event in events if isinstance(event, ShardIndexed))
        cluster.scheduler.kill()
        with pytest.raises(ClusterUnreachableError):
            deque(events, maxlen=0)
    assert rows_of(tmp_path / "there")
    indexed(manifest, tmp_path / "there", encoder)
    indexed(manifest, tmp_path / "here", encoder)
    assert finished(tmp_path / "there") == finished(tmp_path / "here")
