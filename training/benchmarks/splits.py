"""The random draws of published splits: the same ones on every machine."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.base.errors import IncompleteDataError
from training.benchmarks.benchmark import Labels, Rows


def drawn(among: Rows, count: int, seed: int, folder: Path) -> Rows:
    """`count` of the rows, in their order. Raises IncompleteDataError, which names `folder`."""
    if len(among) < count:
        raise IncompleteDataError(folder, count, len(among))
    return np.sort(np.random.default_rng(seed).permutation(among)[:count])


def drawn_by_label(labels: Labels, among: Rows, each: int, seed: int, folder: Path) -> Rows:
    """`each` rows for every label of bool [N, C], no row twice, in their order.

    The rarest label draws first, so that commoner ones do not take its pictures away. Raises
    IncompleteDataError, which names `folder`.
    """
    taken = np.zeros(len(labels), np.bool_)
    for label in np.argsort(labels[among].sum(axis=0), kind="stable"):
        left = among[labels[among, label] & ~taken[among]]
        taken[drawn(left, each, seed, folder)] = True
    return np.flatnonzero(taken)


def rest(size: int, without: Rows) -> Rows:
    """The rows 0..size - 1 that are not in `without`."""
    return np.setdiff1d(np.arange(size), without)
