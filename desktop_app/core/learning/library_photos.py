"""What a head learns from: stored descriptors and thumbnails of a library; no photo is opened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.errors import TooFewPhotosError
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.descriptors import descriptor_id_in_use
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.models.retraining import MIN_PHOTOS
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import decoded_thumbnail


def photos_to_learn(catalogue: Catalogue, selected: list[int], in_use: Manifest) -> Ids:
    """Return the ids of the photos that can be learned from; `in_use` describes the model in use.

    Raises:
        TooFewPhotosError: there are fewer than learning needs.
    """
    ids = trainable_ids(catalogue, selected, descriptor_id_in_use(catalogue, in_use))
    if len(ids) < MIN_PHOTOS:
        raise TooFewPhotosError(len(ids), MIN_PHOTOS)
    return ids


def trainable_ids(catalogue: Catalogue, chosen: list[int], descriptor_id: str) -> Ids:
    """Return the ids of the photos that can be trained on, ascending.

    These are the selected photos, or all if none are selected, that have a descriptor of this kind
    and whose file is not missing; of photos with equal content, the one with the lowest id.
    """
    rows = catalogue.connection.execute(
        "SELECT photos.id, content_hash FROM photos JOIN descriptors ON photo_id = photos.id"
        " WHERE descriptor_id = ? AND missing = 0 AND content_hash IS NOT NULL"
        " ORDER BY photos.id DESC",
        (descriptor_id,),
    )
    selected = set(chosen)
    lowest = {content: number for number, content in rows if not selected or number in selected}
    return np.array(sorted(lowest.values()), np.int64)


def sample_ids(ids: Ids, most: int) -> Ids:
    """Draw at most this many of the ids, ascending; the same ones at every call."""
    return np.sort(np.random.default_rng(0).permutation(ids)[:most])


class LibraryThumbnails:
    """Decoded thumbnails of a library's photos; those that are missing are made."""

    def __init__(self, catalogue: Catalogue, ids: Ids) -> None:
        self.files = catalogue.files
        hashes = {photo.id: photo.content_hash for photo in catalogue.photos(ids.tolist())}
        self.hashes = [hashes.get(number, b"") for number in ids.tolist()]

    def sample(self, count: int, seed: int) -> list[Image.Image]:
        """Draw at most `count` photos that have a thumbnail, and return their RGB pictures."""
        return self.sample_with_rows(count, seed)[1]

    def sample_with_rows(self, count: int, seed: int) -> tuple[Ids, list[Image.Image]]:
        """As `sample`, and return the rows of the photos among the ids, int64 [M], first."""
        order = np.random.default_rng(seed).permutation(len(self.hashes))
        rows: list[int] = []
        pictures: list[Image.Image] = []
        with closing(ThumbnailMaker(self.files)) as thumbnails:
            for row in order.tolist():
                if len(pictures) == count:
                    break
                jpeg = thumbnails.get(self.hashes[row])
                if jpeg is not None:
                    rows.append(row)
                    pictures.append(decoded_thumbnail(jpeg))
        return np.array(rows, np.int64), pictures


def encode_descriptors(encoder: Encoder, images: list[Image.Image]) -> Descriptors:
    """Compute descriptors int8 [M, D] of decoded pictures, as indexing would."""

    def describe(image: Image.Image) -> Descriptors:
        return encoder.encode(network_input(image, encoder.image_size)).descriptors

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.concatenate(list(pool.map(describe, images)))
