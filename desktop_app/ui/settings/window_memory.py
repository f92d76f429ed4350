"""Saves and restores the window's geometry, its open sections and folders, and the chosen view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QStyle

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

    def restore_geometry(self, window: QMainWindow) -> None:
        """Restore the geometry on an existing screen; unreadable geometry changes nothing."""
        window.restoreGeometry(QByteArray.fromBase64(self.state.geometry.encode("ascii", "ignore")))

    def keep(self, window: QMainWindow, state: WindowState) -> None:
        """Save the state with the geometry; call this before the window is hidden."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self.state = replace(state, geometry=geometry)
        save_window_state(self._path, self.state)


def fit_to_screen(window: QMainWindow) -> None:
    """Make a window, and its title bar, that are larger than the screen as large as that."""
    room = window.screen().availableGeometry()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    size = window.size().boundedTo(room.size() - QSize(0, title))
    if size != window.size() and not window.isMaximized():
        window.move(room.topLeft())
        window.resize(size)


Folds = Mapping[str, CollapsibleSection]


def open_folds(folds: Folds) -> tuple[str, ...]:
    """Return the names of the sections that are open."""
    return tuple(name for name, fold in folds.items() if fold.is_open)


def restore_folds(folds: Folds, opened: tuple[str, ...] | None) -> None:
    """Open these sections and close all others; None: leave them as they are."""
    if opened is not None:
        for name, fold in folds.items():
            fold.heading.setChecked(name in opened)
