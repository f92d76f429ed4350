"""One file -> all that the library keeps of it. Runs in many threads at once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.writer import PhotoFacts
from desktop_app.core.photos.content_hash import content_hash_of
from desktop_app.core.photos.fingerprint import fingerprint
from desktop_app.core.photos.photo_reader import Photo, PhotoReader, file_error, open_regular_file
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, make_thumbnail

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Learned:
    """A photo that was decoded and encoded. `thumbnail` is a JPEG."""

    facts: PhotoFacts
    thumbnail: bytes


@dataclass(frozen=True)
class KnownContent:
    """A file whose content the library has seen before."""

    content_hash: bytes


@dataclass(frozen=True)
class Failed:
    """A file that gave no photo."""

    error: PhotoError
    content_hash: bytes | None


Outcome = Learned | KnownContent | Failed


class FactFinder:
    """Reads files for the indexer."""

    def __init__(
        self, encoder: Encoder, reader: PhotoReader, is_known: Callable[[bytes], bool]
    ) -> None:
        """`is_known` tells of a content hash whether the library can do without decoding it."""
        self._encoder = encoder
        self._reader = reader
        self._is_known = is_known

    def learn(self, path: Path) -> Outcome:
        """Never raises: whatever is wrong with one file stays with that file."""
        content_hash = None
        try:
            with open_regular_file(path) as file:
                content_hash = content_hash_of(file)
                if self._is_known(content_hash):
                    return KnownContent(content_hash)
                photo = self._reader.read(file, path, self._encoder.image_size, THUMBNAIL_SIDE)
            return self._learned(photo, content_hash)
        except PhotoError as error:
            logger.debug("No photo in %s: %s %s", path, error.problem, error.detail)
            return Failed(error, content_hash)
        except OSError as error:
            return Failed(file_error(path, error), content_hash)
        except Exception as error:  # the one place where one photo fails
            logger.warning("Unexpected error while reading %s", path, exc_info=True)
            unexpected = PhotoError(path, PhotoProblem.UNDECODABLE, repr(error)[:200])
            return Failed(unexpected, content_hash)

    def _learned(self, photo: Photo, content_hash: bytes) -> Learned:
        encoded = self._encoder.encode(network_input(photo.image, self._encoder.image_size))
        facts = PhotoFacts(
            content_hash=content_hash,
            width=photo.width,
            height=photo.height,
            format=photo.format,
            taken_at=photo.capture.taken_at,
            camera=photo.capture.camera,
            mean_colour=_mean_colour(photo.image),
            fingerprint=fingerprint(photo.image),
            descriptor=encoded.descriptors[0],
            code=encoded.codes[0],
        )
        return Learned(facts, make_thumbnail(photo.image))


def _mean_colour(image: Image.Image) -> int:
    """0xRRGGBB"""
    pixel = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return int.from_bytes(pixel, "big")
