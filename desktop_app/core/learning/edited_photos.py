"""Edited copies of some photos of a library, made of their thumbnails and described."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.learning.directions import Rows
from desktop_app.core.learning.linear_hash import Floats
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.preprocess import network_input


@dataclass(frozen=True, eq=False)
class EditedPhotos:
    """M of N photos, and copies of them by each of E edits.

    Attributes:
        rows: Of the photos among the N, int64 [M].
        photos: Stored descriptors of the photos, int8 [M, D].
        copies: Descriptors of the copies, int8 [M, E, D].
    """

    rows: Rows
    photos: Descriptors
    copies: Descriptors

    def part(self, start: int) -> EditedPhotos:
        """Return every other photo, from the first (0) or from the second (1) on."""
        half = slice(start, None, 2)
        return EditedPhotos(self.rows[half], self.photos[half], self.copies[half])

    @property
    def changes(self) -> Floats:
        """How the copies differ from their photos, float32 [M * E, D]."""
        differences = self.copies.astype(np.float32) - self.photos[:, None]
        return np.asarray(differences.reshape(-1, self.photos.shape[1]), np.float32)


def describe_copies(
    encoder: Encoder, images: list[Image.Image]
) -> Generator[int, None, Descriptors]:
    """Encode the copies of RGB pictures, int8 [M, E, D]; yield how many pictures are done."""

    def describe(image: Image.Image) -> Descriptors:
        copies = (edit(image) for edit in EDITS.values())
        pixels = (network_input(copy, encoder.image_size) for copy in copies)
        return np.concatenate([encoder.encode(each).descriptors for each in pixels])

    found: list[Descriptors] = []
    with ThreadPoolExecutor(available_cores()) as pool:
        for descriptors in pool.map(describe, images):
            found.append(descriptors)
            yield len(found)
    return np.stack(found)
