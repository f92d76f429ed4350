"""Large JPEGs with the detail and the noise of a camera, drawn from the sample scenes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop_app.samples.sample_pictures import KINDS, draw_scene

TWELVE_MEGAPIXELS = (4000, 3000)
TWO_MEGAPIXELS = (1632, 1224)


def write_photos(folder: Path, size: tuple[int, int], count: int) -> list[Path]:
    """`count` different JPEGs of `size`, quality 90."""
    folder.mkdir(parents=True)
    return [
        _write(folder / f"{number:04}.jpg", image)
        for number, image in enumerate(pictures(size, count))
    ]


def _write(path: Path, image: Image.Image) -> Path:
    image.save(path, quality=90)
    return path


def pictures(size: tuple[int, int], count: int) -> Iterator[Image.Image]:
    """Scenes, enlarged, with noise; each is used ten times, moved by some pixels."""
    for number in range(count):
        scene, shift = divmod(number, 10)
        if shift == 0:
            pixels = _noisy(draw_scene(KINDS[scene % len(KINDS)], scene, (480, 360)), size, scene)
        yield Image.fromarray(np.roll(pixels, shift * 16, axis=1))


def _noisy(image: Image.Image, size: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    large = np.asarray(image.resize(size, Image.Resampling.BICUBIC), np.float32)
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((size[1], size[0], 1), np.float32) * 5
    return np.asarray(np.clip(large + noise, 0, 255), np.uint8)
