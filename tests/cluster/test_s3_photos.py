"""Workers read photos from S3, each by its own connection."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import pytest

from desktop_app.cluster.dask_client import dask_client
from desktop_app.cluster.dask_runner import index_on_dask
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive_storage.addresses import checked_address
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, indexed, made_manifest
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
