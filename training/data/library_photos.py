"""Training data from what a library has stored: descriptors and thumbnails; no photo is opened.

The sample is drawn once and kept in the retraining's folder, so that an interrupted run resumes
with the same photos, and all processes of a group read the same:

    learned.npz     ids int64 [N] and descriptors int8 [N, D] of the photos, and their descriptor_id
    pictures.npy    uint8 [N, G, G, 3]: their thumbnails at the generator's size
    inputs.npy      uint8 [N, S, S, 3]: the same at the network's size, if it is fine-tuned
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

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import Descriptors
from desktop_app.core.base.processors import available_cores
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.learning.library_photos import LibraryThumbnails, sample_ids
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
INPUTS = "inputs.npy"


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


def sample_library(
    catalogue: Catalogue, ids: Ids, descriptor_id: str, folder: Path
) -> LibrarySample:
    """Draw at most MOST_PHOTOS of `ids` and store them with their descriptors in `folder`.

    A sample that is in the folder already is returned, as long as all of its photos are in `ids`.
    """
    path = folder / _SAMPLE
    if not _is_reusable(folder, ids, descriptor_id):
        for name in (PICTURES, INPUTS):
            (folder / name).unlink(missing_ok=True)
        sample = sample_ids(ids, MOST_PHOTOS)
        descriptors = catalogue.descriptors(sample.tolist())
        with atomic_file(path) as part, part.open("wb") as file:
            np.savez(file, ids=sample, descriptors=descriptors, descriptor_id=descriptor_id)
    return LibrarySample.read(folder)


def _is_reusable(folder: Path, ids: Ids, descriptor_id: str) -> bool:
    try:
        sample = LibrarySample.read(folder)
    except (BadZipFile, LookupError, MemoryError, OSError, TypeError, ValueError):
        return False
    return sample.descriptor_id == descriptor_id and bool(np.isin(sample.ids, ids).all())


class LibraryPictures(LibraryThumbnails):
    """Decoded thumbnails of a library's photos, and all of them in a table of small pictures."""

    def write_shrunk(self, path: Path, side: int) -> Iterator[int]:
        """Write all pictures to `path` as uint8 [N, side, side, 3], grey if there is no thumbnail.

        Yields:
            The number of pictures written so far. The file appears once all are written.
        """
        shape = (len(self.hashes), side, side, 3)
        with (
            atomic_file(path) as part,
            closing(ThumbnailMaker(self.files)) as thumbnails,
            ThreadPoolExecutor(available_cores()) as pool,
        ):
            table = np.lib.format.open_memmap(part, "w+", np.uint8, shape)
            for start in range(0, len(self.hashes), _PICTURES_A_STEP):
                hashes = self.hashes[start : start + _PICTURES_A_STEP]
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


def has_pictures(path: Path, count: int, side: int) -> bool:
    """Return whether `write_shrunk` has written this many pictures of this size before."""
    try:
        table = load_array(path, "r")
    except (OSError, DamagedCacheError):
        return False
    return table.dtype == np.uint8 and table.shape == (count, side, side, 3)


def _shrunk(jpeg: bytes | None, side: int) -> NDArray[np.uint8]:
    if jpeg is None:
        return np.full((side, side, 3), 128, np.uint8)
    return network_input(decoded_thumbnail(jpeg), side)
