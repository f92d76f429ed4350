"""Photos of Corel-5K that resemble each other: pairs that a method may take for copies.

They were found among the nearest by code, descriptor, pHash and PDQ, and told apart by eye.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.benchmarks.benchmark import Rows

Pair = tuple[str, str]


@dataclass(frozen=True)
class NearPairs:
    """Pairs of names of different files.

    Attributes:
        shots: two shots of one scene, moments apart. To take them for copies is wrong.
        copies: one shot twice, or two with different filters that no eye can tell from one that
            was retouched. To take them for copies is neither right nor wrong.
    """

    shots: tuple[Pair, ...]
    copies: tuple[Pair, ...]


def _pairs(text: str) -> tuple[Pair, ...]:
    """Read pairs of a disc's number and a photo's, separated by commas."""
    names = ([f"corel5k/cd{name}.jpg" for name in pair.split()] for pair in text.split(","))
    return tuple((first, second) for first, second in names)


COREL = NearPairs(
    shots=_pairs(
        """
        104/00071 104/00079, 148/00069 148/00097, 183/00026 183/00067, 161/00038 161/00091,
        109/00026 109/00033, 100/00059 173/00090, 108/00015 108/00056, 012/00061 012/00066,
        108/00064 108/00087, 161/00027 161/00035, 113/00065 113/00079, 113/00071 113/00091,
        183/00014 183/00027, 104/00073 173/00000, 113/00024 113/00034, 148/00021 148/00029,
        113/00067 113/00073, 113/00008 113/00067, 113/00008 113/00073, 113/00004 113/00035,
        100/00023 100/00028, 021/00003 021/00014, 113/00026 113/00096, 113/00032 113/00089,
        108/00055 108/00086
        """
    ),
    copies=_pairs(
        "108/00024 108/00046, 101/00023 101/00044, 121/00027 121/00029, 131/00074 131/00087"
    ),
)


def partners(pairs: Iterable[Pair], names: tuple[str, ...], rows: Rows) -> NDArray[np.bool_]:
    """Which of N photos are paired with each of the photos `rows` [M]: bool [M, N].

    Pairs with a photo that does not exist are left out.
    """
    places = {name: row for row, name in enumerate(names)}
    paired = np.zeros((len(names), len(names)), bool)
    for pair in pairs:
        if places.keys() >= set(pair):
            first, second = (places[name] for name in pair)
            paired[first, second] = paired[second, first] = True
    return paired[rows]
