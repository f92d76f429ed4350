"""Adam (Kingma and Ba, ICLR 2015), with decoupled weight decay (Loshchilov and Hutter, ICLR 2019).

It computes the bits of torch.optim.AdamW, and its state has the same form. torch's optimisers load
torch's compiler, which takes a second and 100 MB.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

_EPSILON = 1e-8


class Adam:
    """Takes steps against the gradients of its parameters.

    Args:
        groups: each has its parameters, `params`, and whatever the caller keeps with them; its
            learning rate, `lr`, must be set before the first step.
        betas: decay of the averages of the gradients and of their squares.
        weight_decay: share, times the learning rate, by which each step shrinks the weights.

    Attributes:
        param_groups: the groups.
    """

    def __init__(
        self,
        groups: Iterable[dict[str, Any]],
        betas: tuple[float, float] = (0.9, 0.999),
        weight_decay: float = 0.0,
    ) -> None:
        self.param_groups = [{**group, "params": list(group["params"])} for group in groups]
        self._betas, self._weight_decay = betas, weight_decay
        self._states: dict[int, dict[str, Tensor]] = {}

    @property
    def parameters(self) -> list[nn.Parameter]:
        return [parameter for group in self.param_groups for parameter in group["params"]]

    def zero_grad(self) -> None:
        for parameter in self.parameters:
            parameter.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """Change the parameters that have gradients."""
        rates = [group["lr"] for group in self.param_groups for _ in group["params"]]
        for number, (parameter, rate) in enumerate(zip(self.parameters, rates, strict=True)):
            if parameter.grad is not None:
                state = self._states.setdefault(number, _new_state(parameter))
                self._change(parameter, parameter.grad, state, rate)

    def _change(
        self, parameter: Tensor, gradient: Tensor, state: dict[str, Tensor], rate: float
    ) -> None:
        first, second = self._betas
        state["step"] += 1
        step = float(state["step"])
        parameter.mul_(1 - rate * self._weight_decay)
        state["exp_avg"].lerp_(gradient, 1 - first)
        state["exp_avg_sq"].mul_(second).addcmul_(gradient, gradient, value=1 - second)
        deviation = state["exp_avg_sq"].sqrt() / (1 - second**step) ** 0.5
        parameter.addcdiv_(
            state["exp_avg"], deviation.add_(_EPSILON), value=-rate / (1 - first**step)
        )

    def state_dict(self) -> dict[str, Any]:
        numbers = iter(range(len(self.parameters)))
        groups = [
            {**group, "params": [next(numbers) for _ in group["params"]]}
            for group in self.param_groups
        ]
        return {"state": self._states, "param_groups": groups}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on from a state, of this class or of torch's."""
        parameters = self.parameters
        self._states = {
            number: {
                name: value.clone() if name == "step" else value.to(parameters[number], copy=True)
                for name, value in stored.items()
            }
            for number, stored in state["state"].items()
        }


def _new_state(parameter: Tensor) -> dict[str, Tensor]:
    return {
        "step": torch.tensor(0.0),
        "exp_avg": torch.zeros_like(parameter, memory_format=torch.preserve_format),
        "exp_avg_sq": torch.zeros_like(parameter, memory_format=torch.preserve_format),
    }
