"""Dataclasses to JSON and back, with types checked: files and the lines of jobs.

msgspec converts and checks; the standard `json` module reads and writes the text, because paths
that are not UTF-8 hold lone surrogates, which msgspec's own JSON refuses. Unknown fields are
ignored, and missing ones take their defaults (docs/formats.md).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def encode_json(value: object, *, indent: int | None = None) -> str:
    """Encode a dataclass, or anything that it may hold, as ASCII text."""
    return json.dumps(to_builtins(value), indent=indent)


def decode_json(text: str | bytes, kind: type[T]) -> T:
    """Decode what `encode_json` made of a `kind`. Raises ValueError for anything else."""
    try:
        return from_builtins(json.loads(text), kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def to_builtins(value: object) -> Any:
    """Dataclasses, paths and enums -> what `json.dumps` takes."""
    return msgspec.to_builtins(value, enc_hook=_encode_other)


def from_builtins(values: object, kind: type[T]) -> T:
    """The inverse of `to_builtins`. Raises ValueError, which names the field that is wrong."""
    return msgspec.convert(values, kind, dec_hook=_decode_path)


def _encode_other(value: object) -> str | float:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, float):  # NumPy's float64
        return float(value)
    raise NotImplementedError


def _decode_path(kind: type, value: Any) -> Any:
    if kind is not Path:
        raise NotImplementedError
    return Path(value)
