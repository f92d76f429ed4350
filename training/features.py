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

from desktop_app.core.indexer import cores
from desktop_app.core.photos import PhotoReader
from desktop_app.core.preprocess import network_input
from training.baselines import Floats
from training.data import PictureSet

_PICTURES_A_FILE = 512
_PICTURES_A_BATCH = 8

Pixels = NDArray[np.uint8]
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
        folder = self._cache / self._key(pictures)
        folder.mkdir(parents=True, exist_ok=True)
        parts = []
        for start in range(0, len(pictures), _PICTURES_A_FILE):
            print(f"\rfeatures: {start:,} of {len(pictures):,}", end="", flush=True)
            paths = pictures.paths[start : start + _PICTURES_A_FILE]
            parts.append(self._part(folder / f"{start:08}.npy", paths))
        print(f"\rfeatures: {len(pictures):,} of {len(pictures):,}")
        return np.concatenate(parts)

    def of_images(self, images: list[Image.Image]) -> Floats:
        """Features of decoded pictures, float32 [N, F]; not cached."""
        return self._in_batches(images, lambda image: network_input(image, self._image_size))

    def _part(self, file: Path, paths: list[Path]) -> Floats:
        if file.is_file():
            stored: Floats = np.load(file)
            return stored
        features = self._in_batches(paths, partial(read_pixels, PhotoReader(), self._image_size))
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

        with ThreadPoolExecutor(cores()) as pool:
            return np.concatenate(
                list(pool.map(features_of, range(0, len(items), _PICTURES_A_BATCH)))
            )

    def _key(self, pictures: PictureSet) -> str:
        sizes = [path.stat().st_size for path in pictures.paths]
        parts = [self._weights, preprocess_digest(self._image_size), *pictures.names, *sizes]
        return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]


def read_pixels(reader: PhotoReader, image_size: int, path: Path) -> Pixels:
    """What the network sees of a picture file: uint8 [S, S, 3]. Raises PhotoError."""
    return network_input(reader.open(path, image_size).image, image_size)


def backbone_features(backbone: nn.Module, pixels: Pixels) -> Floats:
    """Pictures uint8 [N, S, S, 3] -> features float32 [N, F]."""
    with torch.inference_mode():
        features: Floats = backbone(torch.from_numpy(pixels)).numpy()
    return features


def preprocess_digest(image_size: int) -> str:
    """Digest of what preprocessing makes of two pictures: tells whether it still does the same."""
    ramp = (np.arange(97 * 41 * 3, dtype=np.uint32) * 2654435761 >> 24).astype(np.uint8)
    pictures = (ramp.reshape(41, 97, 3), ramp.reshape(97, 41, 3))
    seen = [network_input(Image.fromarray(picture), image_size) for picture in pictures]
    return hashlib.sha256(np.stack(seen).tobytes()).hexdigest()
