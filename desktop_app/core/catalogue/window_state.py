"""The state of the window, restored at the next start. A missing or broken file is the default."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json


@dataclass(frozen=True)
class WindowState:
    """What is restored at the next start.

    Attributes:
        geometry: QWidget.saveGeometry() as text; empty: none was saved.
        sidebar: Whether the sidebar is shown; None: as the width allows.
        folds: Names of the expanded sections of the inspector; None: the default ones.
        sidebar_folds: Names of the expanded sections of the sidebar; None: the default ones.
        open_folders: The folders of libraries that are open in the sidebar.
        view: The key of the view that was chosen in the sidebar; empty: the first one.
    """

    geometry: Annotated[str, Meta(max_length=20_000)] = ""
    sidebar: bool | None = None
    folds: tuple[str, ...] | None = None
    view: str = ""
    sidebar_folds: tuple[str, ...] | None = None
    open_folders: tuple[Path, ...] = ()


@dataclass(frozen=True)
class _StoredState(WindowState):
    """The stored form. Earlier versions wrote `shows_unusual` instead of `view`."""

    shows_unusual: bool = False


def load_window_state(path: Path) -> WindowState:
    """Read the state from a file. Never fails."""
    try:
        stored = decode_json(read_json(path, follow_link=True), _StoredState)
    except (OSError, ValueError):
        return WindowState()
    view = stored.view or ("outliers" if stored.shows_unusual else "")
    return WindowState(
        stored.geometry,
        stored.sidebar,
        stored.folds,
        view,
        stored.sidebar_folds,
        stored.open_folders,
    )


def save_window_state(path: Path, state: WindowState) -> None:
    """Replace the file atomically; where that fails, the next window opens with the older state."""
    try:
        atomic_write(path, encode_json(state, indent=2) + "\n")
    except OSError:
        return
