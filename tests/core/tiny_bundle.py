"""Tiny models, valid or invalid on purpose.

The encoder maps the mean colour of a photo to a descriptor, the hasher a descriptor to logits, and
the generator a code to a picture.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from desktop_app.core.bundle.model_bundle import (
    ENCODER,
    FORMAT_VERSION,
    GENERATOR,
    HASHER,
    MANIFEST,
    MEMORY,
    Manifest,
)

SIDE, SIZE, BITS, PREVIEW_SIDE = 32, 8, 16, 8
MODEL_ID = "tiny-16-0123abcd"
CARD = "MODEL_CARD.md"

Files = dict[str, bytes]
Arrays = dict[str, NDArray[Any]]


def tiny_files(**manifest: object) -> Files:
    """All files of a valid bundle; `manifest` are values of model.json to replace."""
    return described(
        {
            ENCODER: encoder().SerializeToString(),
            HASHER: hasher().SerializeToString(),
            GENERATOR: generator().SerializeToString(),
            MEMORY: npy(np.zeros((5, SIZE), np.int8)),
            CARD: b"# A tiny model\n",
        },
        **manifest,
    )


def described(files: Files, /, **manifest: object) -> Files:
    """Add a manifest with the hashes of the files."""
    content = {name: data for name, data in files.items() if name != MANIFEST}
    values = {
        **asdict(
            Manifest(
                format_version=FORMAT_VERSION,
                model_id=MODEL_ID,
                descriptor_id="tiny-8",
                code_bits=BITS,
                descriptor_size=SIZE,
                image_size=SIDE,
                preview_size=PREVIEW_SIDE if GENERATOR in content else None,
                files={name: hashlib.sha256(data).hexdigest() for name, data in content.items()},
                trained_on="noise",
                figures={"noise_map": 0.5},
                same_distance=2,
                similar_distance=5,
                random_pairs_within=[share / BITS for share in range(BITS + 1)],
            )
        ),
        **manifest,
    }
    return {MANIFEST: json.dumps(values).encode(), **content}


def with_network(name: str, model: ModelProto) -> Files:
    """The files of a valid bundle with another network, and its correct hash."""
    return described({**tiny_files(), name: model.SerializeToString()})


def with_memory(content: bytes) -> Files:
    return described({**tiny_files(), MEMORY: content})


def write_folder(folder: Path, files: Files) -> Path:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def write_zip(
    path: Path, files: Files, change: Callable[[zipfile.ZipInfo], None] | None = None
) -> Path:
    """Write an archive; `change` is called for each entry before it is written."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            if change is not None:
                change(entry)
            archive.writestr(entry, content)
    return path


def npy(values: NDArray[Any], *, pickled: bool = False) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=pickled)
    return buffer.getvalue()


def encoder(head: Arrays | None = None) -> ModelProto:
    """Pixels uint8 [N, 32, 32, 3] -> descriptor int8 [N, 8], logits float32 [N, 16]"""
    node = helper.make_node
    nodes = [
        node("Cast", ["pixels"], ["numbers"], to=TensorProto.FLOAT),
        node("ReduceMean", ["numbers", "sides"], ["colour"], keepdims=0),
        node("MatMul", ["colour", "mixing"], ["mixed"]),
        node("Clip", ["mixed", "low", "high"], ["clipped"]),
        node("Round", ["clipped"], ["rounded"]),
        node("Cast", ["rounded"], ["descriptor"], to=TensorProto.INT8),
        *_head_nodes(),
    ]
    constants: Arrays = {
        "sides": np.array([1, 2], np.int64),
        "mixing": np.random.default_rng(0).normal(0, 1, (3, SIZE)).astype(np.float32),
        "low": np.array(-127, np.float32),
        "high": np.array(127, np.float32),
        **(head or head_weights()),
    }
    outputs: dict[str, tuple[int, list[int]]] = {
        "descriptor": (TensorProto.INT8, [SIZE]),
        "logits": (TensorProto.FLOAT, [BITS]),
    }
    return network(nodes, {"pixels": (TensorProto.UINT8, [SIDE, SIDE, 3])}, outputs, constants)


def hasher(head: Arrays | None = None) -> ModelProto:
    """Descriptor int8 [N, 8] -> logits float32 [N, 16]"""
    return network(
        _head_nodes(),
        {"descriptor": (TensorProto.INT8, [SIZE])},
        {"logits": (TensorProto.FLOAT, [BITS])},
        head or head_weights(),
    )


def head_weights(seed: int = 1) -> Arrays:
    """Integers, whose sums are exact in any order."""
    weights = np.random.default_rng(seed).integers(-9, 10, (SIZE, BITS))
    return {"direct": weights.astype(np.float32)}


def generator() -> ModelProto:
    """Codes float32 [N, 16] -> pictures uint8 [N, 8, 8, 3]"""
    node = helper.make_node
    nodes = [
        node("MatMul", ["codes", "waves"], ["waved"]),
        node("Clip", ["waved", "low", "high"], ["clipped"]),
        node("Reshape", ["clipped", "shape"], ["shaped"]),
        node("Cast", ["shaped"], ["pictures"], to=TensorProto.UINT8),
    ]
    waves = np.random.default_rng(2).uniform(0, 30, (BITS, PREVIEW_SIDE**2 * 3))
    constants: Arrays = {
        "waves": waves.astype(np.float32),
        "low": np.array(0, np.float32),
        "high": np.array(255, np.float32),
        "shape": np.array([-1, PREVIEW_SIDE, PREVIEW_SIDE, 3], np.int64),
    }
    return network(
        nodes,
        {"codes": (TensorProto.FLOAT, [BITS])},
        {"pictures": (TensorProto.UINT8, [PREVIEW_SIDE, PREVIEW_SIDE, 3])},
        constants,
    )


def network(
    nodes: list[NodeProto],
    inputs: dict[str, tuple[int, list[int]]],
    outputs: dict[str, tuple[int, list[int]]],
    constants: Arrays,
) -> ModelProto:
    """Like those of training/shipping/export.py: opset 18, and a free first dimension."""
    graph = helper.make_graph(
        nodes,
        "tiny",
        [_port(name, *kind) for name, kind in inputs.items()],
        [_port(name, *kind) for name, kind in outputs.items()],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


def _head_nodes() -> list[NodeProto]:
    return [
        helper.make_node("Cast", ["descriptor"], ["d"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["d", "direct"], ["logits"]),
    ]


def _port(name: str, kind: int, shape: list[int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, ["photos", *shape])
