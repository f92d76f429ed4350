"""Words that a library's own photos teach: names of folders, and keywords."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.words.text_encoder import EMBEDDING_SIZE, Embedding
from desktop_app.core.words.vocabulary import Direction, OwnWords, unit

# A word of one's own counts so much more than one that everybody knows ...
_PREFERENCE = 4.0
# ... if its photos agree as much as this; the less they do, the less it counts.
_GOOD_AGREEMENT = 0.1
LEAST_PHOTOS = 3


def learn_words(
    photos: Mapping[str, NDArray[np.float32]],
    mean: Direction,
    encode: Callable[[str], Embedding | None],
) -> OwnWords:
    """Learn what words look like.

    Args:
        photos: For each word, the descriptors float32 [M, D] of its photos, as unit vectors.
        mean: float32 [D], the mean descriptor of the library.
        encode: Encodes a text, float32 [384]; None of one that it cannot read.
    """
    count = len(photos)
    own = OwnWords(
        tuple(photos),
        np.zeros((count, EMBEDDING_SIZE), np.float32),
        np.zeros((count, len(mean)), np.float32),
        np.zeros(count, np.float32),
    )
    for row, (word, units) in enumerate(photos.items()):
        found = encode(word)
        if found is not None:
            own.embeddings[row] = found
        own.directions[row], own.weights[row] = _learned(units, mean)
    return own


def _learned(units: NDArray[np.float32], mean: Direction) -> tuple[Direction, float]:
    """Return the direction of a word's photos, and how much it counts.

    Their agreement is the mean cosine between two different ones, which follows from the length of
    their mean: 0 for photos that have nothing in common, such as those of a year.
    """
    centred = unit(units - mean)
    middle = centred.mean(axis=0)
    count = len(centred)
    agreement = (count * float(middle @ middle) - 1) / (count - 1) if count > 1 else 0.0
    share = min(1.0, max(0.0, agreement / _GOOD_AGREEMENT))
    return unit(middle), _PREFERENCE * share**2
