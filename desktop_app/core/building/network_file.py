"""Read an ONNX network from the user's disk, within limits of size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError
from onnx import ModelProto, TensorProto
from onnx.external_data_helper import load_external_data_for_model
from onnx.inliner import inline_local_functions

from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.building.errors import BuildError, BuildProblem

# Twice the weights, in float32, of the largest encoder that a bundle may have (model_bundle.py):
# the other half may be the text encoder of CLIP.
_MAX_BYTES = 2**30


def check_network_file(path: Path) -> int:
    """Return the size of a file, in bytes, before it is read. Raises BuildError."""
    try:
        with open_regular_file(path) as file:
            return _checked_size(path, file.seek(0, os.SEEK_END))
    except FileNotFoundError as error:
        raise BuildError(path, BuildProblem.NOT_THERE) from error
    except OSError as error:
        raise BuildError(path, BuildProblem.UNREADABLE, error.strerror or "") from error


def _checked_size(path: Path, size: int) -> int:
    if size > _MAX_BYTES:
        raise BuildError(path, BuildProblem.TOO_LARGE, f"{size / 1e6:,.0f}")
    return size


def read_network(path: Path) -> ModelProto:
    """Read a network with its weights, which may lie in files beside it. Raises BuildError."""
    size = check_network_file(path)
    try:
        with open_regular_file(path) as file:
            model = onnx.load_model_from_string(file.read(_MAX_BYTES))
        _check_outside(path, model, size)
        load_external_data_for_model(model, str(path.parent))
        onnx.checker.check_model(model)
        return inline_local_functions(model) if model.functions else model
    except OSError as error:
        raise BuildError(path, BuildProblem.UNREADABLE, str(error)) from error
    except (DecodeError, ValueError, onnx.checker.ValidationError) as error:
        detail = str(error).strip().partition("\n")[0]
        raise BuildError(path, BuildProblem.NOT_ONNX, detail) from error


def _check_outside(path: Path, model: ModelProto, size: int) -> None:
    """Check the files that hold weights: they lie in the folder of the network."""
    for name in sorted(set(_files_outside(model))):
        if Path(name).name != name:
            raise BuildError(path, BuildProblem.NOT_ONNX, f"weights in {name!r}")
        size = _checked_size(path, size + check_network_file(path.parent / name))


def _files_outside(model: ModelProto) -> Iterator[str]:
    for tensor in _tensors(model):
        if tensor.data_location == TensorProto.EXTERNAL:
            values = {entry.key: entry.value for entry in tensor.external_data}
            yield values.get("location", "")


def _tensors(model: ModelProto) -> Iterator[TensorProto]:
    yield from model.graph.initializer
    for node in model.graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                yield attribute.t
