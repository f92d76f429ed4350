"""The judge of generated pictures: frozen features, and a discriminator trained on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from training.base.group_batches import gathered, local_part
from training.learning.picture_augmentation import draw_changes
from training.learning.picture_losses import (
    discriminator_loss,
    generator_loss,
    map_distance,
    mean_score,
)
from training.networks.differentiable_encoder import mixed_precision
from training.networks.discriminator import Discriminator
from training.networks.feature_pyramid import FeaturePyramid


@dataclass(frozen=True, eq=False)
class PairFeatures:
    """Maps of a batch's photos and of its generated pictures, both changed in the same way.

    Attributes:
        pyramid: mixes them.
        photos: float32 [B, C, s, s] of each depth, without gradients.
        generated: the same, with gradients that reach the generator.
    """

    pyramid: FeaturePyramid
    photos: list[Tensor]
    generated: list[Tensor]

    @cached_property
    def mixed_photos(self) -> list[Tensor]:
        return self.pyramid.mixed(self.photos)

    @cached_property
    def mixed_generated(self) -> list[Tensor]:
        return self.pyramid.mixed(self.generated)

    @property
    def distance(self) -> Tensor:
        """How far the generated pictures are from their photos, place by place."""
        return map_distance(self.generated, self.photos)


@dataclass(frozen=True, eq=False)
class Judge:
    """What generated pictures are judged by.

    Attributes:
        pyramid: frozen features.
        discriminator: is trained on them; None: the features are only compared with the photo's.
        bfloat16: whether features are computed in bfloat16.
    """

    pyramid: FeaturePyramid
    discriminator: Discriminator | None
    bfloat16: bool = False

    def features(self, photos: Tensor, generated: Tensor) -> PairFeatures:
        """Compute the maps of pictures float32 [B, 3, G, G] in [-1, 1]."""
        change = draw_changes(len(photos), photos.shape[-1], photos.device)
        with mixed_precision(photos.device, bfloat16=self.bfloat16):
            with torch.no_grad():
                of_photos = self.pyramid.maps(change(photos))
            return PairFeatures(self.pyramid, of_photos, self.pyramid.maps(change(generated)))

    def discriminator_loss(self, features: PairFeatures, codes: Tensor) -> Tensor:
        """The discriminator's loss; all pairs have codes of the batch, float32 [B, K].

        The code of another photo is that of the one before it in the whole batch of a group.
        """
        photos = features.mixed_photos
        generated = [each.detach() for each in features.mixed_generated]
        return discriminator_loss(
            self._scores(photos, codes),
            self._scores(generated, codes),
            self._scores(photos, local_part(gathered(codes).roll(1, 0))),
        )

    def generator_loss(self, features: PairFeatures, codes: Tensor) -> Tensor:
        """The generator's loss, of its pairs with the codes float32 [B, K]."""
        return generator_loss(self._scores(features.mixed_generated, codes))

    def encoder_loss(self, features: PairFeatures, codes: Tensor) -> Tensor:
        """The encoder's loss, of the photos with its codes float32 [B, K], which have gradients."""
        return mean_score(self._scores(features.mixed_photos, codes))

    def _scores(self, maps: list[Tensor], codes: Tensor) -> list[Tensor]:
        assert self.discriminator is not None
        scores: list[Tensor] = self.discriminator(maps, codes)
        return scores
