"""How far a library's photos are moved together is bounded by what that loses."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.learning.edited_photos import EditedPhotos
from desktop_app.core.learning.integer_head import IntegerWeights, linear_logits
from desktop_app.core.learning.quick_head import STRENGTHS, QuickData, _Fit, quick_head
from desktop_app.core.learning.retention import Retained, Retention

SIZE, PHOTOS, EDITED = 32, 400, 60


def described(count: int, seed: int, kinds: int = 8, spread: float = 12.0) -> Descriptors:
    """Descriptors of a few kinds of photos: int8 [count, 32]."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(kinds).normal(0, 25, (kinds, SIZE))
    photos = centres[np.arange(count) % kinds] + rng.normal(0, spread, (count, SIZE))
    return np.rint(photos).clip(-127, 127).astype(np.int8)


def edited(photos: Descriptors, change: float) -> EditedPhotos:
    rows = np.arange(EDITED) * 5
    noise = np.random.default_rng(3).normal(0, change, (EDITED, 7, SIZE))
    copies = np.rint(photos[rows][:, None] + noise).clip(-127, 127).astype(np.int8)
    return EditedPhotos(rows, photos[rows], copies)


def identity(descriptors: Descriptors) -> Logits:
    """A hash by the signs of the descriptors."""
    return descriptors.astype(np.float32)


def fitted(data: QuickData, bits: int = SIZE) -> tuple[IntegerWeights, list[float]]:
    steps, tried = quick_head(data, bits, identity), []
    while True:
        try:
            tried.append(next(steps))
        except StopIteration as end:
            return end.value, tried


@pytest.fixture
def data() -> QuickData:
    photos = described(PHOTOS, 0)
    return QuickData(photos, described(300, 1, kinds=9), edited(photos, 2.0))


def agreement_gap(head: IntegerWeights, photos: Descriptors) -> float:
    """How many more bits photos of the same kind share than others, as a share of the bits."""
    bits, kinds = linear_logits(head, photos) > 0, np.arange(len(photos)) % 8
    equal = (bits[:, None] == bits).mean(axis=2)
    same = (kinds[:, None] == kinds) & ~np.eye(len(photos), dtype=bool)
    return float(equal[same].mean() - equal[kinds[:, None] != kinds].mean())


def measuring(monkeypatch: pytest.MonkeyPatch, *found: Retained) -> None:
    """Let heads retain these shares, one measurement after the other."""
    shares = iter(found)
    monkeypatch.setattr(Retention, "measure", lambda *_: next(shares))


@pytest.mark.parametrize(
    "lossy", [Retained(copies=0.9799, foreign=1.0), Retained(copies=1.0, foreign=0.9099)]
)
def test_photos_are_moved_less_until_what_they_lose_is_within_bounds(
    data: QuickData, lossy: Retained, monkeypatch: pytest.MonkeyPatch
) -> None:
    measuring(monkeypatch, Retained(1.0, 1.0), lossy, lossy, Retained(0.981, 0.911))
    _, tried = fitted(data)
    assert tried == [0.5, 0.4, 0.3]


def test_a_head_that_loses_in_any_case_moves_nothing(
    data: QuickData, monkeypatch: pytest.MonkeyPatch
) -> None:
    measuring(monkeypatch, Retained(1.0, 1.0), *[Retained(0.5, 0.5)] * len(STRENGTHS))
    _, tried = fitted(data)
    assert tried == list(STRENGTHS)
    assert tried[-1] == 0


def test_shorter_codes_may_lose_what_they_lose_in_any_case(
    data: QuickData, monkeypatch: pytest.MonkeyPatch
) -> None:
    measuring(monkeypatch, Retained(1.0, 1.0), Retained(0.6, 0.7), Retained(0.595, 0.69))
    _, tried = fitted(data, bits=16)
    assert tried == [0.5]


def test_a_stronger_head_brings_kinds_further_apart(data: QuickData) -> None:
    fit = _Fit(data, SIZE)
    gaps = [agreement_gap(fit.at(strength), data.photos) for strength in (0.5, 0.0)]
    assert gaps[0] > gaps[1] + 0.02


def test_directions_in_which_copies_differ_count_less(data: QuickData) -> None:
    photos = data.photos
    changed = edited(photos, 1.0)
    changed.copies[:, :, 0] = np.clip(changed.copies[:, :, 0].astype(int) + 60, -127, 127)
    told = _Fit(QuickData(photos, data.foreign, changed), SIZE).at(0.0)
    untold = _Fit(QuickData(photos, data.foreign, None), SIZE).at(0.0)
    weights = [
        np.linalg.norm(head.direct[0]) / np.linalg.norm(head.direct) for head in (told, untold)
    ]
    assert weights[0] < 0.8 * weights[1]


def test_photos_from_elsewhere_keep_their_places_better_if_they_are_known(
    data: QuickData,
) -> None:
    nothing = np.zeros((0, SIZE), np.int8)
    known = _Fit(QuickData(data.photos, data.foreign, None), SIZE)
    unknown = _Fit(QuickData(data.photos, nothing, None), SIZE)
    retention = Retention(data.photos, None, described(200, 5, kinds=9))
    heads = (fit.at(0.5) for fit in (known, unknown))
    kept = [retention.measure(partial(linear_logits, head)).foreign for head in heads]
    assert kept[0] > kept[1]


def test_without_copies_and_foreign_photos_a_head_is_fitted_too(data: QuickData) -> None:
    nothing = np.zeros((0, SIZE), np.int8)
    head, tried = fitted(QuickData(data.photos, nothing, None), bits=16)
    assert tried == [STRENGTHS[0]]
    assert linear_logits(head, data.photos).shape == (PHOTOS, 16)
