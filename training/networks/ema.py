"""Exponential moving average of a network's weights, which is shown and shipped."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn


class MovingAverage:
    """Exponential moving average of a module's weights, by examples instead of steps.

    A weight's influence halves every `half_life` examples; at the start the half-life is a share
    `ramp` of the examples so far, so that the random initial weights are forgotten soon (Karras et
    al., NeurIPS 2021, appendix; the same as in EDM's training loop).

    Args:
        module: its weights are averaged.
        half_life: in examples.
        ramp: share of the examples so far that limits the half-life.

    Attributes:
        average: a copy of the module in evaluation mode, without gradients.
    """

    def __init__(self, module: nn.Module, half_life: float, ramp: float = 0.2) -> None:
        self.average = copy.deepcopy(module).eval().requires_grad_(requires_grad=False)
        self._half_life = half_life
        self._ramp = ramp
        self._seen = 0

    @torch.no_grad()
    def update(self, module: nn.Module, examples: int) -> None:
        """Include the module's weights after a step on so many examples."""
        self._seen += examples
        half_life = min(self._half_life, self._seen * self._ramp)
        kept = 0.5 ** (examples / half_life)
        for mean, value in zip(self.average.parameters(), module.parameters(), strict=True):
            mean.lerp_(value, 1 - kept)

    def state_dict(self) -> dict[str, Any]:
        return {"average": self.average.state_dict(), "seen": self._seen}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.average.load_state_dict(state["average"])
        self._seen = state["seen"]
