"""The stage in which the backbone learns with the head, from pixels to the losses of the codes."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from training.learning.code_stage import CodeObjective, CodeSettings, head_rates
from training.learning.objective_stage import ObjectiveStage
from training.networks.bundle_networks import HashingNetwork
from training.networks.differentiable_encoder import (
    computes_in_bfloat16,
    mixed_precision,
    straight_through,
)


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


class FineTuningStage(ObjectiveStage):
    """Trains a HashingNetwork by a CodeObjective of pixels."""

    def __init__(
        self,
        hasher: PixelHasher,
        objective: CodeObjective,
        codes: CodeSettings,
        settings: FineTuningSettings,
    ) -> None:
        """`objective` is of `hasher`, whose network's head is a ResidualHead."""
        network = hasher.network
        below = [*network.backbone.parameters(), *network.descriptor.parameters()]
        learning = [each for each in below if each.requires_grad]
        rates = [(settings.backbone_rate, learning), *head_rates(network.head, codes)]
        super().__init__(hasher, objective, rates, settings.weight_decay, settings.warm_up)


def thaw(backbone: nn.Module, frozen: float) -> None:
    """Let the layers learn, in the order of their definition, but for the first share `frozen`."""
    layers = [each for each in backbone.modules() if list(each.parameters(recurse=False))]
    for layer in layers[round(frozen * len(layers)) :]:
        for parameter in layer.parameters(recurse=False):
            parameter.requires_grad = True
