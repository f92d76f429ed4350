"""What Tab reaches in a window, and what screen readers call it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)

from desktop_app.ui.grid.photo_tile import PhotoTile
from desktop_app.ui.inspector.bit_grid import BitGrid
from desktop_app.ui.inspector.distance_histogram import DistanceHistogram
from desktop_app.ui.kit.widgets import IconLabel
from desktop_app.ui.previews.picture_view import PictureView
from desktop_app.ui.retraining.loss_curves import LossCurves
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
_PICTURES = (PhotoCanvas, PictureView, PhotoTile, BitGrid, DistanceHistogram, LossCurves)
_TAB = Qt.FocusPolicy.TabFocus


def stops(top: QWidget) -> list[QWidget]:
    """What Tab shall reach."""
    return [
        item
        for item in top.findChildren(QWidget)
        if item.isVisible() and item.isEnabled() and item.focusPolicy() & _TAB
        if item.window() is top
    ]


def controls(top: QWidget) -> list[QWidget]:
    """What can be worked with, whether Tab reaches it or not, and bars of progress."""
    return [
        item
        for item in top.findChildren(QWidget)
        if item.isVisible() and (isinstance(item, _CONTROLS) or item.focusPolicy() & _TAB)
        if item.window() is top.window() and not isinstance(item, QScrollBar)
    ]


def without_name(top: QWidget) -> list[str]:
    """The controls and pictures that a screen reader has no words for."""
    shown = dict.fromkeys([*controls(top), *pictures(top)])
    return [description(item) for item in shown if not name_of(item).strip()]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {name_of(widget)!r}"


def ring(start: QWidget) -> list[QWidget]:
    """Where Tab leads, until it comes round."""
    start.setFocus()
    found: list[QWidget] = []
    while len(found) < 300:
        focus = start.window().focusWidget()
        assert focus is not None
        if focus in found:
            assert focus is found[0], (
                f"Tab turns in a circle before it comes round: {description(focus)}"
            )
            return found
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def pixels(widget: QWidget) -> bytes:
    return bytes(widget.grab().toImage().constBits())


def pictures(top: QWidget) -> list[QWidget]:
    """What shows a photo, a preview or a diagram; icons only decorate."""
    return [
        item
        for item in top.findChildren(QWidget)
        if item.isVisible() and item.window() is top.window() and _shows_picture(item)
    ]


def _shows_picture(item: QWidget) -> bool:
    if isinstance(item, QLabel):
        return not item.pixmap().isNull() and not isinstance(item, IconLabel)
    return isinstance(item, _PICTURES)
