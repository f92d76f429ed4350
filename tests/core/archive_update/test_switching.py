"""An archive is switched to the codes of a retrained model at once, and back."""

from __future__ import annotations

import asyncio
import shutil
from collections import deque
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from desktop_app.cluster import scan_tasks
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archive_model import encoder_of_archive
from desktop_app.core.archive.archive_search import ArchiveMatch, ArchiveSearch
from desktop_app.core.archive.code_file import model_in_use, open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.library_import import import_archive
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive_facts.collected_files import read_header
from desktop_app.core.archive_update import collecting
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.compaction import compact
from desktop_app.core.archive_update.kept_models import keep_model
from desktop_app.core.archive_update.shard_codes import codes_folder
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.limited_networks import LimitedNetworks
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.exporting.archive_source import ArchiveSource
from desktop_app.core.search.code_index import CodeIndex, Query
from tests.cluster.made_archives import indexed, made_manifest
from tests.cluster.retrained_models import recoded, retrained
from tests.core.archive_update.updated import photos_of, remove_rows, updated


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Twelve photos, of which four are the same, and a text, in five shards."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    for number in range(3):
        shutil.copy(photo_folder / "flower-0.jpg", photo_folder / f"copy-{number}.jpg")
    return made_manifest(tmp_path / "manifest", photo_folder, 3)


@pytest.fixture
def archive(tmp_path: Path, manifest: Manifest, encoder: Encoder) -> Archive:
    indexed(manifest, tmp_path / "archive", encoder)
    archive = Archive(tmp_path / "archive")
    collect(archive)
    return archive


@pytest.fixture
def model(tmp_path: Path, encoder: Encoder) -> Encoder:
    return Encoder(retrained(tmp_path / "model", encoder))


@pytest.fixture
def fresh(tmp_path: Path, manifest: Manifest, model: Encoder) -> Archive:
    """An archive of the same photos that the retrained model has read."""
    indexed(manifest, tmp_path / "fresh", model)
    fresh = Archive(tmp_path / "fresh")
    collect(fresh)
    return fresh


def collect(archive: Archive, model_id: str = "") -> int:
    """Collect codes; return how many shards were read."""
    return len(list(collect_codes(archive, model_id)))


def switched(archive: Archive, model: Encoder) -> int:
    recoded(archive, model)
    return collect(archive, model.model_id)


def codes_of(archive: Archive) -> Codes:
    return np.array(open_codes(archive).codes)


def found(archive: Archive, model: Encoder, query: Query) -> list[ArchiveMatch]:
    search = ArchiveSearch(open_codes(archive).codes, model.bundle.manifest)
    return search.nearest(query, 50)


def problem_of(archive: Archive) -> ArchiveProblem:
    with pytest.raises(ArchiveError) as caught:
        open_codes(archive)
    return caught.value.problem


def test_a_search_finds_what_an_archive_finds_that_the_model_has_read(
    archive: Archive, fresh: Archive, model: Encoder
) -> None:
    assert switched(archive, model) == 5
    assert model_in_use(archive) == open_codes(archive).header.model_id == model.model_id
    descriptors = archive.photos(0, ["descriptor"]).column("descriptor").to_pylist()
    photos = np.frombuffer(b"".join(descriptors), np.int8).reshape(len(descriptors), -1)
    drawn = np.random.default_rng(3).standard_normal((5, 128)).astype(np.float32)
    for logits in (*model.hash_descriptors(photos), *drawn):
        matches = found(archive, model, Query(logits))
        assert matches == found(fresh, model, Query(logits))
        assert len(matches) == 12
        assert len({each.score for each in matches}) <= 9  # the same photos tie


def test_a_program_that_has_the_archive_open_keeps_the_old_codes(
    archive: Archive, model: Encoder
) -> None:
    opened, before = open_codes(archive), codes_of(archive)
    switched(archive, model)
    assert (opened.codes == before).all()
    assert open_codes(archive).codes.shape == (12, 16)


