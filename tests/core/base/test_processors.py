"""Priorities are only ever lowered, and the clock counts the seconds of a machine that is awake."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from desktop_app.core.base.processors import awake_seconds

LOWERING = """
import sys, psutil
from desktop_app.core.base.processors import lower_priority
psutil.Process().nice(int(sys.argv[1]))
lower_priority(gentle=sys.argv[2] == "gentle")
print(psutil.Process().nice())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are not numbers there")
@pytest.mark.parametrize(
    ("start", "way", "end"),
    [(15, "half", 15), (15, "gentle", 19), (10, "half", 10), (19, "gentle", 19)],
)
def test_a_priority_that_is_lower_already_is_kept(start: int, way: str, end: int) -> None:
    """Raising it needs a privilege that users do not have."""
    if psutil.Process().nice() > start:
        pytest.skip("the tests themselves run at a lower priority")
    command = [sys.executable, "-c", LOWERING, str(start), way]
    assert int(subprocess.run(command, check=True, capture_output=True).stdout) == end


def test_the_clock_counts_seconds_while_the_machine_is_awake() -> None:
    before = awake_seconds()
    time.sleep(0.2)
    assert 0.2 <= awake_seconds() - before < 5
