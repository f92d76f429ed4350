"""docs/reliability.md names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent
TABLE = TESTS.parent / "docs" / "reliability.md"


def test_every_fault_names_a_test_that_exists() -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", TABLE.read_text("utf-8"))
    assert len(named) > 30
    absent = [
        name for path, name in named if f"def {name}(" not in (TESTS / path).read_text("utf-8")
    ]
    assert absent == []
