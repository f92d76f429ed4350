"""Read one file and compute everything that the library stores of it. Thread-safe."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from desktop_app.core.base.codes import Codes, Descriptors
from desktop_app.core.base.errors import AppError, PhotoError, PhotoProblem
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.writer import PhotoFacts
from desktop_app.core.photos.content_hash import content_hash_of
from desktop_app.core.photos.fingerprint import fingerprint
from desktop_app.core.photos.photo_reader import Photo, PhotoReader, file_error
from desktop_app.core.photos.picture_formats import HEAD_BYTES
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.recognition import recognise
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, make_thumbnail

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
    """Turns files into facts, descriptors, codes and thumbnails."""

    def __init__(self, encoder: Encoder, reader: PhotoReader) -> None:
        self._encoder = encoder
        self._reader = reader

    def read(self, path: Path, is_known: Callable[[bytes], bool]) -> Outcome:
        """Read one file. An error concerns this file only, unless it is one of the library.

        `is_known` returns True for the content hash of a photo that need not be decoded.
        """
        content_hash = None
        try:
            with open_regular_file(path) as file:
                recognise(file.read(HEAD_BYTES), path)  # nothing more is read of other files
                file.seek(0)
                content_hash = content_hash_of(file)
                if is_known(content_hash):
                    return KnownContent(content_hash)
                photo = self._reader.read(file, path, self._encoder.image_size, THUMBNAIL_SIDE)
            return self._indexed(photo, content_hash)
        except PhotoError as error:
            logger.debug("No photo in %r: %s %s", path, error.problem, error.detail)
            return FailedFile(error, content_hash)
        except OSError as error:
            return FailedFile(file_error(path, error), content_hash)
        except AppError:
            raise  # the library itself
        except Exception as error:  # one photo fails
            logger.warning("Unexpected error while reading %r", path, exc_info=True)
            return unexpected_failure(path, error, content_hash)

    def _indexed(self, photo: Photo, content_hash: bytes) -> IndexedPhoto:
        encoded = self._encoder.encode(network_input(photo.image, self._encoder.image_size))
        facts = PhotoFacts(
            content_hash=content_hash,
            width=photo.width,
            height=photo.height,
            format=photo.format,
            capture=photo.capture,
            mean_colour=_mean_colour(photo.image),
            fingerprint=fingerprint(photo.image),
        )
        thumbnail = make_thumbnail(photo.image)
        return IndexedPhoto(facts, encoded.descriptors[0], encoded.codes[0], thumbnail)


def _mean_colour(image: Image.Image) -> int:
    """Return the mean colour of an RGB picture as 0xRRGGBB."""
    pixel = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return int.from_bytes(pixel, "big")
