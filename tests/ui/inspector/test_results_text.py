"""How many photos were found, and among how many, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.search.code_index import Match
from desktop_app.core.search.photo_search import Found
from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.inspector.results_text import count_text, cut_off_text
from tests.ui.grid.test_grid_parts import photo_row

FOUND = [Found(photo_row(row), Match(row, 0, 1.0, related=True, duplicates=0)) for row in range(3)]


def results(related: int, searched: int, **facts: bool) -> SearchResults:
    """Three photos were found."""
    return SearchResults(0, FOUND, related, searched, None, (), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("related", "searched", "is_limited", "text"),
    [
        (0, 9, False, "No similar photos"),
        (1, 9, False, "1 similar photo"),
        (2, 9, False, "2 similar photos"),
        (3, 9, False, "At least 3 similar photos"),
        (3, 9, True, "3 similar photos"),
        (3, 3, False, "3 similar photos"),
    ],
)
def test_related_photos_are_counted(
    related: int, searched: int, is_limited: bool, text: str
) -> None:
    assert count_text(results(related, searched, is_limited=is_limited)) == text


def test_the_photos_of_the_query_itself_do_not_count() -> None:
    found = replace(results(2, 9), identical=frozenset([FOUND[0].photo.content_hash]))
    assert count_text(found) == "2 similar photos"
    both = frozenset(item.photo.content_hash for item in FOUND[:2])
    assert count_text(replace(found, identical=both)) == "No other similar photos"


@pytest.mark.parametrize(
    ("related", "searched", "is_filtered", "text"),
    [
        (0, 0, False, "The library is empty."),
        (9, 9, False, "These are all photos in the library."),
        (0, 9, False, "None of 9 photos is noticeably similar."),
        (3, 9, False, "Searched 9 photos. The others are not noticeably similar."),
        (0, 0, True, "No photos match the filters."),
        (9, 9, True, "These are all photos that match the filters."),
        (0, 9, True, "None of 9 photos that match the filters is noticeably similar."),
        (
            3, 9, True,
            "Searched 9 photos that match the filters. The others are not noticeably similar.",
        ),
    ],
)  # fmt: skip
def test_what_was_searched_is_told(
    related: int, searched: int, is_filtered: bool, text: str
) -> None:
    assert cut_off_text(results(related, searched, is_filtered=is_filtered)) == text


def test_limits_of_distance_are_told_instead() -> None:
    limited = results(3, 9, is_limited=True, is_filtered=True)
    assert cut_off_text(limited) == "Within the chosen distance range."
    none = replace(limited, found=[], related=0)
    assert cut_off_text(none) == "No photos within the chosen distance range."
    assert cut_off_text(replace(none, searched=0)) == "No photos match the filters."
