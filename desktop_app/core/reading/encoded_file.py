"""Encode the picture in a file, as indexing does, without a library."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.bundle.encoder import Encoded, Encoder
from desktop_app.core.photos.photo_reader import PictureOpener
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE


def encode_file(encoder: Encoder, reader: PictureOpener, path: Path) -> Encoded:
    """Encode the picture in a file.

    Raises:
        PhotoError: The file cannot be read or decoded.
        BundleError: The network cannot be run.
    """
    absolute = path.absolute()  # the reader's process keeps the folder that it was started in
    image = reader.open(absolute, encoder.image_size, THUMBNAIL_SIDE).image
    return encoder.encode_photo(absolute, network_input(image, encoder.image_size))
