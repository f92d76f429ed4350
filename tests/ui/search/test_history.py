"""Back and forward through queries and all photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.ui.engine.queries import FileSource, SearchQuery
from desktop_app.ui.search.history import History


def query(name: str) -> SearchQuery:
    return SearchQuery.from_sources([FileSource(Path(name))])


@pytest.fixture
def history() -> History:
    return History()


def test_the_history_begins_with_all_photos_and_no_steps(history: History) -> None:
    assert not history.can_step(-1)
    assert not history.can_step(1)


def test_steps_lead_back_and_forward(history: History) -> None:
    first, second = query("a.jpg"), query("b.jpg")
    history.visit(first)
    history.visit(second)
    assert history.step(-1) is first
    assert history.step(-1) is None
    assert not history.can_step(-1)
    assert history.step(1) is first
    assert history.can_step(1)


def test_a_new_query_forgets_those_ahead(history: History) -> None:
    history.visit(query("a.jpg"))
    history.step(-1)
    other = query("b.jpg")
    history.visit(other)
    assert not history.can_step(1)
    assert history.step(-1) is None
    assert history.step(1) is other


def test_the_same_query_again_is_no_new_visit_but_an_equal_one_is(history: History) -> None:
    first, equal = query("a.jpg"), query("a.jpg")
    history.visit(first)
    history.visit(first)
    history.visit(equal)
    assert history.step(-1) is first
    assert history.step(-1) is None


def test_going_back_from_a_failed_query_removes_it(history: History) -> None:
    first, failed = query("a.jpg"), query("broken.jpg")
    history.visit(first)
    history.visit(failed)
    history.forget(failed, first)
    assert not history.can_step(1)
    assert history.step(-1) is None
    assert history.step(1) is first


def test_a_query_that_failed_before_it_was_visited_changes_nothing(history: History) -> None:
    first = query("a.jpg")
    history.visit(first)
    history.forget(query("broken.jpg"), first)
    assert history.step(-1) is None
    assert history.step(1) is first
