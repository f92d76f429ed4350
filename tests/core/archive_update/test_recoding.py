"""Codes of a retrained model are computed from the stored descriptors of each shard."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from desktop_app.cluster.local_recoding import recode_locally
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive_update.kept_models import keep_model
from desktop_app.core.archive_update.recoding import (
    check_descriptors,
    recode_shard,
    shards_without_codes,
)
from desktop_app.core.archive_update.shard_codes import codes_folder, photos_with_codes
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from tests.cluster.made_archives import contents_of, indexed, made_manifest, rows_of
from tests.cluster.retrained_models import recoded, retrained
from tests.core import tiny_bundle


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Nine photos, a damaged one and a text, in four shards."""
    (photo_folder / "damaged.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    return made_manifest(tmp_path / "manifest", photo_folder, 3)


@pytest.fixture
def archive(tmp_path: Path, manifest: Manifest, encoder: Encoder) -> Archive:
    indexed(manifest, tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


@pytest.fixture
def model(tmp_path: Path, encoder: Encoder) -> Encoder:
    return Encoder(retrained(tmp_path / "model", encoder))


def all_codes(archive: Archive, model_id: str) -> list[bytes]:
    tables = [photos_with_codes(archive, model_id, each, ["code"]) for each in archive.numbers]
    return [code for table in tables for code in table.column("code").to_pylist()]


def problem_of(action: Callable[[], object]) -> ArchiveError:
    with pytest.raises(ArchiveError) as caught:
        action()
    return caught.value


def test_codes_are_those_of_an_archive_that_the_model_has_read(
    tmp_path: Path, manifest: Manifest, archive: Archive, model: Encoder
) -> None:
    done = recoded(archive, model)
    assert (done.shards, done.photos) == (4, 9)
    indexed(manifest, tmp_path / "fresh", model)
    fresh = [row["code"] for row in rows_of(tmp_path / "fresh") if row["code"]]
    assert all_codes(archive, model.model_id) == fresh
    own = [row["code"] for row in rows_of(archive.files.folder) if row["code"]]
    assert all_codes(archive, archive.label.model_id) == own


def test_only_what_is_missing_is_computed(archive: Archive, model: Encoder) -> None:
    assert recoded(archive, model, [2]).shards == 1
    (path,) = codes_folder(archive.files.folder, model.model_id).rglob("*.parquet")
    written = path.stat().st_mtime_ns
    assert shards_without_codes(archive, model.model_id) == [0, 1, 3]
    assert recoded(archive, model).shards == 3
    assert recoded(archive, model).shards == 0
    assert shards_without_codes(archive, archive.label.model_id) == []
    assert path.stat().st_mtime_ns == written


def test_work_that_was_stopped_is_continued(
    tmp_path: Path, manifest: Manifest, archive: Archive, model: Encoder, encoder: Encoder
) -> None:
    events = recode_locally(archive, model, 1)
    next(events)
    events.close()
    (codes_folder(archive.files.folder, model.model_id) / "0000" / ".lookalike-1.part").touch()
    assert 0 < recoded(archive, model).shards < 4
    indexed(manifest, tmp_path / "at once", encoder)
    recoded(Archive(tmp_path / "at once"), model)
    written = contents_of(archive.files.folder)
    assert written.pop(f"codes/{model.model_id}/0000/.lookalike-1.part") == b""
    assert written == contents_of(tmp_path / "at once")


def test_codes_of_a_shard_that_was_read_again_do_not_count(
    photo_folder: Path, manifest: Manifest, archive: Archive, model: Encoder, encoder: Encoder
) -> None:
    recoded(archive, model)
    archive.files.table_path(1).unlink()
    for photo in photo_folder.glob("flower-*.jpg"):
        photo.write_bytes((photo_folder / "beach-0.jpg").read_bytes())
    indexed(manifest, archive.files.folder, encoder)
    (changed,) = shards_without_codes(archive, model.model_id)
    error = problem_of(lambda: all_codes(archive, model.model_id))
    assert (error.problem, error.detail) == (ArchiveProblem.NOT_RECODED, model.model_id)
    assert recoded(archive, model).shards == 1
    assert changed == 1
    assert len(all_codes(archive, model.model_id)) == 9


@pytest.mark.parametrize("damage", ["cut", "codes of fewer photos"])
def test_damaged_codes_are_named(archive: Archive, model: Encoder, damage: str) -> None:
    recoded(archive, model)
    path = archive.files.folder / "codes" / model.model_id / "0000" / "0000001.parquet"
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-3])
    else:
        pq.write_table(pq.read_table(path).slice(1), path)
    error = problem_of(lambda: all_codes(archive, model.model_id))
    assert (error.problem, error.path) == (ArchiveProblem.BAD_CODES, path)
    path.unlink()
    assert recoded(archive, model).shards == 1


