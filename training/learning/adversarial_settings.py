"""Settings of the adversarial stage: weights of the losses, when each applies, learning rates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AdversarialSettings:
    """Weights of the losses, when each applies, and the learning rates.

    Attributes:
        low_resolution: L1 after pooling to `low_side` x `low_side`.
        spatial: distance of the maps of a generated picture and of its photo in a FeaturePyramid.
        perceptual: 1 - cosine of the descriptors of a generated picture and of its photo.
        bits: consistency of a generated picture's bits with its code.
        margin: logit beyond which a bit counts as consistent.
        adversarial: the generator's adversarial loss; 0: there is no discriminator.
        encoder_adversarial: the encoder's adversarial loss.
        encoder_reconstruction: the encoder's loss of the picture that its code is drawn as. The
            encoder is frozen if it has neither loss.
        adversary_from: share of the run after which discriminator and encoder take part.
        adversary_ramp: share of the run during which the weight of its judgement then rises.
        encode_every: generated pictures are encoded in every n-th step: the most expensive part.
        encode_sides: pairs (share of the run, side in pixels), ascending from share 0: generated
            pictures are encoded at that side from then on.
        most_flips: largest share of a code's bits that are flipped at random.
        warm_up: share of the run during which the learning rates rise.
        last_rate: final learning rates, as a share of the highest.
        half_life: of the generator's moving average, in examples.
    """

    low_resolution: float = 2.0
    spatial: float = 0.0
    perceptual: float = 2.0
    bits: float = 1.0
    margin: float = 0.3
    adversarial: float = 0.0
    encoder_adversarial: float = 0.0
    encoder_reconstruction: float = 0.0
    adversary_from: float = 0.0
    adversary_ramp: float = 0.05
    encode_every: int = 1
    encode_sides: tuple[tuple[float, int], ...] = ((0.0, 96), (0.45, 160), (0.75, 256))
    low_side: int = 16
    most_flips: float = 0.1
    generator_rate: float = 2e-3
    discriminator_rate: float = 1e-4
    encoder_rate: float = 1e-4
    warm_up: float = 0.01
    last_rate: float = 0.02
    half_life: float = 10_000.0

    @property
    def has_discriminator(self) -> bool:
        """Whether a discriminator takes part."""
        return max(self.adversarial, self.encoder_adversarial) > 0

    @property
    def has_pyramid(self) -> bool:
        """Whether feature maps are computed: for the discriminator, or for the spatial loss."""
        return self.has_discriminator or self.spatial > 0

    @property
    def trains_encoder(self) -> bool:
        """Whether the encoder takes part."""
        return max(self.encoder_adversarial, self.encoder_reconstruction) > 0

    @property
    def encodes(self) -> bool:
        """Whether generated pictures are encoded."""
        return max(self.perceptual, self.bits) > 0

    def encode_side(self, progress: float) -> int:
        """Return the side, in pixels, at which pictures are encoded at this share of the run."""
        return [side for start, side in self.encode_sides if start <= progress][-1]

    def adversary_plays(self, progress: float) -> bool:
        """Whether the discriminator takes part at this share of the run."""
        return self.has_discriminator and progress >= self.adversary_from

    def encoder_plays(self, progress: float) -> bool:
        """Whether the encoder takes part at this share of the run."""
        return self.trains_encoder and progress >= self.adversary_from

    def weight(self, loss: str, progress: float) -> float:
        """Return the weight of one of the generator's losses at this share of the run."""
        weight: float = getattr(self, loss)
        past = progress - self.adversary_from
        if loss != "adversarial" or past >= self.adversary_ramp:
            return weight
        return weight * max(0.0, past / self.adversary_ramp)
