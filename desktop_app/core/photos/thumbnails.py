"""The thumbnail store: small JPEGs by content hash, in one SQLite file.

The file is a cache. It may be deleted at any time, and is made anew where it is damaged: whatever
it lacks is made again from the photos (thumbnail_maker.py, missing_thumbnails.py).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from desktop_app.core.database.cache_database import CacheDatabase, Migrations, cache_fault
from desktop_app.core.photos.decoder_errors import DECODER_ERRORS

THUMBNAIL_SIDE = 320
_MOST_BYTES = 2**19  # more than any JPEG of so few pixels
_QUALITY = 82

# A released migration is never edited; add a new one.
_MIGRATIONS: Migrations = [
    (
        """
        CREATE TABLE thumbnails (
            content_hash BLOB PRIMARY KEY,
            jpeg BLOB NOT NULL
        )
        """,
    ),
]
# What is no JPEG or too large is not even read.
_SELECT = (
    f"SELECT CASE WHEN typeof(jpeg) = 'blob' AND length(jpeg) <= {_MOST_BYTES} THEN jpeg"  # noqa: S608
    " ELSE x'' END FROM thumbnails WHERE content_hash = ?"
)
_INSERT = "INSERT OR IGNORE INTO thumbnails (content_hash, jpeg) VALUES (?, ?)"
_CONTENTS = (
    "SELECT content_hash FROM thumbnails WHERE content_hash > ? ORDER BY content_hash LIMIT 4096"
)
_BETWEEN = "SELECT content_hash FROM thumbnails WHERE content_hash BETWEEN ? AND ?"
_DELETE = "DELETE FROM thumbnails WHERE content_hash = ?"


def make_thumbnail(image: Image.Image) -> bytes:
    """Encode an RGB image as a JPEG whose longer side is at most THUMBNAIL_SIDE pixels."""
    data = io.BytesIO()
    thumbnail_image(image).save(data, "JPEG", quality=_QUALITY)
    return data.getvalue()


def thumbnail_image(image: Image.Image) -> Image.Image:
    """Return the picture, reduced if its longer side has more than THUMBNAIL_SIDE pixels."""
    scale = THUMBNAIL_SIDE / max(image.size)
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    # HAMMING looks like BICUBIC here, and takes 60 % of its time.
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)


def is_whole(jpeg: bytes) -> bool:
    """Whether the JPEG of a thumbnail can be decoded."""
    try:
        decoded_thumbnail(jpeg)
    except ValueError:
        return False
    return True


def decoded_thumbnail(jpeg: bytes) -> Image.Image:
    """Decode the JPEG of a thumbnail to an RGB image.

    The store may come from a stranger: what `make_thumbnail` could not have made is not decoded.
    Raises ValueError.
    """
    if len(jpeg) > _MOST_BYTES:
        raise ValueError("the thumbnail is too large")
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            if max(image.size) > THUMBNAIL_SIDE or "progressive" in image.info:
                raise ValueError("the thumbnail has too many pixels or scans")
            return image.convert("RGB")
    except (*DECODER_ERRORS, Image.DecompressionBombError, Warning) as error:
        raise ValueError("the thumbnail is broken") from error


class Thumbnails:
    """An open store. Each thread opens its own; several processes may write (CacheDatabase)."""

    def __init__(self, path: Path) -> None:
        """Raises LibraryTooNewError, LibraryUnwritableError."""
        self._cache = CacheDatabase(path, _MIGRATIONS)

    def close(self) -> None:
        self._cache.close()

    def get(self, content_hash: bytes) -> bytes | None:
        """The JPEG of a photo's thumbnail; None if there is none. A broken one may be empty."""
        rows = self._rows(_SELECT, content_hash)
        return rows[0][0] if rows else None

    def put_all(self, thumbnails: dict[bytes, bytes]) -> None:
        """Store JPEGs by content hash, in one transaction; existing ones are kept."""
        self._cache.write(lambda connection: connection.executemany(_INSERT, thumbnails.items()))

    def drop(self, content_hashes: list[bytes]) -> None:
        """Delete thumbnails; unknown hashes are ignored."""
        rows = [(key,) for key in content_hashes]
        self._cache.write(lambda connection: connection.executemany(_DELETE, rows))

    def contents(self) -> Iterator[list[bytes]]:
        """Yield the content hashes of all thumbnails, in lists, in ascending order.

        A damaged index that leads in a circle ends them.
        """
        last = b""
        while (contents := self._hashes(_CONTENTS, last)) and contents[-1] > last:
            yield contents
            last = contents[-1]

    def between(self, first: bytes, last: bytes) -> set[bytes]:
        """Return the content hashes of the thumbnails in a range that includes both ends."""
        return set(self._hashes(_BETWEEN, first, last))

    def give_space_back(self) -> Iterator[None]:
        """Give the space of dropped thumbnails back to the disk, in steps."""
        return self._cache.give_space_back()

    def _hashes(self, query: str, *values: bytes) -> list[bytes]:
        return [content for (content,) in self._rows(query, *values)]

    def _rows(self, query: str, *values: bytes) -> list[tuple[bytes]]:
        return self._cache.run(lambda connection: connection.execute(query, values).fetchall())


def broken_thumbnails(store: Thumbnails, content_hashes: list[bytes]) -> list[bytes]:
    """Return those of some content hashes whose thumbnail cannot be decoded."""
    stored = {content: store.get(content) for content in content_hashes}
    return [key for key, jpeg in stored.items() if jpeg is not None and not is_whole(jpeg)]


def store_fault(path: Path, *, full: bool) -> str:
    """Return what is wrong with the file of a store (`cache_fault`)."""
    return cache_fault(path, _MIGRATIONS, full=full)
