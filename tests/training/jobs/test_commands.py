import sys
from pathlib import Path

import pytest

from training.__main__ import main


@pytest.mark.parametrize("command", ["train"])
def test_missing_data_is_reported_in_one_sentence(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = [
        "--data",
        str(tmp_path),
        "--cache",
        str(tmp_path / "cache"),
        "--out",
        str(tmp_path),
    ]
    monkeypatch.setattr(sys, "argv", ["training", command, *arguments])
    assert main() == 1
    lines = capsys.readouterr().err.splitlines()
    missing = tmp_path / "train_manifest.tsv"
    assert lines == [f"{missing} is missing. Use --data to set the folder that contains it."]
