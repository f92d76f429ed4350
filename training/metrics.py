"""How good a ranking is, and how well a code uses its bits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.codes import Codes, pack, signs
from training.baselines import Floats, unit_rows

_SHUFFLES = 5


def mean_average_precision(distances: Floats, relevant: NDArray[np.bool_], top: int) -> float:
    """mAP@top of a ranking by `distances`, float32 [Q, M], given `relevant`, bool [Q, M].

    Equal distances are put in random order, the same for everybody, and the mean over several
    such orders is taken: nobody profits from the order of the files.
    """
    rng = np.random.default_rng(0)
    found = []
    for _ in range(_SHUFFLES):
        order = rng.permutation(distances.shape[1])
        nearest = order[np.argsort(distances[:, order], axis=1, kind="stable")[:, :top]]
        found.append(average_precision(np.take_along_axis(relevant, nearest, axis=1)).mean())
    return float(np.mean(found))


def average_precision(relevant: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Mean of the precisions at the relevant places of each ranking, bool [Q, top]: float64 [Q].

    Divided by the relevant ones found within the ranking, as the hashing literature does; 0
    where there is none.
    """
    hits = relevant.cumsum(axis=1)
    precision = hits / np.arange(1, relevant.shape[1] + 1)
    found = np.maximum(hits[:, -1], 1)
    return np.asarray((precision * relevant).sum(axis=1) / found, np.float64)


def cosine_distances(queries: Floats, database: Floats) -> Floats:
    """float32 [Q, F] and [M, F] -> negated cosines float32 [Q, M]"""
    return -(unit_rows(queries) @ unit_rows(database).T)


def hamming_distances(queries: Codes, database: Codes) -> Floats:
    """Packed codes uint8 [Q, K/8] and [M, K/8] -> differing bits, as float32 [Q, M]."""
    bits = queries.shape[1] * 8
    distances: Floats = (bits - signs(queries) @ signs(database).T) / 2
    return distances


def asymmetric_distances(queries: Floats, database: Codes) -> Floats:
    """Logits float32 [Q, K] and packed codes [M, K/8] -> float32 [Q, M]: the ranking by confidence.

    Orders as core.codes.agreement does, but over the whole database instead of a shortlist.
    """
    distances: Floats = -(queries @ signs(database).T)
    return distances


def unique_code_rate(logits: Floats) -> float:
    """Number of different codes, as a share of the photos; logits are float32 [N, K]."""
    return len(np.unique(pack(logits), axis=0)) / len(logits)


def bit_balance(logits: Floats) -> float:
    """Mean over the bits of how often the rarer value occurs: 0.5 is best. float32 [N, K]."""
    ones = (logits > 0).mean(axis=0)
    return float(np.minimum(ones, 1 - ones).mean())
