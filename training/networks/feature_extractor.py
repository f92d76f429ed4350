"""The frozen part of a model: a backbone, and the descriptor made from its features."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import ENCODER, ModelBundle
from desktop_app.core.learning.linear_hash import LinearHash, principal_axes
from training.base.arrays import Floats
from training.data.features import preprocess_digest
from training.networks.backbones import LoadedBackbone, load_backbone
from training.networks.bundle_networks import Descriptor, describe


@dataclass(frozen=True, eq=False)
class FeatureExtractor:
    """Backbone and descriptor, in evaluation mode.

    Attributes:
        name: of the backbone.
        image_size: side of its input, in pixels.
        backbone: pixels uint8 [N, S, S, 3] -> features float32 [N, F].
        descriptor: features -> descriptors of D int8 values.
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
        """A name of everything that a stored descriptor depends on."""
        digest = digest_of(
            preprocess_digest(self.image_size).encode(),
            weights_of(self.backbone),
            weights_of(self.descriptor),
        )
        return f"{self.name}-{self.image_size}-{self.descriptor_size}-{digest}"

    def describe(self, features: Floats) -> torch.Tensor:
        """Compute descriptors int8 [N, D] of backbone features float32 [N, F]."""
        return torch.from_numpy(describe(self.descriptor, features).astype(np.int8))


def new_feature_extractor(
    name: str, image_size: int, backbone: LoadedBackbone, features: Floats, size: int, seed: int
) -> FeatureExtractor:
    """Fit a descriptor of `size` on a backbone's features float32 [N, F] of photos."""
    descriptor = Descriptor(principal_axes(features, size), seed)
    return FeatureExtractor(name, image_size, backbone.module, descriptor.eval())


def feature_extractor_of_bundle(bundle: ModelBundle) -> FeatureExtractor:
    """Rebuild a bundle's extractor, so that a new head reads the descriptors stored already.

    Raises:
        BundleError: the weights do not match the id that the bundle names.
        MissingWeightsError: the bundle's backbone is not installed.
    """
    manifest = bundle.manifest
    name = manifest.descriptor_id.rsplit("-", 3)[0]
    stored = onnx_weights(bundle.encoder, prefixes=("descriptor.", "backbone."))
    try:
        weight, bias = stored["descriptor.project.weight"], stored["descriptor.project.bias"]
    except KeyError as error:
        raise BundleError(
            bundle.folder, BundleProblem.NOT_RUNNABLE, f"{ENCODER} has no descriptor"
        ) from error
    backbone = load_backbone(name).module
    _load_weights(backbone, stored)
    extractor = FeatureExtractor(name, manifest.image_size, backbone, _descriptor(weight, bias))
    if extractor.descriptor_id != manifest.descriptor_id:
        detail = f"its weights do not match {manifest.descriptor_id}"
        raise BundleError(bundle.folder, BundleProblem.NOT_RUNNABLE, detail)
    return extractor


def onnx_weights(path: Path, prefixes: tuple[str, ...] = ("",)) -> dict[str, Floats]:
    """Read the initialisers of an ONNX file by name, as float32, if they have such a prefix."""
    return {
        tensor.name.removesuffix(".half"): np.array(numpy_helper.to_array(tensor), np.float32)
        for tensor in onnx.load(path).graph.initializer
        if tensor.name.startswith(prefixes)
    }


def _descriptor(weight: Floats, bias: Floats) -> Descriptor:
    """Build a descriptor of weights [D, F] and bias [D] that were fitted before."""
    axes = LinearHash(np.zeros(weight.shape[1], np.float32), np.asarray(weight.T, np.float32))
    descriptor = Descriptor(axes, seed=0)
    descriptor.project.weight.copy_(torch.from_numpy(weight))
    descriptor.project.bias.copy_(torch.from_numpy(bias))
    return descriptor.eval()


@torch.no_grad()
def _load_weights(backbone: nn.Module, stored: dict[str, Floats]) -> None:
    """Copy the stored weights, which may be fine-tuned; values that are not stored stay."""
    for name, value in backbone.state_dict().items():
        found = stored.get(f"backbone.{name}")
        if found is not None and found.shape == tuple(value.shape):
            value.copy_(torch.from_numpy(found))


def weights_of(module: nn.Module) -> bytes:
    """Serialise a module's values with their names, for a digest."""
    return b"".join(
        name.encode() + cast("torch.Tensor", tensor).contiguous().cpu().numpy().tobytes()
        for name, tensor in module.state_dict().items()
    )


def digest_of(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()[:8]
