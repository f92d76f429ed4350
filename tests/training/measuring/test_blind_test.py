"""The boards of a blind test hide which of ten photos a preview is of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from training.measuring.blind_test import CHOICES, Question, save_blind_test, ten_photos


def test_the_photo_is_once_among_ten_different_ones_at_any_place() -> None:
    rng, places = np.random.default_rng(0), set[int]()
    for _ in range(200):
        ten, place = ten_photos(3, np.arange(30), rng)
        assert len(set(ten)) == len(ten) == CHOICES
        assert ten[place] == 3
        places.add(place)
    assert places == set(range(CHOICES))


def test_boards_show_previews_with_their_choices_and_answers_are_apart(tmp_path: Path) -> None:
    photos = [Image.new("RGB", (30, 20), (0, 0, 20 * number)) for number in range(CHOICES)]
    red = np.full((8, 8, 3), (255, 0, 0), np.uint8)
    save_blind_test(tmp_path, [Question(red, photos, place) for place in (4, 0, 9)], lines=2)
    assert (tmp_path / "answers.txt").read_text() == "1: 4\n2: 0\n3: 9\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "answers.txt", "board-1.png", "board-2.png"
    ]  # fmt: skip
    board = Image.open(tmp_path / "board-1.png")
    middle = board.height // 4 + 10
    colours = [board.getpixel((150 * column + 72, middle)) for column in range(CHOICES + 1)]
    assert colours == [(255, 0, 0), *((0, 0, 20 * number) for number in range(CHOICES))]
