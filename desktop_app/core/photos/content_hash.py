"""The hash of a file's content, by which moved and copied files are recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.base.regular_file import open_regular_file


def content_hash_of(file: BinaryIO) -> bytes:
    """BLAKE2b of a file of which nothing has been read yet: 16 bytes."""
    return hashlib.file_digest(file, _blake2b).digest()  # type: ignore[arg-type]


def hash_if_of_size(path: Path, sizes: Container[int]) -> bytes | None:
    """Return a file's hash; None if it has none of these sizes in bytes, or cannot be read."""
    try:
        if path.stat().st_size not in sizes:
            return None
        with open_regular_file(path) as file:
            return content_hash_of(file)
    except OSError:
        return None


def _blake2b() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)
