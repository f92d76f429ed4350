"""The hash of a file's content, by which moved and copied files are recognised."""

from __future__ import annotations

import hashlib
from typing import BinaryIO


def content_hash_of(file: BinaryIO) -> bytes:
    """BLAKE2b of a file of which nothing has been read yet: 16 bytes."""
    return hashlib.file_digest(file, _blake2b).digest()  # type: ignore[arg-type]


def _blake2b() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=16)
