import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.learning.calibration import calibrate, pairs_within
from desktop_app.core.photos.edits import EDITS


def logits(photos: int, bits: int, seed: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((photos, bits)).astype(np.float32)


def test_pairs_within_counts_every_pair_once() -> None:
    photos = logits(20, 16, 0)
    bits = photos > 0
    apart = [int((bits[i] != bits[j]).sum()) for i in range(20) for j in range(i)]
    expected = [np.mean(np.array(apart) <= distance) for distance in range(17)]
    assert np.allclose(pairs_within(photos), expected)


def test_same_covers_nearly_all_edited_copies_and_similar_hardly_any_chance() -> None:
    originals = logits(200, 64, 1)
    copies = [originals + noise * logits(200, 64, 2) for noise in (0.05, 0.3)]
    photos = logits(300, 64, 3)
    found = calibrate(photos, photos, originals, copies)
    apart = np.concatenate([((originals > 0) != (copy > 0)).sum(axis=1) for copy in copies])
    assert np.mean(apart <= found.same_distance) >= 0.95
    assert found.random_pairs_within[found.similar_distance] <= 0.0025
    assert found.random_pairs_within[found.similar_distance + 1] > 0.0025
    assert len(found.random_pairs_within) == 65
    assert found.random_pairs_within[-1] == 1
    assert found.copies_within[found.same_distance] >= 0.95
    assert found.bits == 64


def test_nearest_neighbours_are_nearer_than_random_pairs() -> None:
    centres = logits(30, 64, 4).repeat(10, axis=0)
    photos = centres + 0.4 * logits(300, 64, 5)
    found = calibrate(photos, photos, photos[:20], [photos[:20]])
    apart = np.array(found.neighbours_within) - np.array(found.random_pairs_within)
    assert apart.min() >= 0
    assert apart.max() > 0.8


def test_every_edit_changes_a_picture_and_leaves_it_a_picture() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)
    image = Image.fromarray(noise)
    for edit in EDITS.values():
        edited = edit(image)
        assert edited.mode == "RGB"
        assert edited.size in {(60, 40), (54, 36)}
        assert edited.tobytes() != image.tobytes()


def test_in_a_library_of_one_kind_foreign_photos_show_what_is_near_by_chance() -> None:
    rng = np.random.default_rng(0)
    kind = rng.standard_normal((1, 64)).astype(np.float32)
    photos = kind + 0.1 * rng.standard_normal((300, 64)).astype(np.float32)
    foreign = rng.standard_normal((300, 64)).astype(np.float32)
    alone = calibrate(photos, photos, photos[:50], [photos[:50]])
    beside = calibrate(photos, photos, photos[:50], [photos[:50]], foreign)
    assert alone.similar_distance <= 1
    assert beside.similar_distance > 10
    assert beside.neighbours_within == alone.neighbours_within


def test_copies_that_are_as_far_as_random_photos_are_not_the_same() -> None:
    photos, foreign = logits(300, 64, 6), logits(300, 64, 7)
    found = calibrate(photos, photos, photos, [logits(300, 64, 8)], foreign)
    assert found.random_pairs_within[found.same_distance] <= 0.0002
    assert found.random_pairs_within[found.same_distance + 1] > 0.0002


def test_copies_that_are_equal_are_the_same_only_if_they_are_equal() -> None:
    photos = logits(300, 64, 6)
    assert calibrate(photos, photos, photos[:50], [photos[:50]]).same_distance == 0


def test_no_distance_is_near_where_all_photos_are_alike() -> None:
    photos = np.ones((300, 64), np.float32)
    found = calibrate(photos, photos, photos, [logits(300, 64, 8)])
    assert (found.same_distance, found.similar_distance) == (0, 0)
