"""An update finds what a new archive would find, and loses nothing that may still be there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.core.archive import shard_files
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.manifest_writer import listed_files
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.archive.shard_indexer import index_shards
from desktop_app.core.archive.shard_schema import encoded_label
from desktop_app.core.archive_storage import patience
from desktop_app.core.archive_storage.errors import PhotosGoneError
from desktop_app.core.archive_update import collected_parts, update
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.update import ArchiveUpdate
from desktop_app.core.base import atomic_write
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.indexing import folder_listings
from tests.cluster.made_archives import contents_of, finished, indexed, made_manifest
from tests.core.archive_update.updated import listed_rows, photos_of, run, updated


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Path:
    """The manifest of nine photos and a text in four shards, of which there is an archive."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    run(collect_codes(Archive(tmp_path / "archive")))
    return tmp_path / "manifest"


def change(folder: Path) -> None:
    """Add two photos, change one, move one, and delete one and the text."""
    shutil.copy(folder / "beach-1.jpg", folder / "new.jpg")
    (folder / "another").mkdir()
    shutil.copy(folder / "flower-1.jpg", folder / "another" / "new.jpg")
    shutil.copy(folder / "night_city-0.jpg", folder / "beach-0.jpg")
    os.utime(folder / "beach-0.jpg", (1, 1))
    (folder / "flower-0.jpg").rename(folder / "moved.jpg")
    (folder / "trip" / "beach-2.jpg").unlink()
    (folder / "notes.txt").unlink()


def fresh(tmp_path: Path, folder: Path, encoder: Encoder) -> dict[str, bytes]:
    """Return the photos of an archive that is made now."""
    indexed(made_manifest(tmp_path / "fresh manifest", folder, 3), tmp_path / "fresh", encoder)
    run(collect_codes(Archive(tmp_path / "fresh")))
    return photos_of(tmp_path / "fresh")


