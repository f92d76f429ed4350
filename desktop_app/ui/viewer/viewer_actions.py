"""The table of the viewer's actions, from which its keys, buttons and help are made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.kit.direction import arrow_keys
from desktop_app.ui.photos.photo_action_flow import FileRequest
from desktop_app.ui.photos.photo_actions import rename_photos, trash_photos
from desktop_app.ui.viewer.canvas_zoom import ZOOM_STEP
from desktop_app.ui.viewer.compare_view import CompareMode
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.slideshow import INTERVALS

# What the context menu has below the actions on photos.
VIEWER_MENU = (
    "view_trash", SEPARATOR, "view_fit", "view_whole_pixels", "view_enlarge", "view_details",
    "view_full_screen", "view_slideshow",
)  # fmt: skip
INTERVAL_MENU = tuple(f"view_seconds_{seconds}" for seconds in INTERVALS)
# The share of the window by which an arrow key moves an enlarged photo.
_PAN_SHARE = 1 / 8


def viewer_actions() -> list[Action[PhotoViewer]]:
    """Return the actions, with texts in the current language."""
    return [
        Action("view_close", _tr("Close"), _close, ("Esc",), icon="close"),
        Action("view_space", _tr("Close, or pause the slideshow"), _close_or_pause, ("Space",)),
        *_navigation(),
        *_zooming(),
        *_comparing(),
        *_slideshow(),
        Action("view_details", _tr("Info"), PhotoViewer.toggle_details,
               ("I",), icon="info", is_checked=lambda viewer: viewer.has_details),
        Action("view_similar", _tr("Find similar"), _find_similar, ("S",)),
        Action("view_rename", _tr("Rename…"), _rename, ("F2",)),
        Action("view_trash", _tr("Move to trash"), _trash, ("Del",), icon="trash"),
    ]  # fmt: skip


def _navigation() -> list[Action[PhotoViewer]]:
    """Arrow keys move an enlarged photo; the other keys always show another one."""
    back, forward = arrow_keys()
    right = 1 if forward == "Right" else -1
    return [
        Action("view_previous", _tr("Previous photo, or pan when zoomed in"),
               lambda viewer: _pan_or_step(viewer, -1, -right, 0), (back,)),
        Action("view_next", _tr("Next photo, or pan when zoomed in"),
               lambda viewer: _pan_or_step(viewer, 1, right, 0), (forward,)),
        Action("view_up", _tr("Previous photo, or pan up when zoomed in"),
               lambda viewer: _pan_or_step(viewer, -1, 0, -1), ("Up",)),
        Action("view_down", _tr("Next photo, or pan down when zoomed in"),
               lambda viewer: _pan_or_step(viewer, 1, 0, 1), ("Down",)),
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
        Action("view_enlarge", _tr("Enlarge small photos"),
               lambda viewer: viewer.compare_view.toggle_enlarging(), ("E",),
               is_checked=lambda viewer: viewer.compare_view.enlarges_small),
        Action("view_full_screen", _tr("Full screen"),
               _toggle_full_screen, ("F11",),
               is_checked=lambda viewer: viewer.full_screen.is_on),
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


def _slideshow() -> list[Action[PhotoViewer]]:
    return [
        Action("view_slideshow", _tr("Slideshow"), lambda viewer: viewer.slideshow.toggle(),
               ("F5",), _tr("Slideshow over the whole screen"), "slideshow",
               is_checked=lambda viewer: viewer.slideshow.is_on),
        *(_interval(seconds, name) for seconds, name in zip(INTERVALS, INTERVAL_MENU, strict=True)),
    ]  # fmt: skip


def _interval(seconds: int, name: str) -> Action[PhotoViewer]:
    return Action(
        name,
        _tr("{seconds} seconds").format(seconds=numbers.counted(seconds)),
        lambda viewer: viewer.slideshow.set_seconds(seconds),
        is_checked=lambda viewer: viewer.slideshow.seconds == seconds,
    )


def _close(viewer: PhotoViewer) -> None:
    """Leave the slideshow or the full screen first."""
    if viewer.slideshow.is_on:
        viewer.slideshow.stop()
    elif viewer.full_screen.is_on:
        viewer.full_screen.leave()
    else:
        viewer.leave()


def _close_or_pause(viewer: PhotoViewer) -> None:
    if viewer.slideshow.is_on:
        viewer.slideshow.pause_or_continue()
    else:
        _close(viewer)


def _toggle_full_screen(viewer: PhotoViewer) -> None:
    """A slideshow ends with its full screen."""
    if viewer.slideshow.is_on:
        viewer.slideshow.stop()
    else:
        viewer.full_screen.toggle()


def _find_similar(viewer: PhotoViewer) -> None:
    if viewer.current.selection is not None:
        viewer.find_similar_requested.emit(viewer.current.selection.ids)


def _rename(viewer: PhotoViewer) -> None:
    if viewer.current.selection is not None:
        viewer.action_requested.emit(FileRequest(rename_photos, viewer.current.selection))


def _trash(viewer: PhotoViewer) -> None:
    """Trash the photo and show its neighbour."""
    selection = viewer.current.selection
    if selection is not None:
        viewer.current.step_aside()
        viewer.action_requested.emit(FileRequest(trash_photos, selection))


def _pan_or_step(viewer: PhotoViewer, step: int, right: int, down: int) -> None:
    """Move over an enlarged photo, else go to the next or the previous one."""
    canvas = viewer.compare_view.photo
    if canvas.zoom.is_cropped:
        across, along = canvas.width() * _PAN_SHARE, canvas.height() * _PAN_SHARE
        canvas.zoom.move_by(-right * across, -down * along)
    else:
        viewer.current.step(step)


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer_actions", text)
