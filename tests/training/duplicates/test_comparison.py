from pathlib import Path

import numpy as np
import pytest

from tests.training.duplicates.drawn_photos import drawn_photos
from training.__main__ import main
from training.duplicates.comparison import Outcome, trial_of
from training.duplicates.edits import EDITS
from training.duplicates.near_pairs import NearPairs
from training.duplicates.page import outcomes_as_markdown
from training.duplicates.quality import Quality


def test_random_photos_are_copied_and_all_of_which_there_is_another_shot(tmp_path: Path) -> None:
    photos = drawn_photos(tmp_path / "photos", 6)
    near = NearPairs(shots=(("4.png", "1.png"),), copies=(("0.png", "5.png"),))
    trial = trial_of(photos, 3, near, tmp_path / "cache")
    assert len(trial.photos.rows) == 3
    assert trial.traps.rows.tolist() == [1, 4]
    assert set(trial.traps.copies) == {edit.name for edit in EDITS}
    again = trial_of(photos, 3, near, tmp_path / "cache")
    assert np.array_equal(again.photos.rows, trial.photos.rows)


def test_a_table_has_a_row_for_each_edit_and_a_column_for_each_method() -> None:
    found = Quality(
        "pHash", 10, {"grey": 1.0, "crop": 0.25}, {"grey": 1.0, "crop": 1.0}, 0.9991, 0.5
    )
    outcomes = [Outcome("pHash", found), Outcome("PDQ", None)]
    assert outcomes_as_markdown(outcomes).splitlines() == [
        "| | pHash | PDQ |",
        "|---|---|---|",
        "| grey | 1.000 | not installed |",
        "| crop | .250 | not installed |",
        "| **the whole list** | .625 | not installed |",
        "| threshold | 10 | not installed |",
        "| precision | .9991 | not installed |",
        "| precision on other shots | .500 | not installed |",
    ]


def test_a_method_that_does_not_compare_all_pairs_has_a_column_of_those_it_does() -> None:
    found = Quality("ours", 0.5, {"grey": 0.5}, {"grey": 0.75}, 1.0)
    assert outcomes_as_markdown([Outcome("ours", found)]).splitlines()[:3] == [
        "| | ours | ours: considered |",
        "|---|---|---|",
        "| grey | .500 | .750 |",
    ]


def test_missing_photos_are_reported_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = ["--data", str(tmp_path), "--cache", str(tmp_path / "cache")]
    monkeypatch.setattr("sys.argv", ["training", "duplicates", *folders])
    assert main() == 1
    assert "corel5k_manifest.tsv is missing" in capsys.readouterr().err
