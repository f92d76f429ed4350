"""What a canvas paints: the picture, its message, and its caption."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPixmap, QTransform
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas
from tests.ui.announced import Announced

RED, GREEN, BLUE, WHITE = (QColor(name) for name in ("#ff0000", "#00ff00", "#0000ff", "#ffffff"))
SIZE = QSize(400, 200)


def quarters(size: QSize = SIZE) -> QImage:
    """Red and green above, blue and white below."""
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    for place, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        image.setPixelColor(place % 2, place // 2, colour)
    return image.scaled(size)


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> PhotoCanvas:
    """200 by 200 pixels, so that the picture of 400 by 200 lies between y = 50 and y = 150."""
    canvas = PhotoCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    canvas.show_photo(SIZE, QColor("#123456"), QPixmap())
    canvas.show()
    return canvas


def colours(canvas: PhotoCanvas, *places: tuple[int, int]) -> list[QColor]:
    picture = canvas.grab().toImage()
    return [QColor(picture.pixelColor(*place).rgb()) for place in places]


CORNERS = ((10, 60), (190, 60), (10, 140), (190, 140))


def test_until_there_are_pixels_a_colour_and_then_a_small_version_stand_in(
    canvas: PhotoCanvas,
) -> None:
    assert colours(canvas, *CORNERS) == [QColor("#123456")] * 4
    canvas.show_placeholder(QPixmap.fromImage(quarters(QSize(8, 4))))
    assert colours(canvas, (2, 52), (197, 147)) == [RED, WHITE]
    assert not canvas.is_settled


def test_a_picture_is_whole_and_in_the_middle(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(), SIZE)
    assert colours(canvas, *CORNERS) == [RED, GREEN, BLUE, WHITE]
    outside = colours(canvas, (10, 48), (10, 152))
    assert RED not in outside
    assert BLUE not in outside


def test_the_pixels_may_be_fewer_than_those_of_the_file(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(QSize(100, 50)), SIZE)
    assert colours(canvas, *CORNERS) == [RED, GREEN, BLUE, WHITE]
    canvas.zoom.zoom(2, QPointF(10, 60))
    assert colours(canvas, (10, 60), (180, 60), (10, 140), (180, 180)) == [RED, RED, BLUE, BLUE]


def test_an_enlarged_picture_shows_the_part_that_was_moved_into_sight(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(), SIZE)
    canvas.zoom.show_actual_size()
    assert colours(canvas, (95, 95), (105, 95), (95, 105), (105, 105)) == [RED, GREEN, BLUE, WHITE]
    canvas.zoom.move_by(50, 0)
    assert colours(canvas, (140, 95), (160, 95), (140, 105), (160, 105)) == [
        *[RED, GREEN, BLUE, WHITE],
    ]


def test_single_pixels_are_squares_when_they_are_large(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(), SIZE)
    canvas.zoom.show_actual_size()
    canvas.zoom.zoom(3.9)
    assert RED not in colours(canvas, (99, 20))  # smooth
    canvas.zoom.zoom(4 / 3.9)
    assert colours(canvas, (99, 20), (100, 20)) == [RED, GREEN]


def test_a_picture_that_is_laid_into_another_lies_where_it_belongs(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(), SIZE)
    right_half = QTransform.fromScale(0.5, 1) * QTransform.fromTranslate(0.5, 0)
    canvas.lay_into(QSize(300, 300), right_half)
    assert colours(canvas, (110, 50), (190, 50), (110, 150), (190, 150)) == [
        *[RED, GREEN, BLUE, WHITE],
    ]
    assert RED not in colours(canvas, (90, 50))
    canvas.lay_into(QSize(300, 300), None)
    assert colours(canvas, *CORNERS) == [RED, GREEN, BLUE, WHITE]


def test_a_message_dims_the_picture_and_is_announced(
    canvas: PhotoCanvas, theme: Theme, announced: Announced
) -> None:
    canvas.show_image(quarters(), SIZE)
    told: list[bool] = []
    canvas.settled.connect(lambda: told.append(True))
    canvas.show_message("The file is gone.")
    assert (canvas.message, told) == ("The file is gone.", [True])
    assert announced.errors == ["The file is gone."]
    (dimmed,) = colours(canvas, (4, 60))
    assert RED.saturation() > dimmed.saturation() > 0
    assert colours(canvas, (100, 20)) != colours(canvas, (100, 90))  # over the middle
    canvas.show_image(quarters(), SIZE)
    assert canvas.message == ""
    assert colours(canvas, (4, 60)) == [RED]


def test_a_caption_stands_in_the_upper_left_or_right_corner(canvas: PhotoCanvas) -> None:
    canvas.show_image(quarters(), SIZE)
    canvas.zoom.show_actual_size()
    corners = (12, 20), (188, 20)
    canvas.show_caption("car.jpg")
    assert [colour == RED for colour in colours(canvas, *corners)] == [False, False]
    assert colours(canvas, corners[1]) == [GREEN]
    canvas.show_caption("car.jpg", is_right=True)
    assert colours(canvas, corners[0]) == [RED]
    assert colours(canvas, corners[1]) != [GREEN]
    canvas.show_caption("car.jpg")
    canvas.show_photo(SIZE, RED, QPixmap())
    canvas.show_image(quarters(), SIZE)
    canvas.zoom.show_actual_size()
    assert colours(canvas, corners[0]) != [RED]  # the next photo has it, too
    canvas.show_caption("")
    assert colours(canvas, *corners) == [RED, GREEN]


def test_the_first_pixels_or_the_message_settle_a_picture_once(canvas: PhotoCanvas) -> None:
    settled: list[int] = []
    canvas.settled.connect(lambda: settled.append(1))
    canvas.show_image(quarters(QSize(100, 50)), SIZE)
    canvas.show_image(quarters(), SIZE)
    assert (len(settled), canvas.is_settled) == (1, True)
    canvas.show_photo(SIZE, BLUE, QPixmap())
    assert not canvas.is_settled
    assert canvas.image.isNull()
