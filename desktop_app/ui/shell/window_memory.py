"""Saves and restores the window's geometry, its open sections, and the chosen view."""

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
    """The saved state: loaded when the window is built, saved when it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.state = load_window_state(path)

    def restore(self, window: QMainWindow, folds: Mapping[str, CollapsibleSection]) -> None:
        """Restore the geometry on an existing screen; unreadable geometry changes nothing."""
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
        """Save the state; call this before the window is hidden."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        unfolded = tuple(name for name, fold in folds.items() if fold.is_open)
        self.state = WindowState(geometry, sidebar, unfolded, view)
        save_window_state(self._path, self.state)
