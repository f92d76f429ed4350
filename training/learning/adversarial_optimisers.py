"""The optimisers of the adversarial stage."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from training.base.group_batches import average_gradients
from training.base.schedules import learning_rate_factor
from training.learning.adam import Adam
from training.learning.adversarial_settings import AdversarialSettings

# As Sauer et al. chose them: without momentum, networks that play against each other do not swing.
_BETAS = (0.0, 0.99)


class AdversarialOptimisers:
    """Adam for generator, discriminator and encoder, each with its own learning rate.

    Args:
        settings: the rates.
        generator: is trained.
        discriminator: is trained; None: there is none.
        head: of the encoder, is trained if the encoder takes part.
    """

    def __init__(
        self, settings: AdversarialSettings, generator: nn.Module,
        discriminator: nn.Module | None, head: nn.Module,
    ) -> None:  # fmt: skip
        self._settings = settings
        self._rates = {"generator": settings.generator_rate}
        modules = {"generator": generator}
        if discriminator is not None:
            modules["discriminator"] = discriminator
            self._rates["discriminator"] = settings.discriminator_rate
        if settings.trains_encoder:
            modules["encoder"] = head
            self._rates["encoder"] = settings.encoder_rate
        self._adams = {
            name: Adam([{"params": module.parameters()}], _BETAS)
            for name, module in modules.items()
        }

    def __contains__(self, name: str) -> bool:
        return name in self._adams

    def set_rates(self, progress: float) -> None:
        """Set the learning rates for the share of the run that is done."""
        settings = self._settings
        factor = learning_rate_factor(progress, settings.warm_up, settings.last_rate)
        for name, adam in self._adams.items():
            for group in adam.param_groups:
                group["lr"] = self._rates[name] * factor

    def step(self, name: str, loss: Tensor) -> None:
        """Take one step on the loss, with gradients averaged over the group."""
        adam = self._adams[name]
        adam.zero_grad()
        torch.autograd.backward(loss, inputs=adam.parameters)
        average_gradients(adam.parameters)
        adam.step()

    def state_dict(self) -> dict[str, Any]:
        return {name: adam.state_dict() for name, adam in self._adams.items()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        for name, adam in self._adams.items():
            adam.load_state_dict(state[name])
