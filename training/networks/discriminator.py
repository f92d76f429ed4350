"""The discriminator: scores whether a picture belongs to a code."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from training.networks.feature_pyramid import MIXED_CHANNELS

_SLOPE = 0.2


class Discriminator(nn.Module):
    """A head on each depth of a FeaturePyramid, which scores every place of its maps.

    Mixed maps float32 [N, MIXED_CHANNELS, s, s], the deepest first, and codes [N, K] in [-1, 1] ->
    scores float32 [N, P] of each head, higher for pictures that belong to their code.

    Args:
        code_bits: K.
        depths: number of maps.
    """

    def __init__(self, code_bits: int, depths: int) -> None:
        super().__init__()
        # Each depth has maps of twice the side of the deeper one.
        self.heads = nn.ModuleList(_Head(code_bits, max(0, depth - 1)) for depth in range(depths))

    def forward(self, maps: Sequence[Tensor], codes: Tensor) -> list[Tensor]:
        return [head(each, codes) for head, each in zip(self.heads, maps, strict=True)]


class _Head(nn.Module):
    """Scores maps, after halving their side some times.

    The score of a place is that of its features alone, plus the inner product of the features with
    an embedding of the code (projection discriminator: Miyato and Koyama, ICLR 2018). Spectral
    normalisation (Miyato, Kataoka, Koyama and Yoshida, ICLR 2018) limits how fast scores change.
    """

    def __init__(self, code_bits: int, halvings: int) -> None:
        from torch.nn.utils.parametrizations import spectral_norm  # loads torch's compiler

        super().__init__()
        channels = MIXED_CHANNELS
        layers: list[nn.Module] = []
        for _ in range(halvings):
            halving = nn.Conv2d(channels, channels, 4, stride=2, padding=1)
            layers += [spectral_norm(halving), nn.LeakyReLU(_SLOPE)]
        last = nn.Conv2d(channels, channels, 3, padding=1)
        self.features = nn.Sequential(*layers, spectral_norm(last), nn.LeakyReLU(_SLOPE))
        self.realness = spectral_norm(nn.Conv2d(channels, 1, 1))
        self.embedding = spectral_norm(nn.Linear(code_bits, channels, bias=False))

    def forward(self, maps: Tensor, codes: Tensor) -> Tensor:
        features = self.features(maps)
        embedded = self.embedding(codes)[:, :, None, None]
        agreement = (features * embedded).sum(1) / features.shape[1] ** 0.5
        score: Tensor = (self.realness(features)[:, 0] + agreement).flatten(1)
        return score
