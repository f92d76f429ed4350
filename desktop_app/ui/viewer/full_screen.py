"""Shows the viewer over the whole screen, and the window as it was before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class FullScreen:
    """Hides the bar of the viewer and the menu bar of the window meanwhile."""

    def __init__(self, bar: QWidget) -> None:
        self._bar = bar
        self.is_on = False

    def toggle(self) -> None:
        self._set(is_on=not self.is_on)

    def enter(self) -> None:
        if not self.is_on:
            self._set(is_on=True)

    def leave(self) -> None:
        if self.is_on:
            self._set(is_on=False)

    def _set(self, *, is_on: bool) -> None:
        self.is_on = is_on
        window = self._bar.window()
        states, full = window.windowState(), Qt.WindowState.WindowFullScreen
        window.setWindowState(states | full if is_on else states & ~full)
        self._bar.setVisible(not is_on)
        menus = window.menuWidget() if isinstance(window, QMainWindow) else None
        if menus is not None:
            menus.setVisible(not is_on)
