"""The losses of a training as small curves.

Each curve has its own range: the losses differ by four orders of magnitude, and what matters is
whether each of them falls.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.jobs.training_text import HELD_OUT, curve_text
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label

Curve = list[tuple[int, float]]

_COLUMNS = 4
_SMALL, _DIGITS, _MORE_DIGITS = 0.01, 3, 5


class LossCurves(QWidget):
    """Shows the held-out loss first and large, the training losses below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.curves: dict[str, LossCurve] = {}
        self.setAccessibleName(self.tr("Training progress"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.metrics.wide)
        self._grid.setVerticalSpacing(theme.metrics.space)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_curves(self, known: dict[str, Curve]) -> None:
        """Show the curves that have a name for the user; `known` holds them by the loss's name."""
        shown = {name: curve for name, curve in known.items() if curve_text(name)}
        if shown.keys() != self.curves.keys():
            self._lay_out([*shown])
        last = max((curve[-1][0] for curve in shown.values()), default=0)
        for name, points in shown.items():
            self.curves[name].show_points(points, last)

    def _lay_out(self, names: list[str]) -> None:
        for old in self.curves.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.curves = {name: LossCurve(self._theme, name) for name in names}
        if HELD_OUT in self.curves:
            self._grid.addWidget(self.curves[HELD_OUT], 0, 0, 1, _COLUMNS)
        others = (name for name in names if name != HELD_OUT)
        for place, name in enumerate(others):
            row, column = divmod(place, _COLUMNS)
            self._grid.addWidget(self.curves[name], row + 1, column)


class LossCurve(QWidget):
    """One loss: its name, its latest value and its curve."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name = name
        self.caption = label("", "secondary", wrapped=True)
        self._line = _Line(theme, is_first=name == HELD_OUT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.tight)
        column.addWidget(self._line)
        column.addWidget(self.caption)
        column.addStretch(1)  # beside a curve whose caption needs two lines

    def show_points(self, points: Curve, last_step: int) -> None:
        loss = points[-1][1]
        now = numbers.decimal(loss, _DIGITS if loss >= _SMALL else _MORE_DIGITS)
        self.caption.setText(f"{curve_text(self._name)}: {now}")
        self._line.show_points(points, last_step)


class _Line(QWidget):
    """The points of a curve, up to the last step of all curves, scaled to the curve's range."""

    def __init__(self, theme: Theme, *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_first = is_first
        self._points: Curve = []
        self._last_step = 1
        metrics = theme.metrics
        self._height = metrics.curve if is_first else metrics.small_curve
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.colours_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.metrics.small_picture, self._height)

    def show_points(self, points: Curve, last_step: int) -> None:
        self._points, self._last_step = points, max(1, last_step)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.metrics.tight
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ground"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        colour = self._theme.colour("accent" if self._is_first else "secondary")
        painter.setPen(QPen(colour, 2 if self._is_first else 1))
        points = self._screen_points()
        painter.drawPolyline(QPolygonF(points))
        if points:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(points[-1], 2.5, 2.5)
        painter.end()

    def _screen_points(self) -> list[QPointF]:
        margin = self._theme.metrics.space
        losses = [loss for _, loss in self._points]
        least, most = min(losses, default=0.0), max(losses, default=0.0)
        width, height = self.width() - 2 * margin, self.height() - 2 * margin
        rises = [(loss - least) / (most - least) if most > least else 0.5 for loss in losses]
        return [
            QPointF(margin + step / self._last_step * width, margin + (1 - rise) * height)
            for (step, _), rise in zip(self._points, rises, strict=True)
        ]
