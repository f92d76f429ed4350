"""The window as it was left: its place and size, what is folded, and which photos are shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from desktop_app.core.catalogue.window_state import (
    WindowState,
    load_window_state,
    save_window_state,
)
from desktop_app.ui.kit.collapsible_section import CollapsibleSection


class WindowMemory:
    """Loaded when the window is built, saved when it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.state = load_window_state(path)

    def restore(self, window: QMainWindow, folds: Mapping[str, CollapsibleSection]) -> None:
        """Qt keeps the window on a screen that is there, whatever was on the file's. A place that
        it cannot read leaves the window as it is.
        """
        window.restoreGeometry(QByteArray.fromBase64(self.state.geometry.encode("ascii", "ignore")))
        if self.state.folds is not None:
            for name, fold in folds.items():
                fold.heading.setChecked(name in self.state.folds)

    def keep(
        self,
        window: QMainWindow,
        folds: Mapping[str, CollapsibleSection],
        *,
        sidebar: bool | None,
        view: str,
    ) -> None:
        """Before the window is hidden."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        unfolded = tuple(name for name, fold in folds.items() if fold.is_open)
        self.state = WindowState(geometry, sidebar, unfolded, view)
        save_window_state(self._path, self.state)
