"""What a head retains, beside slow counts of the same."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.codes import Descriptors, Logits
from desktop_app.core.learning.edited_photos import EditedPhotos
from desktop_app.core.learning.retention import Retained, Retention

SIZE = 16


def described(count: int, seed: int) -> Descriptors:
    return np.random.default_rng(seed).integers(-127, 128, (count, SIZE)).astype(np.int8)


def hasher(descriptors: Descriptors) -> Logits:
    return descriptors[:, :8].astype(np.float32) + 0.5


def slow_copies_found(photos: Descriptors, edited: EditedPhotos) -> float:
    """A copy finds its photo first; of t photos at the same distance, with probability 1 / t."""
    shares = []
    for row, copies in zip(edited.rows, edited.copies, strict=True):
        for copy in hasher(copies):
            costs = [float(np.abs(copy)[(bits > 0) != (copy > 0)].sum()) for bits in hasher(photos)]
            is_first = costs[row] == min(costs)
            shares.append(is_first / costs.count(costs[row]))
    return float(np.mean(shares))


def test_copies_are_counted_that_find_their_photo_first() -> None:
    photos, rows = described(120, 0), np.array([3, 50, 7])
    noise = np.random.default_rng(1).integers(-40, 41, (3, 4, SIZE))
    copies = np.clip(photos[rows][:, None].astype(int) + noise, -127, 127).astype(np.int8)
    edited = EditedPhotos(rows, photos[rows], copies)
    found = Retention(photos, edited, photos[:0]).measure(hasher)
    assert 0 < found.copies < 1
    assert found.copies == pytest.approx(slow_copies_found(photos, edited))
    assert found.foreign == 1


def test_neighbours_of_foreign_photos_are_counted_that_codes_find_too() -> None:
    foreign = described(60, 2)
    foreign[:, 8:] = foreign[:, :8]

    def one_bit(descriptors: Descriptors) -> Logits:
        return np.repeat(descriptors[:, :1].astype(np.float32), 8, axis=1)

    found = Retention(foreign, None, foreign).measure(hasher)
    worse = Retention(foreign, None, foreign).measure(one_bit)
    assert found.copies == 1
    assert found.foreign > 0.7 > worse.foreign


def test_photos_that_are_all_their_own_neighbours_are_found_at_once() -> None:
    centres = described(3, 4).repeat(25, axis=0)
    assert Retention(centres, None, centres).measure(hasher).foreign > 0.5


def test_the_smaller_shares_are_taken_one_by_one() -> None:
    assert Retained(0.9, 0.5).at_most(Retained(0.8, 0.7)) == Retained(0.8, 0.5)


def test_half_of_the_edited_photos_are_taken_and_half_left() -> None:
    rows = np.arange(5)
    edited = EditedPhotos(rows, described(5, 0), np.zeros((5, 2, SIZE), np.int8))
    assert edited.part(0).rows.tolist() == [0, 2, 4]
    assert edited.part(1).rows.tolist() == [1, 3]
    assert np.array_equal(edited.part(1).photos, edited.photos[[1, 3]])


def test_changes_are_the_copies_without_their_photos() -> None:
    photos = described(2, 0)
    copies = described(6, 1).reshape(2, 3, SIZE)
    edited = EditedPhotos(np.arange(2), photos, copies)
    expected = [copies[m, e].astype(int) - photos[m] for m in range(2) for e in range(3)]
    assert np.array_equal(edited.changes, np.array(expected, np.float32))
