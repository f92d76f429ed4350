"""What the default model is made with. The table of what was tried: MODEL_CARD.md of the bundle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FitConfig:
    """`descriptor_size` is D, `code_bits` K (at most D), `image_size` in pixels."""

    backbone: str = "lite2"
    image_size: int = 256
    descriptor_size: int = 256
    code_bits: int = 256
    itq_iterations: int = 50
    seed: int = 0
