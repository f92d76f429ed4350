"""A small histogram of all photos' distances, with two handles that limit the results."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.inspector.histogram_drawing import (
    DistanceCounts,
    HistogramGeometry,
    HistogramPainter,
)
from desktop_app.ui.kit.actions import Action, run_by_key
from desktop_app.ui.kit.theme import Theme


class _Handle(Enum):
    MIN = auto()
    MAX = auto()


def histogram_actions() -> list[Action[DistanceHistogram]]:
    """In the current language."""
    return [
        Action("most_less", _tr("Distances: show fewer distant photos"),
               lambda histogram: histogram.step_max(-1), ("Left",)),
        Action("most_more", _tr("Distances: show more distant photos"),
               lambda histogram: histogram.step_max(1), ("Right",)),
        Action("least_less", _tr("Distances: show more of the closest"),
               lambda histogram: histogram.step_min(-1), ("Shift+Left",)),
        Action("least_more", _tr("Distances: hide the closest"),
               lambda histogram: histogram.step_min(1), ("Shift+Right",)),
    ]  # fmt: skip


class DistanceHistogram(QWidget):
    """The handles are dragged, or moved by the arrow keys: the right one, with Shift the left one.

    Attributes:
        counts: What is shown.

    Signals:
        range_changed (int, int): The user has moved a handle; both distances, in bits.
    """

    range_changed = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._painter = HistogramPainter(theme)
        self.counts = DistanceCounts()
        self._actions = histogram_actions()
        self._dragged: _Handle | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.metrics.histogram)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Distances of all photos"))
        self.setToolTip(
            self.tr(
                "Number of photos at each distance. Drag the handles to limit the results."
                " Arrow keys move the right handle; with Shift, the left one."
            )
        )
        theme.colours_changed.connect(self.update)

    @property
    def histogram_geometry(self) -> HistogramGeometry:
        """Where each part is painted now."""
        radius = self._theme.metrics.tight + 1
        return HistogramGeometry(self.width(), self.height(), self.counts.farthest, radius)

    def show_counts(self, counts: DistanceCounts) -> None:
        """Show other photos or another range, without a signal."""
        self.counts = counts
        self.update()

    def step_min(self, step: int) -> None:
        """Move the left handle by so many bits."""
        self._set(self.counts.with_min(self.counts.min_distance + step))

    def step_max(self, step: int) -> None:
        """Move the right handle by so many bits."""
        self._set(self.counts.with_max(self.counts.max_distance + step))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        self._painter.paint(painter, self.counts, self.histogram_geometry, focused=self.hasFocus())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the nearer handle, and move it there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x, geometry = event.position().x(), self.histogram_geometry
        to_min = abs(x - geometry.left(self.counts.min_distance))
        to_max = abs(x - geometry.right(self.counts.max_distance))
        self._dragged = _Handle.MIN if to_min < to_max else _Handle.MAX
        self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._dragged is not None:
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._dragged = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not run_by_key(event, self._actions, self):
            super().keyPressEvent(event)

    def _drag_to(self, x: float) -> None:
        distance = self.histogram_geometry.distance_at(x)
        is_min = self._dragged is _Handle.MIN
        self._set(self.counts.with_min(distance) if is_min else self.counts.with_max(distance))

    def _set(self, counts: DistanceCounts) -> None:
        if counts != self.counts:
            self.show_counts(counts)
            self.range_changed.emit(counts.min_distance, counts.max_distance)


def _tr(text: str) -> str:
    return QCoreApplication.translate("distance_histogram", text)
