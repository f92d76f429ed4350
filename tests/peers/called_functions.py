"""What tests call in processes of their own: quickly imported."""

from __future__ import annotations

import os
import time
from pathlib import Path


def never_ends(note: Path) -> None:
    """Start a child, write down both numbers, and wait."""
    child = os.fork()
    if child:
        note.with_suffix(".part").write_text(f"{os.getpid()} {child}")
        note.with_suffix(".part").rename(note)
    time.sleep(600)


def fails() -> None:
    raise ValueError("no such index")


def given_threads() -> str:
    return os.environ["OMP_NUM_THREADS"]
