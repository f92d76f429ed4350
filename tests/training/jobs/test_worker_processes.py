"""Processes that train along with one that has started them."""

from __future__ import annotations

import subprocess
import sys

import pytest

_WAITS_FOR_ONE_THAT_FAILS = """
from training.jobs.worker_processes import worker_processes
with worker_processes(["worker", "nowhere", "nowhere"], 2):
    raise AssertionError("it cannot come to that")
"""


@pytest.mark.slow
def test_a_worker_that_fails_ends_the_training_that_waits_for_it() -> None:
    command = [sys.executable, "-c", _WAITS_FOR_ONE_THAT_FAILS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "it cannot come to that" not in done.stderr
