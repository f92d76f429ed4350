"""The application of Qt, which also tells what macOS opens with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """On macOS, files that are opened with a program come as events, and not as its arguments.

    Signals:
        files_opened (tuple[Path, ...]): The files that were opened together.
    """

    files_opened = Signal(tuple)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._opened: list[Path] = []

    def event(self, event: QEvent) -> bool:
        """Keep the file of an event until those of the same opening have come."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().event(event)
        if not self._opened:
            QTimer.singleShot(0, self, self._tell)
        self._opened.append(Path(event.file()))
        return True

    def _tell(self) -> None:
        paths, self._opened = tuple(self._opened), []
        self.files_opened.emit(paths)
