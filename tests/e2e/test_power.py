"""The power fails at a random moment; `make power-test` cuts it at 50."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.indexing import Indexing
from tests.crash.power import cut_repeatedly


@pytest.mark.e2e
@pytest.mark.slow
def test_a_library_survives_a_loss_of_power(tmp_path: Path) -> None:
    assert cut_repeatedly(Indexing, tmp_path, cuts=2, seed=1).faults == []
