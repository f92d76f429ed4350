"""The networks of a built bundle, and those of the bundle that computes features before it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, ValueInfoProto, helper

from desktop_app.core.building.assembly import FEATURES
from desktop_app.core.building.feature_network import FeatureNetwork
from desktop_app.core.building.projection import Projection, extended, with_projection
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.limited_networks import LimitedNetworks
from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    FORMAT_VERSION,
    HASHER,
    Manifest,
    ModelBundle,
)
from desktop_app.core.learning.grafting import finished, graft_head
from desktop_app.core.learning.hasher_graph import hasher_graph
from desktop_app.core.learning.integer_head import IntegerWeights

_UNUSED_SIZE = 8  # of the descriptors of the first bundle


def feature_encoder(folder: Path, network: FeatureNetwork) -> Encoder:
    """Run a network in processes with limits: its features come out as `logits`.

    This bundle lies in `folder` for as long as it is used, and is never read by the application.
    Raises BundleError.
    """
    model = onnx.load_model_from_string(network.content)
    encoder, hasher = _with_features_as_logits(model, network.features), _hasher(model, network)
    files = {ENCODER: finished(encoder), HASHER: finished(hasher)}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    bundle = ModelBundle(folder, _manifest_of_features(network, files))
    return Encoder(bundle, LimitedNetworks(bundle))


def _with_features_as_logits(model: ModelProto, features: int) -> ModelProto:
    """Add descriptors of zeros, which a bundle has to have."""
    node = helper.make_node
    nodes = [
        node("Identity", [FEATURES], ["logits"]),
        node("MatMul", [FEATURES, "nothing"], ["zeros"]),
        node("Clip", ["zeros", "nothing.zero", "nothing.zero"], ["no_more"]),
        node("Cast", ["no_more"], ["descriptor"], to=TensorProto.INT8),
    ]
    nothing = np.zeros((features, _UNUSED_SIZE), np.float32)
    constants = {"nothing": nothing, "nothing.zero": np.array(0, np.float32)}
    return extended(model, nodes, constants, [_descriptor(), _logits(features)])


def _hasher(model: ModelProto, network: FeatureNetwork) -> ModelProto:
    """Make zeros of descriptors."""
    nodes = [
        helper.make_node("Cast", ["descriptor"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["floats", "nothing"], ["logits"]),
    ]
    empty = helper.make_graph([], "hasher", [_descriptor()], [])
    versions, format_version = list(model.opset_import), model.ir_version
    start = helper.make_model(empty, opset_imports=versions, ir_version=format_version)
    nothing = np.zeros((_UNUSED_SIZE, network.features), np.float32)
    return extended(start, nodes, {"nothing": nothing}, [_logits(network.features)])


def _manifest_of_features(network: FeatureNetwork, files: dict[str, bytes]) -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        model_id="features",
        descriptor_id="none",
        code_bits=network.features,
        descriptor_size=_UNUSED_SIZE,
        image_size=network.side,
        preview_size=None,
        files={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        trained_on="nothing",
        figures={},
        same_distance=0,
        similar_distance=0,
        random_pairs_within=[],
    )


def networks_of(
    network: FeatureNetwork, projection: Projection, head: IntegerWeights
) -> dict[str, bytes]:
    """Return the files of the encoder and the hasher."""
    hasher = finished(hasher_graph(head))
    described = with_projection(onnx.load_model_from_string(network.content), projection)
    joined = graft_head(described, onnx.load_model_from_string(hasher))
    return {ENCODER: finished(joined), HASHER: hasher}


def _descriptor() -> ValueInfoProto:
    return helper.make_tensor_value_info("descriptor", TensorProto.INT8, ["photos", _UNUSED_SIZE])


def _logits(features: int) -> ValueInfoProto:
    return helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["photos", features])
