"""BMP files are read whatever bits their colours lie in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.photo_reader import PhotoReader
from tests.core.photos.bmp_files import bmp_file

Scene = Callable[[str, int], Image.Image]

MASKS = {
    "555": (16, (0x7C00, 0x3E0, 0x1F, 0)),
    "1555": (16, (0x7C00, 0x3E0, 0x1F, 0x8000)),
    "565": (16, (0xF800, 0x7E0, 0x1F, 0)),
    "565 of blue first": (16, (0x1F, 0x7E0, 0xF800, 0)),
    "4444": (16, (0xF00, 0xF0, 0xF, 0xF000)),
    "10 bits": (32, (0x3FF00000, 0xFFC00, 0x3FF, 0)),
    "10 bits and alpha of 2": (32, (0x3FF, 0xFFC00, 0x3FF00000, 0xC0000000)),
    "red first": (32, (0xFF, 0xFF00, 0xFF0000, 0)),
}


@pytest.mark.parametrize("is_upward", [True, False])
@pytest.mark.parametrize("alpha", [0, 255])
@pytest.mark.parametrize(("bits", "masks"), MASKS.values(), ids=MASKS)
def test_colours_are_found_by_their_masks(
    tmp_path: Path,
    scene: Scene,
    bits: int,
    masks: tuple[int, int, int, int],
    alpha: int,
    is_upward: bool,
) -> None:
    """An alpha of 0 everywhere is one that was never filled."""
    picture = np.asarray(scene("boat", 0))[:, :239]
    content = bmp_file(picture, masks, bits, alpha=alpha, is_upward=is_upward)
    (tmp_path / "photo.bmp").write_bytes(content)
    shown = np.asarray(PhotoReader().open(tmp_path / "photo.bmp", 1000).image)
    assert np.abs(shown.astype(int) - picture).mean() < (5 if bits == 16 else 1)


def test_a_header_without_a_mask_of_alpha_has_none(tmp_path: Path, scene: Scene) -> None:
    """The pixels follow at once: their first ones are no mask."""
    picture = np.asarray(scene("beach", 0))
    content = bmp_file(picture, MASKS["10 bits"][1], 32, header_bytes=40)
    (tmp_path / "photo.bmp").write_bytes(content)
    shown = np.asarray(PhotoReader().open(tmp_path / "photo.bmp", 1000).image)
    assert np.abs(shown.astype(int) - picture).mean() < 1


def test_a_file_of_rare_masks_that_is_cut_off_is_called_so(tmp_path: Path, scene: Scene) -> None:
    bits, masks = MASKS["4444"]
    content = bmp_file(np.asarray(scene("boat", 0)), masks, bits)
    (tmp_path / "photo.bmp").write_bytes(content[: len(content) // 2])
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.bmp", 64)
    assert caught.value.problem is PhotoProblem.TRUNCATED


def test_a_compression_that_is_not_read_is_not_called_damaged(tmp_path: Path, scene: Scene) -> None:
    content = bytearray(bmp_file(np.asarray(scene("boat", 0))))
    content[30] = 5  # a PNG within
    (tmp_path / "photo.bmp").write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        PhotoReader().open(tmp_path / "photo.bmp", 64)
    assert caught.value.problem is PhotoProblem.UNSUPPORTED_FORMAT
