"""Features of many pictures, kept on disk so that no picture is ever read twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from desktop_app.core.base.processors import available_cores
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from training.base.arrays import Floats
from training.base.devices import device_of
from training.benchmarks.pictures import PictureSet
from training.data.views import ViewSettings, augmented

_PICTURES_A_FILE = 512
_PICTURES_A_BATCH = 8

Pixels = NDArray[np.uint8]
Look = Callable[[Path], Pixels]
Edit = Callable[[Image.Image], Image.Image]
T = TypeVar("T")


class FeatureStore:
    """A backbone's features of whole picture sets, cached under a key of all they depend on."""

    def __init__(self, backbone: nn.Module, weights: str, image_size: int, cache: Path) -> None:
        """`backbone`: pixels uint8 [N, S, S, 3] -> features float32 [N, F]."""
        self._backbone = backbone
        self._weights = weights
        self._image_size = image_size
        self._cache = cache / "features"

    def of_pictures(self, pictures: PictureSet) -> Floats:
        """float32 [N, F], one row a picture. Cut off and called again, it goes on where it was.

        Raises PhotoError where a picture cannot be read.
        """
        look = partial(read_pixels, PhotoReader(), self._image_size)
        return self._stored(pictures, look, [])

    def of_views(self, pictures: PictureSet, settings: ViewSettings, number: int) -> Floats:
        """The same of an augmented view of every picture; each `number` gives other views."""
        reader, side = PhotoReader(), self._image_size

        def look(path: Path) -> Pixels:
            seed = f"{number}/{path.relative_to(pictures.root).as_posix()}"
            # A crop is enlarged again: it is cut from a picture of twice the side.
            photo = reader.open(path, 2 * side).image
            return network_input(augmented(photo, settings, seed), side)

        return self._stored(pictures, look, [settings, number])

    def of_edited(self, pictures: PictureSet, name: str, edit: Edit) -> Floats:
        """The same of an edited copy of every picture; `name` tells one edit from another."""
        reader, side = PhotoReader(), self._image_size

        def look(path: Path) -> Pixels:
            return network_input(edit(reader.open(path, side).image), side)

        return self._stored(pictures, look, [name, _digest_of_edit(edit)])

    def _stored(self, pictures: PictureSet, look: Look, how: list[object]) -> Floats:
        folder = self._cache / self._key(pictures, how)
        folder.mkdir(parents=True, exist_ok=True)
        parts = []
        for start in range(0, len(pictures), _PICTURES_A_FILE):
            print(f"\rfeatures: {start:,} of {len(pictures):,}", end="", flush=True)
            paths = pictures.paths[start : start + _PICTURES_A_FILE]
            parts.append(self._part(folder / f"{start:08}.npy", paths, look))
        print(f"\rfeatures: {len(pictures):,} of {len(pictures):,}")
        return np.concatenate(parts)

    def of_images(self, images: list[Image.Image]) -> Floats:
        """Features of decoded pictures, float32 [N, F]; not cached."""
        return self._in_batches(images, lambda image: network_input(image, self._image_size))

    def _part(self, file: Path, paths: list[Path], look: Look) -> Floats:
        if file.is_file():
            stored: Floats = np.load(file)
            return stored
        features = self._in_batches(paths, look)
        beside = file.with_suffix(".part")
        with beside.open("wb") as stream:
            np.save(stream, features)
        beside.replace(file)
        return features

    def _in_batches(self, items: list[T], seen: Callable[[T], Pixels]) -> Floats:
        """`seen` gives uint8 [S, S, 3] of an item. Every core works on a batch of its own."""

        def features_of(start: int) -> Floats:
            batch = [seen(item) for item in items[start : start + _PICTURES_A_BATCH]]
            return backbone_features(self._backbone, np.stack(batch))

        with ThreadPoolExecutor(available_cores()) as pool:
            return np.concatenate(
                list(pool.map(features_of, range(0, len(items), _PICTURES_A_BATCH)))
            )

    def _key(self, pictures: PictureSet, how: list[object]) -> str:
        sizes = [path.stat().st_size for path in pictures.paths]
        parts = [self._weights, preprocess_digest(self._image_size), *pictures.names, *sizes, *how]
        text = "\n".join(map(str, parts))
        # Names that are not UTF-8 have surrogates in them.
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def read_pixels(reader: PhotoReader, image_size: int, path: Path) -> Pixels:
    """What the network sees of a picture file: uint8 [S, S, 3]. Raises PhotoError."""
    return network_input(reader.open(path, image_size).image, image_size)


def backbone_features(backbone: nn.Module, pixels: Pixels) -> Floats:
    """Pictures uint8 [N, S, S, 3] -> features float32 [N, F]."""
    with torch.inference_mode():
        features: Floats = backbone(torch.from_numpy(pixels).to(device_of(backbone))).cpu().numpy()
    return features


def preprocess_digest(image_size: int) -> str:
    """Digest of what preprocessing makes of two pictures: tells whether it still does the same."""
    seen = [network_input(picture, image_size) for picture in _known_pictures()]
    return hashlib.sha256(np.stack(seen).tobytes()).hexdigest()


def _digest_of_edit(edit: Edit) -> str:
    edited = [np.asarray(edit(picture)) for picture in _known_pictures()]
    return hashlib.sha256(b"".join(picture.tobytes() for picture in edited)).hexdigest()


def _known_pictures() -> list[Image.Image]:
    """Two pictures, one wide and one high, the same ones for ever."""
    ramp = (np.arange(97 * 41 * 3, dtype=np.uint32) * 2654435761 >> 24).astype(np.uint8)
    return [Image.fromarray(ramp.reshape(shape)) for shape in ((41, 97, 3), (97, 41, 3))]
