"""The figures of two models as text: what was measured, and on which photos."""

from __future__ import annotations

import pytest

from desktop_app.cli.model_output import print_comparison
from desktop_app.core.jobs.comparison_events import Comparison, Figure, Measured

SAME = Measured(Figure(0.8, 0.01), Figure(0.8, 0.01), Figure(0.0, 0.01), 300)


def printed(capsys: pytest.CaptureFixture[str], found: Comparison) -> str:
    print_comparison(found, as_json=False)
    return capsys.readouterr().out


def test_models_with_different_networks_are_compared_by_folders(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = Comparison("old", "new", 600, SAME, None, None, SAME, None, 0, [], SAME)
    text = printed(capsys, found)
    assert "Photos of the same folder found" in text
    assert "Related photos found" not in text
    assert "measured on 600 photos.\nThe new model may have been trained on all of them." in text


def test_it_says_how_many_queries_were_not_trained_on(capsys: pytest.CaptureFixture[str]) -> None:
    found = Comparison("old", "new", 600, SAME, SAME, SAME, SAME, SAME, 90)
    text = printed(capsys, found)
    assert "The new model was not trained on 90 of the 300 queries." in text
    assert "Related photos found" in text
