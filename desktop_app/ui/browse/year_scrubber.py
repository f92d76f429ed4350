"""A bar of years beside a grid that is sorted by date: a click or a drag goes to a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QLabel

from desktop_app.ui.browse.timeline import LABEL_HEIGHT, Timeline, Year
from desktop_app.ui.grid.grid_view import GridView
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.sharp_edges import draw_line_across
from desktop_app.ui.kit.theme import Theme

_WIDTH = 56
_MARGIN = 6  # beside the names
_AT_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BUBBLE_MS = 1000


class YearScrubber(QAbstractSlider):
    """Its value is that of the grid's scroll bar.

    Attributes:
        bubble: Names the section at the top of the grid while the user scrolls.
    """

    def __init__(self, theme: Theme, grid: GridView) -> None:
        super().__init__()
        self._theme = theme
        self._grid = grid
        self._sections: list[tuple[str, int]] = []
        self._fonts = QFontMetrics(theme.font(theme.metrics.secondary))
        self._label_height = max(LABEL_HEIGHT, self._fonts.height())
        self.bubble = ScrollBubble(theme, grid)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Years"))
        self.setToolTip(self.tr("Click or drag to go to another year"))
        bar = grid.verticalScrollBar()
        self.setRange(bar.minimum(), bar.maximum())
        self.setValue(bar.value())
        bar.rangeChanged.connect(self.setRange)
        bar.valueChanged.connect(self.setValue)
        bar.actionTriggered.connect(lambda _: self._show_bubble(bar.sliderPosition()))
        self.valueChanged.connect(bar.setValue)
        for changed in (grid.laid_out, theme.colours_changed):
            changed.connect(self.update)
        self.hide()

    def show_years(self, sections: list[tuple[str, int]]) -> None:
        """Show years by their names and their first sections; hidden where there is one only."""
        self._sections = sections
        widest = max((self._fonts.horizontalAdvance(name) for name, _ in sections), default=0)
        self.setFixedWidth(max(_WIDTH, widest + 3 * _MARGIN))
        self.setVisible(len(sections) > 1)
        self.update()

    @property
    def timeline(self) -> Timeline:
        """Where the years are now."""
        geometry = self._grid.grid_geometry
        years = [Year(name, geometry.header(first).top()) for name, first in self._sections]
        return Timeline(years, self.maximum(), self.height(), self._label_height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        timeline = self.timeline
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(self._theme.metrics.secondary))
        painter.setPen(self._theme.colour("secondary"))
        height = self._label_height
        for year, middle in timeline.labels():
            place = QRect(0, middle - height // 2, self.width() - _MARGIN, height)
            painter.drawText(mirrored(place, self.rect()), _AT_END, year.name)
        self._paint_position(painter, timeline.y(self.value()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._go(self.timeline.value_of_click(round(event.position().y())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self.timeline.value(round(event.position().y())))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll the grid as anywhere else over it."""
        self._grid.wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the month, or with Page Up and Page Down to the year, before or after."""
        months = [
            self._grid.grid_geometry.header(index).top()
            for index in range(len(self._grid.grid_geometry.section_starts))
        ]
        years = [months[first] for _, first in self._sections]
        match event.key():
            case Qt.Key.Key_Up:
                self._go(_before(months, self.value()))
            case Qt.Key.Key_Down:
                self._go(_after(months, self.value()))
            case Qt.Key.Key_PageUp:
                self._go(_before(years, self.value()))
            case Qt.Key.Key_PageDown:
                self._go(_after(years, self.value()))
            case _:
                super().keyPressEvent(event)

    def _go(self, value: int) -> None:
        self.setValue(value)
        self._show_bubble(self.value())

    def _show_bubble(self, value: int) -> None:
        if not self.isHidden():
            geometry = self._grid.grid_geometry
            section = next(iter(geometry.headers_between(value, value)), 0)
            title = self._grid.sections.header(section).text
            self.bubble.show_title(title, self.timeline.y(value))

    def _paint_position(self, painter: QPainter, y: int) -> None:
        """Draw a line beside the names, and an outline for the focus."""
        line = mirrored(QRect(0, y - 1, _MARGIN, 1), self.rect())
        colour = self._theme.colour("accent")
        draw_line_across(painter, line.left(), line.right() + 1, line.top(), colour, 3)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            radius = self._theme.metrics.radius
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _before(tops: list[int], value: int) -> int:
    return max((top for top in tops if top < value), default=0)


def _after(tops: list[int], value: int) -> int:
    return min((top for top in tops if top > value), default=value)


class ScrollBubble(QLabel):
    """A title over the edge of a grid beside the years; it vanishes a second after it was shown."""

    def __init__(self, theme: Theme, grid: GridView) -> None:
        # Not of the grid itself: Qt moves nothing on the screen that another child lies over.
        super().__init__(grid.viewport())
        self._viewport = grid.viewport()
        self._gap = theme.metrics.wide
        self.setObjectName("scrollBubble")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, singleShot=True, interval=_BUBBLE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_title(self, text: str, middle: int) -> None:
        """Show a text around this height."""
        self.setText(text)
        self.adjustSize()
        room = self._viewport.size() - self.size()
        y = max(0, min(room.height(), middle - self.height() // 2))
        place = QRect(QPoint(room.width() - self._gap, y), self.size())
        self.move(mirrored(place, self._viewport.rect()).topLeft())
        self.show()
        self.raise_()
        self._timer.start()
