"""While files are read: how many are begun, and what is stored of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.core.base.errors import AppError
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.pending_files import PendingFile, pending_files
from desktop_app.core.indexing.indexer import index
from desktop_app.core.indexing.photo_indexer import Outcome, PhotoIndexer
from desktop_app.core.jobs.progress import IndexSummary, Scanning
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.core.indexing.catalogue_rows import Index, rows


@pytest.mark.slow
def test_only_a_few_files_are_begun_at_a_time(
    run: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that memory is bounded, however fast files are found."""
    (tmp_path / "many").mkdir()
    for number in range(20):
        Image.new("RGB", (64, 64), (number, 0, 0)).save(tmp_path / "many" / f"{number}.png")
    begun, ended, most = 0, 0, 0
    read = PhotoIndexer.read

    def count_begun(catalogue: Catalogue) -> Iterator[PendingFile]:
        nonlocal begun, most
        for file in pending_files(catalogue):
            begun += 1
            most = max(most, begun - ended)
            yield file

    def count_ended(self: PhotoIndexer, path: Path, is_known: Callable[[bytes], bool]) -> Outcome:
        nonlocal ended
        outcome = read(self, path, is_known)
        ended += 1
        return outcome

    monkeypatch.setattr("desktop_app.core.indexing.indexer.pending_files", count_begun)
    monkeypatch.setattr(PhotoIndexer, "read", count_ended)
    assert run(tmp_path / "many", threads=1).indexed == 20
    assert 1 < most <= 4


def test_a_photo_whose_thumbnail_cannot_be_stored_is_not_indexed(
    run: Index, files: LibraryFiles, photo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Thumbnails, "put_all", fill_the_disk)
    with pytest.raises(AppError):
        run(photo_folder)
    assert {state for _, state, _ in rows(files).values()} == {"pending"}


def test_a_file_that_vanishes_before_it_is_read_is_missing_and_no_failure(
    files: LibraryFiles, photo_folder: Path, encoder: Encoder
) -> None:
    events = []
    for event in index(files, encoder, [photo_folder]):
        events.append(event)
        if isinstance(event, Scanning):
            (photo_folder / "beach-0.jpg").unlink(missing_ok=True)
    summary = events[-1]
    assert isinstance(summary, IndexSummary)
    assert (summary.indexed, summary.failed) == (8, 0)
    assert rows(files)["beach-0.jpg"][1:] == ("pending", 1)
