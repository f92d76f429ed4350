"""The moving average of a network's weights: what is shown and shipped instead of the last step."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn


class MovingAverage:
    """Exponential moving average of a module's weights, by examples seen and not by steps.

    A weight's influence halves every `half_life` examples, and at the start every `ramp` of what
    was seen so far, so that the first, random weights are soon forgotten (Karras, Aittala,
    Laine, Härkönen, Hellsten, Lehtinen and Aila, NeurIPS 2021, appendix; as EDM's training loop
    has it).
    """

    def __init__(self, module: nn.Module, half_life: float, ramp: float = 0.2) -> None:
        """`average` is a copy of `module` in evaluation mode, which receives no gradient."""
        self.average = copy.deepcopy(module).eval().requires_grad_(requires_grad=False)
        self._half_life = half_life
        self._ramp = ramp
        self._seen = 0

    @torch.no_grad()
    def update(self, module: nn.Module, examples: int) -> None:
        """Take in the weights after a step on that many examples."""
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
