"""What a network wants its pixels to be: their size and range, as told by files beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.core.base.json_codec import decode_json
from desktop_app.core.base.regular_file import open_regular_file
from desktop_app.core.building.errors import BuildError, BuildProblem

# In the order in which they are looked for: of Hugging Face, timm and OpenCLIP.
_FILES = ("preprocessor_config.json", "config.json", "open_clip_config.json")
_MAX_BYTES = 2**20
# Those that timm, DINOv2 and most networks trained on ImageNet use.
_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_DEVIATION = (0.229, 0.224, 0.225)

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Scaling:
    """How pixels become a network's input: (pixel * factor - mean) / deviation.

    Attributes:
        mean: Of red, green and blue.
        deviation: Standard deviation of the three.
        factor: Of pixels, 1/255 or 1.
        side: Of the picture, in pixels; None: not told.
        source: Where this was read, a path; None: it is the default.
    """

    mean: Colour = _IMAGENET_MEAN
    deviation: Colour = _IMAGENET_DEVIATION
    factor: float = 1 / 255
    side: int | None = None
    source: Path | None = None


def scaling_beside(network: Path) -> Scaling:
    """Read the scaling in the folder of a network, or the one above a folder `onnx`.

    Without such a file, it is the usual one of ImageNet. Raises BuildError.
    """
    folders = [network] if network.is_dir() else [network.parent]
    if folders[0].name == "onnx":
        folders.append(folders[0].parent)
    for path in (folder / name for name in _FILES for folder in folders):
        found = _read(path)
        if found is not None:
            return found
    return Scaling()


def _read(path: Path) -> Scaling | None:
    try:
        with open_regular_file(path) as file:
            values = decode_json(file.read(_MAX_BYTES), dict[str, Any])
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise BuildError(path, BuildProblem.BAD_CONFIG, str(error)) from error
    try:
        return _scaling(values, path)
    except (ValueError, TypeError, KeyError) as error:
        raise BuildError(path, BuildProblem.BAD_CONFIG, str(error)) from error


def _scaling(values: dict[str, Any], path: Path) -> Scaling | None:
    """Interpret a file; None: it says nothing of pixels, as a transformer's config.json."""
    inner = values.get("pretrained_cfg") or values.get("preprocess_cfg") or values
    if not isinstance(inner, dict) or not {"mean", "std", "image_mean", "image_std"} & inner.keys():
        return None
    mean, deviation = ((inner.get(name) or inner.get(f"image_{name}")) for name in ("mean", "std"))
    is_scaled = inner.get("do_rescale", True) is not False
    factor = float(inner.get("rescale_factor", 1 / 255)) if is_scaled else 1.0
    if inner.get("do_normalize", True) is False:
        mean, deviation = (0, 0, 0), (1, 1, 1)
    return Scaling(
        colour(mean), colour(deviation, positive=True), _positive(factor), _side(inner), path
    )


def colour(values: Any, *, positive: bool = False) -> Colour:
    """Check three numbers, one for each colour. Raises ValueError."""
    numbers = [float(value) for value in values] if isinstance(values, list | tuple) else []
    if len(numbers) != 3 or not all(math.isfinite(number) for number in numbers):
        raise ValueError(f"{values} are not three numbers")
    if positive:
        numbers = [_positive(number) for number in numbers]
    return numbers[0], numbers[1], numbers[2]


def _positive(number: float) -> float:
    if not (math.isfinite(number) and number > 0):
        raise ValueError(f"{number} is not a positive number")
    return number


def _side(values: dict[str, Any]) -> int | None:
    """Return the side that pictures are cropped or resized to."""
    return next((size for size in _sides(values) if size is not None), None)


def _sides(values: dict[str, Any]) -> Iterator[int | None]:
    if values.get("do_center_crop", True) is not False:
        yield _number(values.get("crop_size"))
    for name in ("input_size", "size"):
        yield _number(values.get(name))


def _number(size: Any) -> int | None:
    """Return a side that is told as 224, [224, 224], [3, 224, 224], or by a name."""
    if isinstance(size, dict):
        size = size.get("height", size.get("shortest_edge"))
    if isinstance(size, list | tuple) and size:
        size = size[-1]
    return size if type(size) is int else None
