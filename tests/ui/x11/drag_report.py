"""What a program with a window writes for the test that has started it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

# Qt sends a move only after the program that drags has heard what came of the one before.
_MOVES = 3


class DragReport(QObject):
    """Writes 'over' once something is dragged over a window that has accepted it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._moves = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.DragMove and watched.isWidgetType():
            self._moves += 1
            if self._moves == _MOVES:
                say("over")
        return super().eventFilter(watched, event)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
