"""The line between two pictures that lie over each other, which the user drags."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.theme import Theme


class Divider(QWidget):
    """As high as its parent, which places it.

    Attributes:
        share: Of the width of the parent that is at its left, 0 to 1.

    Signals:
        moved (): The user has moved it.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._within = parent
        self.share = 0.5
        self.setAccessibleName(self.tr("Divider"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        theme.colours_changed.connect(self.update)

    def place_in(self, size: QSize) -> int:
        """Move to its share of a parent of this size, and return where the line is then."""
        line = round(self.share * size.width())
        width = self._theme.metrics.section
        self.setGeometry(line - width // 2, 0, width, size.height())
        return line

    def move_by(self, share: float) -> None:
        """Move by a share of the width."""
        self.share = min(1.0, max(0.0, self.share + share))
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the event, so that moves come here."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        line = self.mapToParent(event.position().toPoint()).x()
        self.move_by(line / self._within.width() - self.share)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint a line with a handle, both visible on dark and on light pictures."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        top, bottom = QPointF(middle.x(), 0), QPointF(middle.x(), self.height())
        for colour, width in (("ground", 4.0), ("accent", 2.0)):
            painter.setPen(QPen(self._theme.colour(colour), width))
            painter.drawLine(top, bottom)
        painter.setPen(QPen(self._theme.colour("ground"), 1))
        painter.setBrush(self._theme.colour("accent"))
        radius = self._theme.metrics.space
        painter.drawEllipse(middle, radius, radius)
        painter.end()
