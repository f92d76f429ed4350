"""Have a worker read one file, and compute everything that the library stores of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, Descriptors
from desktop_app.core.base.errors import AppError, PhotoError, PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.writer import PhotoFacts
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.reading.messages import IndexedContent

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class IndexedPhoto:
    """A photo that was decoded and encoded.

    Attributes:
        facts: Its columns in the catalogue.
        descriptor: int8 [D].
        code: Packed code, uint8 [K/8].
        thumbnail: A JPEG.
    """

    facts: PhotoFacts
    descriptor: Descriptors
    code: Codes
    thumbnail: bytes


@dataclass(frozen=True)
class KnownContent:
    """A file that need not be decoded: the library has a photo of the same content."""

    content_hash: bytes


@dataclass(frozen=True)
class FailedFile:
    """A file that could not be read. `content_hash` is None if not even that was possible."""

    error: PhotoError
    content_hash: bytes | None


Outcome = IndexedPhoto | KnownContent | FailedFile


def unexpected_failure(path: Path, error: Exception, content_hash: bytes | None) -> FailedFile:
    """The outcome of a file that made something raise what nobody foresaw."""
    problem = PhotoError(path, PhotoProblem.UNEXPECTED, repr(error)[:200])
    return FailedFile(problem, content_hash)


class PhotoIndexer:
    """Turns files into facts, descriptors, codes and thumbnails. One thread uses one at a time."""

    def __init__(self, encoder: Encoder, reader: BoundedReader) -> None:
        self._encoder = encoder
        self._reader = reader

    def read(
        self, path: Path, is_known: Callable[[bytes], bool], data: bytes | None = None
    ) -> Outcome:
        """Read one file. An error concerns this file only, unless it is one of the library.

        Args:
            path: The file.
            is_known: Returns True for the content hash of a photo that need not be decoded.
            data: The content of the file, which is not opened then.

        Raises:
            ReadingCancelledError: The reader was cancelled.
            JobCrashedError: No worker can be started.
            BundleError: The model cannot be run.
        """
        hashes: list[bytes] = []

        def is_wanted(content_hash: bytes) -> bool:
            hashes[:] = [content_hash]
            return not is_known(content_hash)

        try:
            found = self._reader.content(path, self._encoder.image_size, is_wanted, data)
            return self._indexed(path, *found, hashes[0]) if found else KnownContent(hashes[0])
        except PhotoError as error:
            logger.debug("No photo in %r: %s %s", path, error.problem, error.detail)
            return FailedFile(error, hashes[0] if hashes else None)
        except AppError:
            raise  # the library itself
        except Exception as error:  # one photo fails
            logger.warning("Unexpected error while reading %r", path, exc_info=True)
            return unexpected_failure(path, error, hashes[0] if hashes else None)

    def _indexed(
        self, path: Path, content: IndexedContent, pixels: NDArray[np.uint8], content_hash: bytes
    ) -> IndexedPhoto:
        encoded = self._encoder.encode_photo(path, pixels)
        facts = PhotoFacts(
            content_hash=content_hash,
            width=content.width,
            height=content.height,
            format=content.format,
            capture=content.capture,
            mean_colour=content.mean_colour,
            fingerprints=content.fingerprints,
        )
        return IndexedPhoto(facts, encoded.descriptors[0], encoded.codes[0], content.thumbnail)
