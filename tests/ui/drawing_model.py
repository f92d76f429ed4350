"""The shipped model with a generator that shows a code's bits as blots, and with none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    GENERATOR,
    HASHER,
    ModelBundle,
    write_bundle,
)

SIDE = 24


def with_generator(bundle: ModelBundle, folder: Path, generator: bytes | None = None) -> Path:
    """A copy of a bundle whose generator paints each code in colours of its own."""
    names = (ENCODER, HASHER)
    files = {name: (bundle.folder / name).read_bytes() for name in names}
    drawing = generator or _generator(bundle.manifest.code_bits).SerializeToString()
    manifest = replace(bundle.manifest, preview_size=SIDE)
    return write_bundle(folder, manifest, {**files, GENERATOR: drawing}).folder


def without_generator(bundle: ModelBundle, folder: Path) -> Path:
    """A copy of a bundle that cannot draw."""
    files = {name: (bundle.folder / name).read_bytes() for name in (ENCODER, HASHER)}
    return write_bundle(folder, replace(bundle.manifest, preview_size=None), files).folder


def _generator(code_bits: int) -> onnx.ModelProto:
    """codes float32 [N, K] -> pictures uint8 [N, 24, 24, 3]: grey, and for each bit some blots."""
    waves = np.random.default_rng(0).normal(0, 60, (code_bits, 3, 3, 3))
    waves = np.kron(waves, np.ones((1, SIDE // 3, SIDE // 3, 1))) / np.sqrt(code_bits) * 4
    constants = {
        "waves": waves.reshape(code_bits, -1).astype(np.float32),
        "middle": np.array(128, np.float32),
        "low": np.array(0, np.float32),
        "high": np.array(255, np.float32),
        "shape": np.array([-1, SIDE, SIDE, 3], np.int64),
    }
    nodes = [
        helper.make_node("MatMul", ["codes", "waves"], ["waved"]),
        helper.make_node("Add", ["waved", "middle"], ["lit"]),
        helper.make_node("Clip", ["lit", "low", "high"], ["clipped"]),
        helper.make_node("Reshape", ["clipped", "shape"], ["shaped"]),
        helper.make_node("Cast", ["shaped"], ["pictures"], to=TensorProto.UINT8),
    ]
    graph = helper.make_graph(
        nodes,
        "generator",
        [helper.make_tensor_value_info("codes", TensorProto.FLOAT, ["N", code_bits])],
        [helper.make_tensor_value_info("pictures", TensorProto.UINT8, ["N", SIDE, SIDE, 3])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opset, ir_version=8)
