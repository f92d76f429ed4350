"""Backbone features of picture sets, cached on disk so that each picture is read once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.base.arrays import Floats, stored_array
from training.base.devices import device_of
from training.data.pictures import PictureSet
from training.data.views import ViewSettings, augment

_PICTURES_A_FILE = 512
_PICTURES_A_BATCH = 8

Pixels = NDArray[np.uint8]
ReadPixels = Callable[[Path], Pixels]
Edit = Callable[[Image.Image], Image.Image]
T = TypeVar("T")


class FeatureStore:
    """Features of whole picture sets, cached under a key of everything they depend on.

    Args:
        backbone: pixels uint8 [N, S, S, 3] -> features float32 [N, F].
        weights: name of the backbone's weights, part of the cache key.
        image_size: side S of the network's input, in pixels.
        cache: folder of all caches.

    Attributes:
        image_size: S.
    """

    def __init__(self, backbone: nn.Module, weights: str, image_size: int, cache: Path) -> None:
        self._backbone = backbone
        self._weights = weights
        self.image_size = image_size
        self._cache = cache / "features"

    def of_pictures(self, pictures: PictureSet) -> Floats:
        """Compute or load the features of a set, float32 [N, F]. An interrupted call resumes.

        Raises:
            PhotoError: a picture cannot be read.
        """
        read = partial(read_pixels, PhotoReader(), self.image_size)
        return self._stored(pictures, read, [])

    def of_views(self, pictures: PictureSet, settings: ViewSettings, number: int) -> Floats:
        """Like `of_pictures`, of one augmented view of each picture; `number` seeds the views."""
        read = view_reader(pictures, settings, number, self.image_size)
        return self._stored(pictures, read, [settings, number])

    def of_edited(self, pictures: PictureSet, name: str, edit: Edit) -> Floats:
        """Like `of_pictures`, of edited copies; `name` and what `edit` does are part of the key."""
        read = partial(read_pixels, PhotoReader(), self.image_size, edit=edit)
        return self._stored(pictures, read, [name, digest_of_edit(edit)])

    def _stored(self, pictures: PictureSet, read: ReadPixels, how: list[object]) -> Floats:
        folder = self._cache / self._key(pictures, how)
        make_folder(folder)
        parts = []
        for start in range(0, len(pictures), _PICTURES_A_FILE):
            print(f"\rComputing features: {start:,} of {len(pictures):,}", end="", flush=True)
            paths = pictures.paths[start : start + _PICTURES_A_FILE]
            parts.append(self._part(folder / f"{start:08}.npy", paths, read))
        print(f"\rComputing features: {len(pictures):,} of {len(pictures):,}")
        return np.concatenate(parts)

    def of_images(self, images: list[Image.Image]) -> Floats:
        """Compute the features of decoded pictures, float32 [N, F], without caching."""
        return self._in_batches(images, lambda image: network_input(image, self.image_size))

    def _part(self, file: Path, paths: list[Path], read: ReadPixels) -> Floats:
        return stored_array(file, lambda: self._in_batches(paths, read))

    def _in_batches(self, items: list[T], preprocess: Callable[[T], Pixels]) -> Floats:
        return features_in_batches(self._backbone, items, preprocess)

    def _key(self, pictures: PictureSet, how: list[object]) -> str:
        sizes = [path.stat().st_size for path in pictures.paths]
        parts = [self._weights, preprocess_digest(self.image_size), *pictures.names, *sizes, *how]
        text = "\n".join(map(str, parts))
        # File names that are not valid UTF-8 contain surrogates.
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def view_reader(pictures: PictureSet, settings: ViewSettings, number: int, side: int) -> ReadPixels:
    """Return a function that reads a view of a picture of the set, uint8 [side, side, 3].

    The view of the same picture, settings and number shows the same at every side.
    """
    reader = PhotoReader()

    def read(path: Path) -> Pixels:
        seed = f"{number}/{path.relative_to(pictures.root).as_posix()}"
        # Read at twice the side, since a crop is enlarged to the full side afterwards.
        photo = reader.open(path, 2 * side).image
        return network_input(augment(photo, settings, seed), side)

    return read


def read_pixels(
    reader: PhotoReader, image_size: int, path: Path, edit: Edit | None = None
) -> Pixels:
    """Read a picture file, edited or not, as network input, uint8 [S, S, 3].

    Raises:
        PhotoError: the picture cannot be read.
    """
    image = reader.open(path, image_size).image
    return network_input(edit(image) if edit else image, image_size)


def features_in_batches(
    backbone: nn.Module, items: Sequence[T], preprocess: Callable[[T], Pixels]
) -> Floats:
    """Compute features float32 [N, F] in threads, a batch each.

    `preprocess` returns the network input uint8 [S, S, 3] of an item.
    """

    def features_of(start: int) -> Floats:
        batch = [preprocess(item) for item in items[start : start + _PICTURES_A_BATCH]]
        return backbone_features(backbone, np.stack(batch))

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.concatenate(list(pool.map(features_of, range(0, len(items), _PICTURES_A_BATCH))))


def backbone_features(backbone: nn.Module, pixels: Pixels) -> Floats:
    """Compute features float32 [N, F] of pictures uint8 [N, S, S, 3], without gradients."""
    with torch.inference_mode():
        features: Floats = backbone(torch.from_numpy(pixels).to(device_of(backbone))).cpu().numpy()
    return features


def preprocess_digest(image_size: int) -> str:
    """Return a digest of two preprocessed test pictures, which changes if preprocessing does."""
    pixels = [network_input(picture, image_size) for picture in _test_pictures()]
    return hashlib.sha256(np.stack(pixels).tobytes()).hexdigest()


def digest_of_edit(edit: Edit) -> str:
    """Return a digest of two edited test pictures, which changes if the edit does."""
    edited = [np.asarray(edit(picture)) for picture in _test_pictures()]
    return hashlib.sha256(b"".join(picture.tobytes() for picture in edited)).hexdigest()


def _test_pictures() -> list[Image.Image]:
    """Return a landscape and a portrait picture of fixed noise."""
    ramp = (np.arange(97 * 41 * 3, dtype=np.uint32) * 2654435761 >> 24).astype(np.uint8)
    return [Image.fromarray(ramp.reshape(shape)) for shape in ((41, 97, 3), (97, 41, 3))]
