"""What a model stands on: a frozen backbone and the descriptor made of its features."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import cast

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, ModelBundle
from training.base.arrays import Floats
from training.data.features import preprocess_digest
from training.measuring.baselines import LinearHash, principal_axes
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.bundle_networks import Descriptor, describe


@dataclass(frozen=True, eq=False)
class FeatureExtractor:
    """Backbone and descriptor, in evaluation mode. `name` of the backbone; side in pixels.

    `descriptor_id` names everything that a stored descriptor depends on.
    """

    name: str
    image_size: int
    backbone: nn.Module
    descriptor: Descriptor

    @property
    def descriptor_size(self) -> int:
        return self.descriptor.project.out_features

    @property
    def descriptor_id(self) -> str:
        digest = digest_of(
            preprocess_digest(self.image_size).encode(),
            weights_of(self.backbone),
            weights_of(self.descriptor),
        )
        return f"{self.name}-{self.image_size}-{self.descriptor_size}-{digest}"

    def describe(self, features: Floats) -> torch.Tensor:
        """Features of the backbone float32 [N, F] -> descriptors int8 [N, D]."""
        return torch.from_numpy(describe(self.descriptor, features).astype(np.int8))


def new_feature_extractor(
    name: str, image_size: int, backbone: LoadedBackbone, features: Floats, size: int, seed: int
) -> FeatureExtractor:
    """A descriptor of `size` for a backbone, from its features float32 [N, F] of photos."""
    descriptor = Descriptor(principal_axes(features, size), seed)
    return FeatureExtractor(name, image_size, backbone.module, descriptor.eval())


def feature_extractor_of_bundle(bundle: ModelBundle) -> FeatureExtractor:
    """What a bundle stands on, so that a new head reads the descriptors that are stored already.

    Raises BundleError where the bundle is not made of the backbone that its id names,
    MissingWeightsError where that backbone is not installed.
    """
    manifest = bundle.manifest
    name = manifest.descriptor_id.rsplit("-", 3)[0]
    stored = {
        tensor.name.removesuffix(".half"): np.array(numpy_helper.to_array(tensor), np.float32)
        for tensor in onnx.load(bundle.encoder).graph.initializer
        if tensor.name.startswith(("descriptor.", "backbone."))
    }
    try:
        weight, bias = stored["descriptor.project.weight"], stored["descriptor.project.bias"]
    except KeyError as error:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, ENCODER) from error
    unused = LinearHash(np.zeros(weight.shape[1], np.float32), np.asarray(weight.T, np.float32))
    descriptor = Descriptor(unused, seed=0)
    descriptor.project.weight.copy_(torch.from_numpy(weight))
    descriptor.project.bias.copy_(torch.from_numpy(bias))
    backbone = load_backbone(name).module
    _take_over(backbone, stored)
    ground = FeatureExtractor(name, manifest.image_size, backbone, descriptor.eval())
    if ground.descriptor_id != manifest.descriptor_id:
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, manifest.descriptor_id)
    return ground


@torch.no_grad()
def _take_over(backbone: nn.Module, stored: dict[str, NDArray[np.float32]]) -> None:
    """Weights of a bundle's encoder: it may have been fine-tuned. What it has not, stays."""
    for name, value in backbone.state_dict().items():
        found = stored.get(f"backbone.{name}")
        if found is not None and found.shape == tuple(value.shape):
            value.copy_(torch.from_numpy(found))


def weights_of(module: nn.Module) -> bytes:
    """All of a module's values with their names, for a digest."""
    return b"".join(
        name.encode() + cast("torch.Tensor", tensor).contiguous().cpu().numpy().tobytes()
        for name, tensor in module.state_dict().items()
    )


def digest_of(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()[:8]
