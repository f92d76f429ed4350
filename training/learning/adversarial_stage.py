"""The adversarial stage: trains generator, discriminator and encoder against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.base.devices import device_of
from training.base.group_batches import drawn_part, local_part
from training.data.datasets import DescriptorDataset
from training.learning.adversarial_optimisers import AdversarialOptimisers
from training.learning.adversarial_settings import AdversarialSettings
from training.learning.judge import Judge, PairFeatures
from training.learning.losses_by_parts import LossesByParts, losses_by_parts
from training.learning.picture_losses import (
    bit_consistency,
    descriptor_distance,
    low_resolution_l1,
)
from training.networks.bundle_networks import HashingNetwork, signs_of
from training.networks.differentiable_encoder import (
    DifferentiableEncoder,
    computes_in_bfloat16,
    mixed_precision,
)
from training.networks.ema import MovingAverage
from training.networks.generator import Generator

CodeObjective = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class _Batch:
    """The part of a batch that this process computes: B examples.

    Attributes:
        photos: float32 [B, 3, G, G] in [-1, 1].
        descriptors: float32 [B, D].
        codes: ±1, float32 [B, K], with some bits flipped.
        flips: float32 [B, K], -1 where a bit is flipped, else 1.
    """

    photos: Tensor
    descriptors: Tensor
    codes: Tensor
    flips: Tensor


class AdversarialStage:
    """Trains the generator and, if the settings say so, the head, against the discriminator.

    Everything is on one device, except the dataset's pictures, which move batch by batch.

    Args:
        dataset: has pictures.
        network: the encoder; its head is trained if the settings say so.
        generator: is trained.
        judge: None if and only if the settings need none; has a discriminator if they need one.
        settings: weights and rates.
        code_objective: the encoder's own loss of the rows int64 [B] of the whole batch, if any.
    """

    def __init__(
        self,
        dataset: DescriptorDataset,
        network: HashingNetwork,
        generator: Generator,
        judge: Judge | None,
        settings: AdversarialSettings,
        code_objective: CodeObjective | None = None,
    ) -> None:
        assert (judge is not None) == settings.has_pyramid
        discriminator = judge.discriminator if judge else None
        assert (discriminator is not None) == settings.has_discriminator
        self._dataset = dataset
        self._network, self._settings = network, settings
        self._bfloat16 = computes_in_bfloat16(device_of(generator))
        self._encoder = DifferentiableEncoder(network, bfloat16=self._bfloat16)
        self._generator = generator.to(memory_format=torch.channels_last)
        self._judge, self._code_objective = judge, code_objective
        self._steps = 0
        self._average = MovingAverage(generator, settings.half_life)
        self._optimisers = AdversarialOptimisers(settings, generator, discriminator, network.head)
        self._modules: dict[str, nn.Module] = {"generator": generator, "head": network.head}
        if discriminator is not None:
            self._modules["discriminator"] = discriminator

    @property
    def average(self) -> nn.Module:
        """The generator to show and ship: the moving average of its weights."""
        return self._average.average

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """Update discriminator, generator and encoder on the rows int64 [B] of the whole batch.

        `progress` is the share of the run that is done. Returns the losses by name.
        """
        self._optimisers.set_rates(progress)
        batch = self._batch(local_part(rows))
        generated = self._generate(batch.codes)
        features = self._judge.features(batch.photos, generated) if self._judge else None
        losses: dict[str, Tensor] = {}
        if features is not None and self._settings.adversary_plays(progress):
            losses["discriminator"] = self._discriminator_step(batch, features)
        if self._settings.encoder_plays(progress):
            losses |= self._encoder_step(batch, rows, features)
        losses |= self._generator_step(batch, generated, features, progress)
        self._average.update(self._generator, len(rows))
        self._steps += 1
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _batch(self, rows: Tensor) -> _Batch:
        descriptors = self._dataset.descriptors[rows].float()
        with torch.no_grad():
            codes = signs_of(self._network.head(descriptors))
        flips = random_flips(codes, self._settings.most_flips)
        pixels = self._dataset.pictures_of(rows).to(descriptors.device)
        photos = (pixels.permute(0, 3, 1, 2).float() - 127.5) / 127.5
        return _Batch(photos, descriptors, codes * flips, flips)

    def _generator_step(
        self, batch: _Batch, generated: Tensor, features: PairFeatures | None, progress: float
    ) -> dict[str, Tensor]:
        settings = self._settings
        losses = {"low_resolution": low_resolution_l1(generated, batch.photos, settings.low_side)}
        if features is not None and self._judge is not None:
            losses["spatial"] = features.distance
            if settings.adversary_plays(progress):
                losses["adversarial"] = self._judge.generator_loss(features, batch.codes)
        weighted = [settings.weight(name, progress) * loss for name, loss in losses.items()]
        if settings.encodes and self._steps % settings.encode_every == 0:
            encoded = self._encoded(generated, batch, settings.encode_side(progress))
            weighted.append(encoded.weighted)
            losses |= encoded.losses
        self._optimisers.step("generator", torch.stack(weighted).sum())
        return losses

    def _encoded(self, generated: Tensor, batch: _Batch, side: int) -> LossesByParts:
        """Compute the losses of encoded pictures; the maps of few at a time are held."""
        settings = self._settings

        def losses(pictures: Tensor, rows: slice) -> dict[str, Tensor]:
            descriptors, logits = self._encoder(pictures, side)
            return {
                "perceptual": descriptor_distance(descriptors, batch.descriptors[rows]),
                "bits": bit_consistency(logits, batch.codes[rows], settings.margin),
            }

        weights = {"perceptual": settings.perceptual, "bits": settings.bits}
        return losses_by_parts(generated, self._encoder.most_at_once(side), losses, weights)

    def _discriminator_step(self, batch: _Batch, features: PairFeatures) -> Tensor:
        """Train the discriminator.

        All pairs have the same flipped codes, so that only the picture tells them apart.
        """
        assert self._judge is not None
        loss = self._judge.discriminator_loss(features, batch.codes)
        self._optimisers.step("discriminator", loss)
        return loss

    def _encoder_step(
        self, batch: _Batch, rows: Tensor, features: PairFeatures | None
    ) -> dict[str, Tensor]:
        """Train the head: its pair should be indistinguishable from the generator's, and its code
        should be drawn as the photo.

        The gradient passes through tanh; codes are ±1. `rows` are those of the whole batch, whose
        codes are compared with each other.
        """
        settings = self._settings
        relaxed = torch.tanh(self._network.head(batch.descriptors)) * batch.flips
        codes = relaxed + (batch.codes - relaxed).detach()
        losses: dict[str, Tensor] = {}
        if settings.encoder_adversarial and self._judge is not None and features is not None:
            losses["encoder_adversarial"] = self._judge.encoder_loss(features, codes)
        if settings.encoder_reconstruction:
            losses["encoder_reconstruction"] = self._reconstruction(batch, codes)
        weighted = [getattr(settings, name) * loss for name, loss in losses.items()]
        if self._code_objective is not None:
            losses["codes"] = self._code_objective(rows)
            weighted.append(losses["codes"])
        self._optimisers.step("encoder", torch.stack(weighted).sum())
        return losses

    def _reconstruction(self, batch: _Batch, codes: Tensor) -> Tensor:
        """How far the picture of the codes is from the photo: small, and place by place."""
        settings, generated = self._settings, self._generate(codes)
        loss = settings.low_resolution * low_resolution_l1(
            generated, batch.photos, settings.low_side
        )
        if self._judge is None or not settings.spatial:
            return loss
        return loss + settings.spatial * self._judge.features(batch.photos, generated).distance

    def _generate(self, codes: Tensor) -> Tensor:
        with mixed_precision(codes.device, bfloat16=self._bfloat16):
            generated: Tensor = self._generator(codes)
        return generated.float()

    def state_dict(self) -> dict[str, Any]:
        return {
            "steps": self._steps,
            "average": self._average.state_dict(),
            "modules": {name: module.state_dict() for name, module in self._modules.items()},
            "optimisers": self._optimisers.state_dict(),
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._steps = state["steps"]
        self._average.load_state_dict(state["average"])
        for name, module in self._modules.items():
            module.load_state_dict(state["modules"][name])
        self._optimisers.load_state_dict(state["optimisers"])


def random_flips(codes: Tensor, most: float) -> Tensor:
    """Draw factors of ±1, float32 [N, K], that flip a share of 0 to `most` of each code's bits.

    `codes` [N, K] are this process's part of a batch.
    """

    def flips(count: int) -> Tensor:
        shares = torch.rand(count, 1, device=codes.device) * most
        drawn = torch.rand(count, codes.shape[1], device=codes.device)
        return 1 - 2 * (drawn < shares).float()

    return drawn_part(flips, len(codes))
