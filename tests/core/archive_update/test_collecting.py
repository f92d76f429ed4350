"""Only new shards are collected, and what was removed is found by nobody."""

from __future__ import annotations

import shutil
from collections import deque
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.cluster import scan_tasks
from desktop_app.cluster.scan_tasks import Part
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive.code_file import open_codes, open_facts, passing_photos
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.library_import import import_archive, import_sample
from desktop_app.core.archive.photo_search import ArchiveCodes
from desktop_app.core.archive.removed_rows import read_removed, removed_path
from desktop_app.core.archive_copies.finder import ArchiveCopies, find_archive_copies
from desktop_app.core.archive_facts.collected_files import CollectedFiles
from desktop_app.core.archive_facts.fact_counts import count_fact_facets
from desktop_app.core.archive_facts.row_places import RowPlaces
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.duplicates.groups import files_of as files_of_group
from desktop_app.core.exporting.archive_source import ArchiveSource
from desktop_app.core.search.code_index import CodeIndex, Query
from tests.cluster.made_archives import indexed, made_manifest, rows_of
from tests.core.archive_update.updated import remove_rows


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos and a text, in four shards."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


def collect(archive: Archive) -> int:
    """Collect codes; return how many shards were read."""
    return len(list(collect_codes(archive)))


def removed_names(archive: Archive, *names: str) -> list[bytes]:
    """Remove the files of these names as an update would, collect, and return their paths."""
    more, found = dict[int, list[int]](), []
    for number in archive.numbers:
        paths = archive.table(number, ["path"]).column("path").to_pylist()
        rows = [row for row, path in enumerate(paths) if Path(path.decode()).name in names]
        found += [paths[row] for row in rows]
        if rows:
            more[number] = rows
    remove_rows(archive.files.folder, more)
    collect(archive)
    return found


def remaining_count(archive: Archive) -> int:
    remaining = open_codes(archive).remaining
    return 9 if remaining is None else remaining.count()


def files_of(archive: Archive) -> CollectedFiles:
    return CollectedFiles(archive.files.folder, open_codes(archive).header)


def as_before_updates(archive: Archive) -> None:
    """Lay the collected files out as earlier versions did."""
    header, files = open_codes(archive).header, files_of(archive)
    for path in files.folder.iterdir():
        path.rename(archive.files.folder / path.name)
    shutil.rmtree(archive.files.folder / "collected")
    archive.files.code_header.write_text(encode_json(replace(header, digest="")))


@pytest.mark.parametrize("is_old", [False, True])
def test_what_was_collected_in_two_steps_is_what_is_collected_at_once(
    tmp_path: Path, archive: Archive, *, is_old: bool
) -> None:
    last = archive.files.table_path(3)
    last.rename(tmp_path / "away")
    smaller = Archive(archive.files.folder)
    assert collect(smaller) == 3
    if is_old:
        as_before_updates(smaller)
    (tmp_path / "away").rename(last)
    opened = Archive(archive.files.folder)
    # As if an update had added the last shard.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.core.archive.code_file._is_of_update", lambda *_: True)
        assert collect(opened) == 1
    stepwise = files_of(opened)
    contents = {path.name: path.read_bytes() for path in (stepwise.facts).glob("*.bin")}
    codes, names = stepwise.codes.read_bytes(), open_codes(opened).header.names
    ranges = open_facts(opened, open_codes(opened)).ranges_below(opened.roots[0] / "trip")
    opened.files.code_header.unlink()
    shutil.rmtree(opened.files.folder / "collected")
    assert collect(opened) == 4
    whole = files_of(opened)
    assert codes == whole.codes.read_bytes()
    assert contents == {path.name: path.read_bytes() for path in whole.facts.glob("*.bin")}
    assert names == open_codes(opened).header.names
    assert ranges == open_facts(opened, open_codes(opened)).ranges_below(opened.roots[0] / "trip")


def test_an_archive_that_was_collected_by_an_earlier_version_is_open_at_once(
    archive: Archive,
) -> None:
    collect(archive)
    before = np.array(open_codes(archive).codes)
    as_before_updates(archive)
    assert (open_codes(archive).codes == before).all()
    assert collect(archive) == 0
    assert (archive.files.folder / "codes.bin").exists()


def test_photos_are_removed_from_an_archive_of_an_earlier_version(archive: Archive) -> None:
    collect(archive)
    as_before_updates(archive)
    removed_names(archive, "beach-0.jpg")
    assert files_of(archive).folder == archive.files.folder
    assert remaining_count(archive) == 8


def test_a_program_that_has_the_codes_open_goes_on(archive: Archive) -> None:
    collect(archive)
    opened, files = open_codes(archive), files_of(archive)
    before = np.array(opened.codes)
    archive.files.code_header.unlink()
    (archive.files.table_path(3)).unlink()
    assert collect(Archive(archive.files.folder)) == 3
    assert (opened.codes == before).all()
    assert files_of(Archive(archive.files.folder)).folder != files.folder


