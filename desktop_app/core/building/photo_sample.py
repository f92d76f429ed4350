"""The features of a folder's photos, and some of their pictures."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.base.processors import available_cores
from desktop_app.core.building.errors import TooFewToBuildError
from desktop_app.core.building.events import Building, BuildingStage
from desktop_app.core.building.folder_photos import FolderReader, photo_files
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.preprocess import network_input

# As for retraining.
FEWEST_PHOTOS = 200
_KEPT_PICTURES = 64


@dataclass(frozen=True, eq=False)
class PhotoSample:
    """What a model is built from.

    Attributes:
        features: float32 [N, F], of photos in a random order.
        pictures: RGB, of the first of them.
        skipped: Photos that cannot be read.
    """

    features: Floats
    pictures: list[Image.Image]
    skipped: list[PhotoError]


def features_of(encoder: Encoder, image: Image.Image) -> Floats:
    """Compute the features float32 [F] of a decoded photo. Raises BundleError."""
    return np.asarray(encoder.encode(network_input(image, encoder.image_size)).logits[0])


def read_sample(
    encoder: Encoder, folder: Path, most: int
) -> Generator[Building, None, PhotoSample]:
    """Read at most so many photos of a folder, drawn at random.

    Raises NotAFolderError, TooFewToBuildError, BundleError.
    """
    paths = photo_files(folder)
    sampling = _Sampling(encoder)
    with (
        closing(FolderReader(encoder.image_size)) as reader,
        closing(reader.map(paths, sampling.made)) as photos,
    ):
        for made in photos:
            sampling.add(made)
            yield Building(BuildingStage.READING, len(sampling.rows), min(most, len(paths)))
            if len(sampling.rows) == most:
                break
    return sampling.sample(folder)


class _Sampling:
    """Collects the features of photos.

    Attributes:
        rows: float32 [F] each.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._pictures: list[Image.Image] = []
        self._skipped: list[PhotoError] = []
        self.rows: list[Floats] = []

    def made(self, image: Image.Image) -> tuple[Image.Image, Floats]:
        """Compute the features of a picture. Raises BundleError."""
        return image, features_of(self._encoder, image)

    def add(self, made: tuple[Image.Image, Floats] | PhotoError) -> None:
        if isinstance(made, PhotoError):
            self._skipped.append(made)
            return
        image, features = made
        self.rows.append(features)
        if len(self._pictures) < _KEPT_PICTURES:
            self._pictures.append(image)

    def sample(self, folder: Path) -> PhotoSample:
        """Raises TooFewToBuildError."""
        if len(self.rows) < FEWEST_PHOTOS:
            raise TooFewToBuildError(len(self.rows), FEWEST_PHOTOS, folder, len(self._skipped))
        return PhotoSample(np.stack(self.rows), self._pictures, self._skipped)


def read_edited(encoder: Encoder, pictures: list[Image.Image]) -> Generator[Building, None, Floats]:
    """Compute features float32 [E, M, F] of M pictures edited in E ways. Raises BundleError."""

    def features(image: Image.Image) -> list[Floats]:
        return [features_of(encoder, edit(image)) for edit in EDITS.values()]

    found: list[list[Floats]] = []
    step = available_cores()
    with ThreadPoolExecutor(step) as pool:
        for start in range(0, len(pictures), step):
            found += pool.map(features, pictures[start : start + step])
            yield Building(BuildingStage.CALIBRATING, len(found), len(pictures))
    return np.array(found, np.float32).transpose(1, 0, 2)
