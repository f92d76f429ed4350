"""Start a library's generator from the bundle's, which was trained for long on many photos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import GENERATOR
from training.networks.feature_extractor import onnx_weights
from training.networks.generator import Generator

# Ridge added to the scatter of the codes, in photos: a few photos cannot determine 256 bits.
_RIDGE = 10.0


@dataclass(frozen=True, eq=False)
class Predecessor:
    """The previous model: its generator, and its hash from descriptors int8 [N, D] to logits."""

    generator: Generator
    hash_descriptors: Callable[[NDArray[np.int8]], Logits]


def predecessor_of(encoder: Encoder) -> Predecessor | None:
    """Load a bundle as a predecessor; None if it has no generator.

    Raises:
        BundleError: the generator's weights do not fit this program's network.
    """
    bundle, side = encoder.bundle, encoder.bundle.manifest.preview_size
    if bundle.generator is None or side is None:
        return None
    stored = onnx_weights(bundle.generator)
    try:
        width = stored["generator.colour.weight"].shape[1]
        generator = Generator(bundle.manifest.code_bits, side, width)
        for name, value in generator.state_dict().items():
            value.copy_(torch.from_numpy(stored[f"generator.{name}"]))
    except (KeyError, ValueError, RuntimeError) as error:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, GENERATOR) from error
    return Predecessor(generator, encoder.hash_descriptors)


@torch.no_grad()
def translate_generator(generator: Generator, old: Tensor, new: Tensor) -> Generator:
    """Return a generator that draws from codes `new` what `generator` draws from codes `old`.

    Ridge regression predicts the old bits from the new ones, and is folded into the layers that
    read the code: exact if one code is a linear map of the other, otherwise a good start.

    Args:
        generator: reads codes of K' bits; is not changed.
        old: codes of ±1, float32 [N, K'].
        new: codes of ±1 of the same photos, float32 [N, K].
    """
    weights, bias = _ridge_regression(new, old)
    state = generator.state_dict()
    for name, part in generator.named_modules():
        if isinstance(part, nn.Linear):
            weight = state[f"{name}.weight"]
            state[f"{name}.weight"] = weight @ weights.T
            state[f"{name}.bias"] = state[f"{name}.bias"] + weight @ bias
    translated = Generator(new.shape[1], generator.side, generator.width)
    translated.load_state_dict(state)
    return translated


def _ridge_regression(inputs: Tensor, outputs: Tensor) -> tuple[Tensor, Tensor]:
    """Fit outputs [N, M] = inputs [N, K] @ weights [K, M] + bias [M]."""
    extended = torch.cat([inputs, torch.ones(len(inputs), 1)], dim=1)
    normal = extended.T @ extended + _RIDGE * torch.eye(extended.shape[1])
    solved = torch.linalg.solve(normal, extended.T @ outputs)
    return solved[:-1], solved[-1]
