"""Workers read photos from S3, each by its own connection."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest

from desktop_app.cluster.dask_client import dask_client
from desktop_app.cluster.dask_runner import index_on_dask
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_storage.addresses import checked_address
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.update import ArchiveUpdate
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, indexed, made_manifest
from tests.command_line import run_cli, run_json
from tests.core.archive_update.updated import photos_of, run
from tests.s3_server import Bucket


@pytest.mark.slow
def test_workers_write_the_bytes_that_this_machine_writes(
    bucket: Bucket, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    bucket.put_folder(photo_folder, "photos")
    manifest = made_manifest(tmp_path / "manifest", checked_address(f"{bucket.address}/photos"), 3)
    with dask_client("local", 2) as client:
        events = index_on_dask(client, manifest, ArchiveFiles(tmp_path / "there"), encoder)
        deque(events, maxlen=0)
    indexed(manifest, tmp_path / "here", encoder)
    assert contents_of(tmp_path / "there") == contents_of(tmp_path / "here")


@pytest.mark.slow
def test_an_update_on_workers_is_that_of_a_new_archive(
    bucket: Bucket, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    bucket.put_folder(photo_folder, "photos")
    root, archive = checked_address(f"{bucket.address}/photos"), tmp_path / "there"
    manifest = made_manifest(tmp_path / "manifest", root, 3)
    with dask_client("local", 2) as client:
        run(index_on_dask(client, manifest, ArchiveFiles(archive), encoder))
        bucket.put("photos/new.jpg", (photo_folder / "beach-1.jpg").read_bytes())
        bucket.put("photos/beach-0.jpg", (photo_folder / "flower-1.jpg").read_bytes())
        bucket.delete("photos/flower-0.jpg")
        update = ArchiveUpdate(manifest, Archive(archive))
        run(update.list_changes())
        run(index_on_dask(client, Manifest(manifest.folder), ArchiveFiles(archive), encoder))
        run(update.remove_gone())
    run(collect_codes(Archive(archive)))
    indexed(made_manifest(tmp_path / "again", root, 3), tmp_path / "fresh", encoder)
    run(collect_codes(Archive(tmp_path / "fresh")))
    assert photos_of(archive) == photos_of(tmp_path / "fresh")


def test_copies_at_an_address_are_named_by_their_addresses(
    bucket: Bucket, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    for name in ("a", "b"):
        bucket.put(f"photos/{name}.jpg", (photo_folder / "beach-1.jpg").read_bytes())
    root, archive = checked_address(f"{bucket.address}/photos"), tmp_path / "archive"
    indexed(made_manifest(tmp_path / "manifest", root, 3), archive, encoder)
    run(collect_codes(Archive(archive)))
    addresses = {f"{bucket.address}/photos/{name}.jpg" for name in ("a", "b")}
    (group,) = run_json("cluster", "duplicates", archive)["groups"]
    members = group["photos"]
    assert {path for each in members for path in (each["path"], *each["identical"])} == addresses
    assert group["keep"] in addresses
    for words in ((), ("--csv",)):
        printed = run_cli("cluster", "duplicates", archive, *words).stdout
        assert all(address in printed for address in addresses)
