"""The table of the viewer's actions, from which its keys, buttons and help are made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.kit.actions import Action
from desktop_app.ui.viewer.canvas_zoom import ZOOM_STEP
from desktop_app.ui.viewer.compare_view import CompareMode
from desktop_app.ui.viewer.photo_viewer import PhotoViewer

# The share of the window by which an arrow key moves an enlarged photo.
_PAN_SHARE = 1 / 8


def viewer_actions() -> list[Action[PhotoViewer]]:
    """Return the actions, with texts in the current language."""
    return [
        Action("view_close", _tr("Close"), PhotoViewer.leave, ("Esc", "Space"), icon="close"),
        *_navigation(),
        *_zooming(),
        *_comparing(),
        Action("view_details", _tr("Info"), PhotoViewer.toggle_details,
               ("I",), icon="info", is_checked=lambda viewer: viewer.has_details),
        Action("view_trash", _tr("Move to trash"), PhotoViewer.trash, ("Del",), icon="trash"),
    ]  # fmt: skip


def _navigation() -> list[Action[PhotoViewer]]:
    """Arrow keys move an enlarged photo; the other keys always show another one."""
    return [
        Action("view_previous", _tr("Previous photo, or pan left when zoomed in"),
               lambda viewer: _pan_or_step(viewer, -1, 0), ("Left",)),
        Action("view_next", _tr("Next photo, or pan right when zoomed in"),
               lambda viewer: _pan_or_step(viewer, 1, 0), ("Right",)),
        Action("view_up", _tr("Previous photo, or pan up when zoomed in"),
               lambda viewer: _pan_or_step(viewer, 0, -1), ("Up",)),
        Action("view_down", _tr("Next photo, or pan down when zoomed in"),
               lambda viewer: _pan_or_step(viewer, 0, 1), ("Down",)),
        Action("view_page_up", _tr("Previous photo"), lambda viewer: viewer.current.step(-1),
               ("PgUp",), icon="chevron-left",
               is_enabled=lambda viewer: viewer.current.can_step(-1)),
        Action("view_page_down", _tr("Next photo"), lambda viewer: viewer.current.step(1),
               ("PgDown",), icon="chevron-right",
               is_enabled=lambda viewer: viewer.current.can_step(1)),
        Action("view_first", _tr("First photo"),
               lambda viewer: viewer.current.step(-viewer.current.row), ("Home",)),
        Action("view_last", _tr("Last photo"),
               lambda viewer: viewer.current.step(viewer.current.count), ("End",)),
    ]  # fmt: skip


def _zooming() -> list[Action[PhotoViewer]]:
    return [
        Action("view_closer", _tr("Zoom in"),
               lambda viewer: viewer.compare_view.photo.zoom.zoom(ZOOM_STEP), ("+", "=")),
        Action("view_farther", _tr("Zoom out"),
               lambda viewer: viewer.compare_view.photo.zoom.zoom(1 / ZOOM_STEP), ("-",)),
        Action("view_fit", _tr("Fit to window"),
               lambda viewer: viewer.compare_view.photo.zoom.fit(), ("0",), icon="fit"),
        Action("view_whole_pixels", _tr("100 %"),
               lambda viewer: viewer.compare_view.photo.zoom.show_actual_size(), ("1",),
               icon="whole-pixels"),
    ]  # fmt: skip


def _comparing() -> list[Action[PhotoViewer]]:
    """Without a query these actions do nothing."""
    return [
        Action("view_compare", _tr("Compare side by side"),
               lambda viewer: viewer.comparison.toggle(CompareMode.SIDE_BY_SIDE), ("C",),
               icon="compare",
               is_checked=lambda viewer: viewer.comparison.mode is CompareMode.SIDE_BY_SIDE),
        Action("view_flicker", _tr("Flicker"),
               lambda viewer: viewer.comparison.toggle(CompareMode.FLICKER), ("F",),
               icon="flicker",
               is_checked=lambda viewer: viewer.comparison.mode is CompareMode.FLICKER),
        Action("view_turn", _tr("Flicker: switch now"),
               lambda viewer: viewer.comparison.swap(), ("X",)),
    ]  # fmt: skip


def _pan_or_step(viewer: PhotoViewer, right: int, down: int) -> None:
    """Move over an enlarged photo, else go to the next or the previous one."""
    canvas = viewer.compare_view.photo
    if canvas.zoom.is_cropped:
        across, along = canvas.width() * _PAN_SHARE, canvas.height() * _PAN_SHARE
        canvas.zoom.move_by(-right * across, -down * along)
    else:
        viewer.current.step(right or down)


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer_actions", text)
