"""How many copies a method finds if hardly any pair that it takes for copies is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.base.arrays import Floats
from training.benchmarks.benchmark import Rows
from training.data.pictures import PictureSet
from training.duplicates.copied_photos import CopiedPhotos
from training.duplicates.near_pairs import NearPairs, partners

PRECISION = 0.999

Wanted = NDArray[np.bool_]


class Method(Protocol):
    """A method that compares picture files."""

    @property
    def title(self) -> str:
        """The name in tables."""

    def distances(self, copies: PictureSet, originals: PictureSet, wanted: Wanted) -> Floats:
        """Compare the wanted pairs, float32 [M, N]: inf where it does not even consider one."""


@dataclass(frozen=True, eq=False)
class Trial:
    """What methods are given.

    Attributes:
        photos: copies of photos that were chosen at random.
        traps: copies of photos of which there is another shot.
        near: pairs of photos that resemble each other.
    """

    photos: CopiedPhotos
    traps: CopiedPhotos
    near: NearPairs


@dataclass(frozen=True, eq=False)
class EditDistances:
    """What matters of a method's distances between the copies of one edit and all photos.

    Attributes:
        true: float32 [M], of each copy to its own original.
        false: float32 [F], of copies to other photos; the smallest suffice.
    """

    true: Floats
    false: Floats


@dataclass(frozen=True)
class Quality:
    """What a method finds with one threshold for all edits.

    Attributes:
        method: its title.
        threshold: the largest distance at which the precision suffices; -inf if there is none.
        recall: of the copies, by the name of each edit.
        considered: which share of the copies is at any distance at all from its original.
        precision: of all pairs within the threshold.
        trap_precision: of those pairs of a copy of a trap with its original or another shot.
    """

    method: str
    threshold: float
    recall: dict[str, float]
    considered: dict[str, float]
    precision: float
    trap_precision: float = 1.0

    @property
    def mean_recall(self) -> float:
        """The recall over the whole list: there are equally many copies of each edit."""
        return fmean(self.recall.values())


def measure(method: Method, trial: Trial) -> Quality:
    """Compare all copies with all photos."""
    photos = trial.photos
    wanted = ~partners(trial.near.copies, photos.originals.names, photos.rows)
    most = wrong_pairs(len(photos.rows) * len(photos.copies), PRECISION)
    edits = {
        name: _edit_distances(
            method.distances(copies, photos.originals, wanted), photos.rows, wanted, most
        )
        for name, copies in photos.copies.items()
    }
    found = quality_of(method.title, edits, PRECISION)
    return replace(found, trap_precision=_trap_precision(method, trial, found.threshold))


def wrong_pairs(true: int, precision: float) -> int:
    """Return a number of wrong pairs that spoils the precision, even if all true ones are found."""
    return int(true * (1 - precision) / precision) + 1


def quality_of(method: str, edits: Mapping[str, EditDistances], precision: float) -> Quality:
    """Choose the threshold, and count what is within it."""
    true = np.concatenate([edit.true for edit in edits.values()])
    false = np.concatenate([edit.false for edit in edits.values()])
    threshold = threshold_at(true, false, precision)
    found, wrong = int((true <= threshold).sum()), int((false <= threshold).sum())
    return Quality(
        method,
        threshold,
        {name: float((edit.true <= threshold).mean()) for name, edit in edits.items()},
        {name: float(np.isfinite(edit.true).mean()) for name, edit in edits.items()},
        _share(found, wrong),
    )


def threshold_at(true: Floats, false: Floats, precision: float) -> float:
    """Find the largest distance of a true pair within which enough of all pairs are true.

    Args:
        true: float32 [T], of true pairs; those at inf are never within.
        false: float32 [F], of all other pairs, or at least of the nearest.
        precision: the share of true ones that is enough.

    Returns:
        The distance; -inf if there is none.
    """
    limits = np.unique(true[np.isfinite(true)])
    found = np.searchsorted(np.sort(true), limits, "right")
    wrong = np.searchsorted(np.sort(false), limits, "right")
    enough = limits[found >= precision * (found + wrong)]
    return float(enough[-1]) if len(enough) else -np.inf


def _edit_distances(distances: Floats, rows: Rows, wanted: Wanted, most: int) -> EditDistances:
    own = np.arange(len(rows)), rows
    true = distances[own]
    others = np.where(wanted, distances, np.inf)
    others[own] = np.inf
    others = others.ravel()
    nearest = np.partition(others, most)[:most] if len(others) > most else others
    return EditDistances(true, nearest)


def _trap_precision(method: Method, trial: Trial, threshold: float) -> float:
    traps, found, wrong = trial.traps, 0, 0
    shots = partners(trial.near.shots, traps.originals.names, traps.rows)
    own = np.zeros_like(shots)
    own[np.arange(len(traps.rows)), traps.rows] = True
    for copies in traps.copies.values():
        within = method.distances(copies, traps.originals, own | shots) <= threshold
        found += int(within[own].sum())
        wrong += int(within[shots].sum())
    return _share(found, wrong)


def _share(found: int, wrong: int) -> float:
    """Precision; of nothing, it is 1."""
    return found / (found + wrong) if found + wrong else 1.0
