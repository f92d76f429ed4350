"""The two buttons at a mouse's side, which mean back and forward."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class MouseNavigation(QObject):
    """`stepped` tells -1 for back and 1 for forward."""

    stepped = Signal(int)

    def __init__(self, window: QWidget, takers: list[QWidget]) -> None:
        """`takers` are those inside the window that keep presses of any button to themselves."""
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
