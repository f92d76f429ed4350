"""Where pictures go into a foreign network, and where their vectors come out."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, TensorProto, ValueInfoProto

from desktop_app.core.building.data_flow import free_inputs, inputs_behind
from desktop_app.core.building.network_options import Pooling

# Of outputs, the ones of these names are taken first.
_USUAL_NAMES = (
    *("image_embeds", "image_embeddings", "pooler_output", "embeddings", "embedding", "features"),
    *("sentence_embedding", "last_hidden_state"),
)
_TYPES: dict[int, str] = {
    TensorProto.FLOAT: "float32",
    TensorProto.FLOAT16: "float16",
    TensorProto.UINT8: "uint8",
}
_COLOURS = 3


@dataclass(frozen=True)
class PictureInput:
    """The input of a network that takes pictures.

    Attributes:
        name: Of the tensor.
        dtype: Of its values: float32, float16, or uint8, which are pixels as they are.
        channels_first: [N, 3, S, S], otherwise [N, S, S, 3].
        rows: N, or None if it is free.
        sides: S twice; None where it is free.
    """

    name: str
    dtype: str
    channels_first: bool
    rows: int | None
    sides: tuple[int | None, int | None]


def picture_input(graph: GraphProto) -> PictureInput | None:
    """Return the first input that may take pictures."""
    found = (_as_pictures(item) for item in free_inputs(graph))
    return next((item for item in found if item is not None), None)


def inputs_text(graph: GraphProto) -> str:
    """Name the inputs with their shapes, for a message."""
    return ", ".join(f"{item.name} {_shape_text(item)}" for item in free_inputs(graph)) or "none"


def outputs_of(graph: GraphProto, pictures: str) -> list[str]:
    """Return the outputs that depend on the pictures and on no other input, likely ones first."""
    names = [item.name for item in graph.output]
    names = [name for name in names if inputs_behind(graph, name) == {pictures}]
    return sorted(names, key=_place)


def best_output(values: dict[str, NDArray[Any]], names: list[str]) -> str | None:
    """Choose an output by the values for one picture: vectors, then tokens, then maps."""
    usable = [name for name in names if _is_usable(values[name])]
    named = [name for name in usable if name in _USUAL_NAMES]
    return min(named or usable, key=lambda name: values[name].ndim, default=None)


def pooling_of(value: NDArray[Any]) -> Pooling:
    """Choose how to pool an output for one picture.

    Tokens that do not fill a square begin with one that stands for the whole picture.
    """
    if value.ndim == 2:
        return Pooling.NONE
    has_first = value.ndim == 3 and not _is_square(value.shape[1])
    return Pooling.FIRST if has_first else Pooling.MEAN


def _is_square(count: int) -> bool:
    return isqrt(count) ** 2 == count


def channel_axis(value: NDArray[Any]) -> int:
    """Return the axis of the features of an output: maps may have it first or last."""
    is_last = value.ndim == 4 and value.shape[1] == value.shape[2] != value.shape[3]
    return value.ndim - 1 if value.ndim < 4 or is_last else 1


def _is_usable(value: NDArray[Any]) -> bool:
    return value.ndim in (2, 3, 4) and value.shape[0] == 1 and value.dtype.kind == "f"


def _place(name: str) -> int:
    return _USUAL_NAMES.index(name) if name in _USUAL_NAMES else len(_USUAL_NAMES)


def _as_pictures(item: ValueInfoProto) -> PictureInput | None:
    kind = item.type.tensor_type
    sizes = _sizes(item)
    dtype = _TYPES.get(kind.elem_type)
    if dtype is None or len(sizes) != 4:
        return None
    is_last = sizes[3] == _COLOURS or (dtype == "uint8" and sizes[1] != _COLOURS)
    channels_first = sizes[1] == _COLOURS or not is_last
    colours = sizes[1] if channels_first else sizes[3]
    if colours not in (_COLOURS, None):
        return None
    sides = (sizes[2], sizes[3]) if channels_first else (sizes[1], sizes[2])
    return PictureInput(item.name, dtype, channels_first, sizes[0], sides)


def _sizes(item: ValueInfoProto) -> list[int | None]:
    sizes = item.type.tensor_type.shape.dim
    return [size.dim_value if size.HasField("dim_value") else None for size in sizes]


def _shape_text(item: ValueInfoProto) -> str:
    return str([size if size is not None else "?" for size in _sizes(item)]).replace("'", "")


def example(source: PictureInput, rows: int, side: int) -> NDArray[Any]:
    """Draw noise that the input takes, with a mean of 0 and a deviation of 1."""
    shape = (rows, _COLOURS, side, side) if source.channels_first else (rows, side, side, _COLOURS)
    noise = np.random.default_rng(0).normal(size=shape)
    if source.dtype == "uint8":
        return np.clip(noise * 64 + 128, 0, 255).astype(np.uint8)
    return noise.astype(source.dtype)
