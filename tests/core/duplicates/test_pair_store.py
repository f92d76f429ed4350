"""What is stored of pairs comes back, and strange rows do not get in."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.core.duplicates.pair_store import ComparedPair, PairStore
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict

A, B = b"a" * 16, b"b" * 16


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PairStore]:
    with closing(PairStore(tmp_path / "duplicates.sqlite")) as store:
        yield store


@pytest.mark.parametrize("same_pixels", [None, True, False])
@pytest.mark.parametrize("distance", [None, 0, 40])
def test_a_pair_comes_back_as_it_was(
    store: PairStore, distance: int | None, same_pixels: bool | None
) -> None:
    verdict = Verdict(0.75, 0.5, Turn.LEFT, Part.SECOND)
    pair = ComparedPair(A, B, distance, verdict, same_pixels)

    store.add([pair])

    assert store.pairs() == [pair]


def test_a_later_pair_replaces_the_earlier_one(store: PairStore) -> None:
    store.add([ComparedPair(A, B, 1, Verdict(0.1, 1.0))])
    store.add([ComparedPair(A, B, 1, Verdict(0.9, 1.0))])

    assert [pair.verdict.same for pair in store.pairs()] == [0.9]


def test_contents_are_compared_once(store: PairStore) -> None:
    store.mark_compared([A])
    store.mark_compared([A, B])

    assert store.compared() == {A, B}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE pairs SET same = 7",
        "UPDATE pairs SET same = -0.1",
        "UPDATE pairs SET overlap = 1.1",
        "UPDATE pairs SET turn = 8",
        "UPDATE pairs SET turn = -1",
        "UPDATE pairs SET part = 3",
        "UPDATE pairs SET distance = 4097",
        "UPDATE pairs SET part = 'none'",
        "UPDATE pairs SET first = 'text'",
        "UPDATE pairs SET second = x'00'",
        "UPDATE pairs SET same_pixels = 2",
    ],
)
def test_a_store_with_strange_values_is_made_anew(
    store: PairStore, tmp_path: Path, change: str
) -> None:
    store.add([ComparedPair(A, B, 1, Verdict(0.9, 1.0))])
    store.mark_compared([A, B])
    with closing(sqlite3.connect(tmp_path / "duplicates.sqlite")) as connection:
        connection.execute(change)
        connection.commit()

    assert store.pairs() == []
    assert store.compared() == set()
