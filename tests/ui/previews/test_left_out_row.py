"""Previews without the surest bits, of long codes and of short ones."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.left_out_row import LeftOutRow


def picture(name: str) -> QImage:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    return image


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> LeftOutRow:
    made = LeftOutRow(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_preview_says_how_many_bits_it_lacks(row: LeftOutRow) -> None:
    row.show_pictures(((8, picture("red")), (16, picture("blue"))))
    first, second, *others = row.previews
    assert (first.caption.text(), second.caption.text()) == ("Without 8 bits", "Without 16 bits")
    assert (first.picture.whole, second.picture.whole) == (picture("red"), picture("blue"))
    assert first.picture.accessibleName() == "Without 8 bits"
    assert not any(preview.isVisible() for preview in others)


def test_a_shorter_code_leaves_no_previews_of_the_one_before(row: LeftOutRow) -> None:
    row.show_pictures(tuple((count, picture("red")) for count in (8, 16, 32, 64)))
    assert all(preview.isVisible() for preview in row.previews)
    row.show_pictures(((8, picture("blue")),))
    assert [preview.isVisible() for preview in row.previews] == [True, False, False, False]
