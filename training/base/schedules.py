"""How a learning rate goes through a run."""

from __future__ import annotations

import math


def rate_share(progress: float, warm_up: float = 0.0, last: float = 0.0) -> float:
    """The learning rate as a share of its highest, after the share `progress` of the run.

    It rises linearly for the share `warm_up`, and falls as a half cosine to `last`.
    """
    rise = min(1.0, (progress + 1e-3) / max(warm_up, 1e-3))
    fall = (1 + math.cos(math.pi * min(progress, 1.0))) / 2
    return rise * (last + (1 - last) * fall)
