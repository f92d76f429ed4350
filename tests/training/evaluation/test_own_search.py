"""What retraining is worth through the application's own search, as a table."""

from __future__ import annotations

import pytest

from desktop_app.core.jobs.comparison_events import Comparison, Figure, Measured
from training.benchmarks.benchmark import Measure, label_matrix
from training.evaluation.own_search import OwnSearch, _average_precision, own_search_table

LABELS = label_matrix([["a"], ["a"], ["b"], ["a"], ["b"]])


@pytest.mark.parametrize(
    ("nearest", "expected"),
    [
        ([1, 3, 2, 4], 1.0),
        ([2, 1, 3, 4], (1 / 2 + 2 / 3) / 2),
        ([2, 4, 1], 1 / 3),
        ([2, 4], 0.0),
    ],
)
def test_average_precision_is_of_the_relevant_photos_that_were_found(
    nearest: list[int], expected: float
) -> None:
    assert _average_precision(Measure("theme", 100, LABELS), 0, nearest) == pytest.approx(expected)


def test_what_comes_after_the_top_does_not_count() -> None:
    assert _average_precision(Measure("theme", 2, LABELS), 0, [2, 4, 1, 3]) == 0


def test_the_table_tells_gains_losses_and_seconds() -> None:
    measured = Measured(Figure(0.9, 0.01), Figure(0.855, 0.01), Figure(-0.045, 0.01), 100)
    found = Comparison("old", "new", 4500, measured, measured, measured, measured, None, 90)
    seconds = {"index": 100.0, "retrain": 300.4}
    table = own_search_table(OwnSearch({"theme": 0.4}, {"theme": 0.43}, seconds, found))
    assert "| theme, mAP | 0.400 | 0.430 | +7.5% |" in table
    assert "| edited copies that find their original | 0.900 | 0.855 | -5.0% |" in table
    assert "foreign" not in table
    assert table.endswith("Wall time: index 100 s, retrain 300 s.")
