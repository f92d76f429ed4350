"""TIFF files of every kind, written by tifffile, and what they must look like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.photos.photo_reader import Photo, PhotoReader

Values = NDArray[Any]


@pytest.fixture
def colours(scene: Callable[[str, int], Image.Image]) -> Values:
    """Uint8 [160, 240, 3]."""
    return np.asarray(scene("boat", 0))


@pytest.fixture
def grey(colours: Values) -> Values:
    """Uint8 [160, 240], none of whose values is white."""
    return np.asarray(
        Image.fromarray(colours).convert("L").point([v * 9 // 10 for v in range(256)])
    )


@pytest.fixture
def shown(tmp_path: Path) -> Callable[..., Values]:
    """Write values as a TIFF file with tifffile's options, and read it as a photo."""

    def show(values: Values, short_side: int = 10_000, **options: Any) -> Values:
        tifffile.imwrite(tmp_path / "photo.tif", values, **options)
        return pixels(PhotoReader().open(tmp_path / "photo.tif", short_side))

    return show


def pixels(photo: Photo) -> Values:
    return np.asarray(photo.image)


def scaled(values: Values, white: float, dtype: str) -> Values:
    """Values from 0 to 255 as values from 0 to `white`."""
    return np.asarray(values * (white / 255)).astype(dtype)


def assert_shown(shown: Values, expected: Values, tolerance: int = 1) -> None:
    rgb = expected if expected.ndim == 3 else np.dstack([expected] * 3)
    assert np.abs(shown.astype(int) - rgb.astype(int)).max() <= tolerance
