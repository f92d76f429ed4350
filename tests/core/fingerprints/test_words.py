import numpy as np
import pytest
from PIL import Image

from desktop_app.core.fingerprints.close_pairs import Words
from desktop_app.core.fingerprints.fingerprint import fingerprint
from desktop_app.core.fingerprints.words import as_words, turned_fingerprints
from desktop_app.core.same_photo.turns import Turn, turned
from desktop_app.samples.sample_pictures import draw_scene

PHOTO = draw_scene("beach", 1, (320, 320)).convert("L")


def words_of(*fingerprints: bytes) -> Words:
    return as_words(fingerprints)[0]


@pytest.mark.parametrize("turn", Turn)
def test_the_fingerprint_of_a_turned_picture_follows_from_the_upright_one(turn: Turn) -> None:
    expected = fingerprint(Image.fromarray(turned(np.asarray(PHOTO), turn)))

    found = turned_fingerprints(words_of(fingerprint(PHOTO)), turn)

    assert (int(found[0]) ^ int(words_of(expected)[0])).bit_count() <= 1  # rounding


def test_turns_of_a_fingerprint_differ() -> None:
    words = words_of(fingerprint(PHOTO))

    assert len({int(turned_fingerprints(words, turn)[0]) for turn in Turn}) == len(Turn)


def test_words_know_the_picture_they_belong_to() -> None:
    words, rows = as_words([bytes(8), b"", bytes([1] * 16), bytes(7)])

    assert words.tolist() == [0, 0x0101010101010101, 0x0101010101010101]
    assert rows.tolist() == [0, 2, 2]
