"""A photo is in one stack at most, a stack has two photos at least, all changes can be undone."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app.core.catalogue.schema import MIGRATIONS
from desktop_app.core.stacks.stack_table import StackTable

KNOWN = range(1, 31)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Thirty photos, and a file that was never read."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        for statement in (each for migration in MIGRATIONS for each in migration):
            opened.execute(statement)
        opened.execute("INSERT INTO roots (id, path) VALUES (1, x'2f')")
        opened.executemany(
            "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, content_hash)"
            " VALUES (?, 1, x'', ?, 1, 1, 'indexed', ?)",
            [(i, b"%d" % i, b"content" if i in KNOWN else None) for i in (*KNOWN, 31)],
        )
        yield opened


def stacks(connection: sqlite3.Connection) -> dict[int, list[int]]:
    """The photos of each stack by the one on top, which comes first."""
    found: dict[int, list[int]] = {}
    for photo, top in connection.execute("SELECT photo_id, top_id FROM stacked ORDER BY photo_id"):
        found.setdefault(top, []).append(photo)
    return {top: [top, *(photo for photo in found[top] if photo != top)] for top in found}


def test_the_first_photo_is_on_top(connection: sqlite3.Connection) -> None:
    table = StackTable(connection)
    table.stack([3, 1, 2])
    assert stacks(connection) == {3: [3, 1, 2]}
    assert table.photos == [1, 2, 3]
    assert table.before == {1: 0, 2: 0, 3: 0}


def test_photos_of_other_stacks_bring_all_of_these_along(connection: sqlite3.Connection) -> None:
    StackTable(connection).stack([3, 1, 2])
    StackTable(connection).stack([5, 6])
    StackTable(connection).stack([7, 2, 6])
    assert stacks(connection) == {7: [7, 1, 2, 3, 5, 6]}


def test_one_photo_makes_no_stack_and_neither_does_what_is_not_in_the_library(
    connection: sqlite3.Connection,
) -> None:
    table = StackTable(connection)
    table.stack([1])
    table.stack([1, 31, 99])
    table.stack([])
    assert stacks(connection) == {}
    assert table.photos == []


def test_a_top_that_is_not_in_the_library_leaves_its_place_to_the_next(
    connection: sqlite3.Connection,
) -> None:
    StackTable(connection).stack([99, 4, 2])
    assert stacks(connection) == {4: [4, 2]}


def test_unstacked_photos_dissolve_their_whole_stacks_and_no_other(
    connection: sqlite3.Connection,
) -> None:
    table = StackTable(connection)
    table.stack([3, 1, 2])
    table.stack([5, 6])
    table.unstack([2, 30])
    assert stacks(connection) == {5: [5, 6]}


def test_photos_that_leave_let_the_others_stay(connection: sqlite3.Connection) -> None:
    StackTable(connection).stack([3, 1, 2, 4])
    StackTable(connection).leave([1, 30])
    assert stacks(connection) == {3: [3, 2, 4]}
    StackTable(connection).leave([3])
    assert stacks(connection) == {2: [2, 4]}


def test_a_photo_that_would_be_left_alone_leaves_too(connection: sqlite3.Connection) -> None:
    StackTable(connection).stack([3, 1])
    StackTable(connection).leave([3])
    assert stacks(connection) == {}


def test_another_photo_is_put_on_top(connection: sqlite3.Connection) -> None:
    table = StackTable(connection)
    table.stack([3, 1, 2])
    table.put_on_top([2, 30])
    assert stacks(connection) == {2: [2, 1, 3]}


def test_photos_whose_stack_is_the_same_in_the_end_have_not_changed(
    connection: sqlite3.Connection,
) -> None:
    StackTable(connection).stack([3, 1, 2])
    table = StackTable(connection)
    table.put_on_top([2])
    table.put_on_top([3])
    assert table.photos == []


def test_what_was_before_is_restored_without_photos_that_are_gone(
    connection: sqlite3.Connection,
) -> None:
    StackTable(connection).stack([3, 1, 2])
    table = StackTable(connection)
    table.unstack([1])
    connection.execute("DELETE FROM photos WHERE id = 3")
    StackTable(connection).restore(table.before)
    assert stacks(connection) == {1: [1, 2]}


@pytest.mark.parametrize("seed", range(60))
def test_random_changes_keep_stacks_sound_and_can_all_be_undone(
    connection: sqlite3.Connection, seed: int
) -> None:
    rng = random.Random(seed)
    history = []
    for _ in range(30):
        photos = rng.sample(range(1, 34), rng.randint(1, 6))
        before, table = stacks(connection), StackTable(connection)
        change = rng.choice((table.stack, table.unstack, table.leave, table.put_on_top))
        change(photos)
        history.append((before, table.before))
        now = stacks(connection)
        assert all(len(photos) > 1 for photos in now.values())
        assert all(photos.count(top) == 1 for top, photos in now.items())
    for before, changed in reversed(history):
        StackTable(connection).restore(changed)
        assert stacks(connection) == before
