"""A disk that takes its time, while no processor works.

Tests that act while photos are indexed have seconds for it, on a fast machine and on a busy one,
and the photos need not be many.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.indexing.photo_indexer import Outcome, PhotoIndexer

SLOW_DISK = "a slow disk"  # the name of a folder
_SECONDS_A_PHOTO = 0.08


def slow_down(patch: pytest.MonkeyPatch) -> None:
    """Let indexing in this process wait for each photo of a folder of that name."""
    read, disk = PhotoIndexer.read, threading.Lock()

    def read_slowly(
        indexer: PhotoIndexer,
        path: Path,
        is_known: Callable[[bytes], bool],
        data: bytes | None = None,
    ) -> Outcome:
        if SLOW_DISK in path.parts:
            with disk:
                time.sleep(_SECONDS_A_PHOTO)
        return read(indexer, path, is_known, data)

    patch.setattr(PhotoIndexer, "read", read_slowly)
