"""The words for what a new model loses say what its figures say."""

from __future__ import annotations

import pytest

from desktop_app.core.comparison_events import Comparison, Figure, Measured
from desktop_app.ui.comparison_words import loss_words

ERROR = 0.01


def of(gain: float) -> Measured:
    old = 0.8
    return Measured(Figure(old, ERROR), Figure(old + gain, ERROR), Figure(gain, ERROR), 300)


@pytest.mark.parametrize(
    ("copies", "foreign", "expected"),
    [
        (0.0, -0.01, "are found as well as before"),
        (-0.03, 0.0, "It loses some"),
        (0.0, -0.06, "It loses some"),
        (0.0, -0.1, "It keeps edited copies, but finds photos from elsewhere clearly worse."),
        (-0.03, -0.1, "It finds photos from elsewhere clearly worse."),
        (None, -0.1, "It finds photos from elsewhere clearly worse."),
        (-0.2, 0.0, "which must not be"),
    ],
)
def test_a_clear_loss_is_told_also_where_it_is_allowed(
    copies: float | None, foreign: float, expected: str
) -> None:
    same = of(0.0)
    kept = None if copies is None else of(copies)
    found = Comparison("old", "new", 500, kept, same, same, same, of(foreign), 0)
    assert expected in loss_words(found)
