"""The adversarial stage: generator and discriminator, and through them the encoder, one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.base.devices import average_gradients, device_of, group_size
from training.base.schedules import rate_share
from training.data.examples import Examples
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
    """Weights of the losses, and when and at what cost each is asked for.

    pixels, low_resolution   L1 at full size, and averaged to `low_side` x `low_side`
    perceptual               1 - cosine of the descriptors of the picture and of its photo
    bits, margin             consistency of the picture's bits, and how far from 0 a logit need be
    adversarial              of the generator; 0: there is no discriminator
    encoder_adversarial      of the encoder; 0: the encoder is frozen
    penalty                  of the gradients of the discriminator's scores (R1 and R2)
    adversary_from           share of the run before the discriminator enters
    adversary_every          it plays in every n-th step only
    encode_sides             (share of the run, side): from then on pictures are encoded at that
                             side; in pixels, ascending from share 0
    most_flips               up to this share of a code's bits is flipped
    warm_up, last_rate       share of the run in which the rates rise; what they fall to, as a share
    half_life                of the generator's moving average, in examples
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
    """Photos float32 [B, 3, G, G] in [-1, 1], descriptors float32 [B, D], codes of ±1 [B, K].

    `flips` [B, K] is -1 where a bit of the code was flipped, else 1.
    """

    rows: Tensor
    photos: Tensor
    descriptors: Tensor
    codes: Tensor
    flips: Tensor