def test_what_was_removed_is_found_by_nobody(
    tmp_path: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    collect(archive)
    gone = removed_names(archive, "beach-0.jpg", "flower-2.jpg", "notes.txt")
    assert len(gone) == 3
    model, codes = encoder.bundle.manifest, open_codes(archive)
    rows = [row for row in rows_of(archive.files.folder) if row["code"]]
    lost = {place for place, row in enumerate(rows) if row["path"] in gone}
    left = sorted({*range(9)} - lost)
    library = CodeIndex(model)
    library.add_all(np.array(left), codes.codes[left])
    for row in range(9):
        query = Query(np.unpackbits(codes.codes[row], bitorder="little").astype(np.float32) - 0.5)
        expected = [(each.photo_id, each.related) for each in library.nearest(query, 50)]
        search = ArchiveSearch(codes.codes, model, remaining=codes.remaining)
        assert [(each.row, each.related) for each in search.nearest(query, 50)] == expected
        shown = ArchiveCodes(codes.codes, model, codes.remaining).search(query, 50)
        assert {each.photo_id for each in shown.matches} == {*left}
        assert (shown.histogram == library.search(query, 50).histogram).all()
        assert shown.searched == len(left)
        there, _ = scan_tasks.scan_part(
            scan_tasks.codes_job(archive, codes.header), Part(0, 9, None), query.code, 50
        )
        assert {*there} == {*left}
    assert RowPlaces(9, codes.remaining).rows(0, 9).tolist() == left
    facts = open_facts(archive, codes)
    assert passing_photos(archive, PhotoFilter(), facts).rows(0, 9).tolist() == left
    facets = count_fact_facets(facts)
    assert [facet.count for facet in facets.values["formats"]] == [7]
    assert sum(folder.count for folder in facets.folders) == 7
    assert facets.undated == 7


def test_what_was_removed_is_neither_exported_nor_imported_nor_drawn(
    tmp_path: Path, archive: Archive, files: LibraryFiles, encoder: Encoder
) -> None:
    gone = {path.decode() for path in removed_names(archive, "beach-0.jpg", "flower-2.jpg")}
    exported = [row for table in ArchiveSource(archive).tables() for row in table.to_pylist()]
    left = RowPlaces(9, open_codes(archive).remaining).rows(0, 9).tolist()
    assert [row["id"] for row in exported] == left
    assert all(not row["path"].endswith(tuple(gone)) for row in exported)
    deque(import_archive(files, archive, encoder), maxlen=0)
    sample = LibraryFiles(tmp_path / "sample")
    deque(import_sample(sample, archive, encoder, 100, 1), maxlen=0)
    for library in (files, sample):
        with closing(Catalogue(library)) as catalogue:
            codes = CodeIndex(encoder.bundle.manifest)
            codes.refresh(catalogue)
            names = {str(photo.path) for photo in catalogue.photos(codes.ids.tolist())}
        assert names == {row["path"] for row in exported}


def test_a_removed_copy_is_no_duplicate(
    tmp_path: Path, photo_folder: Path, encoder: Encoder
) -> None:
    for name in ("a", "b"):
        shutil.copy(photo_folder / "beach-0.jpg", photo_folder / f"{name}.jpg")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    archive = Archive(tmp_path / "archive")
    collect(archive)
    removed_names(archive, "a.jpg", "flower-0.jpg")
    found = deque(find_archive_copies(archive, open_codes(archive)), maxlen=1)[0]
    assert isinstance(found, ArchiveCopies)
    (group,) = found.groups
    assert {each.path.name for each in files_of_group(group)} == {"beach-0.jpg", "b.jpg"}


def test_a_list_of_removed_photos_that_is_damaged_is_named(archive: Archive) -> None:
    collect(archive)
    removed_names(archive, "beach-0.jpg")
    removed_path(archive.files.folder).write_bytes(b"broken")
    with pytest.raises(ArchiveError) as caught:
        read_removed(archive)
    assert caught.value.problem is ArchiveProblem.BAD_REMOVED


def test_removals_of_a_shard_that_has_other_rows_by_now_do_not_count(archive: Archive) -> None:
    collect(archive)
    removed_names(archive, "beach-0.jpg")
    removed = read_removed(archive)
    (shard,) = set(removed.table.column("shard").to_pylist())
    assert len(removed.rows(shard, 3)) == 1
    assert len(removed.rows(shard, 2)) == 0
    assert len(removed.rows(shard + 1, 3)) == 0


def test_removals_without_new_shards_read_no_shard_again(archive: Archive) -> None:
    collect(archive)
    folder = files_of(archive).folder
    removed_names(archive, "beach-0.jpg")
    removed_names(archive, "beach-1.jpg")
    assert files_of(archive).folder == folder
    assert remaining_count(archive) == 7
    assert collect(archive) == 0


def test_a_bitmap_that_was_cut_off_is_made_again(archive: Archive) -> None:
    removed_names(archive, "beach-0.jpg")
    path = files_of(archive).remaining
    assert path is not None
    path.write_bytes(b"")
    with pytest.raises(ArchiveError) as caught:
        open_codes(archive)
    assert caught.value.problem is ArchiveProblem.NO_CODES
    collect(archive)
    assert remaining_count(archive) == 8
