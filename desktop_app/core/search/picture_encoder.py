"""Encode pictures as indexing does, whatever they are compared with."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.photos.photo_reader import Photo, PictureOpener
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE
from desktop_app.core.search.code_index import Query, TextPart, combine
from desktop_app.core.search.text_ranking import text_query


class PictureEncoder:
    """One model, and what decodes pictures for it. Not thread-safe."""

    def __init__(self, encoder: Encoder, reader: PictureOpener) -> None:
        self._encoder = encoder
        self._reader = reader

    def open(self, path: Path) -> Photo:
        """Decode a picture as indexing does. Raises what the reader raises."""
        return self._reader.open(path, self._encoder.image_size, THUMBNAIL_SIDE)

    def logits_of_image(self, image: Image.Image, path: Path | None = None) -> Logits:
        """Encode an RGB picture: float32 [K].

        Raises BundleError where the model gives no valid numbers, or, for the picture of a file, a
        PhotoError, which names it.
        """
        pixels = network_input(image, self._encoder.image_size)
        encoder = self._encoder
        encoded = encoder.encode_photo(path, pixels) if path else encoder.encode(pixels)
        logits: Logits = encoded.logits[0]
        return logits

    def logits_of_file(self, path: Path, region: Region | None = None) -> Logits:
        """Encode a picture file, or a region of it: float32 [K].

        A region is decoded at a scale that gives the network as many pixels as it takes. Raises
        what the reader raises: PhotoError.
        """
        if region is None:
            return self.logits_of_image(self.open(path).image, path)
        side = math.ceil(self._encoder.image_size / region.shorter_side)
        return self.logits_of_image(region.cut_from(self._reader.open(path, side).image), path)

    def query(self, wanted: list[Logits], unwanted: list[Logits], texts: list[TextPart]) -> Query:
        """Combine pictures, as logits float32 [K], and texts into one query.

        Raises ValueError where nothing is wanted.
        """
        if not texts:
            return combine(wanted, unwanted)
        return text_query(wanted, unwanted, texts, self._encoder.hash_descriptors)
