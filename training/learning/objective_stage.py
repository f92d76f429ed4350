"""A stage in which networks learn by the encoder's own objective, with AdamW."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from training.base.devices import average_gradients
from training.base.schedules import rate_share


class Objective(Protocol):
    """A loss, as its parts."""

    def parts(self, rows: Tensor) -> dict[str, Tensor]:
        """Weighted losses by name, of the examples `rows`, int64 [B]."""


class ObjectiveStage:
    """Trains a network; the rates rise linearly and fall as a half cosine."""

    def __init__(
        self,
        learner: nn.Module,
        objective: Objective,
        rates: Iterable[tuple[float, Iterable[nn.Parameter]]],
        weight_decay: float,
        warm_up: float = 0.0,
    ) -> None:
        """`rates`: the highest learning rate of each group of parameters.

        `warm_up`: the share of the run in which the rates rise.
        """
        self._learner, self._objective, self._warm_up = learner, objective, warm_up
        groups = [{"params": list(group), "highest": highest} for highest, group in rates]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=weight_decay)

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """One step on the examples `rows`, int64 [B]; `progress` is the share that is done."""
        self._learner.train()
        share = rate_share(progress, self._warm_up)
        for group in self._optimiser.param_groups:
            group["lr"] = group["highest"] * share
        parts = self._objective.parts(rows)
        self._optimiser.zero_grad()
        torch.autograd.backward(torch.stack(list(parts.values())).sum())
        average_gradients(self._learner.parameters())
        self._optimiser.step()
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def state_dict(self) -> dict[str, Any]:
        return {"learner": self._learner.state_dict(), "optimiser": self._optimiser.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._learner.load_state_dict(state["learner"])
        self._optimiser.load_state_dict(state["optimiser"])
