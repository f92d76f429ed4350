"""Fixtures for tests of the core."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.photo_search import PhotoSearch
from tests.core.indexing.catalogue_rows import Index

_PRELOADED = [
    "desktop_app.core.bundle.encoder",
    "desktop_app.core.bundle.model_trial",
    "desktop_app.core.bundle.network_check",
]


@pytest.fixture
def run(files: LibraryFiles, encoder: Encoder) -> Index:
    """Index folders (none: all roots) and give the summary."""

    def run(*folders: Path, threads: int = 2) -> IndexSummary:
        *_, summary = index(files, encoder, list(folders), threads)
        assert isinstance(summary, IndexSummary)
        return summary

    return run


@pytest.fixture
def search(files: LibraryFiles, photo_folder: Path, encoder: Encoder) -> Iterator[PhotoSearch]:
    """Search in an indexed library of three beaches, three flowers and three cities at night."""
    for _ in index(files, encoder, [photo_folder]):
        pass
    with Catalogue(files) as catalogue:
        opened = PhotoSearch(catalogue, encoder, PhotoReader())
        opened.refresh()
        yield opened


@pytest.fixture
def quick_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork the processes of trials from one that has imported the libraries, which saves time."""
    if sys.platform != "linux":
        return
    multiprocessing.set_forkserver_preload(_PRELOADED)
    context = multiprocessing.get_context("forkserver")
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: context)
