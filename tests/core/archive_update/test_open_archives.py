"""A program that has an archive open is not misled by what others do to the archive."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import CodeFile, open_codes, open_facts, passing_photos
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.shard_rows import ShardRows
from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces
from desktop_app.core.archive_copies.finder import find_archive_copies
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.compaction import compact
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from tests.cluster.made_archives import indexed, made_manifest
from tests.core.archive_update.updated import run, updated


@pytest.fixture
def opened(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> tuple[Archive, CodeFile]:
    """Nine photos in three shards."""
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    archive = Archive(tmp_path / "archive")
    run(collect_codes(archive))
    return archive, open_codes(archive)


@pytest.fixture
def update(
    tmp_path: Path, photo_folder: Path, encoder: Encoder, opened: tuple[Archive, CodeFile]
) -> None:
    """A photo is new, and another is gone; what was collected before is kept."""
    assert len(opened[1].codes) == 9
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "new.jpg")
    (photo_folder / "beach-1.jpg").unlink()
    updated(tmp_path / "manifest", tmp_path / "archive", encoder)


@pytest.mark.usefixtures("update")
def test_open_codes_are_filtered_by_the_facts_that_were_collected_with_them(
    opened: tuple[Archive, CodeFile],
) -> None:
    archive, codes = opened
    facts = open_facts(archive, codes)
    assert len(facts) == 9
    passing = passing_photos(archive, PhotoFilter(formats=frozenset({"JPEG"})), facts)
    assert passing.rows(0, 9).tolist() == [*range(9)]
    again = Archive(archive.files.folder)
    now = open_facts(again, open_codes(again))
    assert len(now) == 10
    assert passing_photos(again, PhotoFilter(), now).count() == 9


@pytest.mark.usefixtures("update")
def test_facts_that_were_deleted_since_the_codes_were_opened_are_no_others(
    opened: tuple[Archive, CodeFile],
) -> None:
    archive, codes = opened
    run(compact(Archive(archive.files.folder)))
    run(collect_codes(Archive(archive.files.folder)))
    with pytest.raises(ArchiveError) as caught:
        open_facts(archive, codes)
    assert caught.value.problem is ArchiveProblem.COMPACTED


@pytest.mark.usefixtures("update")
def test_photos_of_a_shard_that_was_compacted_since_are_not_taken_for_those_of_the_codes(
    opened: tuple[Archive, CodeFile],
) -> None:
    archive, codes = opened
    run(compact(Archive(archive.files.folder)))
    for read in (
        lambda: ShardRows(archive, codes, ThumbnailPlaces()).photos([*range(9)]),
        lambda: run(find_archive_copies(archive, codes)),
    ):
        with pytest.raises(ArchiveError) as caught:
            read()
        assert caught.value.problem is ArchiveProblem.COMPACTED
