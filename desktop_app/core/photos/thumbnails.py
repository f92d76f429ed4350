"""The thumbnail store: small JPEGs by content hash, in one SQLite file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from desktop_app.core.base.database import (
    give_space_back,
    library_errors,
    open_database,
    transaction,
)

THUMBNAIL_SIDE = 320
_QUALITY = 82

# A released migration is never edited; add a new one.
_MIGRATIONS: list[tuple[str, ...]] = [
    (
        """
        CREATE TABLE thumbnails (
            content_hash BLOB PRIMARY KEY,
            jpeg BLOB NOT NULL
        )
        """,
    ),
]
_SELECT = "SELECT jpeg FROM thumbnails WHERE content_hash = ?"
_INSERT = "INSERT OR IGNORE INTO thumbnails (content_hash, jpeg) VALUES (?, ?)"
_CONTENTS = (
    "SELECT content_hash FROM thumbnails WHERE content_hash > ? ORDER BY content_hash LIMIT 4096"
)
_DELETE = "DELETE FROM thumbnails WHERE content_hash = ?"


def make_thumbnail(image: Image.Image) -> bytes:
    """Encode an RGB image as a JPEG whose longer side is at most THUMBNAIL_SIDE pixels."""
    scale = THUMBNAIL_SIDE / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        # HAMMING looks like BICUBIC here, and takes 60 % of its time.
        image = image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=_QUALITY)
    return data.getvalue()


def decoded_thumbnail(jpeg: bytes) -> Image.Image:
    """Decode the JPEG of a thumbnail to an RGB image."""
    return Image.open(io.BytesIO(jpeg)).convert("RGB")


class Thumbnails:
    """An open store. Each thread opens its own; only one process may write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_database(path, _MIGRATIONS)

    def close(self) -> None:
        self._connection.close()

    def get(self, content_hash: bytes) -> bytes | None:
        """The JPEG of a photo's thumbnail; None if there is none."""
        with library_errors(self._path):
            row = self._connection.execute(_SELECT, (content_hash,)).fetchone()
        return row[0] if row else None

    def put_all(self, thumbnails: dict[bytes, bytes]) -> None:
        """Store JPEGs by content hash, in one transaction; existing ones are kept."""
        with library_errors(self._path), transaction(self._connection):
            self._connection.executemany(_INSERT, list(thumbnails.items()))

    def contents(self) -> Iterator[list[bytes]]:
        """Yield the content hashes of all thumbnails, in lists."""
        last = b""
        while contents := self._contents_after(last):
            yield contents
            last = contents[-1]

    def _contents_after(self, last: bytes) -> list[bytes]:
        with library_errors(self._path):
            rows = self._connection.execute(_CONTENTS, (last,)).fetchall()
        return [content for (content,) in rows]

    def give_space_back(self) -> Iterator[None]:
        """Give the space of dropped thumbnails back to the disk, in steps."""
        return give_space_back(self._connection, self._path)

    def drop(self, content_hashes: list[bytes]) -> None:
        """Delete thumbnails; unknown hashes are ignored."""
        with library_errors(self._path), transaction(self._connection):
            self._connection.executemany(_DELETE, [(key,) for key in content_hashes])
