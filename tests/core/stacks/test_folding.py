"""Stacks are folded in lists of photos, as an obvious reference does it."""

from __future__ import annotations

import random

import numpy as np
import pytest

from desktop_app.core.stacks.folding import (
    UNFOLDED,
    FoldedList,
    Folding,
    StackMark,
    Stacks,
    fold,
)

FOLDED = Folding(is_on=True)


def stacks_of(*groups: list[int]) -> Stacks:
    """Stacks of photos, the first of each on top."""
    pairs = sorted((photo, group[0]) for group in groups for photo in group)
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return Stacks(table[:, 0], table[:, 1])


def folded(
    ids: list[int], stacks: Stacks, folding: Folding = FOLDED, starts: tuple[int, ...] = ()
) -> FoldedList:
    return fold(np.array(ids, np.int64), np.array(starts, np.int64), stacks, folding)


def reference(
    sections: list[list[int]], groups: list[list[int]], opened: frozenset[int]
) -> list[list[int]]:
    """The photos of each section, with the stacks folded."""
    listed = [photo for section in sections for photo in section]
    behind: dict[int, list[int]] = {}
    hidden = set()
    for group in groups:
        shown = [photo for photo in listed if photo in group]
        if len(shown) > 1:
            lead = group[0] if group[0] in shown else shown[0]
            others = [photo for photo in shown if photo != lead]
            behind[lead] = others if group[0] in opened else []
            hidden.update(others)
    return [
        [
            each
            for photo in section
            if photo not in hidden
            for each in (photo, *behind.get(photo, []))
        ]
        for section in sections
    ]


def test_the_photo_on_top_stands_for_its_stack() -> None:
    assert folded([5, 4, 3, 2, 1], stacks_of([3, 1, 5])).ids.tolist() == [4, 3, 2]


def test_where_the_top_is_not_listed_the_first_photo_that_is_stands_for_it() -> None:
    found = folded([5, 4, 2, 1], stacks_of([3, 1, 5]))
    assert found.ids.tolist() == [5, 4, 2]
    assert found.stacks.mark(5) == StackMark(3, 2, is_lead=True, is_folded=True)


def test_a_photo_that_is_listed_alone_of_its_stack_is_in_none() -> None:
    found = folded([5, 4, 2], stacks_of([3, 1, 5]))
    assert found.ids.tolist() == [5, 4, 2]
    assert found.stacks.mark(5) is None
    assert found.stacks.hidden == 0


def test_the_photos_of_an_open_stack_follow_its_top_wherever_they_are_listed() -> None:
    stacks = stacks_of([3, 1, 5], [4, 2])
    found = folded([5, 4, 3, 2, 1], stacks, Folding(is_on=True, opened=frozenset({3})))
    assert found.ids.tolist() == [4, 3, 5, 1]
    assert found.stacks.hidden == 1
    assert found.stacks.mark(1) == StackMark(3, 3, is_lead=False, is_folded=False)
    assert found.stacks.mark(3) == StackMark(3, 3, is_lead=True, is_folded=False)
    assert found.stacks.mark(4) == StackMark(4, 2, is_lead=True, is_folded=True)


def test_unfolded_each_photo_is_in_its_place_and_still_marked() -> None:
    found = folded([5, 4, 3, 2, 1], stacks_of([3, 1, 5]), UNFOLDED)
    assert found.ids.tolist() == [5, 4, 3, 2, 1]
    assert found.stacks.hidden == 0
    assert found.stacks.mark(3) == StackMark(3, 3, is_lead=True, is_folded=False, can_fold=False)
    assert found.stacks.mark(5) == StackMark(3, 3, is_lead=False, is_folded=False, can_fold=False)
    assert found.stacks.mark(4) is None


def test_without_stacks_or_without_photos_a_list_is_as_it_is() -> None:
    assert folded([3, 1, 2], stacks_of()).ids.tolist() == [3, 1, 2]
    assert folded([], stacks_of([1, 2])).ids.tolist() == []
    assert folded([9, 8], stacks_of([1, 2]), starts=(0, 1)).starts.tolist() == [0, 1]


def test_sections_begin_where_their_photos_do() -> None:
    stacks = stacks_of([1, 5], [4, 2])
    opened = Folding(is_on=True, opened=frozenset({4}))
    found = folded([5, 4, 3, 2, 1], stacks, opened, starts=(0, 2, 4))
    assert found.ids.tolist() == [4, 2, 3, 1]
    assert found.starts.tolist() == [0, 2, 3]


@pytest.mark.parametrize("seed", range(200))
def test_random_lists_are_folded_as_the_reference_does_it(seed: int) -> None:
    rng = random.Random(seed)
    photos = rng.sample(range(1, 60), 40)
    in_stacks = rng.sample(range(1, 60), 30)
    groups = []
    while in_stacks:
        size = rng.randint(1, 6)
        groups.append(in_stacks[:size])
        in_stacks = in_stacks[size:]
    cuts = sorted(rng.sample(range(1, 40), 5))
    sections = [photos[a:b] for a, b in zip([0, *cuts], [*cuts, 40], strict=True)]
    opened = frozenset(rng.sample(range(1, 60), rng.randint(0, 5)))
    expected = reference(sections, groups, opened)
    found = folded(
        photos, stacks_of(*groups), Folding(is_on=True, opened=opened), starts=(0, *cuts)
    )
    assert found.ids.tolist() == [photo for section in expected for photo in section]
    ends = [*found.starts.tolist()[1:], len(found.ids)]
    assert [found.ids[a:b].tolist() for a, b in zip(found.starts, ends, strict=True)] == expected
    assert found.stacks.hidden == len(photos) - len(found.ids)
