"""The examples in docs/api.md run as they are printed, one after the other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
_EXAMPLES = re.findall(r"```python\n(.*?)```", _PAGE.read_text("utf-8"), re.DOTALL)
_MOST_LINES = 10


def test_examples_have_at_most_ten_lines() -> None:
    assert len(_EXAMPLES) >= 6
    lengths = [sum(bool(line.strip()) for line in each.splitlines()) for each in _EXAMPLES]
    assert max(lengths) <= _MOST_LINES


@pytest.mark.slow
def test_all_examples_run(
    samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(samples)
    printed = []
    for example in _EXAMPLES:
        exec(compile(example, str(_PAGE), "exec"), {"__name__": "__main__"})
        printed.append(capsys.readouterr().out)
    indexed, searched, progress, error, codes, encoded, duplicates = printed
    assert indexed.splitlines()[:2] == ["48 photos", "0 True beach-01.jpg"]
    assert len((samples / "similar.csv").read_text("utf-8-sig").splitlines()) == 21
    assert "480" in searched
    assert "scanning 48 None" in progress
    assert "There is no library in" in error
    assert codes.splitlines()[0].startswith("0 ")
    assert "(2, 32) uint8" in encoded
    assert "keep" in duplicates
