"""Zooming and panning the picture of a canvas: by calls, mouse and touchpad."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.viewer.zoom_geometry import FITTED, PanZoom, ZoomGeometry

ZOOM_STEP = 1.25
_WHEEL_NOTCH = 120


class CanvasZoom(QObject):
    """Holds which part of a picture a canvas shows.

    Attributes:
        view: The current zoom and position.
        enlarges: True to enlarge small pictures until they fit; `apply` makes a change effective.
        picture_size: Size of the whole upright picture in pixels; empty without a picture.

    Signals:
        view_changed (PanZoom): The user has zoomed or panned.
        updated (): The size or position on the screen may have changed, for whatever reason.
    """

    view_changed = Signal(PanZoom)
    updated = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.view = FITTED
        self.enlarges = False
        self.picture_size = QSize()

    @property
    def geometry(self) -> ZoomGeometry:
        pixel = 1 / self._canvas.devicePixelRatio()
        return ZoomGeometry(
            QSizeF(self._canvas.size()), QSizeF(self.picture_size), pixel, self.enlarges
        )

    @property
    def percent(self) -> float:
        return self.geometry.percent(self.view)

    @property
    def picture_rect(self) -> QRectF:
        """The rectangle of the whole picture in the canvas."""
        return self.geometry.picture_rect(self.view)

    @property
    def is_cropped(self) -> bool:
        """True if the canvas shows only a part of the picture."""
        rect = self.picture_rect
        return rect.width() > self._canvas.width() + 1 or rect.height() > self._canvas.height() + 1

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Magnify; the point at `around`, by default the middle, stays where it is."""
        point = around or QRectF(self._canvas.rect()).center()
        self._set_view(self.geometry.zoomed(self.view, factor, point))

    def fit(self) -> None:
        """Show the whole picture."""
        self._set_view(FITTED)

    def show_actual_size(self, around: QPointF | None = None) -> None:
        """Zoom to 100 %."""
        self.zoom(self.geometry.actual_size / self.view.magnification, around)

    def move_by(self, right: float, down: float) -> None:
        """Move the picture by device-independent pixels."""
        self._set_view(self.geometry.moved(self.view, right, down))

    def apply(self, view: PanZoom) -> None:
        """Show a view without `view_changed`, for example that of another canvas."""
        if self.picture_size.isEmpty() or self._canvas.size().isEmpty():
            self.view = view
            return
        self.view = self.geometry.clamped(view)
        self.updated.emit()

    def _set_view(self, view: PanZoom) -> None:
        self.apply(view)
        self.view_changed.emit(self.view)


class PanZoomGestures(QObject):
    """An event filter on a canvas, which keeps its view when its size changes.

    The wheel zooms, dragging pans, and a double click toggles 100 %. On a touchpad, a pinch zooms,
    two fingers pan an enlarged picture, and a double tap of both toggles 100 %.
    """

    def __init__(self, canvas: QWidget, zoom: CanvasZoom) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._zoom = zoom
        self._dragged_from: QPointF | None = None
        canvas.installEventFilter(self)
        zoom.updated.connect(self._update_cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QWheelEvent):
            self._turn_wheel(event)
        elif isinstance(event, QNativeGestureEvent):
            self._handle_fingers(event)
        elif isinstance(event, QMouseEvent):
            self._handle_mouse(event)
        else:
            if isinstance(event, QResizeEvent):
                self._zoom.apply(self._zoom.view)
            return super().eventFilter(watched, event)
        event.accept()
        return True

    def _turn_wheel(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if _is_by_fingers(event):
            self._pan(event.pixelDelta())
        elif notches:
            self._zoom.zoom(ZOOM_STEP**notches, event.position())

    def _pan(self, pixels: QPoint) -> None:
        if self._zoom.is_cropped:
            self._zoom.move_by(pixels.x(), pixels.y())

    def _handle_fingers(self, event: QNativeGestureEvent) -> None:
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom.zoom(1 + event.value(), event.position())
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self._toggle_actual_size(event.position())

    def _handle_mouse(self, event: QMouseEvent) -> None:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._begin_drag(event)
            case QEvent.Type.MouseMove if self._dragged_from is not None:
                by = event.position() - self._dragged_from
                self._dragged_from = event.position()
                self._zoom.move_by(by.x(), by.y())
            case QEvent.Type.MouseButtonRelease:
                self._dragged_from = None
                self._update_cursor()
            case QEvent.Type.MouseButtonDblClick:
                self._toggle_actual_size(event.position())

    def _begin_drag(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._zoom.is_cropped:
            self._dragged_from = event.position()
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _toggle_actual_size(self, around: QPointF) -> None:
        if self._zoom.view.magnification == 1:
            self._zoom.show_actual_size(around)
        else:
            self._zoom.fit()

    def _update_cursor(self) -> None:
        """Show an open hand while the picture can be dragged."""
        if self._dragged_from is None:
            hand, arrow = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.ArrowCursor
            self._canvas.setCursor(hand if self._zoom.is_cropped else arrow)


def _is_by_fingers(event: QWheelEvent) -> bool:
    """Whether two fingers move on a touchpad: the wheel of a mouse has no phases."""
    zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.phase() is not Qt.ScrollPhase.NoScrollPhase and not zooms
