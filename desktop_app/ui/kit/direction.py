"""Layouts from right to left: what is mirrored there that Qt does not mirror by itself.

The direction follows the language: Qt asks its translations. Photos and what is laid over them,
codes, curves and distances are shown as always, since their left and right mean something.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QStyle, QWidget

_NAME, _PATH, _END = "\u2068", "\u2066", "\u2069"  # Unicode's isolates


def is_right_to_left() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def arrow_keys() -> tuple[str, str]:
    """The names of the keys that go back and on, as what comes next lies on the screen."""
    return ("Right", "Left") if is_right_to_left() else ("Left", "Right")


def back_and_forward() -> tuple[Qt.Key, Qt.Key]:
    """The same keys, as events have them."""
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return keys[::-1] if is_right_to_left() else keys


def mirrored(place: QRect, whole: QRect) -> QRect:
    """Return where something lies that lies at `place` from left to right."""
    return QStyle.visualRect(QGuiApplication.layoutDirection(), whole, place)


def margins(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins of a layout, of which Qt mirrors only what is in it."""
    if is_right_to_left():
        return QMargins(end, top, start, bottom)
    return QMargins(start, top, end, bottom)


def below(button: QWidget, width: int, *, at_end: bool = False) -> QPoint:
    """Return the corner, on the screen, of what opens below a button: both begin at the same edge,
    or end there.
    """
    room = QRect(0, button.height(), button.width(), 0)
    left = button.width() - width if at_end else 0
    return button.mapToGlobal(mirrored(QRect(left, button.height(), width, 0), room).topLeft())


def open_below(menu: QMenu, button: QWidget) -> None:
    menu.popup(below(button, menu.sizeHint().width()))


def align_to_start(label: QLabel) -> None:
    """Let a label begin at the right, where a layout does, whatever its text is written in."""
    if is_right_to_left():
        start = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        label.setAlignment(start | Qt.AlignmentFlag.AlignVCenter)


def isolated_name(name: str) -> str:
    """Keep the parts of a file name together within a text from right to left."""
    return f"{_NAME}{name}{_END}" if is_right_to_left() else name


def isolated_path(path: str) -> str:
    """Keep the folders of a path in their order within a text from right to left."""
    return f"{_PATH}{path}{_END}" if is_right_to_left() else path
