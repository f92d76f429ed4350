"""The discriminator: scores whether a picture belongs to a code."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

_SMALLEST_SIDE = 4
_MOST_CHANNELS = 256
_SLOPE = 0.2


class Discriminator(nn.Module):
    """Pictures float32 [N, 3, G, G] in [-1, 1] and codes [N, K] in [-1, 1] -> scores float32 [N].

    The score is that of the picture alone, plus the inner product of its features with an embedding
    of the code (projection discriminator: Miyato and Koyama, ICLR 2018). There is no normalisation:
    a score depends on its own pair only, as the gradient penalties assume.

    Args:
        code_bits: K.
        side: G, 4 times a power of two.
        width: channels at full size.
    """

    def __init__(self, code_bits: int, side: int = 64, width: int = 16) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(3, width, 3, padding=1)]
        channels = width
        while side > _SMALLEST_SIDE:
            wider = min(_MOST_CHANNELS, 2 * channels)
            layers += [nn.LeakyReLU(_SLOPE), nn.Conv2d(channels, wider, 4, stride=2, padding=1)]
            channels, side = wider, side // 2
        self.maps = nn.Sequential(*layers)
        self.features = nn.Linear(channels * _SMALLEST_SIDE**2, channels)
        self.realness = nn.Linear(channels, 1)
        self.embedding = nn.Linear(code_bits, channels, bias=False)
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, _SLOPE)

    def forward(self, pictures: Tensor, codes: Tensor) -> Tensor:
        maps = functional.leaky_relu(self.maps(pictures), _SLOPE)
        features = functional.leaky_relu(self.features(maps.flatten(1)), _SLOPE)
        agreement = (features * self.embedding(codes)).sum(1) / features.shape[1] ** 0.5
        score: Tensor = self.realness(features)[:, 0] + agreement
        return score
