"""The columns of the window, and the strip beneath them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def fill_frame(
    whole: QWidget,
    left: QWidget,
    middle: Sequence[QWidget],
    right: QWidget,
    beneath: QWidget,
) -> None:
    """Of what is in the `middle`, one above the other, the last takes all the height."""
    centre = QWidget()
    centre.setObjectName("centre")
    column = _closely(QVBoxLayout(centre))
    for widget in middle:
        column.addWidget(widget)
    column.setStretchFactor(middle[-1], 1)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(left)
    row.addWidget(centre, 1)
    row.addWidget(right)
    outer = _closely(QVBoxLayout(whole))
    outer.addLayout(row, 1)
    outer.addWidget(beneath)


def _closely(column: QVBoxLayout) -> QVBoxLayout:
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
