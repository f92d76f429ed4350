"""What keys and buttons do in the viewer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.viewer.canvas_zoom import ZOOM_STEP
from desktop_app.ui.viewer.compare_view import CompareMode
from desktop_app.ui.viewer.comparison import Comparison
from desktop_app.ui.viewer.current_photo import CurrentPhoto
from desktop_app.ui.viewer.photo_canvas import PhotoCanvas

# The share of the window by which an arrow key moves an enlarged photo.
_PAN_SHARE = 1 / 8
_Handlers = Mapping[Command, Callable[[], object]]


def view_handlers(current: CurrentPhoto, canvas: PhotoCanvas, comparison: Comparison) -> _Handlers:
    """Return what each command does that navigates, zooms or compares."""

    def pan_or_step(right: int, down: int) -> Callable[[], None]:
        return lambda: _pan_or_step(current, canvas, right, down)

    zoom = canvas.zoom
    return {
        Command.VIEW_PREVIOUS: pan_or_step(-1, 0),
        Command.VIEW_NEXT: pan_or_step(1, 0),
        Command.VIEW_UP: pan_or_step(0, -1),
        Command.VIEW_DOWN: pan_or_step(0, 1),
        Command.VIEW_PAGE_UP: lambda: current.step(-1),
        Command.VIEW_PAGE_DOWN: lambda: current.step(1),
        Command.VIEW_FIRST: lambda: current.step(-current.row),
        Command.VIEW_LAST: lambda: current.step(current.count),
        Command.VIEW_CLOSER: lambda: zoom.zoom(ZOOM_STEP),
        Command.VIEW_FARTHER: lambda: zoom.zoom(1 / ZOOM_STEP),
        Command.VIEW_FIT: zoom.fit,
        Command.VIEW_WHOLE_PIXELS: zoom.show_actual_size,
        Command.VIEW_COMPARE: lambda: comparison.toggle(CompareMode.SIDE_BY_SIDE),
        Command.VIEW_FLICKER: lambda: comparison.toggle(CompareMode.FLICKER),
        Command.VIEW_TURN: comparison.swap,
    }


def _pan_or_step(current: CurrentPhoto, canvas: PhotoCanvas, right: int, down: int) -> None:
    """Move over an enlarged photo, else go to the next or the previous one."""
    if canvas.zoom.is_cropped:
        across, along = canvas.width() * _PAN_SHARE, canvas.height() * _PAN_SHARE
        canvas.zoom.move_by(-right * across, -down * along)
    else:
        current.step(right or down)


class CommandKeys(QObject):
    """An event filter that runs commands by their keys.

    Takes precedence over the shortcuts of the window: Escape closes the viewer, not the search.
    """

    def __init__(self, widget: QWidget, handlers: _Handlers) -> None:
        super().__init__(widget)
        self._handlers = handlers
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            command = command_of(event, self._handlers)
            if command is not None:
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    self._handlers[command]()
                return True
        return super().eventFilter(watched, event)
