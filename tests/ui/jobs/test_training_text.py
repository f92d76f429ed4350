"""What a retraining costs, in words."""

from __future__ import annotations

import pytest

from desktop_app.core.jobs.progress import TrainingEstimate
from desktop_app.ui.jobs.training_text import HELD_OUT, cost_text, curve_text

_CODES_ONLY = TrainingEstimate(40, "cpu", codes_seconds=90, previews_seconds=0, memory_mb=1000)
_WITH_PREVIEWS = TrainingEstimate(40, "cuda", codes_seconds=90, previews_seconds=30, memory_mb=1000)


_MEMORY = " It needs about 1.0 GB of memory."


@pytest.mark.parametrize(("chosen", "minutes"), [(40, None), (30, 2), (40, 2)])
def test_the_cost_tells_photos_device_time_and_memory(chosen: int, minutes: int | None) -> None:
    told = "Trains on 40 photos on the processor, in about 1 min 30 s."
    assert cost_text(_CODES_ONLY, chosen, minutes) == told + _MEMORY


def test_the_cost_of_previews_is_told_apart() -> None:
    told = "Trains on 40 of 90 photos on the NVIDIA GPU, in about 2 min"
    parts = " (codes 1 min 30 s, previews 30 s)."
    assert cost_text(_WITH_PREVIEWS, 90, 2) == told + parts + _MEMORY


def test_a_limit_that_is_too_short_is_told() -> None:
    told = "Trains on 40 photos on the processor, for up to 1 min;"
    rest = " without a limit it would take about 1 min 30 s."
    assert cost_text(_CODES_ONLY, 40, 1) == told + rest + _MEMORY


def test_curves_have_names_that_tell_them_apart() -> None:
    assert curve_text(HELD_OUT) == "Validation"
    assert curve_text("pixels") == "Pixels"
    assert curve_text("total") == ""
