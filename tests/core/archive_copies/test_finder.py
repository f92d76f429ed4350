"""Copies among the photos of an archive are found by what its shards hold."""

from __future__ import annotations

import shutil
from collections import deque
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.errors import ArchiveError
from desktop_app.core.archive_copies.finder import ArchiveCopies, find_archive_copies
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.duplicates.groups import files_of
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.samples.sample_pictures import draw_scene
from tests.cluster.made_archives import contents_of, indexed, made_manifest


@pytest.fixture
def archive(tmp_path: Path, encoder: Encoder) -> Archive:
    """A photo with copies, and others of their own, two in a shard."""
    folder = tmp_path / "photos"
    (folder / "deep").mkdir(parents=True)
    photo = draw_scene("beach", 1, (640, 480))
    photo.save(folder / "a.jpg", quality=95)
    shutil.copy(folder / "a.jpg", folder / "deep" / "same file.jpg")
    photo.resize((320, 240)).save(folder / "smaller.jpg", quality=80)
    photo.transpose(Image.Transpose.ROTATE_90).save(folder / "turned.png")
    for number, kind in enumerate(("boat", "flower", "car")):
        draw_scene(kind, number, (640, 480)).save(folder / f"{kind}.jpg")
    (folder / "broken.jpg").write_bytes(b"no photo")
    indexed(made_manifest(tmp_path / "manifest", folder, 2), tmp_path / "archive", encoder)
    deque(collect_codes(Archive(tmp_path / "archive")), maxlen=0)
    return Archive(tmp_path / "archive")


def groups_in(archive: Archive) -> dict[Level, list[list[str]]]:
    *progress, found = find_archive_copies(archive, open_codes(archive))
    assert isinstance(found, ArchiveCopies)
    assert all(isinstance(event, FindingDuplicates) for event in progress)
    groups: dict[Level, list[list[str]]] = {}
    for group in found.groups:
        names = sorted(photo.path.name for photo in files_of(group))
        groups.setdefault(group.level, []).append(names)
    return groups


def test_identical_files_and_the_same_photo_otherwise_stored_are_grouped(archive: Archive) -> None:
    assert groups_in(archive) == {
        Level.IDENTICAL: [["a.jpg", "same file.jpg"]],
        Level.SAME_PHOTO: [["a.jpg", "same file.jpg", "smaller.jpg", "turned.png"]],
    }


def test_neither_the_photos_nor_a_place_to_write_is_needed(archive: Archive) -> None:
    shutil.rmtree(archive.roots[0])
    before = contents_of(archive.files.folder)
    assert Level.SAME_PHOTO in groups_in(archive)
    assert contents_of(archive.files.folder) == before


def test_without_thumbnails_identical_files_are_found_still(archive: Archive) -> None:
    for pack in archive.files.folder.rglob("*.thumbnails"):
        pack.unlink()
    assert groups_in(archive) == {Level.IDENTICAL: [["a.jpg", "same file.jpg"]]}


def test_an_archive_of_different_photos_has_no_groups(tmp_path: Path, encoder: Encoder) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    draw_scene("boat", 1, (640, 480)).save(folder / "boat.jpg")
    indexed(made_manifest(tmp_path / "manifest", folder, 2), tmp_path / "archive", encoder)
    deque(collect_codes(Archive(tmp_path / "archive")), maxlen=0)
    assert groups_in(Archive(tmp_path / "archive")) == {}


def test_a_damaged_shard_is_named(archive: Archive) -> None:
    codes = open_codes(archive)
    path = archive.files.table_path(2)
    path.write_bytes(b"damaged")
    with pytest.raises(ArchiveError, match=str(path)):
        deque(find_archive_copies(archive, codes), maxlen=0)
