"""What is missing is a sentence, and what takes too long is killed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import psutil
import pytest

from tests.ending import still_running
from tests.peers.called_functions import fails, given_threads, never_ends
from tests.peers.limited_process import Finished, Stopped, call_limited
from tests.peers.measurements import measure_searcher
from tests.peers.other_searchers import SqliteVec
from tests.peers.peer import Needs
from tests.peers.vectors import Vectors

pytestmark = pytest.mark.slow  # starts processes


def test_what_exceeds_the_limit_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    note = tmp_path / "numbers"
    found = call_limited(partial(never_ends, note), limit_s=8)
    assert found == Stopped("stopped after 8 s")
    numbers = set(map(int, note.read_text().split()))
    assert still_running(each for each in psutil.process_iter() if each.pid in numbers) == []


def test_what_fails_is_a_sentence_with_the_reason() -> None:
    assert call_limited(fails, 60) == Stopped("failed: ValueError: no such index")


def test_all_have_the_same_number_of_threads() -> None:
    found = call_limited(given_threads, 60, threads=3)
    assert isinstance(found, Finished)
    assert found.value == "3"
    assert found.peak_bytes > 2**20


def test_a_missing_peer_is_a_sentence(tmp_path: Path) -> None:
    needs = Needs(("a-package-that-nobody-has",), ("a-program-that-nobody-has",))
    assert needs.missing == ("not installed: a-package-that-nobody-has, a-program-that-nobody-has")
    outcome = measure_searcher(SqliteVec(needs=needs), Vectors(tmp_path), tmp_path, 1, 1)
    assert outcome.why == needs.missing
    assert outcome.answers == ()
