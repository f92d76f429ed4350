"""A stage that trains a network by the objective of the codes, with Adam."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from training.base.group_batches import average_gradients
from training.base.schedules import learning_rate_factor
from training.learning.adam import Adam


class Objective(Protocol):
    """A loss that consists of parts."""

    def parts(self, rows: Tensor) -> dict[str, Tensor]:
        """Return the weighted losses by name, of the rows int64 [B] of the whole batch.

        In a group, their gradients are averaged over it (base/group_batches.py).
        """


class ObjectiveStage:
    """Trains a network; the learning rates rise linearly and fall along a half cosine.

    Args:
        network: receives the gradients.
        objective: is minimised.
        rates: the peak learning rate of each group of parameters.
        weight_decay: of Adam.
        warm_up: share of the run during which the rates rise.
    """

    def __init__(
        self,
        network: nn.Module,
        objective: Objective,
        rates: Iterable[tuple[float, Iterable[nn.Parameter]]],
        weight_decay: float,
        warm_up: float = 0.0,
    ) -> None:
        self._network, self._objective, self._warm_up = network, objective, warm_up
        groups = [{"params": list(group), "highest": highest} for highest, group in rates]
        self._optimiser = Adam(groups, weight_decay=weight_decay)

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """Do one optimiser step on the rows int64 [B] of the whole batch.

        `progress` is the share of the run that is done.
        """
        self._network.train()
        factor = learning_rate_factor(progress, self._warm_up)
        for group in self._optimiser.param_groups:
            group["lr"] = group["highest"] * factor
        parts = self._objective.parts(rows)
        self._optimiser.zero_grad()
        torch.autograd.backward(torch.stack(list(parts.values())).sum())
        average_gradients(self._network.parameters())
        self._optimiser.step()
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def state_dict(self) -> dict[str, Any]:
        return {"learner": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._network.load_state_dict(state["learner"])
        self._optimiser.load_state_dict(state["optimiser"])
