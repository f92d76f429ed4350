"""Folders that one of pytest's workers makes for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.core.base.process_lock import LockHeldError, process_lock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this run, filled by the first worker that wants it; only to be read."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, is_made = base / name, base / f"{name}.made"
    while not is_made.exists():
        with suppress(LockHeldError), process_lock(base / f"{name}.lock"):
            if not is_made.exists():
                folder.mkdir()
                make(folder)
                is_made.touch()
    return folder
