"""An archive becomes a part of a library, as if the library had read its photos."""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.library_import import import_archive
from desktop_app.core.archive.progress import ArchiveImported
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import list_failures
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import Indexing, IndexSummary
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.search.code_index import CodeIndex
from tests.cluster.made_archives import indexed, made_manifest


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos, a damaged one and a text, in three shards."""
    (photo_folder / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 4)
    indexed(manifest, tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


def imported(files: LibraryFiles, archive: Archive, encoder: Encoder) -> ArchiveImported:
    last = deque(import_archive(files, archive, encoder), maxlen=1)[0]
    assert isinstance(last, ArchiveImported)
    return last


def rescanned(files: LibraryFiles, encoder: Encoder, *folders: Path) -> IndexSummary:
    last = deque(index(files, encoder, list(folders)), maxlen=1)[0]
    assert isinstance(last, IndexSummary)
    return last


def known(files: LibraryFiles, encoder: Encoder) -> dict[Path, tuple[PhotoRow, bytes, object]]:
    """Return the row, the code and the thumbnail of each photo, by its path."""
    with closing(Catalogue(files)) as catalogue, closing(Thumbnails(files.thumbnails)) as store:
        codes = CodeIndex(encoder.bundle.manifest)
        codes.refresh(catalogue)
        return {
            row.path: (
                replace(row, id=0),
                np.asarray(codes.code(row.id)).tobytes(),
                store.get(row.content_hash or b""),
            )
            for row in catalogue.photos(codes.ids.tolist())
        }


def test_a_library_has_of_an_archive_what_it_would_have_read(
    tmp_path: Path, photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    assert imported(files, archive, encoder) == ArchiveImported(added=9, known=0, failed=2)
    other = LibraryFiles(tmp_path / "other")
    rescanned(other, encoder, photo_folder)
    assert known(files, encoder) == known(other, encoder)
    with closing(Catalogue(files)) as catalogue:
        assert [each.path.name for each in list_failures(catalogue)] == ["damaged.jpg"]


def test_a_scan_afterwards_reads_nothing_but_what_has_changed(
    photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    imported(files, archive, encoder)
    os.utime(photo_folder / "flower-0.jpg", (1, 1))
    (photo_folder / "beach-0.jpg").unlink()
    summary = rescanned(files, encoder)
    assert (summary.indexed, summary.unchanged, summary.missing) == (0, 8, 1)


def test_photos_that_the_library_knows_stay_as_they_are(
    photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    rescanned(files, encoder, photo_folder / "trip")
    before = known(files, encoder)
    assert imported(files, archive, encoder) == ArchiveImported(added=6, known=3, failed=2)
    assert known(files, encoder).items() >= before.items()
    assert imported(files, archive, encoder) == ArchiveImported(added=0, known=11, failed=0)


def test_photos_that_wait_to_be_read_get_their_codes(
    photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    events = index(files, encoder, [photo_folder])
    next(event for event in events if isinstance(event, Indexing))
    del events
    assert imported(files, archive, encoder).added == 9
    assert len(known(files, encoder)) == 9


def test_a_root_that_is_a_link_by_now_is_found(
    photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder, tmp_path: Path
) -> None:
    photo_folder.rename(tmp_path / "moved")
    photo_folder.symlink_to(tmp_path / "moved")
    assert imported(files, archive, encoder).added == 9
    assert {path.parent.name for path in known(files, encoder)} == {"moved", "trip"}


def test_an_archive_of_a_newer_version_is_not_called_damaged(archive: Archive) -> None:
    shard = archive.files.table_path(0)
    table = pq.read_table(shard)
    metadata = {**table.schema.metadata}
    metadata[b"lookalike"] = metadata[b"lookalike"].replace(b'"format": 1', b'"format": 3')
    pq.write_table(table.replace_schema_metadata(metadata), shard)
    with pytest.raises(ArchiveError) as caught:
        Archive(archive.files.folder)
    assert caught.value.problem is ArchiveProblem.NEWER_ARCHIVE


def test_a_folder_inside_a_root_of_the_library_joins_it(
    tmp_path: Path, photo_folder: Path, files: LibraryFiles, encoder: Encoder
) -> None:
    rescanned(files, encoder, photo_folder)
    before = known(files, encoder)
    manifest = made_manifest(tmp_path / "manifest", photo_folder / "trip", 4)
    indexed(manifest, tmp_path / "archive", encoder)
    assert imported(files, Archive(tmp_path / "archive"), encoder).known == 3
    assert known(files, encoder) == before


def test_shards_that_were_imported_stay_when_the_import_is_stopped(
    archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    with closing(import_archive(files, archive, encoder)) as events:
        next(events)
    assert len(known(files, encoder)) == 3
    imported(files, archive, encoder)
    assert len(known(files, encoder)) == 9


def test_descriptors_of_another_network_are_refused(
    archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    archive.label = replace(archive.label, descriptor_id="of another network")
    with pytest.raises(ArchiveError) as caught:
        imported(files, archive, encoder)
    assert caught.value.problem is ArchiveProblem.OTHER_DESCRIPTORS
    assert not files.exists()


def test_a_folder_without_shards_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive(tmp_path)
    assert caught.value.problem is ArchiveProblem.NO_ARCHIVE


@pytest.mark.parametrize("path", [b"../../secret.jpg", b"/etc/passwd"])
def test_a_path_that_leads_out_of_its_root_is_not_imported(
    archive: Archive, files: LibraryFiles, encoder: Encoder, path: bytes
) -> None:
    shard = archive.files.table_path(1)
    table = pq.read_table(shard)
    rows = table.to_pylist()
    rows[2]["path"] = path
    pq.write_table(table.from_pylist(rows, table.schema), shard)
    with pytest.raises(ArchiveError) as caught:
        imported(files, archive, encoder)
    assert (caught.value.path, caught.value.problem) == (shard, ArchiveProblem.BAD_SHARD)


def test_shards_of_two_archives_are_not_mixed(
    tmp_path: Path, photo_folder: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    (photo_folder / "new.jpg").touch()
    changed = made_manifest(tmp_path / "changed", photo_folder, 4)
    indexed(changed, tmp_path / "other", encoder)
    stray = Archive(tmp_path / "other").files.table_path(2)
    archive.files.table_path(2).write_bytes(stray.read_bytes())
    with pytest.raises(ArchiveError) as caught:
        imported(files, archive, encoder)
    assert caught.value.problem is ArchiveProblem.OTHER_SOURCE