def test_switching_back_reads_no_shard(tmp_path: Path, archive: Archive, model: Encoder) -> None:
    own, before = archive.label.model_id, codes_of(archive)
    switched(archive, model)
    after = codes_of(archive)
    (archive.files.folder / "shards").rename(tmp_path / "away")
    for model_id, codes in ((own, before), (model.model_id, after)) * 2:
        assert collect(archive, model_id) == 0
        assert model_in_use(archive) == model_id
        assert (codes_of(archive) == codes).all()


def test_switching_back_reads_no_shard_also_after_photos_were_removed(
    tmp_path: Path, manifest: Manifest, photo_folder: Path, archive: Archive, encoder: Encoder,
    model: Encoder,
) -> None:  # fmt: skip
    for number in range(2):
        (photo_folder / f"copy-{number}.jpg").rename(photo_folder / f"moved-{number}.jpg")
        updated(manifest.folder, archive.files.folder, encoder)
    now = Archive(archive.files.folder)
    before = photos_of(archive.files.folder)
    assert switched(now, model) == 7
    (archive.files.folder / "shards").rename(tmp_path / "away")
    assert collect(now, archive.label.model_id) == 0
    (tmp_path / "away").rename(archive.files.folder / "shards")
    assert photos_of(archive.files.folder) == before


