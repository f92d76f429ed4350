"""How far all photos are from the query, drawn small, with two handles that limit what is shown."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.kit.shortcuts import Command, command_of
from desktop_app.ui.kit.theme import Theme

_MOVES = (Command.MOST_LESS, Command.MOST_MORE, Command.LEAST_LESS, Command.LEAST_MORE)


class _Handle(Enum):
    LEAST = auto()
    MOST = auto()


class DistanceHistogram(QWidget):
    """`changed` tells the least and the most distance while a handle is moved; at its end a handle
    limits nothing. The arrow keys move the handle of the most, with Shift that of the least.

    Heights are logarithmic: of a million photos the few that are near are to be seen too.
    """

    changed = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: tuple[int, ...] = (0,)
        self._related_to: int | None = None
        self.least, self.most = 0, 0
        self._held: _Handle | None = None
        self._columns: list[float] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Distances of all photos"))
        self.setToolTip(
            self.tr(
                "How many photos lie at each distance. Drag the handles to show only some; the"
                " arrow keys move the right one, with Shift the left one."
            )
        )
        theme.changed.connect(self.update)

    @property
    def farthest(self) -> int:
        """The distance of the photo that is farthest away: the right end."""
        return max((d for d, count in enumerate(self._counts) if count), default=0)

    @property
    def related_to(self) -> int | None:
        """Where the mark of the cut-off stands."""
        return self._related_to

    def show_counts(self, counts: tuple[int, ...], related_to: int | None) -> None:
        """A handle that stands at its end stays there."""
        was_at_end = self.most >= self.farthest
        self._counts, self._related_to = counts, related_to
        self.most = self.farthest if was_at_end else min(self.most, self.farthest)
        self.least = min(self.least, self.most)
        self._measure()

    def show_limits(self, least: int, most: int | None) -> None:
        """Without telling it."""
        self.most = self.farthest if most is None else min(most, self.farthest)
        self.least = min(least, self.most)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.metrics.query_picture, self._theme.metrics.histogram)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_columns(painter)
        self._paint_cut_off(painter)
        for distance, is_left in ((self.least, True), (self.most, False)):
            self._paint_handle(painter, self._x(distance, is_left=is_left))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        to_least = abs(x - self._x(self.least, is_left=True))
        to_most = abs(x - self._x(self.most, is_left=False))
        self._held = _Handle.LEAST if to_least < to_most else _Handle.MOST
        self._move(self._held, self._distance_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None:
            self._move(self._held, self._distance_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        match command_of(event, _MOVES):
            case Command.MOST_LESS:
                self._move(_Handle.MOST, self.most - 1)
            case Command.MOST_MORE:
                self._move(_Handle.MOST, self.most + 1)
            case Command.LEAST_LESS:
                self._move(_Handle.LEAST, self.least - 1)
            case Command.LEAST_MORE:
                self._move(_Handle.LEAST, self.least + 1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def _move(self, handle: _Handle, distance: int) -> None:
        least, most = self.least, self.most
        if handle is _Handle.LEAST:
            self.least = min(max(0, distance), self.most)
        else:
            self.most = max(min(self.farthest, distance), self.least)
        if (least, most) != (self.least, self.most):
            self.update()
            self.changed.emit(self.least, self.most)

    def _measure(self) -> None:
        tallest = math.log1p(max(self._counts))
        shown = self._counts[: self.farthest + 1]
        self._columns = [math.log1p(count) / tallest if count else 0.0 for count in shown]
        self.update()

    def _paint_columns(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        base, height = self._base(), self._base() - self._theme.metrics.tight
        width = self._step()
        for distance, share in enumerate(self._columns):
            is_shown = self.least <= distance <= self.most
            if share:
                tall = max(1.0, share * height)
                left = self._x(distance, is_left=True)
                painter.setBrush(self._theme.colour("bit" if is_shown else "line"))
                painter.drawRect(QRectF(left, base - tall, max(1.0, width), tall))

    def _paint_cut_off(self, painter: QPainter) -> None:
        """A dashed line: left of it lie the related photos."""
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(QPointF(0, self._base()), QPointF(self.width(), self._base()))
        if self._related_to is None:
            return
        x = self._x(self._related_to, is_left=False)
        painter.setPen(QPen(self._theme.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self._base()))

    def _paint_handle(self, painter: QPainter, x: float) -> None:
        colour = self._theme.colour("accent" if self.hasFocus() else "secondary")
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(x, 0), QPointF(x, self._base()))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawEllipse(QPointF(x, self._base()), self._radius(), self._radius())

    def _radius(self) -> float:
        return self._theme.metrics.tight + 1

    def _base(self) -> float:
        """Where the columns stand: room for the handles is left beneath."""
        return self.height() - self._radius() - 1

    def _step(self) -> float:
        """Pixels a bit."""
        return (self.width() - 2 * self._margin()) / (self.farthest + 1)

    def _margin(self) -> float:
        return self._radius() + 1

    def _x(self, distance: int, *, is_left: bool) -> float:
        """A column's left edge, or its right."""
        return self._margin() + (distance + (not is_left)) * self._step()

    def _distance_at(self, x: float) -> int:
        return math.floor((x - self._margin()) / self._step())
