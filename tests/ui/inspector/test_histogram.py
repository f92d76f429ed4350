"""The histogram of distances: its handles, its keys and its columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.inspector.histogram_drawing import DistanceCounts, HistogramGeometry
from desktop_app.ui.kit.theme import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
# Ten columns of 20 pixels; none at a distance of 1, one photo at 2, many at 3 to 9.
COUNTS = DistanceCounts((5, 0, 1, *[100] * 7), 2).with_limits(0, None)


@pytest.fixture
def histogram(qtbot: QtBot, theme: Theme) -> DistanceHistogram:
    histogram = DistanceHistogram(theme)
    qtbot.addWidget(histogram)
    histogram.resize(2 * 6 + 200, 64)
    histogram.show_counts(COUNTS)
    histogram.show()
    return histogram


def ranges(histogram: DistanceHistogram) -> list[tuple[int, int]]:
    changes: list[tuple[int, int]] = []
    histogram.range_changed.connect(lambda *ends: changes.append(ends))
    return changes


def column(distance: int) -> QPoint:
    """The middle of a column."""
    return QPoint(6 + 20 * distance + 10, 40)


def test_columns_share_out_the_width_between_the_handles() -> None:
    geometry = HistogramGeometry(212, 64, 9, 5)
    assert (geometry.base, geometry.column_width) == (58, 20)
    assert [geometry.left(0), geometry.right(0), geometry.left(9), geometry.right(9)] == [
        *[6, 26, 186, 206],
    ]
    assert [geometry.distance_at(x) for x in (5, 6, 25.9, 26, 206)] == [-1, 0, 0, 1, 10]


def test_distances_are_told_as_shares_of_all_bits() -> None:
    counts = DistanceCounts((1,) * 65)
    assert [counts.percent(distance) for distance in (0, 16, 64)] == [0, 25, 100]
    assert DistanceCounts((1, 1)).percent(1) == 100
    assert DistanceCounts().percent(0) == 0


def test_the_nearer_handle_follows_the_mouse(histogram: DistanceHistogram) -> None:
    changes = ranges(histogram)
    QTest.mousePress(histogram, LEFT, pos=column(2))
    QTest.mouseMove(histogram, column(3))
    QTest.mouseRelease(histogram, LEFT, pos=column(3))
    QTest.mouseMove(histogram, column(5))  # it was released
    QTest.mousePress(histogram, LEFT, pos=column(7))
    QTest.mouseRelease(histogram, LEFT, pos=column(7))
    QTest.mousePress(histogram, RIGHT, pos=column(5))
    assert changes == [(2, 9), (3, 9), (3, 7)]


def test_a_handle_that_does_not_move_changes_nothing(histogram: DistanceHistogram) -> None:
    changes = ranges(histogram)
    QTest.mousePress(histogram, LEFT, pos=column(0))
    QTest.mouseMove(histogram, column(0) + QPoint(3, 0))
    assert changes == []
    assert histogram.counts is COUNTS


def test_between_the_handles_the_right_one_is_taken(histogram: DistanceHistogram) -> None:
    changes = ranges(histogram)
    middle = QPoint(6 + 100, 40)
    QTest.mousePress(histogram, LEFT, pos=middle)
    assert changes == [(0, 5)]


def test_each_key_moves_its_handle_by_one_bit(histogram: DistanceHistogram) -> None:
    changes = ranges(histogram)
    QTest.keyClick(histogram, Qt.Key.Key_Right)  # there is nothing farther away
    QTest.keyClick(histogram, Qt.Key.Key_Left, SHIFT)  # nor nearer
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    QTest.keyClick(histogram, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.keyClick(histogram, Qt.Key.Key_Left, SHIFT)
    assert changes == [(0, 8), (1, 8), (1, 9), (0, 9)]


def test_columns_outside_the_range_are_pale(histogram: DistanceHistogram, theme: Theme) -> None:
    def colour(distance: int, y: int) -> QColor:
        return histogram.grab().toImage().pixelColor(column(distance).x(), y)

    strong, pale = theme.colour("bit"), theme.colour("line")
    assert [colour(distance, 50) for distance in (0, 3, 9)] == [strong] * 3
    histogram.show_counts(COUNTS.with_min(3).with_max(8))
    assert [colour(distance, 50) for distance in (0, 3, 8, 9)] == [pale, strong, strong, pale]
    assert colour(1, 50) not in (strong, pale)
    assert colour(3, 6) == strong  # the tallest column
    assert colour(0, 30) not in (strong, pale)
