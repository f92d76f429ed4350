"""Groups become stacks, and those that are one are decided."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.ranked_groups import RankedGroup, ranked
from desktop_app.core.clearing.stacked_groups import (
    is_stacked,
    open_groups,
    stack_of,
    stacks_of,
    tops_of,
)
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.stacks.folding import Stacks
from tests.core.duplicates.test_groups import photo

LARGE = replace(photo("large.jpg", width=900), id=1)
SMALL = replace(photo("small.jpg", width=300), id=2)
COPY = replace(photo("copy.jpg", width=300), id=3)
RAW = replace(photo("shot.nef", width=900, format="RAW"), id=4)
PREVIEW = replace(photo("shot.jpg", width=400), id=5)


def group(level: Level, *members: PhotoRow | Member) -> RankedGroup:
    made = tuple(each if isinstance(each, Member) else Member(each) for each in members)
    return ranked([DuplicateGroup(level, made)], KeepRules())[level][0]


SAME = group(Level.SAME_PHOTO, Member(SMALL, (COPY,)), LARGE)


def test_the_suggested_photo_is_on_top_of_all_files_of_the_group() -> None:
    assert stack_of(SAME) == [1, 2, 3]


def test_the_picture_is_on_top_of_its_raw_file_and_the_larger_one_of_two() -> None:
    assert stack_of(group(Level.VERSIONS, RAW, SMALL, PREVIEW)) == [5, 4, 2]


def test_of_raw_files_only_the_suggested_one_is_on_top() -> None:
    other = replace(photo("shot.dng", width=1000, format="RAW"), id=6)
    assert stack_of(group(Level.VERSIONS, RAW, other)) == [6, 4]


def test_groups_with_common_photos_are_one_stack_with_the_top_of_the_last() -> None:
    twins = group(Level.IDENTICAL, SMALL, COPY)
    others = group(Level.SAME_PIXELS, RAW, PREVIEW)
    assert stacks_of([twins, others, SAME]) == [[4, 5], [1, 2, 3]]
    assert stacks_of([SAME, twins]) == [[2, 3, 1]]
    assert stacks_of([]) == []


def test_a_group_is_stacked_when_all_its_files_are_in_one_stack() -> None:
    assert is_stacked(SAME, {1: 2, 2: 2, 3: 2, 9: 2})
    assert not is_stacked(SAME, {1: 2, 2: 2})
    assert not is_stacked(SAME, {1: 2, 2: 2, 3: 9})
    assert not is_stacked(SAME, {})


def test_a_group_with_a_new_photo_is_open_again() -> None:
    tops = tops_of(Stacks(np.array([1, 2, 3]), np.array([1, 1, 1])))
    with_new = group(Level.SAME_PHOTO, Member(SMALL, (COPY,)), LARGE, PREVIEW)
    levels = {Level.SAME_PHOTO: [SAME, with_new], Level.BURST: []}
    assert open_groups(levels, tops) == {Level.SAME_PHOTO: [with_new], Level.BURST: []}
