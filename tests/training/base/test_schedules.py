"""The learning rate through a run."""

from __future__ import annotations

import pytest

from training.base.schedules import learning_rate_factor


def test_the_rate_rises_and_then_falls_to_its_last_share() -> None:
    shares = [
        learning_rate_factor(progress / 100, warm_up=0.1, final=0.02) for progress in range(101)
    ]
    assert shares[0] < 0.02
    assert max(shares) == pytest.approx(1, abs=0.05)
    assert shares[100] == pytest.approx(0.02)
    assert shares[10:] == sorted(shares[10:], reverse=True)


def test_without_a_warm_up_it_falls_as_a_half_cosine() -> None:
    shares = [learning_rate_factor(progress) for progress in (0.0, 0.25, 0.5, 1.0)]
    assert shares == pytest.approx([1, 0.5 + 0.5**1.5, 0.5, 0])
