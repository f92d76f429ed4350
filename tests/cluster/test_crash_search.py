"""Files that end their process are found by bisection."""

from __future__ import annotations

import pytest

from desktop_app.cluster.crash_search import CrashSearch


def searched(files: int, crashing: set[int]) -> tuple[set[int], int]:
    """Return the files that a search finds, and how many ranges it tried."""
    search = CrashSearch(0, files)
    waiting, tried = list(search.start()), 0
    while waiting:
        assert not search.is_over
        some, tried = waiting.pop(), tried + 1
        if crashing & set(range(some.first, some.last)):
            waiting += search.crashed(some)
        else:
            search.survived(some)
    assert search.is_over
    return search.crashing, tried


@pytest.mark.parametrize("crashing", [{0}, {1999}, {3, 4, 1000}, set()])
def test_all_crashing_files_are_found_and_no_others(crashing: set[int]) -> None:
    assert searched(2000, crashing)[0] == crashing


def test_one_of_2000_files_is_found_in_few_tries() -> None:
    assert searched(2000, {777})[1] <= 23


def test_the_only_file_of_a_shard_is_tried_as_well() -> None:
    assert searched(1, {0}) == ({0}, 1)
    assert searched(1, set()) == (set(), 1)
