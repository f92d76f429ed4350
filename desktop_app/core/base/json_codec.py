"""Dataclasses to JSON and back, with types checked: files and the lines of jobs.

All JSON passes `parse_json`, and all files of JSON `read_json`: what may come from a stranger is of
limited size and depth.

msgspec converts and checks; the standard `json` module reads and writes the text, because paths
that are not UTF-8 hold lone surrogates, which msgspec's own JSON refuses. Unknown fields are
ignored, and missing ones take their defaults (docs/formats.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop_app.core.base.regular_file import open_regular_file

# A retraining of two million photos is requested in fewer.
MAX_JSON_BYTES = 16 * 2**20
_MAX_DEPTH = 32
_TOO_DEEP = "nested too deeply"

T = TypeVar("T")


def encode_json(value: object, *, indent: int | None = None) -> str:
    """Encode a dataclass, or anything that it may hold, as ASCII text."""
    return json.dumps(to_builtins(value), indent=indent)


def decode_json(text: str | bytes, kind: type[T]) -> T:
    """Decode what `encode_json` made of a `kind`. Raises ValueError for anything else."""
    return from_builtins(parse_json(text), kind)


def parse_json(text: str | bytes, parse_constant: Callable[[str], Any] | None = None) -> Any:
    """Return plain values as `json.loads` does, nested at most 32 deep. Raises ValueError."""
    try:
        values = json.loads(text, parse_constant=parse_constant)
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error
    level = _inside([values])
    for _ in range(_MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
    if level:
        raise ValueError(_TOO_DEEP)
    return values


def read_json(path: Path, *, follow_link: bool = False) -> bytes:
    """Read a file of JSON, to be parsed or decoded.

    Args:
        path: A regular file.
        follow_link: It may be a link: the user may have made that, and no stranger.

    Raises:
        OSError: It cannot be read.
        ValueError: It is larger than any that the program writes.
    """
    with open_regular_file(path, follow_links=follow_link) as file:
        text = file.read(MAX_JSON_BYTES + 1)
    if len(text) > MAX_JSON_BYTES:
        raise ValueError("too large")
    return text


def to_builtins(value: object) -> Any:
    """Dataclasses, paths and enums -> what `json.dumps` takes."""
    return msgspec.to_builtins(value, enc_hook=_encode_other)


def from_builtins(values: object, kind: type[T]) -> T:
    """The inverse of `to_builtins`. Raises ValueError, which names the field that is wrong."""
    return msgspec.convert(values, kind, dec_hook=_decode_path)


def _inside(outer: Any) -> list[Any]:
    """Return the lists and objects in a list or object."""
    values = outer.values() if isinstance(outer, dict) else outer
    return [value for value in values if isinstance(value, (dict, list))]


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
