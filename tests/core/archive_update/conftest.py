"""The archive of the manifest that a file of tests makes."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def archive(tmp_path: Path, manifest: Path) -> Path:
    del manifest
    return tmp_path / "archive"
