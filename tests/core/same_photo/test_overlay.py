"""A copy is placed where it lies in the other picture, however it was turned or cropped."""

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.overlay import Placement, placement
from desktop_app.samples.sample_pictures import draw_scene


@cache
def scene(kind: str = "beach") -> Image.Image:
    return draw_scene(kind, 0, (480, 320))


def placed(first: Image.Image, second: Image.Image) -> Placement:
    found = placement(Look(first), Look(second))
    assert found is not None
    return found


def point(found: Placement, x: float, y: float) -> NDArray[np.float64]:
    return np.asarray(found[:, :2] @ [x, y] + found[:, 2], np.float64)


def test_copies_of_any_size_lie_exactly_on_each_other() -> None:
    for copy in (scene(), scene().resize((200, 133)), scene().resize((960, 640))):
        assert placed(scene(), copy) == pytest.approx(np.eye(2, 3), abs=1e-6)


@pytest.mark.parametrize(
    ("turn", "corner"),
    [
        (Image.Transpose.FLIP_LEFT_RIGHT, (1, 0)),
        (Image.Transpose.FLIP_TOP_BOTTOM, (0, 1)),
        (Image.Transpose.ROTATE_180, (1, 1)),
        (Image.Transpose.ROTATE_90, (1, 0)),
        (Image.Transpose.ROTATE_270, (0, 1)),
    ],
)
def test_turned_copies_lie_exactly_on_each_other(
    turn: Image.Transpose, corner: tuple[int, int]
) -> None:
    """`corner`: of the original, which is at the upper left of the turned picture."""
    found = placed(scene(), scene().transpose(turn))
    assert point(found, 0, 0) == pytest.approx(corner, abs=1e-6)
    assert abs(np.linalg.det(found[:, :2])) == pytest.approx(1, abs=1e-6)


def test_a_crop_lies_where_it_was_cut_out() -> None:
    found = placed(scene(), scene().crop((96, 32, 480, 288)).resize((300, 200)))
    assert point(found, 0, 0) == pytest.approx([0.2, 0.1], abs=0.01)
    assert point(found, 1, 1) == pytest.approx([1.0, 0.9], abs=0.01)


def test_a_crop_of_one_percent_is_no_whole_frame() -> None:
    found = placed(scene("boat"), scene("boat").crop((5, 0, 480, 320)))
    assert point(found, 0, 0) == pytest.approx([0.01, 0], abs=0.004)


def test_a_mirrored_crop_lies_where_it_was_cut_out() -> None:
    cut = scene().crop((96, 32, 480, 288)).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    found = placed(scene(), cut)
    assert point(found, 1, 0) == pytest.approx([0.2, 0.1], abs=0.01)


def test_a_larger_picture_reaches_beyond_the_crop() -> None:
    found = placed(scene().crop((96, 32, 480, 288)), scene())
    assert point(found, 0, 0) == pytest.approx([-0.25, -0.125], abs=0.01)


def test_other_photos_have_no_place() -> None:
    assert placement(Look(scene()), Look(scene("night_city"))) is None
