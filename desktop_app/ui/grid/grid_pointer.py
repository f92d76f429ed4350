"""What the mouse does over a grid, apart from selecting and dragging, which Qt handles."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView

_WHEEL_NOTCH = 120
# The share by which fingers that pinch move apart for one step.
_PINCHED_STEP = 0.2


class GridPointer(QObject):
    """An event filter on the viewport of a view.

    Attributes:
        hovered_row: The row under the mouse, or None.

    Signals:
        hover_changed (): Another row, or none, is under the mouse.
        double_clicked (QModelIndex): An item was double-clicked with the left button.
        zoom_requested (int): Steps by which items should grow (Ctrl and the wheel, or a pinch).
    """

    hover_changed = Signal()
    double_clicked = Signal(QModelIndex)
    zoom_requested = Signal(int)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered_row: int | None = None
        self._grown = 0.0  # steps, since the last whole one
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._update_hover)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            self._update_hover()
        elif isinstance(event, QWheelEvent):
            return self._turn_wheel(event)
        elif isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        elif event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self._double_click(event)
            return True
        return super().eventFilter(watched, event)

    def _update_hover(self) -> None:
        """Find the row under the mouse; scrolling moves rows under a mouse that stands still."""
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(QCursor.pos())
        is_inside = viewport.underMouse() and viewport.rect().contains(point)
        index = self._view.indexAt(point) if is_inside else None
        row = index.row() if index is not None and index.isValid() else None
        if row != self.hovered_row:
            self.hovered_row = row
            self.hover_changed.emit()

    def _turn_wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._grow(event.angleDelta().y() / _WHEEL_NOTCH)
        event.accept()
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.BeginNativeGesture:
                self._grown = 0.0
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._grow(event.value() / _PINCHED_STEP)
            case _:
                return False
        event.accept()
        return True

    def _grow(self, steps: float) -> None:
        """Ask for whole steps: a touchpad moves by small shares of one."""
        self._grown += steps
        whole = int(self._grown)
        if whole:
            self._grown -= whole
            self.zoom_requested.emit(whole)

    def _double_click(self, event: QMouseEvent) -> None:
        index = self._view.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit(index)
