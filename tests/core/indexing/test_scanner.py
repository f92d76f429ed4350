"""A folder that may not be entered loses none of its photos."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.roots import ScanPlace
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.indexing.indexer import index_changes
from desktop_app.core.indexing.scan_rules import library_rules
from desktop_app.core.indexing.scanner import RootScanner, ScanCounts
from desktop_app.core.jobs.progress import IndexSummary
from tests.core.indexing.catalogue_rows import Index, rows


@pytest.fixture
def closed(run: Index, photo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Make a folder of three indexed photos one that the system does not open."""
    run(photo_folder)
    folder = photo_folder / "trip"

    def refusing(call: Callable[..., Any]) -> Callable[..., Any]:
        def refuse(path: Any = ".", *values: Any, **options: Any) -> Any:
            if str(path).startswith(str(folder)):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return call(path, *values, **options)

        return refuse

    def close() -> Path:
        monkeypatch.setattr(os, "stat", refusing(os.stat))
        monkeypatch.setattr(os, "scandir", refusing(os.scandir))
        return folder

    return close


@pytest.mark.slow
def test_a_closed_folder_that_is_scanned_alone_is_reported_and_not_gone(
    files: LibraryFiles, encoder: Encoder, closed: Callable[[], Path]
) -> None:
    counts = ScanCounts()
    with files.writing(), Catalogue(files) as catalogue:
        writer = CatalogueWriter(catalogue, encoder.bundle.manifest)
        folder = closed()
        place = ScanPlace(catalogue.roots()[0], folder)
        list(RootScanner(writer, place, library_rules(catalogue), counts).scan())
    assert (counts.gone, counts.unreadable_folders) == (set(), [folder])
    assert [gone for _, _, gone in rows(files).values()] == [0] * 9


def test_a_change_in_a_closed_folder_ends_no_scan(
    files: LibraryFiles, encoder: Encoder, closed: Callable[[], Path]
) -> None:
    folder = closed()
    *_, summary = index_changes(files, encoder, [folder / "beach-2.jpg"])
    assert isinstance(summary, IndexSummary)
    assert (summary.missing, summary.unreadable_folders) == (0, [folder])
    assert [gone for _, _, gone in rows(files).values()] == [0] * 9
