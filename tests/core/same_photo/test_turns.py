import numpy as np
import pytest
from PIL import Image

from desktop_app.core.same_photo.turns import Turn, turn_matrix, turned

_WAYS = {
    Turn.MIRRORED: Image.Transpose.FLIP_LEFT_RIGHT,
    Turn.FLIPPED: Image.Transpose.FLIP_TOP_BOTTOM,
    Turn.HALF_TURN: Image.Transpose.ROTATE_180,
    Turn.TRANSPOSED: Image.Transpose.TRANSPOSE,
    Turn.RIGHT: Image.Transpose.ROTATE_270,
    Turn.LEFT: Image.Transpose.ROTATE_90,
    Turn.TRANSVERSED: Image.Transpose.TRANSVERSE,
}


@pytest.fixture
def picture() -> np.ndarray:
    return np.arange(15, dtype=np.uint8).reshape(3, 5)


@pytest.mark.parametrize("turn", _WAYS)
def test_turns_are_those_of_pillow(picture: np.ndarray, turn: Turn) -> None:
    expected = np.asarray(Image.fromarray(picture).transpose(_WAYS[turn]))

    np.testing.assert_array_equal(turned(picture, turn), expected)


@pytest.mark.parametrize("turn", Turn)
def test_the_matrix_leads_from_the_turned_picture_to_the_original(
    picture: np.ndarray, turn: Turn
) -> None:
    result = turned(picture, turn)
    for (y, x), value in np.ndenumerate(result):
        place = np.array([x - (result.shape[1] - 1) / 2, y - (result.shape[0] - 1) / 2])
        column, row = turn_matrix(turn) @ place + [2, 1]
        assert picture[int(row), int(column)] == value


def test_mirror_images_are_told_from_turns() -> None:
    assert {turn for turn in Turn if turn.is_mirrored} == {
        Turn.MIRRORED,
        Turn.FLIPPED,
        Turn.TRANSPOSED,
        Turn.TRANSVERSED,
    }


@pytest.mark.parametrize("turn", Turn)
def test_the_inverse_turn_restores_the_picture(picture: np.ndarray, turn: Turn) -> None:
    np.testing.assert_array_equal(turned(turned(picture, turn), turn.inverse), picture)
