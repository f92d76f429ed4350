"""A code as a square of bits, each of which can be flipped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.inspector.bit_grid_drawing import (
    BitGridGeometry,
    BitGridPainter,
    ShownCode,
    bit_text,
)
from desktop_app.ui.kit.actions import Action, run_by_key
from desktop_app.ui.kit.navigation import ARROWS
from desktop_app.ui.kit.theme import Theme


def bit_grid_actions() -> list[Action[BitGrid]]:
    """In the current language."""
    text = _tr("Code lens: flip the bit")
    return [Action("flip_bit", text, BitGrid.flip_current, ("Space", "Return", "Enter"))]


class BitGrid(QWidget):
    """The arrow keys go from bit to bit, Space flips the current one; so does a click.

    Attributes:
        code: What is shown.

    Signals:
        flip_requested (int): A bit to flip, or to flip back.
    """

    flip_requested = Signal(int)

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._painter = BitGridPainter(theme)
        self._actions = bit_grid_actions()
        self.code = ShownCode()
        self._current = 0
        self._hovered: int | None = None
        self.setFixedWidth(width)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Bits of the code"))
        theme.colours_changed.connect(self.update)

    @property
    def grid_geometry(self) -> BitGridGeometry:
        """Where each bit is painted now."""
        return BitGridGeometry(len(self.code.bits), self.width())

    def show_code(self, code: ShownCode) -> None:
        self.code = code
        self.setFixedHeight(self.grid_geometry.height)
        self._set_current(min(self._current, max(0, len(code.bits) - 1)))

    def flip_current(self) -> None:
        """Request to flip the bit with the cursor."""
        if self.code.bits:
            self.flip_requested.emit(self._current)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.width(), self.grid_geometry.height)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        bit = self.grid_geometry.bit_at(event.position().toPoint())
        if bit is not None and event.button() is Qt.MouseButton.LeftButton:
            self._set_current(bit)
            self.flip_requested.emit(bit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._set_hovered(self.grid_geometry.bit_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in ARROWS:
            across, down = ARROWS[key]
            wanted = self._current + across + down * self.grid_geometry.columns
            if 0 <= wanted < len(self.code.bits):
                self._set_current(wanted)
        elif not run_by_key(event, self._actions, self):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Describe the bit under the pointer in a tool tip."""
        if event.type() is QEvent.Type.Leave:
            self._set_hovered(None)
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        bit = self.grid_geometry.bit_at(event.pos())
        if bit is not None:
            text = bit_text(self.code, bit)
            QToolTip.showText(event.globalPos(), text, self, self.grid_geometry.cell(bit))
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # a few hundred squares: all are painted
        marked = {self._hovered, self._current if self.hasFocus() else None}
        painter = QPainter(self)
        self._painter.paint(painter, self.code, self.grid_geometry, marked)
        painter.end()

    def _set_current(self, bit: int) -> None:
        self._current = bit
        if self.code.bits:
            self.setAccessibleDescription(bit_text(self.code, bit))
        self.update()

    def _set_hovered(self, bit: int | None) -> None:
        if bit != self._hovered:
            self._hovered = bit
            self.update()


def _tr(text: str) -> str:
    return QCoreApplication.translate("bit_grid", text)
