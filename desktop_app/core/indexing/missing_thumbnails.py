"""Find indexed photos without a thumbnail, and thumbnails of no photo.

The two databases commit separately: after a loss of power, photos may be indexed whose thumbnails
are lost. Both sides are compared by their indexes of content hashes, a million within a second.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.pending_files import READABLE
from desktop_app.core.catalogue.writer import CatalogueWriter
from desktop_app.core.database.opening import advanced
from desktop_app.core.photos.thumbnails import Thumbnails

logger = logging.getLogger(__name__)

_CONTENTS = (
    "SELECT DISTINCT content_hash FROM photos"
    " WHERE content_hash IS NOT NULL AND content_hash > ? ORDER BY content_hash LIMIT 4096"
)
_IS_INDEXED = "SELECT 1 FROM photos WHERE content_hash = ? AND state = 'indexed' LIMIT 1"
_IS_KNOWN = "SELECT 1 FROM photos WHERE content_hash = ? LIMIT 1"
_REREAD = (
    "UPDATE photos SET state = 'pending', reread = 1 WHERE id ="  # noqa: S608
    f" (SELECT photos.id {READABLE} AND content_hash = ? AND state = 'indexed')"
)


def contents_without_thumbnail(
    catalogue: Catalogue, thumbnails: Thumbnails
) -> Iterator[list[bytes]]:
    """Yield the content hashes of indexed photos that have no thumbnail, in lists."""
    for contents in _absent_contents(catalogue, thumbnails):
        yield [content for content in contents if catalogue.rows(_IS_INDEXED, content)]


def _absent_contents(catalogue: Catalogue, thumbnails: Thumbnails) -> Iterator[list[bytes]]:
    """Yield the content hashes of photos in any state that have no thumbnail, in lists."""
    last = b""
    while rows := catalogue.rows(_CONTENTS, last):
        contents = [content for (content,) in rows]
        last = advanced(last, contents[-1], catalogue.files.catalogue)
        stored = thumbnails.between(contents[0], last)
        yield [content for content in contents if content not in stored]


def contents_without_photo(catalogue: Catalogue, contents: list[bytes]) -> list[bytes]:
    """Return those of some content hashes that no photo of the library has."""
    return [content for content in contents if not catalogue.rows(_IS_KNOWN, content)]


def reread_without_thumbnail(catalogue: Catalogue, writer: CatalogueWriter) -> Iterator[int]:
    """Make photos without a thumbnail wait to be decoded again, where they can be read now.

    Of photos with the same content, one is read. Yields how many more are to be read, after every
    few thousand contents: ten million take minutes where a library has no thumbnails.
    """
    with closing(Thumbnails(catalogue.files.thumbnails)) as thumbnails:
        for contents in _absent_contents(catalogue, thumbnails):
            yield _reread(catalogue, writer, contents) if contents else 0


def _reread(catalogue: Catalogue, writer: CatalogueWriter, contents: list[bytes]) -> int:
    with writer.batch():
        values = [(content,) for content in contents]
        count = catalogue.connection.executemany(_REREAD, values).rowcount
    if count:
        logger.info("%d photos have no thumbnail and are read again", count)
    return count
