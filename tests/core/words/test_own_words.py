"""Words that photos of one's own teach."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.words.own_words import learn_words
from desktop_app.core.words.text_encoder import EMBEDDING_SIZE
from desktop_app.core.words.vocabulary import Vocabulary, to_stored, unit

RNG = np.random.default_rng(0)
TEXTS = unit(RNG.standard_normal((3, EMBEDDING_SIZE)).astype(np.float32))
MEAN = np.zeros(16, np.float32)


def photos_of(direction: int, count: int, noise: float) -> NDArray[np.float32]:
    """Photos around one axis."""
    middle = np.eye(16, dtype=np.float32)[direction]
    return unit(middle + noise * RNG.standard_normal((count, 16)).astype(np.float32))


def encode(word: str) -> NDArray[np.float32] | None:
    return None if word == "冰岛" else TEXTS[{"glacier": 0, "luna": 1, "2019": 2}[word]]


def test_a_word_has_the_mean_direction_of_its_photos() -> None:
    units = photos_of(3, 40, 0.1)
    own = learn_words({"glacier": units}, MEAN, encode)
    assert own.texts == ("glacier",)
    np.testing.assert_allclose(own.directions[0], unit(units.mean(axis=0)), atol=1e-5)
    np.testing.assert_allclose(own.embeddings[0], TEXTS[0], atol=1e-6)


def test_the_less_photos_agree_the_less_their_word_counts() -> None:
    own = learn_words(
        {"glacier": photos_of(3, 40, 0.1), "luna": photos_of(5, 40, 0.9), "2019": unit(
            RNG.standard_normal((2000, 16)).astype(np.float32)
        )},
        MEAN,
        encode,
    )  # fmt: skip
    assert own.weights[0] == pytest.approx(4)
    assert own.weights[0] > own.weights[1] > 0
    assert own.weights[2] < 0.01


def test_a_word_that_cannot_be_encoded_is_near_to_no_text() -> None:
    own = learn_words({"冰岛": photos_of(1, 5, 0.1)}, MEAN, encode)
    assert not own.embeddings.any()
    assert own.directions[0].argmax() == 1


def test_words_of_ones_own_are_preferred_to_known_ones() -> None:
    known = Vocabulary(
        ("ice",), to_stored(TEXTS[:1]), to_stored(np.eye(16, dtype=np.float32)[7:8]), "made-up"
    )
    own = learn_words({"glacier": photos_of(3, 40, 0.05)}, MEAN, encode)
    found = known.look_up(TEXTS[0], own).direction
    assert found[3] > found[7] > 0
    assert known.look_up(TEXTS[0]).direction.argmax() == 7


def test_no_photos_teach_no_words() -> None:
    own = learn_words({}, MEAN, encode)
    assert own.embeddings.shape == (0, EMBEDDING_SIZE)
    known = Vocabulary(
        ("ice",), to_stored(TEXTS[:1]), to_stored(np.eye(16, dtype=np.float32)[7:8]), "made-up"
    )
    assert known.look_up(TEXTS[0], own).direction.argmax() == 7
