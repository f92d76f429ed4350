"""The stage that trains the backbone together with the head, from pixels."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from training.learning.code_stage import CodeObjective, CodeSettings, parameter_groups
from training.learning.objective_stage import ObjectiveStage
from training.networks.bundle_networks import HashingNetwork
from training.networks.differentiable_encoder import (
    computes_in_bfloat16,
    mixed_precision,
    straight_through,
)


@dataclass(frozen=True)
class FineTuningSettings:
    """How the backbone is trained; the losses and the head's settings are those of the codes.

    Attributes:
        backbone_rate: learning rate of the backbone and of the descriptor.
        frozen: share of the backbone's layers, from the first on, that are not trained.
        guide_size: side of the pictures whose descriptors S, partners and ranking targets are made
            of, in pixels; 0: the side that is trained. Larger pictures have better neighbours.
        warm_up: share of the run during which the rates rise.
        epochs, batch: length of the run; a batch is of so many photos and as many partners.
    """

    backbone_rate: float = 1e-5
    frozen: float = 0.5
    guide_size: int = 0
    weight_decay: float = 1e-4
    warm_up: float = 0.05
    epochs: float = 10.0
    batch: int = 64


class PixelHasher(nn.Module):
    """Pixels uint8 [N, S, S, 3] -> logits float32 [N, K], differentiable.

    The gradient ignores the rounding of the descriptor. On a GPU the backbone alone computes in
    bfloat16; on a CPU everything is float32, since bfloat16 has slow gradients there.
    """

    def __init__(self, network: HashingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pixels: Tensor) -> Tensor:
        bfloat16 = pixels.device.type == "cuda" and computes_in_bfloat16(pixels.device)
        with mixed_precision(pixels.device, bfloat16=bfloat16):
            features = self.network.backbone(pixels)
        logits: Tensor = self.network.head(
            straight_through(self.network.descriptor, features.float())
        )
        return logits

    def train(self, mode: bool = True) -> PixelHasher:  # noqa: FBT001, FBT002
        """Set the mode of all but the backbone: its batch norms keep their statistics."""
        super().train(mode)
        self.network.backbone.eval()
        return self


class FineTuningStage(ObjectiveStage):
    """Trains a HashingNetwork from pixels.

    Args:
        hasher: its network's head is a ResidualHead.
        objective: is computed with `hasher`.
        codes: settings of the head.
        settings: settings of the backbone.
    """

    def __init__(
        self,
        hasher: PixelHasher,
        objective: CodeObjective,
        codes: CodeSettings,
        settings: FineTuningSettings,
    ) -> None:
        network = hasher.network
        extractor = [*network.backbone.parameters(), *network.descriptor.parameters()]
        trained = [parameter for parameter in extractor if parameter.requires_grad]
        rates = [(settings.backbone_rate, trained), *parameter_groups(network.head, codes)]
        super().__init__(hasher, objective, rates, settings.weight_decay, settings.warm_up)


def unfreeze(backbone: nn.Module, frozen: float) -> None:
    """Make the layers trainable, in the order of definition, except the first share `frozen`."""
    layers = [each for each in backbone.modules() if list(each.parameters(recurse=False))]
    for layer in layers[round(frozen * len(layers)) :]:
        for parameter in layer.parameters(recurse=False):
            parameter.requires_grad = True
