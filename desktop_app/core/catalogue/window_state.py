"""How the window was left: for the next start. What is broken or lost is the default."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write

_LONGEST = 20_000


@dataclass(frozen=True)
class WindowState:
    """`geometry`: the window system's own words for place and size, as text; empty: none yet.
    `sidebar` None: as the width allows. `folds`: the names of the unfolded parts of the inspector.
    `shows_unusual`: the unusual photos were in sight, and not all.
    """

    geometry: str = ""
    sidebar: bool | None = None
    folds: tuple[str, ...] | None = None
    shows_unusual: bool = False


def load_window_state(path: Path) -> WindowState:
    """Never fails."""
    try:
        values = json.loads(path.read_text("utf-8"))
        if not isinstance(values, dict):
            return WindowState()
        folds = values.get("folds")
        state = WindowState(
            values.get("geometry", ""),
            values.get("sidebar"),
            tuple(folds) if isinstance(folds, list) else folds,
            values.get("shows_unusual", False),
        )
    except (OSError, ValueError, RecursionError):
        return WindowState()
    return state if _is_sound(state) else WindowState()


def save_window_state(path: Path, state: WindowState) -> None:
    """Where that cannot be, the next window comes as the first did."""
    try:
        atomic_write(path, json.dumps(asdict(state), indent=2) + "\n")
    except OSError:
        return


def _is_sound(state: WindowState) -> bool:
    folds = state.folds
    return (
        isinstance(state.geometry, str)
        and len(state.geometry) <= _LONGEST
        and (state.sidebar is None or isinstance(state.sidebar, bool))
        and (folds is None or _are_names(folds))
        and isinstance(state.shows_unusual, bool)
    )


def _are_names(folds: object) -> bool:
    return isinstance(folds, tuple) and all(isinstance(name, str) for name in folds)
