"""All methods on the same copies of Corel-5K's photos."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.core.bundle.encoder import Encoder
from training.benchmarks.corel import corel
from training.data.pictures import PictureSet
from training.duplicates.copied_photos import copied_photos
from training.duplicates.edits import EDITS
from training.duplicates.looking import LookingProcesses
from training.duplicates.near_pairs import COREL, NearPairs
from training.duplicates.own_method import OwnMethod
from training.duplicates.quality import Quality, Trial, measure
from training.duplicates.rival_method import RivalMethod
from training.duplicates.rivals import rivals


@dataclass(frozen=True)
class Outcome:
    """A method, and what it found; None if it is not installed."""

    method: str
    quality: Quality | None


def compare(encoder: Encoder, photos: int, data: Path, cache: Path) -> Iterator[Outcome]:
    """Measure all methods with copies of `photos` random photos of Corel-5K.

    Raises:
        MissingDataError, DamagedDataError.
    """
    folder = cache / "duplicates"
    trial = trial_of(corel(data, cache).pictures, photos, COREL, folder)
    for rival in rivals():
        installed = rival.version is not None
        quality = measure(RivalMethod(rival, folder), trial) if installed else None
        yield Outcome(rival.title, quality)
    with closing(LookingProcesses()) as looking:
        own = OwnMethod(encoder, folder, looking)
        yield Outcome(own.title, measure(own, trial))


def trial_of(pictures: PictureSet, photos: int, near: NearPairs, cache: Path) -> Trial:
    """Copy random photos, and all those of which there is another shot, with every edit."""
    chosen = np.sort(np.random.default_rng(0).permutation(len(pictures))[:photos])
    shots = {name for pair in near.shots for name in pair}
    traps = np.array([row for row, name in enumerate(pictures.names) if name in shots], np.int64)
    return Trial(
        copied_photos(pictures, chosen, EDITS, cache),
        copied_photos(pictures, traps, EDITS, cache),
        near,
    )
