"""How the losses of a retraining are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.ui.jobs.training_text import HELD_OUT
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.retraining.loss_curves import LossCurve


@pytest.mark.parametrize(
    ("loss", "colour", "width"), [(HELD_OUT, "accent", 2), ("balance", "secondary", 1)]
)
def test_the_validation_loss_is_drawn_stronger_than_the_others(
    qtbot: QtBot, theme: Theme, loss: str, colour: str, width: int
) -> None:
    """A line between two equal losses, as how much of a column of pixels it covers."""
    curve = LossCurve(theme, loss)
    qtbot.addWidget(curve)
    curve.show_points([(0, 0.5), (10, 0.5)], 10)
    curve.resize(200, 100)
    image = curve._line.grab().toImage()
    ground, line = (QColor(theme.colour(name)).lightnessF() for name in ("ground", colour))
    column = (image.pixelColor(image.width() // 3, y) for y in range(8, image.height() - 8))
    covered = sum((ground - pixel.lightnessF()) / (ground - line) for pixel in column)
    assert covered == pytest.approx(width, abs=0.2)