def test_a_shard_that_is_not_there_is_refused(archive: Archive, model: Encoder) -> None:
    error = problem_of(lambda: recoded(archive, model, [1, 7]))
    assert (error.problem, error.detail) == (ArchiveProblem.NO_SHARD, "7")


def test_a_damaged_shard_is_named(archive: Archive, model: Encoder) -> None:
    path = archive.files.table_path(2)
    table = pq.read_table(path)
    place = table.schema.get_field_index("descriptor")
    nothing = pa.nulls(len(table), table.schema.field("descriptor").type)
    pq.write_table(table.set_column(place, table.schema.field("descriptor"), nothing), path)
    error = problem_of(lambda: recode_shard(archive, model, 2))
    assert (error.problem, error.path) == (ArchiveProblem.BAD_SHARD, path)


def test_a_model_with_another_network_is_refused(
    tmp_path: Path, archive: Archive, model: Encoder
) -> None:
    check_descriptors(archive, model, default_bundle())
    other = Encoder(
        read_bundle(tiny_bundle.write_folder(tmp_path / "tiny", tiny_bundle.tiny_files()))
    )
    error = problem_of(lambda: check_descriptors(archive, other, default_bundle()))
    assert (error.problem, error.detail) == (ArchiveProblem.OTHER_NETWORK, tiny_bundle.MODEL_ID)


def test_the_name_of_descriptors_proves_nothing(
    tmp_path: Path, archive: Archive, encoder: Encoder
) -> None:
    """Here, the archive's descriptors have the size and the name of another network's."""
    names = {"descriptor_id": "tiny-8"}
    shipped = tiny_bundle.write_folder(tmp_path / "shipped", tiny_bundle.tiny_files(**names))
    archive.label = replace(archive.label, descriptor_id="tiny-8")
    tiny = Encoder(read_bundle(shipped))
    network = tiny_bundle.encoder()
    (mixing,) = [each for each in network.graph.initializer if each.name == "mixing"]
    mixing.raw_data = bytes(len(mixing.raw_data))
    files = {**tiny_bundle.tiny_files(), "encoder.onnx": network.SerializeToString()}
    files = tiny_bundle.described(files, model_id="stranger", **names)
    stranger = Encoder(read_bundle(tiny_bundle.write_folder(tmp_path / "stranger", files)))
    for number in archive.numbers:
        shorten_descriptors(archive.files.table_path(number), tiny_bundle.SIZE)
    check_descriptors(archive, tiny, shipped)
    error = problem_of(lambda: check_descriptors(archive, stranger, shipped))
    assert (error.problem, error.detail) == (ArchiveProblem.OTHER_NETWORK, "stranger")


def shorten_descriptors(path: Path, size: int) -> None:
    table = pq.read_table(path)
    place = table.schema.get_field_index("descriptor")
    values = [value and value[:size] for value in table.column("descriptor").to_pylist()]
    column = pa.array(values, pa.binary(size))
    pq.write_table(table.set_column(place, pa.field("descriptor", column.type), column), path)


def test_a_model_is_kept_in_the_archive_as_it_is(
    tmp_path: Path, archive: Archive, model: Encoder
) -> None:
    kept = keep_model(archive.files, model.bundle)
    assert kept.folder == archive.files.folder / "models" / model.model_id
    assert contents_of(kept.folder) == contents_of(model.bundle.folder)
    (kept.folder / "hasher.onnx").write_bytes(b"damaged")
    assert contents_of(keep_model(archive.files, model.bundle).folder) == contents_of(
        model.bundle.folder
    )
    assert [path.name for path in (archive.files.folder / "models").iterdir()] == [model.model_id]


def test_two_that_keep_a_model_at_once_do_no_harm(
    archive: Archive, model: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_file = shutil.copyfile

    def copied_by_another_one(*paths: Path) -> None:
        monkeypatch.setattr(shutil, "copyfile", copy_file)
        keep_model(archive.files, model.bundle)
        copy_file(*paths)

    monkeypatch.setattr(shutil, "copyfile", copied_by_another_one)
    kept = keep_model(archive.files, model.bundle)
    assert contents_of(kept.folder) == contents_of(model.bundle.folder)
    assert [path.name for path in kept.folder.parent.iterdir()] == [model.model_id]
