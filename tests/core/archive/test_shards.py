"""A shard has everything that indexing finds out about its files, and is whole or not there."""

from __future__ import annotations

import os
import shutil
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any

import numpy as np
import pytest

from desktop_app.core.archive import shard_indexer
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import MANIFEST_FILE, Manifest
from desktop_app.core.archive.progress import ShardIndexed
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards, shard_label
from desktop_app.core.archive_storage import patience
from desktop_app.core.archive_storage.errors import StorageGoneError
from desktop_app.core.archive_storage.folder_storage import FolderStorage
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.search.code_index import CodeIndex
from tests.cluster.made_archives import contents_of, indexed, made_manifest, rows_of


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Nine photos and a text, in three shards."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    return made_manifest(tmp_path / "manifest", photo_folder, 4)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0)


def shards(
    manifest: Manifest, archive: Path, encoder: Encoder, *numbers: int
) -> list[ShardIndexed]:
    events = index_shards(manifest, list(numbers), ArchiveFiles(archive), encoder, 1)
    return [event for event in events if isinstance(event, ShardIndexed)]


def test_a_shard_has_what_a_library_stores(
    tmp_path: Path, photo_folder: Path, manifest: Manifest, files: LibraryFiles, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "archive", encoder)
    rows = {row["path"]: row for row in rows_of(tmp_path / "archive") if row["code"]}
    deque(index(files, encoder, [photo_folder]), maxlen=0)
    with closing(Catalogue(files)) as catalogue, closing(Thumbnails(files.thumbnails)) as store:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        stored = {
            os.fsencode(photo.path.relative_to(photo_folder)): (
                np.asarray(codes.code(photo.id)).tobytes(),
                store.get(photo.content_hash),
                (photo.width, photo.height, photo.format, photo.size_bytes),
            )
            for photo in catalogue.photos(codes.ids.tolist())
        }
    facts = ("width", "height", "format", "size")
    assert len(stored) == 9
    assert stored == {
        path: (row["code"], row["thumbnail"], tuple(row[name] for name in facts))
        for path, row in rows.items()
    }


def test_codes_are_those_of_the_stored_descriptors(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "archive", encoder)
    rows = [row for row in rows_of(tmp_path / "archive") if row["code"]]
    descriptors = np.stack([np.frombuffer(row["descriptor"], np.int8) for row in rows])
    bits = encoder.hash_descriptors(descriptors) > 0
    codes = np.stack([np.frombuffer(row["code"], np.uint8) for row in rows])
    assert (np.packbits(bits, axis=1, bitorder="little") == codes).all()


def test_a_file_that_is_no_photo_has_the_reason(
    tmp_path: Path, photo_folder: Path, encoder: Encoder
) -> None:
    (photo_folder / "empty.jpg").touch()
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 100)
    (summary,) = shards(manifest, tmp_path / "archive", encoder, 0)
    rows = {row["path"]: row for row in rows_of(tmp_path / "archive")}
    assert rows[b"empty.jpg"]["problem"] == "empty_file"
    assert rows[b"notes.txt"]["problem"] == "not_a_picture"
    assert rows[b"beach-0.jpg"]["problem"] is None
    assert summary == ShardIndexed(0, files=11, photos=9, failed=1)


def test_shards_are_the_same_however_they_are_read(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "together", encoder, threads=3)
    for number in (2, 0, 1):
        shards(manifest, tmp_path / "apart", encoder, number)
    assert contents_of(tmp_path / "apart") == contents_of(tmp_path / "together")


def test_only_missing_shards_are_read(tmp_path: Path, manifest: Manifest, encoder: Encoder) -> None:
    shards(manifest, tmp_path / "archive", encoder, 1)
    before = contents_of(tmp_path / "archive")
    shutil.rmtree(manifest.roots[0])  # what was read is not read again
    manifest.roots[0].mkdir()
    (manifest.roots[0] / "other.jpg").touch()
    summary = indexed(manifest, tmp_path / "archive", encoder)
    assert (summary.shards, summary.files, summary.photos) == (2, 6, 0)
    assert contents_of(tmp_path / "archive").items() >= before.items()


def test_a_reading_that_is_stopped_leaves_whole_shards_only(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    archive = ArchiveFiles(tmp_path / "archive")
    with closing(index_shards(manifest, [0, 1, 2], archive, encoder, 1)) as events:
        next(event for event in events if isinstance(event, ShardIndexed))
    names = sorted(Path(path).name for path in contents_of(archive.folder))
    assert [name[:7] + Path(name).suffix for name in names] == [
        "0000000.thumbnails",
        "0000000.parquet",
    ]
    indexed(manifest, archive.folder, encoder)
    indexed(manifest, tmp_path / "at once", encoder)
    assert contents_of(archive.folder) == contents_of(tmp_path / "at once")


def test_two_that_read_the_same_shards_at_once_do_no_harm(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(shards, manifest, tmp_path / "archive", encoder, 0, 1, 2) for _ in range(2)
        ]
    assert [len(one.result()) for one in both] == [3, 3]
    indexed(manifest, tmp_path / "alone", encoder)
    assert contents_of(tmp_path / "archive") == contents_of(tmp_path / "alone")


def test_an_archive_of_another_manifest_or_model_is_refused(
    tmp_path: Path, photo_folder: Path, manifest: Manifest, encoder: Encoder
) -> None:
    indexed(manifest, tmp_path / "archive", encoder)
    archive, label = ArchiveFiles(tmp_path / "archive"), shard_label(manifest, 1, encoder)
    assert archive.has_shard(label)
    for other in (replace(label, model_id="another"), replace(label, manifest="other")):
        with pytest.raises(ArchiveError) as caught:
            archive.has_shard(other)
        assert caught.value.problem is ArchiveProblem.OTHER_SOURCE
    (photo_folder / "new.jpg").touch()
    changed = made_manifest(tmp_path / "changed", photo_folder, 4)
    with pytest.raises(ArchiveError):
        indexed(changed, tmp_path / "archive", encoder)


def test_a_damaged_shard_is_named(tmp_path: Path, manifest: Manifest, encoder: Encoder) -> None:
    indexed(manifest, tmp_path / "archive", encoder)
    path = ArchiveFiles(tmp_path / "archive").table_path(1)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ArchiveError) as caught:
        indexed(manifest, tmp_path / "archive", encoder)
    assert (caught.value.path, caught.value.problem) == (path, ArchiveProblem.BAD_SHARD)