class AdversarialStage:
    """Trains the generator, and where the settings say so the head, against the discriminator."""

    def __init__(
        self,
        examples: Examples,
        network: HashingNetwork,
        generator: Generator,
        discriminator: Discriminator | None,
        settings: AdversarialSettings,
        code_objective: CodeObjective | None = None,
    ) -> None:
        """`code_objective` gives the encoder's own loss on rows [B]; examples bring pictures.

        `discriminator` is None if, and only if, `settings.adversarial` and `encoder_adversarial`
        are 0.
        Everything is on one device, but for the examples' pictures, which are moved as needed.
        """
        assert examples.pictures is not None
        weights = (settings.adversarial, settings.encoder_adversarial)
        assert (discriminator is not None) == (max(weights) > 0)
        self._descriptors, self._pictures = examples.descriptors, examples.pictures
        self._network, self._settings = network, settings
        self._half = computes_in_bfloat16(device_of(generator))
        self._sight = DifferentiableEncoder(network, half=self._half)
        self._generator = generator.to(memory_format=torch.channels_last)
        self._discriminator = discriminator
        self._code_objective = code_objective
        self._steps = 0
        self._average = MovingAverage(generator, settings.half_life)
        self._optimisers = {"generator": _adam(generator.parameters(), settings.generator_rate)}
        if discriminator is not None:
            rate = settings.discriminator_rate
            self._optimisers["discriminator"] = _adam(discriminator.parameters(), rate)
        if settings.encoder_adversarial > 0:
            head = network.head.parameters()
            self._optimisers["encoder"] = _adam(head, settings.encoder_rate)

    @property
    def average(self) -> nn.Module:
        """The generator to show and to ship: the moving average of its weights."""
        return self._average.average

    def step(self, rows: Tensor, progress: float) -> dict[str, float]:
        """Discriminator, generator and encoder once on the examples `rows`, int64 [B].

        `progress` is the share of the run that is done. Returns the losses by name.
        """
        self._set_rates(progress)
        batch = self._batch(rows)
        rival = self._rival(progress)
        losses: dict[str, Tensor] = {}
        if rival is not None:
            losses |= self._discriminator_step(rival, batch)
        losses |= self._generator_step(rival, batch, encode_side(self._settings, progress))
        if rival is not None and "encoder" in self._optimisers:
            losses |= self._encoder_step(rival, batch)
        self._average.update(self._generator, len(rows) * group_size())
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

    def _rival(self, progress: float) -> Discriminator | None:
        """The discriminator in the steps in which it plays."""
        plays = self._steps % self._settings.adversary_every == 0
        return self._discriminator if plays and progress >= self._settings.adversary_from else None

    def _discriminator_step(self, rival: Discriminator, batch: _Batch) -> dict[str, Tensor]:
        """Both pairs have the same code, flips and all: it can tell them by the picture only."""
        with torch.no_grad():
            made = self._generate(batch.codes)
        real, fake = _pair(batch.photos, batch.codes), _pair(made, batch.codes)
        real_scores, fake_scores = rival(*real), rival(*fake)
        judged = discriminator_loss(real_scores, fake_scores)
        penalty = gradient_penalty(real_scores, real) + gradient_penalty(fake_scores, fake)
        self._descend("discriminator", judged + self._settings.penalty / 2 * penalty)
        return {"discriminator": judged, "penalty": penalty}

    def _generator_step(
        self, rival: Discriminator | None, batch: _Batch, side: int
    ) -> dict[str, Tensor]:
        weights = self._settings
        made = self._generate(batch.codes)
        losses = {
            "pixels": (made - batch.photos).abs().mean(),
            "low_resolution": low_resolution_l1(made, batch.photos, weights.low_side),
        }
        if weights.perceptual or weights.bits:  # looking at pictures is what costs most
            descriptors, logits = self._sight(made, side)
            losses["perceptual"] = descriptor_distance(descriptors, batch.descriptors)
            losses["bits"] = bit_consistency(logits, batch.codes, weights.margin)
        if rival is not None:
            with torch.no_grad():
                real_scores = rival(batch.photos, batch.codes)
            losses["adversarial"] = generator_loss(real_scores, rival(made, batch.codes))
        total = [getattr(weights, name) * loss for name, loss in losses.items()]
        self._descend("generator", torch.stack(total).sum())
        return losses

    def _encoder_step(self, rival: Discriminator, batch: _Batch) -> dict[str, Tensor]:
        """The head alone: its pair shall be mistaken for the generator's.

        The discriminator only ever sees ±1; the gradient passes through tanh.
        """
        relaxed = torch.tanh(self._network.head(batch.descriptors)) * batch.flips
        codes = relaxed + (batch.codes - relaxed).detach()
        with torch.no_grad():
            fake_scores = rival(self._generate(batch.codes), batch.codes)
        mistaken = generator_loss(rival(batch.photos, codes), fake_scores)
        losses = {"encoder_adversarial": mistaken}
        total = self._settings.encoder_adversarial * mistaken
        if self._code_objective is not None:
            losses["codes"] = self._code_objective(batch.rows)
            total = total + losses["codes"]
        self._descend("encoder", total)
        return losses

    def _descend(self, name: str, loss: Tensor) -> None:
        optimiser = self._optimisers[name]
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        average_gradients(each for group in optimiser.param_groups for each in group["params"])
        optimiser.step()

    def _set_rates(self, progress: float) -> None:
        settings = self._settings
        rates = {
            "generator": settings.generator_rate,
            "discriminator": settings.discriminator_rate,
            "encoder": settings.encoder_rate,
        }
        share = rate_share(progress, settings.warm_up, settings.last_rate)
        for name, optimiser in self._optimisers.items():
            for group in optimiser.param_groups:
                group["lr"] = rates[name] * share

    def _generate(self, codes: Tensor) -> Tensor:
        with mixed_precision(codes.device, half=self._half):
            made: Tensor = self._generator(codes)
        return made.float()

    def state_dict(self) -> dict[str, Any]:
        return {
            "steps": self._steps,
            "average": self._average.state_dict(),
            "modules": {name: module.state_dict() for name, module in self._modules().items()},
            "optimisers": {name: each.state_dict() for name, each in self._optimisers.items()},
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._steps = state["steps"]
        self._average.load_state_dict(state["average"])
        for name, module in self._modules().items():
            module.load_state_dict(state["modules"][name])
        for name, optimiser in self._optimisers.items():
            optimiser.load_state_dict(state["optimisers"][name])

    def _modules(self) -> dict[str, nn.Module]:
        modules = {"generator": self._generator, "head": self._network.head}
        if self._discriminator is not None:
            modules["discriminator"] = self._discriminator
        return modules


def random_flips(codes: Tensor, most: float) -> Tensor:
    """Factors of ±1 [N, K] that flip a share of each code's bits, drawn from 0 to `most`."""
    shares = torch.rand(len(codes), 1, device=codes.device) * most
    return 1 - 2 * (torch.rand_like(codes) < shares).float()


def encode_side(settings: AdversarialSettings, progress: float) -> int:
    """At what side pictures are encoded after that share of the run, in pixels."""
    return [side for start, side in settings.encode_sides if start <= progress][-1]


def _adam(parameters: Iterable[nn.Parameter], rate: float) -> torch.optim.Adam:
    return torch.optim.Adam(parameters, lr=rate, betas=_BETAS)


def _pair(pictures: Tensor, codes: Tensor) -> tuple[Tensor, Tensor]:
    """Leaves of their own, by which a score can be differentiated."""
    return pictures.detach().clone().requires_grad_(), codes.detach().clone().requires_grad_()
