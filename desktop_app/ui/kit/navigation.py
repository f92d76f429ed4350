"""Keyboard and mouse navigation: arrow keys, chips that can be removed, back and forward."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.actions import Action, is_pressed

# By how many columns and rows each arrow key moves.
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


T = TypeVar("T")
_REMOVE = ("Del",)


def remove_action(handler: Callable[[T], object]) -> Action[T]:
    """Remove an entry by the key that is the same in all lists."""
    text = _tr("Examples, filters, searches and folders: remove")
    return Action("remove", text, handler, _REMOVE)


def is_removal(event: QKeyEvent) -> bool:
    """Delete, as in lists, and Enter; a button takes Space itself."""
    return is_pressed(event, (*_REMOVE, "Return", "Enter"))


def focused_place(chips: Sequence[QWidget]) -> int | None:
    """The place of the chip that has the focus."""
    return next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)


def focus_near(chips: Sequence[QWidget], place: int) -> None:
    """Focus the chip at this place, or the last one that is shown."""
    shown = [chip for chip in chips if not chip.isHidden()]
    if shown:
        shown[min(place, len(shown) - 1)].setFocus()


def _tr(text: str) -> str:
    return QCoreApplication.translate("chip_keys", text)


_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MouseNavigation(QObject):
    """The two side buttons of a mouse.

    Signals:
        stepped (int): -1 for back, 1 for forward.
    """

    stepped = Signal(int)

    def __init__(self, window: QWidget, takers: list[QWidget]) -> None:
        """`takers`: widgets in the window that would consume the events of these buttons."""
        super().__init__(window)
        for widget in (window, *takers):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if event.type() not in presses or not isinstance(event, QMouseEvent):
            return False
        step = _STEPS.get(event.button())
        if step is not None:
            self.stepped.emit(step)
        return step is not None
