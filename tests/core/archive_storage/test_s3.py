"""Photos in S3 are indexed as those of a folder are."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive_storage.address_storage import AddressStorage
from desktop_app.core.archive_storage.addresses import checked_address
from desktop_app.core.archive_storage.errors import (
    AddressError,
    AddressProblem,
)
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.sentences.errors import error_message
from tests.cluster.made_archives import contents_of, indexed, made_manifest, rows_of
from tests.core.archive_update.updated import run, updated
from tests.s3_server import Bucket, S3Server, no_credentials_are_good_enough


@pytest.fixture
def photos(bucket: Bucket, photo_folder: Path) -> Path:
    """The address of nine photos, a damaged one and a text, which are in a folder, too."""
    (photo_folder / "notes.txt").write_text("no photo")
    (photo_folder / "damaged.jpg").write_bytes((photo_folder / "beach-0.jpg").read_bytes()[:3000])
    (photo_folder / "damaged.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"*" * 100)
    (photo_folder / "empty.jpg").touch()
    bucket.put_folder(photo_folder, "all/photos")
    for path in photo_folder.rglob("*.*"):
        changed = bucket.mtime_ns(f"all/photos/{path.relative_to(photo_folder).as_posix()}")
        os.utime(path, ns=(changed, changed))
    return checked_address(f"{bucket.address}/all/photos")


def tables_of(archive: Path) -> list[Any]:
    """Return the tables of all shards without what they say of their manifest."""
    paths = sorted((archive / "shards").rglob("*.parquet"))
    return [pq.read_table(path).replace_schema_metadata(None) for path in paths]


def packs_of(archive: Path) -> dict[str, bytes]:
    return {n: c for n, c in contents_of(archive).items() if n.endswith(".thumbnails")}


def test_an_archive_of_a_bucket_is_that_of_a_folder(
    photos: Path, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    there = made_manifest(tmp_path / "there", photos, 4)
    here = made_manifest(tmp_path / "here", photo_folder, 4)
    assert [there.files(n) for n in range(4)] == [here.files(n) for n in range(4)]
    summary = indexed(there, tmp_path / "archive there", encoder, threads=2)
    indexed(here, tmp_path / "archive here", encoder)
    assert (summary.files, summary.photos) == (13, 9)
    assert tables_of(tmp_path / "archive there") == tables_of(tmp_path / "archive here")
    assert packs_of(tmp_path / "archive there") == packs_of(tmp_path / "archive here")


def test_credentials_are_in_no_file(
    photos: Path, bucket: Bucket, tmp_path: Path, encoder: Encoder
) -> None:
    indexed(made_manifest(tmp_path / "manifest", photos, 20), tmp_path / "archive", encoder)
    written = b"".join(contents_of(tmp_path / "archive").values())
    written += b"".join(contents_of(tmp_path / "manifest").values())
    assert f"{bucket.address}/all/photos".encode() in written
    assert b"a-secret" not in written
    assert b"an-id" not in written


def test_objects_without_a_path_are_told_and_the_marks_of_folders_are_not(
    bucket: Bucket, tmp_path: Path
) -> None:
    for key in ("all/", "all/a.jpg", "all//b.jpg", "all/c/../d.jpg", "all/e", "all/e/f.jpg"):
        bucket.put(key, b"")
    root = checked_address(f"{bucket.address}/all")
    manifest = made_manifest(tmp_path / "manifest", root, 20)
    assert [file.path for file in manifest.files(0)] == [b"a.jpg", b"e", b"e/f.jpg"]


def test_what_has_gone_or_changed_since_the_listing_has_the_reason(
    photos: Path, bucket: Bucket, tmp_path: Path, encoder: Encoder
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photos, 20)
    bucket.delete("all/photos/flower-0.jpg")
    bucket.put("all/photos/flower-1.jpg", b"shorter")
    indexed(manifest, tmp_path / "archive", encoder)
    rows = {row["path"]: row for row in rows_of(tmp_path / "archive")}
    assert rows[b"flower-0.jpg"]["problem"] == "vanished"
    assert rows[b"flower-1.jpg"]["problem"] == "unreadable"
    assert "has another size now" in rows[b"flower-1.jpg"]["detail"]


def test_a_missing_bucket_is_named(bucket: Bucket, tmp_path: Path) -> None:
    with pytest.raises(AddressError) as caught:
        made_manifest(tmp_path / "manifest", checked_address("s3://no-such-bucket/photos"), 4)
    assert caught.value.problem is AddressProblem.NOTHING_THERE
    message = error_message(caught.value)
    assert message.startswith("There are no photos at s3://no-such-bucket/photos (The specified b")


def test_a_wrong_key_is_named_at_once(
    photos: Path, tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photos, 20)
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    with no_credentials_are_good_enough():
        with pytest.raises(AddressError) as caught:
            made_manifest(tmp_path / "other", photos, 4)
        assert caught.value.problem is AddressProblem.DENIED
        with pytest.raises(AddressError) as caught:
            indexed(manifest, tmp_path / "archive", encoder)
    message = error_message(caught.value)
    assert "may not be listed (The AWS Access Key Id you provided does not exist" in message
    assert "a-secret" not in message


def test_a_bucket_that_is_back_after_a_while_is_read_on(
    photos: Path,
    s3_server: S3Server,
    tmp_path: Path,
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manifest = made_manifest(tmp_path / "manifest", photos, 20)
    s3_server.stop()
    monkeypatch.setattr(time, "sleep", lambda _: s3_server.start())
    summary = indexed(manifest, tmp_path / "archive", encoder)
    assert summary.photos == 9


def test_an_update_reads_new_objects_and_hides_those_that_are_gone(
    photos: Path, bucket: Bucket, photo_folder: Path, tmp_path: Path, encoder: Encoder
) -> None:
    indexed(made_manifest(tmp_path / "manifest", photos, 20), tmp_path / "archive", encoder)
    run(collect_codes(Archive(tmp_path / "archive")))
    bucket.put("all/photos/new.jpg", (photo_folder / "beach-1.jpg").read_bytes())
    bucket.delete("all/photos/flower-0.jpg")
    bucket.delete("all/photos/notes.txt")
    listed, removed = updated(tmp_path / "manifest", tmp_path / "archive", encoder)
    assert (listed.files, listed.kept) == (1, [])
    assert (removed.gone, removed.reread) == (2, 0)


def test_an_object_that_a_listing_has_missed_is_kept(
    photos: Path, tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(made_manifest(tmp_path / "manifest", photos, 20), tmp_path / "archive", encoder)
    entries = AddressStorage._entries

    def without_one(storage: AddressStorage, path: str) -> Any:
        return [each for each in entries(storage, path) if each.name != "flower-0.jpg"]

    monkeypatch.setattr(AddressStorage, "_entries", without_one)
    _, removed = updated(tmp_path / "manifest", tmp_path / "archive", encoder)
    assert removed.gone == 0
