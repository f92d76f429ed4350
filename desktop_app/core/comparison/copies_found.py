"""Measure how often edited copies of photos find their original.

The copies are made from thumbnails, so that hardly any photo has to be opened.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from PIL import Image

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.comparison.compared_library import ComparedLibrary, Encoders
from desktop_app.core.comparison.paired_figures import paired_measure
from desktop_app.core.files.thumbnail_maker import ThumbnailMaker
from desktop_app.core.jobs.comparison_events import Comparing, ComparingStage, Measured
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import decoded_thumbnail
from desktop_app.core.search.code_index import CodeIndex, Query

_MAX_PHOTOS = 150
# Limits the search for thumbnails where most of them are missing.
_MAX_LOOKUPS = 10 * _MAX_PHOTOS
# If more photos than this are equally near, the original counts as not found.
_MAX_TIES = 50


@dataclass(frozen=True, eq=False)
class _Copies:
    """Logits of the edited copies of one photo by the old and the new model, float32 [E, K]."""

    photo_id: int
    logits: tuple[Logits, Logits]


def measure_copies(
    catalogue: Catalogue, encoders: Encoders, library: ComparedLibrary
) -> Generator[Comparing, None, Measured | None]:
    """Measure the share of copies that find their original first, of each model.

    Returns None if no photo has a thumbnail. Raises the library's errors.
    """
    total = min(_MAX_PHOTOS, len(library.old))
    shares: list[list[float]] = []
    for copies in _edited_copies(catalogue, encoders, library.old.ids):
        pairs = zip((library.old, library.new), copies.logits, strict=True)
        shares.append([_found_share(*pair, copies.photo_id) for pair in pairs])
        yield Comparing(ComparingStage.COPIES, len(shares), total)
    if not shares:
        return None
    old, new = np.array(shares).T
    return paired_measure(old, new)


def _edited_copies(catalogue: Catalogue, encoders: Encoders, ids: Ids) -> Iterator[_Copies]:
    """Copies of a fixed random sample of photos that have thumbnails."""
    lookups = np.random.default_rng(1).permutation(ids)[:_MAX_LOOKUPS].tolist()
    done = 0
    with (
        closing(ThumbnailMaker(catalogue.files)) as thumbnails,
        ThreadPoolExecutor(available_cores()) as pool,
    ):
        for photo in catalogue.photos(lookups):
            jpeg = thumbnails.get(photo.content_hash)
            if jpeg is None:
                continue
            yield _Copies(photo.id, _logits_of_copies(encoders, jpeg, pool))
            done += 1
            if done == _MAX_PHOTOS:
                return


def _logits_of_copies(encoders: Encoders, jpeg: bytes, pool: Executor) -> tuple[Logits, Logits]:
    """Two networks are run only where the models have different ones."""
    old, new = encoders
    image = decoded_thumbnail(jpeg)
    descriptors = _encode_copies(old, image, pool)
    shared = old.bundle.manifest.shares_descriptors(new.bundle.manifest)
    of_new = descriptors if shared else _encode_copies(new, image, pool)
    return old.hash_descriptors(descriptors), new.hash_descriptors(of_new)


def _encode_copies(encoder: Encoder, image: Image.Image, pool: Executor) -> Descriptors:
    pixels = [network_input(edit(image), encoder.image_size) for edit in EDITS.values()]
    return np.concatenate([encoded.descriptors for encoded in pool.map(encoder.encode, pixels)])


def _found_share(index: CodeIndex, logits: Logits, photo_id: int) -> float:
    """The share of the copies, float32 [E, K], that find the photo first."""
    return float(np.mean([_found_first(index, copy, photo_id) for copy in logits]))


def _found_first(index: CodeIndex, logits: Logits, photo_id: int) -> float:
    """The probability that the photo comes first if ties are broken at random."""
    matches = index.nearest(Query(logits), _MAX_TIES)
    tied = [match.photo_id for match in matches if match.score == matches[0].score]
    return 1 / len(tied) if photo_id in tied else 0.0
