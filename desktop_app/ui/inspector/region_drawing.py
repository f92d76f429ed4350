"""Convert regions of a picture to rectangles on the screen and back, and paint them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop_app.core.base.region import Region
from desktop_app.ui.kit.theme import Theme

# The rest of the picture stays visible: another part of it may be wanted next.
_VEIL_OPACITY = 0.8


def to_rect(region: Region, picture: QRectF) -> QRectF:
    """Where a region lies on a picture that fills the rectangle `picture`."""
    return QRectF(
        picture.left() + region.left * picture.width(),
        picture.top() + region.top * picture.height(),
        (region.right - region.left) * picture.width(),
        (region.bottom - region.top) * picture.height(),
    )


def to_region(rect: QRectF, picture: QRectF) -> Region:
    """The part of the picture that a rectangle covers."""
    return Region(
        (rect.left() - picture.left()) / picture.width(),
        (rect.top() - picture.top()) / picture.height(),
        (rect.right() - picture.left()) / picture.width(),
        (rect.bottom() - picture.top()) / picture.height(),
    )


def paint_region(painter: QPainter, theme: Theme, part: QRectF, picture: QRectF) -> None:
    """Frame a part of the picture and veil the rest."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole, inner = QPainterPath(), QPainterPath()
    whole.addRect(picture)
    inner.addRect(part)
    painter.setOpacity(_VEIL_OPACITY)
    painter.fillPath(whole - inner, theme.colour("veil"))
    painter.setOpacity(1)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRect(part)
