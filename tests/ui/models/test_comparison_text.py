"""The texts of a comparison agree with its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.comparison.verdict import Verdict
from desktop_app.core.jobs.comparison_events import (
    Comparing,
    ComparingStage,
    Comparison,
    Figure,
    Measured,
)
from desktop_app.sentences.comparisons import MEASURES
from desktop_app.ui.models.comparison_text import (
    comparing_text,
    loss_text,
    measure_lines,
    method_text,
    verdict_text,
    votes_text,
)

ERROR = 0.01


def of(gain: float) -> Measured:
    old = 0.8
    return Measured(Figure(old, ERROR), Figure(old + gain, ERROR), Figure(gain, ERROR), 300)


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        (-0.01, "Edited copies are found as well as before."),
        (-0.03, "It no longer finds 3.8 % of the edited copies that were found before."),
        (
            -0.2,
            (
                "It no longer finds 25.0 % of the edited copies that were found before, which is"
                " too many."
            ),
        ),
        (None, "Finding edited copies could not be measured."),
    ],
)
def test_a_clear_loss_of_copies_is_reported_with_its_size(
    gain: float | None, expected: str
) -> None:
    assert loss_text(compared(gain, 0.0)).splitlines()[0] == expected


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        (-0.01, "Photos from elsewhere are found as well as before."),
        (-0.06, "Finding photos from elsewhere is 7.5 % worse."),
        (-0.1, "Finding photos from elsewhere is 12.5 % worse, which is a lot."),
        (None, "Finding photos from elsewhere could not be measured."),
    ],
)
def test_a_clear_loss_of_foreign_photos_is_reported_with_its_size(
    gain: float | None, expected: str
) -> None:
    assert loss_text(compared(0.0, gain)).splitlines()[1] == expected


def test_an_uncertain_loss_is_reported_as_it_was_measured() -> None:
    """It is too uncertain to decide anything, but it is shown."""
    uncertain = Measured(Figure(0.8, 0.03), Figure(0.72, 0.03), Figure(-0.08, 0.03), 20)
    found = replace(compared(0.0, 0.0), copies=uncertain)
    assert loss_text(found).startswith("It no longer finds 10.0 % of the edited copies")


@pytest.mark.parametrize("judged", Verdict)
def test_the_recommendation_ends_with_the_advice(judged: Verdict) -> None:
    advice = {Verdict.BETTER: "We recommend using it.", Verdict.FORGETS: "Use it if "}
    assert advice.get(judged, "We recommend keeping") in verdict_text(judged, is_voted=False)
    if judged is not Verdict.ALIKE:
        assert verdict_text(judged, is_voted=True).startswith("You preferred ")


def test_the_decisive_measure_comes_first_and_missing_ones_are_left_out() -> None:
    titles = [line.title for line in measure_lines(compared(None, 0.0))]
    assert titles[0] == "Related photos found"
    missing = {"Edited copies found", "Photos of the same folder found"}
    assert {*titles} == {*MEASURES.values()} - missing


def test_the_method_says_when_the_learned_photos_are_not_known() -> None:
    found = compared(0.0, 0.0)
    assert method_text(found).endswith("The new model may have been trained on all of them.")
    held_out = replace(found, held_out=50)
    assert "was not trained on 50 of the 300 queries" in method_text(held_out)


def test_votes_that_may_be_chance_are_reported_as_undecided() -> None:
    assert votes_text(2, 1, 0, decides=False).endswith("so the figures decide.")
    assert votes_text(10, 1, 0, decides=True).endswith("saw no difference 0 times.")


@pytest.mark.parametrize(("done", "total", "percent"), [(0, 0, 0), (1, 3, 33), (4, 4, 100)])
def test_a_comparison_tells_how_far_it_is(done: int, total: int, percent: int) -> None:
    text = comparing_text(Comparing(ComparingStage.COPIES, done, total))
    assert text == f"Searching for edited copies · {percent} %"


def test_a_clear_change_is_told_in_points_and_one_that_may_be_chance_is_not() -> None:
    found = replace(compared(0.05, -0.06), unique=of(0.001))
    changes = {line.title: line.change for line in measure_lines(found)}
    assert changes[MEASURES["copies"]] == "better by 5.0"
    assert changes[MEASURES["foreign"]] == "worse by 6.0"
    assert changes[MEASURES["unique"]] == "about the same"
    (copies,) = (line for line in measure_lines(found) if line.title == MEASURES["copies"])
    assert (copies.old, copies.new) == ("80.0 ± 1.0", "85.0 ± 1.0")


def compared(copies: float | None, foreign: float | None) -> Comparison:
    same = of(0.0)
    kept, known = (None if gain is None else of(gain) for gain in (copies, foreign))
    return Comparison("old", "new", 500, kept, same, same, same, known, 0)
