"""The clock of work that a sleeping machine does not do."""

from __future__ import annotations

import time

from desktop_app.core.base.awake_clock import awake_seconds


def test_it_counts_the_seconds_of_a_machine_that_is_awake() -> None:
    before = awake_seconds()
    time.sleep(0.2)
    assert 0.2 <= awake_seconds() - before < 5
