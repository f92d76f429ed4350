"""Learning rate schedules."""

from __future__ import annotations

import math


def learning_rate_factor(progress: float, warm_up: float = 0.0, final: float = 0.0) -> float:
    """Linear warm-up times half-cosine decay (Loshchilov and Hutter, SGDR, ICLR 2017).

    Args:
        progress: share of the run that is done, 0 to 1.
        warm_up: share of the run during which the rate rises linearly.
        final: the factor at the end of the run.

    Returns:
        The learning rate as a share of its maximum.
    """
    rise = min(1.0, (progress + 1e-3) / max(warm_up, 1e-3))
    fall = (1 + math.cos(math.pi * min(progress, 1.0))) / 2
    return rise * (final + (1 - final) * fall)
