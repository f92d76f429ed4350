"""Random draws of published splits, the same on every machine."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.base.errors import IncompleteDataError
from training.benchmarks.benchmark import Labels, Rows


def sample_rows(among: Rows, count: int, seed: int, folder: Path) -> Rows:
    """Draw `count` of the rows, ascending.

    Raises:
        IncompleteDataError: there are fewer; names `folder`.
    """
    if len(among) < count:
        raise IncompleteDataError(folder, count, len(among))
    return np.sort(np.random.default_rng(seed).permutation(among)[:count])


def sample_per_label(labels: Labels, among: Rows, each: int, seed: int, folder: Path) -> Rows:
    """Draw `each` rows for every label of bool [N, C], no row twice, ascending.

    The rarest label draws first, so that commoner ones do not take its pictures.

    Raises:
        IncompleteDataError: there are too few; names `folder`.
    """
    taken = np.zeros(len(labels), np.bool_)
    for label in np.argsort(labels[among].sum(axis=0), kind="stable"):
        left = among[labels[among, label] & ~taken[among]]
        taken[sample_rows(left, each, seed, folder)] = True
    return np.flatnonzero(taken)


def complement(size: int, without: Rows) -> Rows:
    """Return the rows 0..size - 1 that are not in `without`."""
    return np.setdiff1d(np.arange(size), without)
