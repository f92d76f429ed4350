"""The pages about reliability and security name tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
DOCS = TESTS.parent / "docs"


@pytest.mark.parametrize("page", ["reliability.md", "security.md"])
def test_every_row_names_a_test_that_exists(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", text)
    assert len(named) > 30
    absent = [
        name for path, name in named if f"def {name}(" not in (TESTS / path).read_text("utf-8")
    ]
    assert absent == []
    rows = [line for line in text.splitlines() if line.startswith("|") and "---" not in line]
    headings = [line for line in rows if line.endswith("| test |")]
    assert [row for row in rows if "::" not in row and row not in headings] == []
