"""Indexing as a function, for all tests of this room."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from tests.core.indexing.catalogue_rows import Index


@pytest.fixture
def run(files: LibraryFiles, encoder: Encoder) -> Index:
    """Index folders (none: all roots) and give the summary."""

    def run(*folders: Path, threads: int = 2) -> IndexSummary:
        *_, summary = index(files, encoder, list(folders), threads)
        assert isinstance(summary, IndexSummary)
        return summary

    return run
