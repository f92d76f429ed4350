"""The query's picture, on which the user can draw the part to search by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from desktop_app.core.base.region import Region
from desktop_app.ui.inspector.region_drawing import paint_region, to_rect, to_region
from desktop_app.ui.inspector.region_keys import FIRST_REGION, moved_by_key
from desktop_app.ui.kit.actions import Action, run_by_key
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.previews.picture_view import PictureView

# A smaller rectangle is taken for a click.
_MIN_DRAG = 12


def region_actions() -> list[Action[RegionPicture]]:
    """In the current language."""
    text = _tr("Query picture: select a part with the arrow keys and search for it")
    return [
        Action("draw_region", text, RegionPicture.draw_by_keys, ("Return", "Enter", "Space"),
               is_enabled=lambda picture: not picture.image.isNull()),
    ]  # fmt: skip


class RegionPicture(PictureView):
    """A region is dragged with the mouse, or moved by the arrow keys between Enter and Enter.

    Signals:
        region_drawn (Region): The mouse button was released, or Enter has ended the drawing.
    """

    region_drawn = Signal(Region)

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__(theme, side)
        self._region: Region | None = None
        self._drag: tuple[QPointF, QPointF] | None = None  # its first and its current corner
        self._key_region: Region | None = None  # while it is moved by keys
        self._actions = region_actions()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Draw a rectangle to search for that part only"))
        self.setAccessibleDescription(
            self.tr(
                "Press Enter to start and finish a selection. Arrow keys move it; with"
                " Shift, they resize it. Escape cancels."
            )
        )

    def show_part(self, image: QImage, region: Region | None) -> None:
        """Show a picture; outside the region, if there is one, it is faint."""
        self._region = region
        self._drag = self._key_region = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.show_image(image)

    def draw_by_keys(self) -> None:
        """Begin to move a region by the arrow keys, or end it."""
        region = self._key_region
        self._key_region = self._region or FIRST_REGION if region is None else None
        if region is not None:
            self.region_drawn.emit(region)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        is_inside = self._place().contains(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or self.image.isNull() or not is_inside:
            event.ignore()
            return
        self._drag = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._drag is not None:
            self._drag = (self._drag[0], event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._drag is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        rect = self._dragged_rect()
        self._drag = None
        self.update()
        if rect is not None:
            self.region_drawn.emit(to_region(rect, QRectF(self._place())))

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcut while a region is moved by keys."""
        is_ours = event.type() is QEvent.Type.ShortcutOverride and self._key_region is not None
        if is_ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        region = self._key_region
        if run_by_key(event, self._actions, self):
            pass
        elif region is not None and event.key() == Qt.Key.Key_Escape:
            self._key_region = None
        elif region is not None and (moved := moved_by_key(region, event)) is not None:
            self._key_region = moved
        else:
            super().keyPressEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._key_region = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        part = self._shown_rect()
        if part is not None and not self.image.isNull():
            paint_region(painter, self._theme, part, QRectF(self._place()))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._place().adjusted(1, 1, -1, -1))
        painter.end()

    def _shown_rect(self) -> QRectF | None:
        """Where the region lies that is being drawn, or else the one that was drawn."""
        if self._drag is not None:
            return self._dragged_rect()
        region = self._key_region or self._region
        if region is None:
            return None
        return to_rect(region, QRectF(self._place())).adjusted(1, 1, -1, -1)

    def _dragged_rect(self) -> QRectF | None:
        """None if it is too small."""
        if self._drag is None:
            return None
        rect = QRectF(*self._drag).normalized() & QRectF(self._place())
        return rect if min(rect.width(), rect.height()) >= _MIN_DRAG else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("region_picture", text)
