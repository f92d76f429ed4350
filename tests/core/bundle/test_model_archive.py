"""Of an archive no more is read than a model may have."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_archive import read_archive
from desktop_app.core.bundle.model_bundle import MAX_FILE_BYTES
from tests.core.tiny_bundle import CARD, tiny_files, write_folder


def test_of_a_file_that_is_too_large_little_is_read(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "model", tiny_files())
    os.truncate(folder / CARD, 1_000_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(BundleError) as caught:
            list(read_archive(folder))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.problem is BundleProblem.TOO_LARGE
    assert peak < 2 * max(MAX_FILE_BYTES.values())
