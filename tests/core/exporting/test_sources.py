"""A library and an archive of the same photos are exported with the same values."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.base.errors import LibraryDamagedError, UnknownModelError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.exporting.archive_source import ArchiveSource
from desktop_app.core.exporting.errors import CodeLengthError
from desktop_app.core.exporting.library_source import LibrarySource
from desktop_app.core.indexing.indexer import index
from desktop_app.core.search.code_index import CodeIndex
from tests.cluster.made_archives import indexed, made_manifest
from tests.core.exporting.made_source import all_rows


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos and a text, in three shards."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    manifest = made_manifest(tmp_path / "manifest", photo_folder, 4)
    indexed(manifest, tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


@pytest.fixture
def catalogue(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[Catalogue]:
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as opened:
        yield opened


def by_path(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["path"]: {**row, "id": 0} for row in rows}


def test_a_library_and_an_archive_of_the_same_photos_give_the_same(
    archive: Archive, catalogue: Catalogue, encoder: Encoder
) -> None:
    library = by_path(all_rows(LibrarySource(catalogue, encoder.bundle.manifest)))
    assert by_path(all_rows(ArchiveSource(archive))) == library
    assert len(library) == 9
    row = next(iter(library.values()))
    assert row["camera"] is row["iso"] is row["taken_at"] is None
    assert (row["width"], row["height"], row["format"]) == (240, 160, "JPEG")
    assert row["mtime_ns"] == Path(row["path"]).stat().st_mtime_ns


def test_ids_of_a_library_are_those_of_its_catalogue(
    catalogue: Catalogue, encoder: Encoder
) -> None:
    codes = CodeIndex(encoder.bundle.manifest)
    codes.refresh(catalogue)
    rows = all_rows(LibrarySource(catalogue, encoder.bundle.manifest))
    assert [row["id"] for row in rows] == codes.ids.tolist()
    assert [row["code"] for row in rows] == [code.tobytes() for code in codes.codes]


def test_ids_of_an_archive_are_the_places_of_its_codes(archive: Archive) -> None:
    assert [row["id"] for row in all_rows(ArchiveSource(archive))] == list(range(9))


def test_photos_that_are_missing_are_left_out(
    photo_folder: Path, catalogue: Catalogue, files: LibraryFiles, encoder: Encoder
) -> None:
    (photo_folder / "beach-0.jpg").unlink()
    for _ in index(files, encoder, []):
        pass
    rows = all_rows(LibrarySource(catalogue, encoder.bundle.manifest))
    assert len(rows) == 8
    assert str(photo_folder / "beach-0.jpg") not in by_path(rows)


def test_what_is_written_meanwhile_is_not_exported(
    photo_folder: Path, catalogue: Catalogue, files: LibraryFiles, encoder: Encoder
) -> None:
    tables = LibrarySource(catalogue, encoder.bundle.manifest).tables()
    catalogue.rows("SELECT 1 FROM photos")
    first = next(tables)
    (photo_folder / "beach-0.jpg").unlink()
    for _ in index(files, encoder, []):
        pass
    assert len(first) + sum(map(len, tables)) == 9
    assert len(all_rows(LibrarySource(catalogue, encoder.bundle.manifest))) == 8


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_kept_beside_a_readable_one(
    photo_folder: Path, files: LibraryFiles, encoder: Encoder
) -> None:
    odd = os.fsencode(photo_folder) + b"/\xff.jpg"
    (photo_folder / "beach-0.jpg").rename(os.fsdecode(odd))
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as catalogue:
        rows = by_path(all_rows(LibrarySource(catalogue, encoder.bundle.manifest)))
    assert rows[f"{photo_folder}/\\xff.jpg"]["path_bytes"] == odd
    assert rows[f"{photo_folder}/beach-1.jpg"]["path_bytes"] is None


def test_descriptors_are_left_out_on_request(
    archive: Archive, catalogue: Catalogue, encoder: Encoder
) -> None:
    sources = (
        ArchiveSource(archive, with_descriptors=False),
        LibrarySource(catalogue, encoder.bundle.manifest, with_descriptors=False),
    )
    for source in sources:
        assert all("descriptor" not in row for row in all_rows(source))


def rewritten(archive: Archive, number: int, change: dict[str, pa.Array]) -> Path:
    """Replace columns of a shard."""
    path = archive.files.table_path(number)
    table = pq.read_table(path)
    for name, column in change.items():
        table = table.set_column(table.schema.get_field_index(name), name, column)
    pq.write_table(table, path)
    return path


def test_codes_of_another_length_are_refused(archive: Archive) -> None:
    codes = pa.array([bytes(8)] * 4, pa.binary(8))
    path = rewritten(archive, 1, {"code": codes})
    with pytest.raises(CodeLengthError) as caught:
        all_rows(ArchiveSource(archive))
    assert (caught.value.path, caught.value.bits, caught.value.expected_bits) == (path, 64, 256)


@pytest.mark.parametrize(
    "change",
    [
        {"code": pa.array([None] * 4, pa.binary(32))},
        {"code": pa.array(["a text"] * 4)},
        {"width": pa.array(["a text"] * 4)},
        {"path": pa.array([b"../secret.jpg"] * 4)},
        {"root": pa.array([7] * 4, pa.int32())},
    ],
)
def test_a_damaged_shard_is_named(archive: Archive, change: dict[str, pa.Array]) -> None:
    path = rewritten(archive, 1, change)
    with pytest.raises(ArchiveError) as caught:
        all_rows(ArchiveSource(archive))
    assert (caught.value.path, caught.value.problem) == (path, ArchiveProblem.BAD_SHARD)


def test_a_library_whose_model_is_gone_is_refused(catalogue: Catalogue, encoder: Encoder) -> None:
    catalogue.connection.execute("UPDATE meta SET value = 'gone' WHERE key = 'model_id'")
    with pytest.raises(UnknownModelError):
        LibrarySource(catalogue, encoder.bundle.manifest)


def test_a_page_with_codes_of_another_length_is_damage(
    catalogue: Catalogue, encoder: Encoder
) -> None:
    catalogue.connection.execute(
        "UPDATE code_pages SET codes = ?", (np.zeros((4096, 8), np.uint8).tobytes(),)
    )
    with pytest.raises(LibraryDamagedError):
        all_rows(LibrarySource(catalogue, encoder.bundle.manifest))
