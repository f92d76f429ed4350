"""A sample of an archive is random, the same every time, and read without the photos."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archived_files import files_of_shard
from desktop_app.core.archive.library_import import import_sample
from desktop_app.core.archive.progress import ArchiveImported
from desktop_app.core.archive.removed_rows import read_removed
from desktop_app.core.archive.sampling import SampledRows, sampled_rows
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.cluster.made_archives import contents_of, indexed, made_manifest, rows_of


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos and a damaged one, in three shards."""
    (photo_folder / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 4), tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


def sampled(archive: Archive, most: int, seed: int) -> SampledRows:
    events = sampled_rows(archive, most, seed)
    while True:
        try:
            next(events)
        except StopIteration as end:
            rows: SampledRows = end.value
            return rows


def names(archive: Archive, rows: SampledRows) -> list[str]:
    return [
        archived.file.path.decode()
        for number, some in rows.items()
        for archived in files_of_shard(archive, number, read_removed(archive), some)
    ]


def places(rows: SampledRows) -> list[tuple[int, int]]:
    return [(number, row) for number, some in rows.items() for row in some]


def imported(files: LibraryFiles, archive: Archive, encoder: Encoder, most: int) -> ArchiveImported:
    last = deque(import_sample(files, archive, encoder, most, 0), maxlen=1)[0]
    assert isinstance(last, ArchiveImported)
    return last


def test_all_photos_that_have_a_code_are_drawn_where_they_are_few(archive: Archive) -> None:
    photos = [row["path"].decode() for row in rows_of(archive.files.folder) if row["code"]]
    assert len(photos) == 9
    assert names(archive, sampled(archive, 100, 0)) == photos


def test_a_seed_draws_the_same_photos_and_another_one_others(archive: Archive) -> None:
    first = sampled(archive, 4, 0)
    assert len(names(archive, first)) == 4
    assert sampled(archive, 4, 0) == first
    assert sampled(archive, 4, 1) != first


def test_each_photo_is_drawn_as_often_as_any_other(archive: Archive) -> None:
    counts = dict.fromkeys(places(sampled(archive, 9, 0)), 0)
    for seed in range(300):
        for place in places(sampled(archive, 3, seed)):
            counts[place] += 1
    assert np.ptp(list(counts.values())) < 60  # 100 each, with a deviation of 8


def test_a_sample_becomes_a_library_while_its_photos_are_out_of_reach(
    tmp_path: Path, photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    photo_folder.rename(tmp_path / "elsewhere")
    before = contents_of(archive.files.folder)
    assert imported(files, archive, encoder, 5) == ArchiveImported(added=5, known=0, failed=0)
    assert imported(files, archive, encoder, 5) == ArchiveImported(added=0, known=5, failed=0)
    assert contents_of(archive.files.folder) == before
    expected = {row["content_hash"]: row for row in rows_of(archive.files.folder) if row["code"]}
    with closing(Catalogue(files)) as catalogue, closing(Thumbnails(files.thumbnails)) as store:
        photos = catalogue.photos([1, 2, 3, 4, 5])
        rows = [expected[photo.content_hash or b""] for photo in photos]
        assert [store.get(row["content_hash"]) for row in rows] == [
            row["thumbnail"] for row in rows
        ]
        descriptors = catalogue.descriptors([photo.id for photo in photos])
    assert [each.tobytes() for each in descriptors] == [row["descriptor"] for row in rows]