def test_an_update_finds_what_a_new_archive_has(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    change(photo_folder)
    listed, removed = updated(manifest, archive, encoder)
    assert (listed.files, listed.kept) == (4, [])
    assert (removed.gone, removed.reread) == (3, 1)
    assert photos_of(archive) == fresh(tmp_path, photo_folder, encoder)
    assert len(Archive(archive).numbers) == 6


def test_an_update_of_what_has_not_changed_writes_nothing(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    change(photo_folder)
    updated(manifest, archive, encoder)
    before = contents_of(archive), contents_of(manifest)
    listed, removed = updated(manifest, archive, encoder)
    assert (listed.files, removed.gone, removed.reread) == (0, 0, 0)
    assert (contents_of(archive), contents_of(manifest)) == before


def test_several_updates_follow_each_other(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    for number in range(3):
        shutil.copy(photo_folder / "beach-1.jpg", photo_folder / f"new-{number}.jpg")
        updated(manifest, archive, encoder)
    (photo_folder / "new-0.jpg").unlink()
    updated(manifest, archive, encoder)
    header = Manifest(manifest).header
    assert [each.first_shard for each in header.listings] == [0, 4, 5, 6]
    assert [each.first_part for each in header.listings] == [0, 1, 2, 3]
    assert photos_of(archive) == fresh(tmp_path, photo_folder, encoder)


def test_shards_that_were_there_stay_as_they_are(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    before = {path: content for path, content in contents_of(archive).items() if "shards" in path}
    label = Archive(archive).label
    assert b"update" not in encoded_label(label)
    change(photo_folder)
    updated(manifest, archive, encoder)
    assert contents_of(archive).items() >= before.items()
    assert ArchiveFiles(archive).label(4) != label


@pytest.mark.parametrize("is_there", [False, True])
def test_a_root_that_is_gone_or_empty_changes_nothing(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    *, is_there: bool,
) -> None:  # fmt: skip
    photo_folder.rename(tmp_path / "unplugged")
    if is_there:
        photo_folder.mkdir()
    before = contents_of(archive), contents_of(manifest)
    with pytest.raises(PhotosGoneError) as caught:
        updated(manifest, archive, encoder)
    assert caught.value.path == photo_folder
    assert (contents_of(archive), contents_of(manifest)) == before


@pytest.mark.parametrize("step", ["walk", "look"])
def test_storage_that_goes_in_the_middle_changes_nothing(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch, step: str,
) -> None:  # fmt: skip
    (photo_folder / "flower-1.jpg").unlink()
    before = contents_of(archive), contents_of(manifest)

    def unplug() -> None:
        photo_folder.rename(tmp_path / "unplugged")
        photo_folder.mkdir()

    if step == "walk":

        def files(*arguments: Any) -> Iterator[Any]:
            unplug()
            yield from listed_files(*arguments)

        monkeypatch.setattr(update, "listed_files", files)
    else:

        def gone(*arguments: Any) -> Any:
            unplug()
            return (yield from look(*arguments))

        look = ArchiveUpdate._gone
        monkeypatch.setattr(ArchiveUpdate, "_gone", gone)
    with pytest.raises(PhotosGoneError):
        updated(manifest, archive, encoder)
    assert (finished(archive), contents_of(manifest)) == before


def test_what_is_in_a_folder_that_cannot_be_read_is_kept(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = photos_of(archive)
    shutil.rmtree(photo_folder / "trip")
    (photo_folder / "trip").mkdir()
    entries = folder_listings._entries

    def refuse(path: str) -> Any:
        if path.endswith("trip"):
            raise PermissionError(path)
        return entries(path)

    monkeypatch.setattr(folder_listings, "_entries", refuse)
    listed, removed = updated(manifest, archive, encoder)
    assert listed.kept == [photo_folder / "trip"]
    assert removed.gone == 0
    assert photos_of(archive) == before


@pytest.fixture
def mounted(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> set[Path]:  # fmt: skip
    """The mount points that are there: a folder inside the root, which the manifest knows."""
    mounted = {photo_folder / "trip"}
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) in mounted)
    updated(manifest, archive, encoder)
    assert Manifest(manifest).header.mounts == [str(photo_folder / "trip")]
    return mounted


def test_what_is_on_storage_that_is_not_mounted_is_kept(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder, mounted: set[Path]
) -> None:
    before = photos_of(archive)
    trip = mounted.pop()
    shutil.rmtree(trip)
    trip.mkdir()
    shutil.copy(photo_folder / "beach-1.jpg", trip / "on the disk below.jpg")
    listed, removed = updated(manifest, archive, encoder)
    assert (listed.files, listed.kept, removed.gone) == (0, [trip], 0)
    assert photos_of(archive) == before


@pytest.mark.parametrize("times", [1, 2])
def test_a_root_with_none_of_its_photos_changes_nothing_however_often(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder, times: int
) -> None:
    """A mount point without its share may hold a file that was written there by mistake."""
    photo_folder.rename(tmp_path / "unplugged")
    photo_folder.mkdir()
    shutil.copy(tmp_path / "unplugged" / "beach-1.jpg", photo_folder / "stray.jpg")
    before = contents_of(archive), contents_of(manifest)
    for _ in range(times):
        with pytest.raises(PhotosGoneError) as caught:
            updated(manifest, archive, encoder)
        assert caught.value.path == photo_folder
    assert (contents_of(archive), contents_of(manifest)) == before


def test_photos_that_are_gone_for_good_are_removed_where_the_user_says_so(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    photo_folder.rename(tmp_path / "moved")
    photo_folder.mkdir()
    shutil.copy(tmp_path / "moved" / "beach-1.jpg", photo_folder / "left.jpg")
    listed, removed = updated(manifest, archive, encoder, [photo_folder])
    assert (listed.files, removed.gone) == (1, 10)
    assert [*photos_of(archive)] == [str(photo_folder / "left.jpg")]
    assert Manifest(manifest).header.gone == []


def test_a_root_that_is_gone_for_good_is_not_asked_for_again_until_it_is_back(
    tmp_path: Path, photo_folder: Path, encoder: Encoder
) -> None:
    other, manifest, archive = tmp_path / "other", tmp_path / "manifest", tmp_path / "archive"
    shutil.copytree(photo_folder, other)
    indexed(made_manifest(manifest, photo_folder, 3, other), archive, encoder)
    run(collect_codes(Archive(archive)))
    before = photos_of(archive)
    other.rename(tmp_path / "away")
    updated(manifest, archive, encoder, [other])
    assert Manifest(manifest).header.gone == [str(other)]
    assert Manifest(manifest).storage == [photo_folder]
    for _ in range(2):
        updated(manifest, archive, encoder)
        assert len(photos_of(archive)) == 9
    (tmp_path / "away").rename(other)
    updated(manifest, archive, encoder)
    assert Manifest(manifest).header.gone == []
    assert photos_of(archive) == before
    other.rename(tmp_path / "away")
    with pytest.raises(PhotosGoneError):
        updated(manifest, archive, encoder)


def test_storage_inside_a_root_that_is_gone_for_good_is_not_asked_for_again(
    manifest: Path, archive: Path, encoder: Encoder, mounted: set[Path]
) -> None:
    trip = mounted.pop()
    count = len(list(trip.iterdir()))
    shutil.rmtree(trip)
    _, removed = updated(manifest, archive, encoder, [trip])
    assert removed.gone == count
    assert Manifest(manifest).header.mounts == []
    listed, removed = updated(manifest, archive, encoder)
    assert (listed.kept, removed.gone) == ([], 0)


def test_a_file_that_the_walk_has_missed_is_kept(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = photos_of(archive)
    entries = folder_listings._entries
    monkeypatch.setattr(
        folder_listings,
        "_entries",
        lambda path: [each for each in entries(path) if each.name != "trip"],
    )
    _, removed = updated(manifest, archive, encoder)
    assert removed.gone == 0
    assert photos_of(archive) == before


def test_files_that_could_not_be_reached_are_read_again(
    tmp_path: Path, photo_folder: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0)
    manifest, archive = tmp_path / "manifest", tmp_path / "archive"
    made_manifest(manifest, photo_folder, 100)
    (photo_folder / "flower-0.jpg").rename(tmp_path / "away.jpg")
    indexed(Manifest(manifest), archive, encoder)
    (tmp_path / "away.jpg").rename(photo_folder / "flower-0.jpg")
    listed, removed = updated(manifest, archive, encoder)
    assert (listed.files, removed.reread, removed.gone) == (1, 1, 0)
    assert len(photos_of(archive)) == 9
    assert (b"flower-0.jpg", None) in listed_rows(archive)
    assert len(listed_rows(archive)) == 9


def test_an_archive_in_a_root_is_not_listed(
    tmp_path: Path, photo_folder: Path, encoder: Encoder
) -> None:
    manifest, archive = tmp_path / "manifest", photo_folder / "archive"
    indexed(made_manifest(manifest, photo_folder, 100), archive, encoder)
    listed, _ = updated(manifest, archive, encoder)
    assert listed.files == 0


def test_the_archive_is_searched_as_before_while_new_shards_are_read(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    before = photos_of(archive)
    change(photo_folder)
    run(ArchiveUpdate(Manifest(manifest), Archive(archive)).list_changes())
    run(index_shards(Manifest(manifest), [4], ArchiveFiles(archive), encoder, 1))
    assert photos_of(archive) == before
    Archive(archive).files.table_path(1).unlink()
    run(index_shards(Manifest(manifest), [1], ArchiveFiles(archive), encoder, 1))
    with pytest.raises(ArchiveError) as caught:
        open_codes(Archive(archive))
    assert caught.value.problem is ArchiveProblem.NO_CODES


def test_a_manifest_that_has_changed_meanwhile_is_not_appended_to(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    change(photo_folder)
    late = ArchiveUpdate(Manifest(manifest), Archive(archive))
    updated(manifest, archive, encoder)
    before = contents_of(archive), contents_of(manifest)
    (photo_folder / "moved.jpg").rename(photo_folder / "again.jpg")
    with pytest.raises(ArchiveError) as caught:
        run(late.list_changes())
    assert caught.value.problem is ArchiveProblem.CHANGED
    assert (contents_of(archive), contents_of(manifest)) == before


def test_a_shard_of_another_update_is_refused(
    photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder
) -> None:
    kept = contents_of(manifest)
    change(photo_folder)
    updated(manifest, archive, encoder)
    for name, content in kept.items():
        (manifest / name).write_bytes(content)
    away = [Archive(archive).files.table_path(number) for number in (4, 5)]
    for path in away:
        path.rename(path.with_suffix(".away"))
    shutil.copy(photo_folder / "beach-1.jpg", photo_folder / "later.jpg")
    run(ArchiveUpdate(Manifest(manifest), Archive(archive)).list_changes())
    for path in away:
        path.with_suffix(".away").rename(path)
    with pytest.raises(ArchiveError) as caught:
        updated(manifest, archive, encoder)
    assert caught.value.problem is ArchiveProblem.OTHER_SOURCE


class Killed(BaseException):
    """As if the process was killed."""


@pytest.mark.slow
def test_an_update_that_is_killed_before_any_file_is_written_is_completed_by_the_next_one(
    tmp_path: Path, photo_folder: Path, manifest: Path, archive: Path, encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    shutil.copytree(archive, tmp_path / "kept archive")
    shutil.copytree(manifest, tmp_path / "kept manifest")
    change(photo_folder)
    right, flush, left = fresh(tmp_path, photo_folder, encoder), atomic_write.flush_file, [0]

    def flush_or_end(path: Path) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        flush(path)

    for module in (atomic_write, shard_files, collected_parts):
        monkeypatch.setattr(module, "flush_file", flush_or_end)
    for files in range(100):
        for folder, kept in ((archive, "kept archive"), (manifest, "kept manifest")):
            shutil.rmtree(folder)
            shutil.copytree(tmp_path / kept, folder)
        left[0] = files
        is_killed = True
        with suppress(Killed):
            updated(manifest, archive, encoder)
            is_killed = False
        left[0] = 1000
        updated(manifest, archive, encoder)
        assert photos_of(archive) == right
        rows = [path for path, problem in listed_rows(archive) if problem is None]
        assert sorted(rows) == sorted({*rows})
        if not is_killed:
            break
    assert files > 10


def test_ten_thousand_files_are_known_by_their_paths_sizes_and_times() -> None:
    from desktop_app.core.archive.manifest import ListedFile
    from desktop_app.core.archive_update.known_files import KnownFiles, _Columns, _hashes

    files = [ListedFile(n % 2, b"%d/%d.jpg" % (n % 7, n), n, n + 1) for n in range(10_000)]
    columns = _Columns(
        np.array([file.root for file in files], np.int32),
        _hashes((file.root, file.path) for file in files),
        np.array([file.size for file in files]),
        np.array([file.mtime_ns for file in files]),
        np.ones(len(files), np.bool_),
        np.arange(len(files), dtype=np.int32) // 100,
        np.arange(len(files), dtype=np.int32) % 100,
    )
    known = KnownFiles(columns, {})
    changed = ListedFile(1, files[5].path, 5, 0)
    other_root = ListedFile(0, files[5].path, 5, 6)
    assert known.unknown([*files[6:], changed, other_root]) == [changed, other_root]
    assert known.rows(~known.is_listed)[0].tolist() == [0, 1, 2, 3, 4]
    assert known.rows(known.is_listed & ~known.is_current)[0].tolist() == [5]
