"""A built bundle is refused where its codes differ from those that were fitted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.building.built_bundle import CheckedPhotos, checked_milliseconds
from desktop_app.core.bundle.encoder import Encoder

PHOTOS = 12


@dataclass(frozen=True)
class Fitted:
    """A model of known logits."""

    known: Logits

    def logits(self, features: NDArray[np.float32]) -> Logits:
        return self.known[: len(features)]


def other_bits(logits: Logits, count: int) -> Logits:
    """Change the signs of so many logits, those that are furthest from zero."""
    changed = logits.copy().ravel()
    changed[np.argsort(-np.abs(changed))[:count]] *= -1
    return changed.reshape(logits.shape)


def test_half_a_percent_of_the_bits_may_differ_and_no_more(encoder: Encoder) -> None:
    side = encoder.image_size
    pixels = np.random.default_rng(0).integers(0, 256, (PHOTOS, side, side, 3), np.uint8)
    photos = CheckedPhotos(pixels, np.zeros((PHOTOS, 8), np.float32))
    logits = np.concatenate([encoder.encode(each).logits for each in pixels])
    counted = int((np.abs(logits) > 0.02 * np.abs(logits).mean()).sum())
    most = int(0.005 * counted)
    assert checked_milliseconds(encoder, Fitted(other_bits(logits, most)), photos) > 0
    with pytest.raises(BundleError) as caught:
        checked_milliseconds(encoder, Fitted(other_bits(logits, most + 1)), photos)
    assert caught.value.problem is BundleProblem.WRONG_ANSWERS
    assert caught.value.detail.startswith(f"{most + 1} of {counted:,} bits differ")
