"""A sample of a library, read by two models whose networks describe photos differently.

Both read the same thumbnails, so that neither has an advantage.
"""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import pack
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoded
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.comparison.compared_library import (
    ComparedLibrary,
    Encoders,
    check_enough,
    index_codes,
    index_in_use,
)
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import decoded_thumbnail

_MAX_SAMPLE = 2000
_MOST_OF_A_FOLDER = 40
_READ_AT_ONCE = 32
# Whether a search finds the folder of a photo is measured in folders of so many photos or more.
FEWEST_OF_A_FOLDER = 5

# Number of each photo's folder, int64 [S].
Folders = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ComparedSample:
    """A sample of the photos by both models, and the folders that its photos are in."""

    library: ComparedLibrary
    folders: Folders

    @property
    def rows_of_folders(self) -> Rows:
        """Rows of the photos of folders that have enough photos in the sample; none if there is
        only one such folder.
        """
        is_large = np.bincount(self.folders) >= FEWEST_OF_A_FOLDER
        has_several = is_large.sum() > 1
        return np.flatnonzero(is_large[self.folders] & has_several)


def encode_sample(
    catalogue: Catalogue, encoders: Encoders
) -> Generator[Comparing, None, ComparedSample]:
    """Read thumbnails of up to 2,000 photos with both models, up to 40 of a folder.

    Photos of whose thumbnail nothing can be made are left out. Raises TooFewToCompareError, and
    the errors of the library and of its photos' models.
    """
    ids_in_use = index_in_use(catalogue, encoders[0]).ids
    photos = catalogue.photos(_sampled(catalogue, ids_in_use))
    read: list[PhotoRow] = []
    encoded: list[tuple[Encoded, Encoded]] = []
    with (
        closing(ThumbnailMaker(catalogue.files)) as thumbnails,
        ThreadPoolExecutor(available_cores()) as pool,
    ):
        for start in range(0, len(photos), _READ_AT_ONCE):
            some = photos[start : start + _READ_AT_ONCE]
            found = {photo: jpeg for photo in some if (jpeg := thumbnails.get(photo.content_hash))}
            encoded += pool.map(partial(_encoded_by_both, encoders), found.values())
            read += found
            yield Comparing(ComparingStage.CODES, start + len(some), len(photos))
    check_enough(len(read))
    ids = np.array([photo.id for photo in read], np.int64)
    return ComparedSample(_library(encoders, ids, encoded), _folder_numbers(read))


def _sampled(catalogue: Catalogue, ids: Ids) -> list[PhotoId]:
    """Choose photos, ascending: of folders that are drawn by a random photo in each, and then any.

    A random sample of a large library would have few photos of any folder.
    """
    rng = np.random.default_rng(6)
    order = rng.permutation(ids)
    chosen: set[PhotoId] = set()
    for photo_id in order[: _MAX_SAMPLE // _MOST_OF_A_FOLDER].tolist():
        beside = np.intersect1d(_ids_beside(catalogue, photo_id), ids)
        chosen.update(rng.permutation(beside)[:_MOST_OF_A_FOLDER].tolist())
    chosen.update(order[: _MAX_SAMPLE - len(chosen)].tolist())
    return sorted(chosen)


def _ids_beside(catalogue: Catalogue, photo_id: PhotoId) -> list[PhotoId]:
    """The photos in the folder of a photo."""
    rows = catalogue.read(
        tuple[PhotoId],
        "SELECT beside.id FROM photos JOIN photos AS beside USING (root_id, folder)"
        " WHERE photos.id = ?",
        photo_id,
    )
    return [number for (number,) in rows]


def _encoded_by_both(encoders: Encoders, jpeg: bytes) -> tuple[Encoded, Encoded]:
    image = decoded_thumbnail(jpeg)
    old, new = (encoder.encode(network_input(image, encoder.image_size)) for encoder in encoders)
    return old, new


def _library(
    encoders: Encoders, ids: Ids, encoded: list[tuple[Encoded, Encoded]]
) -> ComparedLibrary:
    by_model = list(zip(*encoded, strict=True))
    old, new = (
        index_codes(encoder, ids, pack(np.concatenate([each.logits for each in found])))
        for encoder, found in zip(encoders, by_model, strict=True)
    )
    of_old, of_new = (np.concatenate([each.descriptors for each in found]) for found in by_model)
    return ComparedLibrary(old, new, ids, (of_old, of_new))


def _folder_numbers(photos: list[PhotoRow]) -> Folders:
    numbers: dict[Path, int] = {}
    return np.array([numbers.setdefault(photo.path.parent, len(numbers)) for photo in photos])
