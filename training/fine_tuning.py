"""The stage in which the backbone learns with the head, from pixels to the losses of the codes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.code_stage import CodeObjective, CodeSettings
from training.devices import average_gradients
from training.networks import HashingNetwork
from training.sight import computes_in_bfloat16, mixed_precision, straight_through


@dataclass(frozen=True)
class FineTuningSettings:
    """How the backbone learns; the losses, and how the head learns, are those of the codes.

    backbone_rate   learning rate of the backbone and of the descriptor
    frozen          share of the backbone's layers, from its first on, that stay as they are
    warm_up         share of the run in which the rates rise
    epochs, batch   a batch is of so many photos, and of as many partners
    """

    backbone_rate: float = 1e-5
    frozen: float = 0.5
    weight_decay: float = 1e-4
    warm_up: float = 0.05
    epochs: float = 10.0
    batch: int = 64


class PixelHasher(nn.Module):
    """Pixels [N, S, S, 3] -> logits float32 [N, K], with gradients to all that learns.

    Rounding of the descriptor has the gradient of none. On a GPU the backbone, and nothing behind
    it, computes in bfloat16; on a CPU, in float32: there bfloat16 has slow gradients.
    """

    def __init__(self, network: HashingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixels: Tensor) -> Tensor:
        half = pixels.device.type == "cuda" and computes_in_bfloat16(pixels.device)
        with mixed_precision(pixels.device, half=half):
            features = self.network.backbone(pixels)
        logits: Tensor = self.network.head(
            straight_through(self.network.descriptor, features.float())
        )
        return logits

    def train(self, mode: bool = True) -> PixelHasher:  # noqa: FBT001, FBT002
        """The backbone stays in evaluation mode: it learns with the statistics it came with."""
        super().train(mode)
        self.network.backbone.eval()
        return self


class FineTuningStage:
    """Trains a HashingNetwork by a CodeObjective of pixels with AdamW.

    The rates rise linearly and fall as a half cosine.
    """

    def __init__(
        self,
        hasher: PixelHasher,
        objective: CodeObjective,
        codes: CodeSettings,
        settings: FineTuningSettings,
    ) -> None:
        """`objective` is of `hasher`, whose network's head is a ResidualHead."""
        self._hasher, self._objective, self._settings = hasher, objective, settings
        ground, slow, fast = _parts(hasher.network)
        self._optimiser = torch.optim.AdamW(
            [
                {"params": ground, "highest": settings.backbone_rate},
                {"params": slow, "highest": codes.rate * codes.rotation_rate},
                {"params": fast, "highest": codes.rate},
            ],
            lr=settings.backbone_rate,
            weight_decay=settings.weight_decay,
        )

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """One step on the examples `rows`, int64 [B]; `progress` is the share that is done."""
        self._hasher.train()
        share = rate_share(progress, self._settings.warm_up)
        for group in self._optimiser.param_groups:
            group["lr"] = group["highest"] * share
        parts = self._objective.parts(rows)
        self._optimiser.zero_grad()
        torch.autograd.backward(torch.stack(list(parts.values())).sum())
        average_gradients(self._hasher.parameters())
        self._optimiser.step()
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def state_dict(self) -> dict[str, Any]:
        return {"network": self._hasher.state_dict(), "optimiser": self._optimiser.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._hasher.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])


def rate_share(progress: float, warm_up: float) -> float:
    """The learning rate as a share of its highest, after that share of the run."""
    rise = min(1.0, (progress + 1e-3) / max(warm_up, 1e-3))
    return rise * (1 + math.cos(math.pi * min(progress, 1.0))) / 2


def thaw(backbone: nn.Module, frozen: float) -> None:
    """Let the layers learn, in the order of their definition, but for the first share `frozen`."""
    layers = [each for each in backbone.modules() if list(each.parameters(recurse=False))]
    for layer in layers[round(frozen * len(layers)) :]:
        for parameter in layer.parameters(recurse=False):
            parameter.requires_grad = True


def _parts(network: HashingNetwork) -> tuple[list[nn.Parameter], ...]:
    """What learns in backbone and descriptor, the head's rotation, and the rest of the head."""
    named = [(name, each) for name, each in network.named_parameters() if each.requires_grad]
    slow = [each for name, each in named if name == "head.rotation"]
    fast = [each for name, each in named if name.startswith("head.") and name != "head.rotation"]
    ground = [each for name, each in named if not name.startswith("head.")]
    return ground, slow, fast
