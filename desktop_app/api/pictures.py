"""Open the pictures that a program gives, as indexing opens photos."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.api.records import Photo, Picture
from desktop_app.core.bundle.encoder import Encoded, Encoder
from desktop_app.core.photos.photo_reader import PictureOpener
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.reading.encoded_file import encode_file


def each_picture(pictures: Picture | Iterable[Picture]) -> Iterable[Picture]:
    """Return the pictures of an argument that may also be a single one.

    An array uint8 [N, H, W, 3] is N pictures.
    """
    if isinstance(pictures, np.ndarray):
        return [pictures] if pictures.ndim == 3 else pictures
    if isinstance(pictures, str | os.PathLike | Image.Image | Photo):
        return [pictures]
    return pictures


def encode_picture(encoder: Encoder, reader: PictureOpener, picture: Picture) -> Encoded:
    """Encode one picture.

    Raises:
        PhotoError: The file cannot be read or decoded.
        BundleError: The network cannot be run.
        TypeError, ValueError: An array is not uint8 [H, W, 3].
    """
    if isinstance(picture, Image.Image | np.ndarray):
        return encoder.encode(network_input(_image(picture), encoder.image_size))
    given = picture.path if isinstance(picture, Photo) else picture
    return encode_file(encoder, reader, Path(given))


def _image(picture: Image.Image | NDArray[np.uint8]) -> Image.Image:
    if isinstance(picture, Image.Image):
        return picture.convert("RGB")
    if picture.dtype != np.uint8:
        raise TypeError(f"a picture has to be uint8, not {picture.dtype}")
    if picture.ndim != 3 or picture.shape[2] != 3 or not picture.size:
        raise ValueError(f"a picture has to be [H, W, 3], not {list(picture.shape)}")
    return Image.fromarray(picture)
