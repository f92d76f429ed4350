"""The adversarial stage: trains generator, discriminator and encoder against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.base.devices import average_gradients, device_of, world_size
from training.base.schedules import learning_rate_factor
from training.data.datasets import DescriptorDataset
from training.learning.adam import Adam
from training.learning.picture_losses import (
    bit_consistency,
    descriptor_distance,
    discriminator_loss,
    generator_loss,
    gradient_penalty,
    low_resolution_l1,
)
from training.networks.bundle_networks import HashingNetwork, signs_of
from training.networks.differentiable_encoder import (
    DifferentiableEncoder,
    computes_in_bfloat16,
    mixed_precision,
)
from training.networks.discriminator import Discriminator
from training.networks.ema import MovingAverage
from training.networks.generator import Generator

CodeObjective = Callable[[Tensor], Tensor]
_BETAS = (0.5, 0.99)


@dataclass(frozen=True)
class AdversarialSettings:
    """Weights of the losses, when each applies, and the learning rates.

    Attributes:
        pixels: L1 at full size.
        low_resolution: L1 after pooling to `low_side` x `low_side`.
        perceptual: 1 - cosine of the descriptors of a generated picture and of its photo.
        bits: consistency of a generated picture's bits with its code.
        margin: logit beyond which a bit counts as consistent.
        adversarial: the generator's adversarial loss; 0: there is no discriminator.
        encoder_adversarial: the encoder's adversarial loss; 0: the encoder is frozen.
        penalty: gradient penalties of the discriminator (R1 and R2).
        adversary_from: share of the run after which the discriminator takes part.
        adversary_every: the discriminator takes part in every n-th step.
        encode_sides: pairs (share of the run, side in pixels), ascending from share 0: generated
            pictures are encoded at that side from then on.
        most_flips: largest share of a code's bits that are flipped at random.
        warm_up: share of the run during which the learning rates rise.
        last_rate: final learning rates, as a share of the highest.
        half_life: of the generator's moving average, in examples.
    """

    pixels: float = 0.5
    low_resolution: float = 2.0
    perceptual: float = 2.0
    bits: float = 1.0
    margin: float = 0.3
    adversarial: float = 0.0
    encoder_adversarial: float = 0.0
    penalty: float = 1.0
    adversary_from: float = 0.5
    adversary_every: int = 2
    encode_sides: tuple[tuple[float, int], ...] = ((0.0, 96), (0.45, 160), (0.75, 256))
    low_side: int = 16
    most_flips: float = 0.1
    generator_rate: float = 2e-3
    discriminator_rate: float = 5e-4
    encoder_rate: float = 1e-4
    warm_up: float = 0.01
    last_rate: float = 0.02
    half_life: float = 10_000.0


@dataclass(frozen=True)
class _Batch:
    """A batch of B examples.

    Attributes:
        rows: int64 [B].
        photos: float32 [B, 3, G, G] in [-1, 1].
        descriptors: float32 [B, D].
        codes: ±1, float32 [B, K], with some bits flipped.
        flips: float32 [B, K], -1 where a bit is flipped, else 1.
    """

    rows: Tensor
    photos: Tensor
    descriptors: Tensor
    codes: Tensor
    flips: Tensor


class AdversarialStage:
    """Trains the generator and, if the settings say so, the head, against the discriminator.

    Everything is on one device, except the dataset's pictures, which move batch by batch.

    Args:
        dataset: has pictures.
        network: the encoder; its head is trained if `encoder_adversarial` has a weight.
        generator: is trained.
        discriminator: None if and only if both adversarial weights are 0.
        settings: weights and rates.
        code_objective: the encoder's own loss of rows int64 [B], if any.
    """

    def __init__(
        self,
        dataset: DescriptorDataset,
        network: HashingNetwork,
        generator: Generator,
        discriminator: Discriminator | None,
        settings: AdversarialSettings,
        code_objective: CodeObjective | None = None,
    ) -> None:
        assert dataset.pictures is not None
        weights = (settings.adversarial, settings.encoder_adversarial)
        assert (discriminator is not None) == (max(weights) > 0)
        self._descriptors, self._pictures = dataset.descriptors, dataset.pictures
        self._network, self._settings = network, settings
        self._bfloat16 = computes_in_bfloat16(device_of(generator))
        self._encoder = DifferentiableEncoder(network, bfloat16=self._bfloat16)
        self._generator = generator.to(memory_format=torch.channels_last)
        self._discriminator, self._code_objective = discriminator, code_objective
        self._steps = 0
        self._average = MovingAverage(generator, settings.half_life)
        self._optimisers = _Optimisers(settings, generator, discriminator, network.head)
        self._modules: dict[str, nn.Module] = {"generator": generator, "head": network.head}
        if discriminator is not None:
            self._modules["discriminator"] = discriminator

    @property
    def average(self) -> nn.Module:
        """The generator to show and ship: the moving average of its weights."""
        return self._average.average

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """Update discriminator, generator and encoder once on the rows int64 [B].

        `progress` is the share of the run that is done. Returns the losses by name.
        """
        self._optimisers.set_rates(progress)
        batch = self._batch(rows)
        discriminator = self._active_discriminator(progress)
        losses: dict[str, Tensor] = {}
        if discriminator is not None:
            losses |= self._discriminator_step(discriminator, batch)
        losses |= self._generator_step(discriminator, batch, encode_side(self._settings, progress))
        if discriminator is not None and "encoder" in self._optimisers:
            losses |= self._encoder_step(discriminator, batch)
        self._average.update(self._generator, len(rows) * world_size())
        self._steps += 1
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _batch(self, rows: Tensor) -> _Batch:
        descriptors = self._descriptors[rows].float()
        with torch.no_grad():
            codes = signs_of(self._network.head(descriptors))
        flips = random_flips(codes, self._settings.most_flips)
        pixels = self._pictures[rows.to(self._pictures.device)].to(descriptors.device)
        photos = (pixels.permute(0, 3, 1, 2).float() - 127.5) / 127.5
        return _Batch(rows, photos, descriptors, codes * flips, flips)

    def _active_discriminator(self, progress: float) -> Discriminator | None:
        """Return the discriminator in the steps in which it takes part."""
        takes_part = self._steps % self._settings.adversary_every == 0
        entered = progress >= self._settings.adversary_from
        return self._discriminator if takes_part and entered else None

    def _discriminator_step(self, discriminator: Discriminator, batch: _Batch) -> dict[str, Tensor]:
        """Both pairs have the same flipped code, so that only the picture tells them apart."""
        with torch.no_grad():
            generated = self._generate(batch.codes)
        real, fake = _leaves(batch.photos, batch.codes), _leaves(generated, batch.codes)
        real_scores, fake_scores = discriminator(*real), discriminator(*fake)
        loss = discriminator_loss(real_scores, fake_scores)
        penalty = gradient_penalty(real_scores, real) + gradient_penalty(fake_scores, fake)
        self._optimisers.step("discriminator", loss + self._settings.penalty / 2 * penalty)
        return {"discriminator": loss, "penalty": penalty}

    def _generator_step(
        self, discriminator: Discriminator | None, batch: _Batch, side: int
    ) -> dict[str, Tensor]:
        generated = self._generate(batch.codes)
        losses = self._reconstruction_losses(generated, batch, side)
        if discriminator is not None:
            with torch.no_grad():
                real_scores = discriminator(batch.photos, batch.codes)
            fake_scores = discriminator(generated, batch.codes)
            losses["adversarial"] = generator_loss(real_scores, fake_scores)
        weighted = [getattr(self._settings, name) * loss for name, loss in losses.items()]
        self._optimisers.step("generator", torch.stack(weighted).sum())
        return losses

    def _reconstruction_losses(
        self, generated: Tensor, batch: _Batch, side: int
    ) -> dict[str, Tensor]:
        settings = self._settings
        losses = {
            "pixels": (generated - batch.photos).abs().mean(),
            "low_resolution": low_resolution_l1(generated, batch.photos, settings.low_side),
        }
        if settings.perceptual or settings.bits:  # encoding is the most expensive part of a step
            descriptors, logits = self._encoder(generated, side)
            losses["perceptual"] = descriptor_distance(descriptors, batch.descriptors)
            losses["bits"] = bit_consistency(logits, batch.codes, settings.margin)
        return losses

    def _encoder_step(self, discriminator: Discriminator, batch: _Batch) -> dict[str, Tensor]:
        """Train the head to make its pair indistinguishable from the generator's.

        The discriminator sees codes of ±1 only; the gradient passes through tanh.
        """
        relaxed = torch.tanh(self._network.head(batch.descriptors)) * batch.flips
        codes = relaxed + (batch.codes - relaxed).detach()
        with torch.no_grad():
            fake_scores = discriminator(self._generate(batch.codes), batch.codes)
        loss = generator_loss(discriminator(batch.photos, codes), fake_scores)
        losses = {"encoder_adversarial": loss}
        total = self._settings.encoder_adversarial * loss
        if self._code_objective is not None:
            losses["codes"] = self._code_objective(batch.rows)
            total = total + losses["codes"]
        self._optimisers.step("encoder", total)
        return losses

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


class _Optimisers:
    """Adam for generator, discriminator and encoder, each with its own learning rate."""

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
        if settings.encoder_adversarial > 0:
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
        torch.autograd.backward(loss)
        average_gradients(adam.parameters)
        adam.step()

    def state_dict(self) -> dict[str, Any]:
        return {name: adam.state_dict() for name, adam in self._adams.items()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        for name, adam in self._adams.items():
            adam.load_state_dict(state[name])


def random_flips(codes: Tensor, most: float) -> Tensor:
    """Draw factors of ±1, float32 [N, K], that flip a share of 0 to `most` of each code's bits."""
    shares = torch.rand(len(codes), 1, device=codes.device) * most
    return 1 - 2 * (torch.rand_like(codes) < shares).float()


def encode_side(settings: AdversarialSettings, progress: float) -> int:
    """Return the side, in pixels, at which pictures are encoded at this share of the run."""
    return [side for start, side in settings.encode_sides if start <= progress][-1]


def _leaves(pictures: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
    """Copy both as leaf tensors, by which a score can be differentiated."""
    return pictures.detach().clone().requires_grad_(), codes.detach().clone().requires_grad_()
