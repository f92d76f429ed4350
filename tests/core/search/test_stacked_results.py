"""The photos of a folded stack are one result, the nearest of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.photo_search import Found
from desktop_app.core.search.stacked_results import fold_results
from desktop_app.core.stacks.folding import UNFOLDED, Folding, StackMark
from tests.core.search.test_hidden_copies import found

FOLDED = Folding(is_on=True)


@pytest.fixture
def catalogue(files: LibraryFiles) -> Iterator[Catalogue]:
    """Photos 1 to 1300. 1, 2, 3 and 4 are a stack, 3 on top; of 5 and 6, the file of 6 is gone.
    20 and 21 are a stack.
    """
    with Catalogue(files) as opened:
        opened.connection.execute("INSERT INTO roots (id, path) VALUES (1, x'2f')")
        opened.connection.executemany(
            "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, width, missing)"
            " VALUES (?, 1, x'', ?, 1, 1, 'indexed', 9, ?)",
            [(i, b"%d" % i, i == 6) for i in range(1, 1301)],
        )
        tops = {1: 3, 2: 3, 3: 3, 4: 3, 5: 5, 6: 5, 20: 20, 21: 20}
        opened.connection.executemany("INSERT INTO stacked VALUES (?, ?)", [*tops.items()])
        yield opened


def results(*photos: int) -> list[Found]:
    return [found(photo, b"%d" % photo) for photo in photos]


def shown(kept: list[Found]) -> list[tuple[int, StackMark | None]]:
    return [(item.photo.id, item.stack) for item in kept]


def test_the_nearest_photo_stands_for_its_stack_with_the_number_of_all(
    catalogue: Catalogue,
) -> None:
    kept = fold_results(catalogue, results(7, 2, 8, 3, 1), FOLDED)
    assert shown(kept) == [(7, None), (2, StackMark(3, 4, is_lead=True, is_folded=True)), (8, None)]


def test_two_photos_are_a_stack(catalogue: Catalogue) -> None:
    kept = fold_results(catalogue, results(21, 20), FOLDED)
    assert shown(kept) == [(21, StackMark(20, 2, is_lead=True, is_folded=True))]


def test_an_open_stack_has_all_its_photos_in_their_places(catalogue: Catalogue) -> None:
    opened = Folding(is_on=True, opened=frozenset({3}))
    kept = fold_results(catalogue, results(2, 7, 3), opened)
    assert [item.photo.id for item in kept] == [2, 7, 3]
    marks = [item.stack for item in kept if item.stack]
    assert [(mark.is_lead, mark.is_folded, mark.can_fold) for mark in marks] == [
        (True, False, True),
        (False, False, True),
    ]


def test_unfolded_every_photo_is_a_result(catalogue: Catalogue) -> None:
    kept = fold_results(catalogue, results(2, 7, 3), UNFOLDED)
    assert [item.photo.id for item in kept] == [2, 7, 3]
    assert kept[0].stack == StackMark(3, 4, is_lead=True, is_folded=False, can_fold=False)


def test_a_stack_of_which_one_photo_is_left_is_none(catalogue: Catalogue) -> None:
    assert shown(fold_results(catalogue, results(5, 7), FOLDED)) == [(5, None), (7, None)]


def test_copies_hidden_behind_what_is_left_out_are_counted(catalogue: Catalogue) -> None:
    first, second = results(2, 3)
    second = replace(second, match=replace(second.match, duplicates=4))
    first = replace(first, match=replace(first.match, duplicates=1))
    (kept,) = fold_results(catalogue, [first, second], FOLDED)
    assert kept.match.duplicates == 5


def test_any_number_of_results_is_folded(catalogue: Catalogue) -> None:
    kept = fold_results(catalogue, results(*range(1300, 0, -1)), FOLDED)
    assert len(kept) == 1296
    assert fold_results(catalogue, [], FOLDED) == []


def test_without_stacks_results_are_as_they_are(catalogue: Catalogue) -> None:
    assert fold_results(catalogue, results(9, 8), FOLDED) == results(9, 8)
