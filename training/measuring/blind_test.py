"""A blind test by eye: of which of ten photos is each preview?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from desktop_app.core.base.atomic_write import atomic_file
from training.measuring.preview_grid import save_png

CHOICES = 10

_CELL, _HEADING, _GAP = (144, 108), 20, 6
_GROUND, _INK = (38, 38, 38), (190, 190, 190)


@dataclass(frozen=True)
class Question:
    """A preview uint8 [G, G, 3], ten photos, and the place of its own photo among them."""

    preview: NDArray[np.uint8]
    photos: Sequence[Image.Image]
    answer: int


def ten_photos(
    row: int, rows: NDArray[np.int64], rng: np.random.Generator
) -> tuple[list[int], int]:
    """Draw nine other rows, and put `row` at a random place among them: the ten, and the place."""
    others = rng.choice(rows[rows != row], CHOICES - 1, replace=False).tolist()
    place = int(rng.integers(CHOICES))
    return [*others[:place], row, *others[place:]], place


def save_blind_test(folder: Path, questions: Sequence[Question], lines: int = 5) -> None:
    """Write boards of some questions each as PNGs, and the answers as answers.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(questions), lines):
        board = _board(questions[first : first + lines], first + 1)
        save_png(board, folder / f"board-{first // lines + 1}.png")
    with atomic_file(folder / "answers.txt") as part:
        part.write_text("".join(f"{n}: {each.answer}\n" for n, each in enumerate(questions, 1)))


def _board(questions: Sequence[Question], number: int) -> Image.Image:
    width, height = _CELL[0] + _GAP, _CELL[1] + _GAP + _HEADING
    board = Image.new("RGB", ((CHOICES + 1) * width, len(questions) * height), _GROUND)
    for line, question in enumerate(questions):
        own = ImageOps.contain(question.photos[question.answer], _CELL)
        preview = Image.fromarray(question.preview).resize(own.size, Image.Resampling.BICUBIC)
        titles = [str(number + line) + ".", *map(str, range(CHOICES))]
        for column, picture in enumerate([preview, *question.photos]):
            _paste(board, picture, titles[column], (column * width, line * height))
    return board


def _paste(board: Image.Image, picture: Image.Image, title: str, place: tuple[int, int]) -> None:
    left, top = place
    ImageDraw.Draw(board).text((left + 2, top + 2), title, _INK, ImageFont.load_default(13))
    board.paste(ImageOps.contain(picture, _CELL), (left, top + _HEADING))
