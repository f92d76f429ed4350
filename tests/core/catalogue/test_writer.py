"""What a batch writes, and which photo a file of known content is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import list_failures
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from tests.core.indexing.catalogue_rows import rows


@pytest.fixture
def catalogue(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[Catalogue]:
    """Of nine photos."""
    run(files, encoder, photo_folder)
    with Catalogue(files) as catalogue:
        yield catalogue


@pytest.fixture
def writer(catalogue: Catalogue, encoder: Encoder) -> CatalogueWriter:
    return CatalogueWriter(catalogue, encoder.bundle.manifest)


def run(files: LibraryFiles, encoder: Encoder, *folders: Path) -> IndexSummary:
    *_, summary = index(files, encoder, list(folders), 2)
    assert isinstance(summary, IndexSummary)
    return summary


def number_of(catalogue: Catalogue, path: Path) -> int:
    number = catalogue.photo_id(path)
    assert number is not None
    return number


def forget_and_fail(writer: CatalogueWriter, photo_id: int) -> None:
    with writer.batch():
        writer.pages.forget(photo_id)
        raise KeyboardInterrupt


def test_codes_of_a_batch_that_failed_are_not_written_by_the_next(
    catalogue: Catalogue, writer: CatalogueWriter, photo_folder: Path
) -> None:
    one, other = (number_of(catalogue, photo_folder / f"beach-{number}.jpg") for number in (0, 1))
    with pytest.raises(KeyboardInterrupt):
        forget_and_fail(writer, one)
    with writer.batch():
        code = writer.pages.get(other)
        assert code is not None
        writer.pages.put(other, np.bitwise_not(code))
    assert writer.pages.get(one) is not None


def test_of_a_photo_that_fails_no_descriptor_is_left(
    catalogue: Catalogue, writer: CatalogueWriter, photo_folder: Path
) -> None:
    number = number_of(catalogue, photo_folder / "beach-0.jpg")
    with writer.batch():
        writer.set_failed(number, PhotoProblem.UNDECODABLE, "", None)
    query = "SELECT count(*), sum(photo_id = ?) FROM descriptors"
    assert catalogue.rows(query, number) == [(8, 0)]


@pytest.mark.skipif(os.name == "nt", reason="names there are always Unicode")
def test_a_message_that_quotes_a_name_of_any_bytes_is_stored(
    catalogue: Catalogue, writer: CatalogueWriter, photo_folder: Path
) -> None:
    number = number_of(catalogue, photo_folder / "beach-0.jpg")
    with writer.batch():
        writer.set_failed(number, PhotoProblem.UNDECODABLE, "no codec for caf\udce9", None)
    assert [failure.detail for failure in list_failures(catalogue)] == ["no codec for caf\\udce9"]


@pytest.mark.slow
def test_a_new_file_is_the_missing_photo_of_its_content_and_no_copy_of_an_older_one(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "later.jpg")
    run(files, encoder, photo_folder)
    before = rows(files)
    assert before["beach-0.jpg"][0] < before["later.jpg"][0]
    (photo_folder / "later.jpg").rename(photo_folder / "renamed.jpg")
    run(files, encoder)
    after = rows(files)
    assert after["renamed.jpg"] == before["later.jpg"]
    assert "later.jpg" not in after


@pytest.mark.slow
def test_a_touched_copy_is_unchanged_and_not_copied_again(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "later.jpg")
    run(files, encoder, photo_folder)
    with Catalogue(files) as catalogue, catalogue.connection as connection:
        connection.execute("UPDATE photos SET camera = 'own' WHERE name = ?", (b"later.jpg",))
    os.utime(photo_folder / "later.jpg", (1, 1))
    summary = run(files, encoder)
    assert (summary.indexed, summary.unchanged) == (0, 10)
    with Catalogue(files) as catalogue:
        assert catalogue.rows("SELECT name FROM photos WHERE camera = 'own'") == [(b"later.jpg",)]


@pytest.mark.slow
def test_a_photo_overwritten_with_a_missing_one_keeps_its_id(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    """It is no new file: whoever marked or saved it means this place."""
    run(files, encoder, photo_folder)
    before = rows(files)
    (photo_folder / "flower-0.jpg").replace(photo_folder / "beach-0.jpg")
    run(files, encoder)
    after = rows(files)
    assert after["beach-0.jpg"] == before["beach-0.jpg"]
    assert after["flower-0.jpg"] == (before["flower-0.jpg"][0], "indexed", 1)
