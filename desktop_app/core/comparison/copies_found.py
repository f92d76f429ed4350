"""Do edited copies of photos find their originals? They are made of thumbnails, not of files."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.photos.edits import EDITS
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.photos.thumbnails import Thumbnails, decoded_thumbnail
from desktop_app.core.search.code_index import CodeIndex, Query

COPIED = 150
# Where most thumbnails are missing, no more photos than this are asked for one.
_MOST_ASKED = 10 * COPIED
# Among more photos that are equally near, the original counts as not found.
_LONGEST_TIE = 50


@dataclass(frozen=True, eq=False)
class CopiesOfPhoto:
    """Descriptors int8 [E, D] of the edited copies of one photo."""

    photo_id: int
    descriptors: Descriptors


def edited_copies(catalogue: Catalogue, encoder: Encoder, ids: Ids) -> Iterator[CopiesOfPhoto]:
    """Of at most COPIED photos, drawn from `ids` in a fixed disorder; those without a thumbnail are
    passed over.
    """
    order = np.random.default_rng(1).permutation(ids)[:_MOST_ASKED].tolist()
    made = 0
    with (
        closing(Thumbnails(catalogue.files.thumbnails)) as thumbnails,
        ThreadPoolExecutor(available_cores()) as pool,
    ):
        for photo in catalogue.photos(order):
            jpeg = thumbnails.get(photo.content_hash)
            if jpeg is None:
                continue
            yield CopiesOfPhoto(photo.id, _encoded(encoder, jpeg, pool))
            made += 1
            if made == COPIED:
                return


def found_share(index: CodeIndex, logits: Logits, photo_id: int) -> float:
    """How many of the copies float32 [E, K] have their original before all other photos of the
    library; of t equally near ones, each is the first with a chance of 1 / t.
    """
    return float(np.mean([_first_chance(index, copy, photo_id) for copy in logits]))


def _first_chance(index: CodeIndex, logits: Logits, photo_id: int) -> float:
    matches = index.nearest(Query(logits), _LONGEST_TIE)
    best = [match.photo_id for match in matches if match.score == matches[0].score]
    return 1 / len(best) if photo_id in best else 0.0


def _encoded(encoder: Encoder, jpeg: bytes, pool: Executor) -> Descriptors:
    image = decoded_thumbnail(jpeg)
    pixels = [network_input(edit(image), encoder.image_size) for edit in EDITS.values()]
    return np.concatenate([one.descriptors for one in pool.map(encoder.encode, pixels)])