def test_a_switch_that_is_stopped_changes_nothing(
    archive: Archive, model: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    recoded(archive, model)
    before = codes_of(archive)
    events = collect_codes(archive, model.model_id)
    next(events)
    events.close()
    assert (codes_of(archive) == before).all()

    def fail(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(collecting, "shared_file", fail)  # just before the switch
        with pytest.raises(KeyboardInterrupt):
            collect(archive, model.model_id)
    assert model_in_use(archive) == archive.label.model_id
    assert (codes_of(archive) == before).all()
    assert collect(archive, model.model_id) == 0  # it was collected
    assert model_in_use(archive) == model.model_id


def test_a_model_without_codes_of_all_shards_is_not_used(archive: Archive, model: Encoder) -> None:
    recoded(archive, model, [0, 1, 2, 4])
    collecting_codes = collect_codes(archive, model.model_id)
    with pytest.raises(ArchiveError) as caught:
        next(collecting_codes)  # before any shard is read
    assert caught.value.problem is ArchiveProblem.NOT_RECODED
    assert caught.value.detail == model.model_id
    assert model_in_use(archive) == archive.label.model_id
    assert len(codes_of(archive)) == 12


def test_new_shards_need_codes_of_the_model_in_use(
    tmp_path: Path, archive: Archive, fresh: Archive, model: Encoder
) -> None:
    last = archive.files.table_path(4)
    last.rename(tmp_path / "away")
    smaller = Archive(archive.files.folder)
    collect(smaller)
    assert switched(smaller, model) == 4
    (tmp_path / "away").rename(last)
    larger = Archive(archive.files.folder)
    # As if an update had added the last shard.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.core.archive.code_file._is_of_update", lambda *_: True)
        with pytest.raises(ArchiveError) as caught:
            collect(larger)
        assert caught.value.problem is ArchiveProblem.NOT_RECODED
        assert len(codes_of(larger)) < 12  # the others are still searched
        assert recoded(larger, model).shards == 1
        assert collect(larger) == 1
        assert (codes_of(larger) == codes_of(fresh)).all()
        assert collect(larger, archive.label.model_id) == 1


def test_the_model_stays_in_use_where_a_shard_is_read_again(
    photo_folder: Path, manifest: Manifest, archive: Archive, model: Encoder, encoder: Encoder
) -> None:
    switched(archive, model)
    archive.files.table_path(1).unlink()
    for photo in photo_folder.glob("copy-*.jpg"):
        shutil.copy(photo_folder / "flower-1.jpg", photo)
    indexed(manifest, archive.files.folder, encoder)
    again = Archive(archive.files.folder)
    assert problem_of(again) is ArchiveProblem.NO_CODES
    assert model_in_use(again) == model.model_id
    assert recoded(again, model).shards == 1
    assert collect(again) == 5
    after = codes_of(again)
    assert collect(again, archive.label.model_id) == 5  # what was collected has become outdated
    assert collect(again, model.model_id) == 0
    assert (codes_of(again) == after).all()


def test_the_model_stays_in_use_where_the_archive_is_compacted(
    archive: Archive, model: Encoder
) -> None:
    switched(archive, model)
    before = codes_of(archive)
    remove_rows(archive.files.folder, {1: [0], 3: [0, 1]})
    collect(archive)
    remaining = open_codes(archive).remaining
    assert remaining is not None
    kept = before[remaining.rows(0, 12)]
    assert len(kept) == 10  # one of the rows is the text
    deque(compact(archive), maxlen=0)
    assert problem_of(archive) is ArchiveProblem.NO_CODES
    assert recoded(archive, model).shards == 2
    assert collect(archive) == 5
    assert model_in_use(archive) == model.model_id
    assert (codes_of(archive) == kept).all()


def test_what_was_collected_is_deleted_with_the_codes_of_its_model(
    archive: Archive, model: Encoder
) -> None:
    own, folder = archive.label.model_id, archive.files.folder
    switched(archive, model)
    collect(archive, own)
    shutil.rmtree(codes_folder(folder, model.model_id))
    assert len(list((folder / "collected").iterdir())) == 2
    remove_rows(folder, {1: [0]})
    collect(archive)
    (left,) = (folder / "collected").iterdir()
    assert left.name == open_codes(archive).header.digest


def test_an_export_has_the_codes_in_use(archive: Archive, fresh: Archive, model: Encoder) -> None:
    switched(archive, model)
    source, expected = ArchiveSource(archive), ArchiveSource(fresh)
    assert source.label == expected.label
    assert source.label.model_id == model.model_id
    for table, other in zip(source.tables(), expected.tables(), strict=True):
        assert table == other


def test_a_library_with_the_model_in_use_imports_its_codes(
    tmp_path: Path, archive: Archive, fresh: Archive, model: Encoder
) -> None:
    switched(archive, model)
    codes = []
    for name, each in (("library", archive), ("other", fresh)):
        files = LibraryFiles(tmp_path / name)
        deque(import_archive(files, each, model), maxlen=0)
        with closing(Catalogue(files)) as catalogue:
            index = CodeIndex(model.bundle.manifest)
            index.refresh(catalogue)
            codes.append([np.asarray(index.code(i)).tobytes() for i in index.ids.tolist()])
    assert codes[0] == codes[1]
    assert len(codes[0]) == 12


def test_a_model_that_came_with_an_archive_runs_within_limits(
    archive: Archive, model: Encoder
) -> None:
    kept = keep_model(archive.files, model.bundle)
    found = encoder_of_archive(archive, model.model_id, default_bundle())
    assert found is not None
    assert found.bundle.folder == kept.folder
    assert isinstance(found._networks, LimitedNetworks)
    assert encoder_of_archive(archive, "another", default_bundle()) is None


def test_a_worker_that_has_other_codes_does_not_search(archive: Archive, model: Encoder) -> None:
    job = scan_tasks.codes_job(archive, open_codes(archive).header)
    assert asyncio.run(scan_tasks.lacking_codes(job)) is None
    switched(archive, model)
    lack = asyncio.run(scan_tasks.lacking_codes(job))
    assert isinstance(lack, ArchiveError)
    assert lack.problem is ArchiveProblem.CHANGED


def test_a_header_cannot_name_a_file_elsewhere(archive: Archive) -> None:
    text = archive.files.code_header.read_text()
    archive.files.code_header.write_text(text.replace(archive.label.model_id, "../../model"))
    assert read_header(archive.files.code_header) is None
    assert model_in_use(archive) == archive.label.model_id
