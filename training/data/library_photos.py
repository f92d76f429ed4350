"""Training data from what a library has stored: descriptors and thumbnails; no photo is opened.

The sample is drawn once and kept in the retraining's folder, so that an interrupted run resumes
with the same photos, and all processes of a group read the same:

    learned.npz     ids int64 [N] and descriptors int8 [N, D] of the photos, and their descriptor_id
    pictures.npy    uint8 [N, G, G, 3]: their thumbnails at the generator's size
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import decoded_thumbnail
from training.base.arrays import load_array
from training.base.errors import DamagedCacheError
from training.data.datasets import DescriptorDataset

# Larger libraries are sampled: training compares all pairs of photos and reads all pictures, so
# that more photos would take hours without a better model.
MOST_PHOTOS = 20_000
_PICTURES_A_STEP = 256
_SAMPLE = "learned.npz"
PICTURES = "pictures.npy"


@dataclass(frozen=True, eq=False)
class LibrarySample:
    """The photos of a library that are trained on.

    Attributes:
        ids: int64 [N], ascending.
        descriptors: int8 [N, D], row by row of `ids`.
        descriptor_id: the kind of the descriptors.
    """

    ids: Ids
    descriptors: Descriptors
    descriptor_id: str

    @staticmethod
    def read(folder: Path) -> LibrarySample:
        """Read the sample that was drawn in this folder before.

        Raises:
            OSError: there is none.
            BadZipFile, LookupError, MemoryError, TypeError, ValueError: the file holds none.
        """
        with np.load(folder / _SAMPLE, allow_pickle=False) as stored:
            if any(file.compress_type for file in stored.zip.infolist()):
                raise ValueError("a compressed file, which may unfold to any size")
            ids, descriptors = stored["ids"], stored["descriptors"]
            kind = str(stored["descriptor_id"])
        if (ids.dtype, descriptors.dtype) != (np.int64, np.int8) or len(ids) != len(descriptors):
            raise ValueError("not a sample")
        return LibrarySample(ids, descriptors, kind)


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


def sample_library(
    catalogue: Catalogue, ids: Ids, descriptor_id: str, folder: Path
) -> LibrarySample:
    """Draw at most MOST_PHOTOS of `ids` and store them with their descriptors in `folder`.

    A sample that is in the folder already is returned, as long as all of its photos are in `ids`.
    """
    path = folder / _SAMPLE
    if not _is_reusable(folder, ids, descriptor_id):
        (folder / PICTURES).unlink(missing_ok=True)
        sample = sample_ids(ids)
        descriptors = catalogue.descriptors(sample.tolist())
        with atomic_file(path) as part, part.open("wb") as file:
            np.savez(file, ids=sample, descriptors=descriptors, descriptor_id=descriptor_id)
    return LibrarySample.read(folder)


def sample_ids(ids: Ids) -> Ids:
    """Draw at most MOST_PHOTOS of the ids, ascending; the same ones at every call."""
    return np.sort(np.random.default_rng(0).permutation(ids)[:MOST_PHOTOS])


def _is_reusable(folder: Path, ids: Ids, descriptor_id: str) -> bool:
    try:
        sample = LibrarySample.read(folder)
    except (BadZipFile, LookupError, MemoryError, OSError, TypeError, ValueError):
        return False
    return sample.descriptor_id == descriptor_id and bool(np.isin(sample.ids, ids).all())


class LibraryPictures:
    """Decoded thumbnails of a library's photos; those that are missing are made."""

    def __init__(self, catalogue: Catalogue, ids: Ids) -> None:
        self._files = catalogue.files
        hashes = {photo.id: photo.content_hash for photo in catalogue.photos(ids.tolist())}
        self._hashes = [hashes.get(number, b"") for number in ids.tolist()]

    def sample(self, count: int, seed: int) -> list[Image.Image]:
        """Draw at most `count` photos that have a thumbnail, and return their RGB pictures."""
        order = np.random.default_rng(seed).permutation(len(self._hashes))
        pictures: list[Image.Image] = []
        with closing(ThumbnailMaker(self._files)) as thumbnails:
            for row in order:
                if len(pictures) == count:
                    break
                jpeg = thumbnails.get(self._hashes[row])
                if jpeg is not None:
                    pictures.append(decoded_thumbnail(jpeg))
        return pictures

    def write_shrunk(self, path: Path, side: int) -> Iterator[int]:
        """Write all pictures to `path` as uint8 [N, side, side, 3], grey if there is no thumbnail.

        Yields:
            The number of pictures written so far. The file appears once all are written.
        """
        shape = (len(self._hashes), side, side, 3)
        with (
            atomic_file(path) as part,
            closing(ThumbnailMaker(self._files)) as thumbnails,
            ThreadPoolExecutor(available_cores()) as pool,
        ):
            table = np.lib.format.open_memmap(part, "w+", np.uint8, shape)
            for start in range(0, len(self._hashes), _PICTURES_A_STEP):
                hashes = self._hashes[start : start + _PICTURES_A_STEP]
                jpegs = [thumbnails.get(content_hash) for content_hash in hashes]
                table[start : start + len(hashes)] = list(pool.map(_shrunk, jpegs, repeat(side)))
                yield start + len(hashes)
            table.flush()
            del table


def load_dataset(folder: Path, sample: LibrarySample, *, with_pictures: bool) -> DescriptorDataset:
    """Load the sample of this folder as a dataset. Pictures are memory-mapped."""
    pictures = None
    if with_pictures:
        # Copy-on-write, since torch wants memory that it may write.
        pictures = torch.from_numpy(load_array(folder / PICTURES, "c"))
    return DescriptorDataset(torch.from_numpy(sample.descriptors), (), pictures)


def has_pictures(folder: Path, count: int, side: int) -> bool:
    """Return whether `write_shrunk` has written this many pictures of this size before."""
    try:
        table = load_array(folder / PICTURES, "r")
    except (OSError, DamagedCacheError):
        return False
    return table.dtype == np.uint8 and table.shape == (count, side, side, 3)


def encode_descriptors(encoder: Encoder, images: list[Image.Image]) -> Descriptors:
    """Compute descriptors int8 [M, D] of decoded pictures, as indexing would."""

    def describe(image: Image.Image) -> Descriptors:
        return encoder.encode(network_input(image, encoder.image_size)).descriptors

    with ThreadPoolExecutor(available_cores()) as pool:
        return np.concatenate(list(pool.map(describe, images)))


def _shrunk(jpeg: bytes | None, side: int) -> NDArray[np.uint8]:
    if jpeg is None:
        return np.full((side, side, 3), 128, np.uint8)
    return network_input(decoded_thumbnail(jpeg), side)