def test_a_file_that_crashes_its_process_is_not_opened(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    archive = ArchiveFiles(tmp_path / "archive")
    deque(index_shards(manifest, [0], archive, encoder, 1, crashing={0: frozenset({2})}), maxlen=0)
    problems = [row["problem"] for row in rows_of(archive.folder)]
    assert problems == [None, None, "crashes_decoder", None]


def test_files_are_read_again_when_their_storage_is_back(
    tmp_path: Path, manifest: Manifest, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = manifest.roots[0]
    root.rename(tmp_path / "unplugged")
    root.mkdir()  # as an empty mount point

    def plug_in(_: float) -> None:
        root.rmdir()
        (tmp_path / "unplugged").rename(root)

    monkeypatch.setattr(time, "sleep", plug_in)
    summary = indexed(manifest, tmp_path / "archive", encoder)
    assert (summary.photos, summary.failed) == (9, 0)


def with_mount(manifest: Manifest, folder: Path) -> Manifest:
    """Say in a manifest that other storage was mounted at a folder."""
    header = replace(manifest.header, mounts=[str(folder)])
    (manifest.folder / MANIFEST_FILE).write_text(encode_json(header))
    return Manifest(manifest.folder)


def test_files_are_read_again_when_storage_inside_a_root_is_back(
    tmp_path: Path, manifest: Manifest, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = manifest.roots[0] / "trip"
    inside.rename(tmp_path / "unplugged")
    inside.mkdir()

    def plug_in(_: float) -> None:
        inside.rmdir()
        (tmp_path / "unplugged").rename(inside)

    monkeypatch.setattr(time, "sleep", plug_in)
    summary = indexed(with_mount(manifest, inside), tmp_path / "archive", encoder)
    assert (summary.photos, summary.failed) == (9, 0)


@pytest.mark.usefixtures("impatient")
def test_no_shard_is_written_while_storage_inside_a_root_is_gone(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    inside = manifest.roots[0] / "trip"
    shutil.rmtree(inside)
    with pytest.raises(StorageGoneError) as caught:
        indexed(with_mount(manifest, inside), tmp_path / "archive", encoder)
    assert caught.value.path == inside


def test_storage_that_goes_while_files_are_read_again_is_waited_for(
    tmp_path: Path, manifest: Manifest, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, away = manifest.roots[0], tmp_path / "unplugged"
    root.rename(away)
    monkeypatch.setattr(time, "sleep", lambda _: away.rename(root))
    read_again, times = shard_indexer._Run._read_again, iter([True])

    def read_again_after_another_loss(*arguments: Any) -> None:
        if next(times, False):
            root.rename(away)
        read_again(*arguments)

    monkeypatch.setattr(shard_indexer._Run, "_read_again", read_again_after_another_loss)
    summary = indexed(manifest, tmp_path / "archive", encoder)
    assert (summary.photos, summary.failed) == (9, 0)


@pytest.mark.usefixtures("impatient")
def test_no_shard_is_written_while_the_storage_of_its_photos_is_gone(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    root = manifest.roots[0]
    root.rename(tmp_path / "unplugged")
    with pytest.raises(StorageGoneError) as caught:
        indexed(manifest, tmp_path / "archive", encoder)
    assert caught.value.path == root
    assert contents_of(tmp_path / "archive") == {}


def test_several_files_are_on_their_way_while_one_is_decoded(
    tmp_path: Path, manifest: Manifest, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, numbers, content = Barrier(4, timeout=60), count(), FolderStorage.content

    def waiting_for_others(storage: FolderStorage, path: Path, size: int) -> None:
        if next(numbers) < 4:
            first.wait()
        content(storage, path, size)

    monkeypatch.setattr(FolderStorage, "content", waiting_for_others)
    assert indexed(manifest, tmp_path / "archive", encoder, threads=1).photos == 9


def test_a_file_that_is_gone_for_good_has_the_reason(
    tmp_path: Path, photo_folder: Path, manifest: Manifest, encoder: Encoder
) -> None:
    (photo_folder / "flower-0.jpg").unlink()
    indexed(manifest, tmp_path / "archive", encoder)
    problems = {row["path"]: row["problem"] for row in rows_of(tmp_path / "archive")}
    assert problems[b"flower-0.jpg"] == "vanished"


def test_a_shard_is_written_when_the_archive_is_back(
    tmp_path: Path, manifest: Manifest, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").write_text("no folder can be made here")
    monkeypatch.setattr(time, "sleep", lambda _: (tmp_path / "archive").unlink())
    assert indexed(manifest, tmp_path / "archive", encoder).photos == 9


@pytest.mark.usefixtures("impatient")
def test_an_archive_that_cannot_be_written_is_named(
    tmp_path: Path, manifest: Manifest, encoder: Encoder
) -> None:
    (tmp_path / "archive").write_text("no folder can be made here")
    with pytest.raises(ArchiveError) as caught:
        indexed(manifest, tmp_path / "archive", encoder)
    assert caught.value.problem is ArchiveProblem.UNWRITABLE
