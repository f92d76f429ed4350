"""A library's generator begins as the bundle's, which learned for long: only the code is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from desktop_app.core.base.codes import Logits
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import GENERATOR
from training.networks.generator import Generator

# Added to the scatter of the codes, in photos: few photos cannot tell 256 bits apart.
_RIDGE = 10.0


@dataclass(frozen=True, eq=False)
class Predecessor:
    """The generator of the model before, and its codes: descriptors int8 [N, D] -> [N, K']."""

    generator: Generator
    hash_descriptors: Callable[[NDArray[np.int8]], Logits]


def predecessor_of(encoder: Encoder) -> Predecessor | None:
    """A bundle as a predecessor; None where it has no generator. Raises BundleError."""
    bundle, side = encoder.bundle, encoder.bundle.manifest.preview_size
    if bundle.generator is None or side is None:
        return None
    stored = {
        tensor.name.removesuffix(".half"): np.array(numpy_helper.to_array(tensor), np.float32)
        for tensor in onnx.load(bundle.generator).graph.initializer
    }
    try:
        width = stored["generator.colour.weight"].shape[1]
        generator = Generator(bundle.manifest.code_bits, side, width)
        for name, value in generator.state_dict().items():
            value.copy_(torch.from_numpy(stored[f"generator.{name}"]))
    except (KeyError, ValueError, RuntimeError) as error:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, GENERATOR) from error
    return Predecessor(generator, encoder.hash_descriptors)


@torch.no_grad()
def translated(generator: Generator, old: Tensor, new: Tensor) -> Generator:
    """A generator that draws of codes `new` what `generator` draws of codes `old`.

    Codes of ±1, float32 [N, K'] and [N, K], of the same photos. The old bits are predicted from
    the new ones by ridge regression, and the layers that read the code take the prediction's
    place: exact where one code is a linear map of the other, else a start.
    """
    count, bits = new.shape
    inputs = torch.cat([new, torch.ones(count, 1)], dim=1)
    normal = inputs.T @ inputs + _RIDGE * torch.eye(bits + 1)
    solved = torch.linalg.solve(normal, inputs.T @ old)
    weights, constants = solved[:-1], solved[-1]
    heir = Generator(bits, generator.side, generator.width)
    readers = {name for name, part in generator.named_modules() if isinstance(part, nn.Linear)}
    state = generator.state_dict()
    for name in readers:
        weight, bias = state[f"{name}.weight"], state[f"{name}.bias"]
        state[f"{name}.weight"] = weight @ weights.T
        state[f"{name}.bias"] = bias + weight @ constants
    heir.load_state_dict(state)
    return heir
