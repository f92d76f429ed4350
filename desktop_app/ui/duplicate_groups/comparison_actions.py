"""The table of what can be done while the photos of a group are compared."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.duplicate_groups.compared_canvases import GroupMode
from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands, desk_actions
from desktop_app.ui.duplicate_groups.group_comparison import GroupComparison
from desktop_app.ui.kit.actions import Action
from desktop_app.ui.kit.direction import arrow_keys
from desktop_app.ui.viewer.canvas_zoom import ZOOM_STEP, CanvasZoom

_SLIDE = 0.05  # of the width


def comparison_actions() -> list[Action[GroupComparison]]:
    """Return the actions, with texts in the current language."""
    decisions = [action.of(_desk) for action in desk_actions() if action.id != "compare_group"]
    return [*looking_actions(), *decisions]


def looking_actions() -> list[Action[GroupComparison]]:
    """Return the actions that decide nothing."""
    back, forward = arrow_keys()
    return [
        Action("group_close", _tr("Close"), GroupComparison.leave, ("Esc", "Space"), icon="close"),
        Action("group_left", _tr("Previous photo of the group"),
               lambda on: on.rows.step(-1), (back, "Up")),
        Action("group_right", _tr("Next photo of the group"),
               lambda on: on.rows.step(1), (forward, "Down")),
        _mode("group_side_by_side", _tr("Side by side"), GroupMode.SIDE_BY_SIDE, "C", "compare"),
        _mode("group_flicker", _tr("Flicker"), GroupMode.FLICKER, "F", "flicker"),
        Action("group_switch", _tr("Switch now"), lambda on: on.canvases.switch(), ("X",),
               _tr("Flicker: switch now; slider: swap sides")),
        _mode("group_slider", _tr("Slider"), GroupMode.SLIDER, "S", "slider"),
        Action("group_divide_left", _tr("Move the slider left"),
               lambda on: on.canvases.divider.move_by(-_SLIDE), ("Ctrl+Left",)),
        Action("group_divide_right", _tr("Move the slider right"),
               lambda on: on.canvases.divider.move_by(_SLIDE), ("Ctrl+Right",)),
        _mode("group_difference", _tr("Differences"), GroupMode.DIFFERENCE, "V", "difference"),
        Action("group_closer", _tr("Zoom in"), lambda on: _zoom(on).zoom(ZOOM_STEP), ("+", "=")),
        Action("group_farther", _tr("Zoom out"), lambda on: _zoom(on).zoom(1 / ZOOM_STEP), ("-",)),
        Action("group_fit", _tr("Fit to window"), lambda on: _zoom(on).fit(), ("0",), icon="fit"),
        Action("group_whole_pixels", _tr("100 %"), lambda on: _zoom(on).show_actual_size(), ("1",),
               icon="whole-pixels"),
    ]  # fmt: skip


def _mode(name: str, text: str, mode: GroupMode, key: str, icon: str) -> Action[GroupComparison]:
    return Action(
        name,
        text,
        lambda on: on.toggle(mode),
        (key,),
        icon=icon,
        is_checked=lambda on: on.canvases.mode is mode,
    )


def _desk(comparison: GroupComparison) -> DeskCommands:
    return comparison.desk


def _zoom(comparison: GroupComparison) -> CanvasZoom:
    """The zoom of the photo that is acted on; the others follow it."""
    return comparison.canvases.canvases[comparison.canvases.current].zoom


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison_actions", text)
