"""Broken libraries, models, settings and messages; `make fuzz` tries many more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fuzz.child import Bounds, Child

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("target", "count"), [("libraries", 12), ("bundles", 25), ("settings", 60), ("messages", 400)]
)
def test_whatever_is_broken_the_user_is_told_in_a_sentence(target: str, count: int) -> None:
    child = Child(target, seed=1)
    try:
        outcomes = [child.attempt(number) for number in range(count)]
    finally:
        child.close()
    assert [each for each in outcomes if each.fault] == []


@pytest.fixture(scope="module")
def faulty() -> Iterator[Child]:
    child = Child("tests.fuzz.faulty:FaultyTarget", 0, Bounds(seconds=1, memory_bytes=300 * 2**20))
    yield child
    child.close()


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (1, "KeyError"),
        (2, "it hangs"),
        (3, "it takes too much memory"),
        (4, "it ended with status -11"),
        (5, "new beside the library: ['stray.txt']"),
        (6, "written outside"),
    ],
)
def test_the_fuzzer_notices(faulty: Child, number: int, fault: str) -> None:
    assert fault in faulty.attempt(number).fault


def test_the_fuzzer_takes_an_error_with_a_sentence_for_no_fault(faulty: Child) -> None:
    outcome = faulty.attempt(0)
    assert (outcome.result, outcome.fault) == ("UnknownModelError", "")
