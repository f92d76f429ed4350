"""An example or counter-example as a chip with its picture."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.kit.direction import mirrored
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.navigation import is_removal
from desktop_app.ui.kit.sharp_edges import draw_picture, on_pixels
from desktop_app.ui.kit.theme import Theme, Tint


class ExampleChip(QAbstractButton):
    """A small picture between a plus or a minus and a cross; a click removes the example.

    Attributes:
        example: The example that it stands for.
        name: Of the picture, for menus.
    """

    def __init__(self, theme: Theme, example: Example, picture: QueryPicture) -> None:
        super().__init__()
        self._theme = theme
        self.example = example
        self._picture = _cut_region(picture.image, example)
        self._text = picture.text
        self._scaled = QPixmap()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        self._set_texts(picture)
        side = theme.metrics.chip_picture
        self.setIcon(QIcon(self._pixmap(QSize(side, side))))

    def _set_texts(self, picture: QueryPicture) -> None:
        example = self.example
        name = shown_name(picture.path) if picture.path else self.tr("pasted picture")
        name = f"“{picture.text}”" if picture.text else name
        if example.is_wanted:
            text = self.tr("Like {name}: click to remove this example")
        else:
            text = self.tr("Not like {name}: click to remove this example")
        self.name = name if example.is_wanted else self.tr("not like {name}").format(name=name)
        self.setToolTip(text.format(name=name))
        self.setAccessibleName(text.format(name=name))

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self._theme.metrics
        marks = 2 * (metrics.icon + metrics.tight)
        return QSize(self._inner_width() + marks, metrics.chip_picture + metrics.tight)

    def _inner_width(self) -> int:
        """Return the width of the picture, or of the text, in pixels."""
        metrics = self._theme.metrics
        if not self._text:
            return metrics.chip_picture
        text = self.fontMetrics().horizontalAdvance(self._text)
        return max(metrics.chip_picture, min(text, metrics.chip_text) + metrics.tight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if is_removal(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_background(painter)
        metrics = self._theme.metrics
        sign = QRect(0, 0, metrics.icon, metrics.icon)
        sign.moveTo(metrics.tight // 2, (self.height() - metrics.icon) // 2)
        self._paint_sign(painter, mirrored(sign, self.rect()))
        rect = QRect(0, 0, self._inner_width(), metrics.chip_picture)
        rect.moveCenter(self.rect().center())
        if self._text:
            self._paint_text(painter, rect)
        else:
            self._paint_picture(painter, rect)
        cross = QRect(0, 0, metrics.secondary, metrics.secondary)
        cross.moveCenter(sign.translated(rect.right() - sign.left() + 2, 0).center())
        icon = self._theme.icon("close", Tint.SECONDARY, side=metrics.secondary)
        icon.paint(painter, mirrored(cross, self.rect()))
        painter.end()

    def _paint_background(self, painter: QPainter) -> None:
        is_near = self.underMouse() or self.hasFocus()
        edge = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour("hover" if is_near else "raised"))
        radius = self._theme.metrics.radius
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, radius, radius)

    def _paint_sign(self, painter: QPainter, rect: QRect) -> None:
        """A plus or a minus, so that the kinds differ not by colour alone."""
        name = "accent" if self.example.is_wanted else "warning"
        painter.setPen(QPen(self._theme.colour(name), 2))
        arm, middle = self._theme.metrics.tight, rect.center()
        painter.drawLine(middle.x() - arm, middle.y(), middle.x() + arm, middle.y())
        if self.example.is_wanted:
            painter.drawLine(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm)

    def _paint_text(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._theme.colour("text"))
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_picture(self, painter: QPainter, rect: QRect) -> None:
        outline = QPainterPath()
        radius = self._theme.metrics.tight
        outline.addRoundedRect(on_pixels(painter, rect), radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(rect, self._theme.colour("hover"))
        if not self._picture.isNull():
            draw_picture(painter, rect, self._pixmap(rect.size()))
        painter.setClipping(False)

    def _pixmap(self, size: QSize) -> QPixmap:
        """Scale the middle of the picture to fill the square."""
        wanted = size * self.devicePixelRatio()
        if self._scaled.size() != wanted and not self._picture.isNull():
            whole = self._picture.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            part = QRect(0, 0, wanted.width(), wanted.height())
            part.moveCenter(whole.rect().center())
            self._scaled = QPixmap.fromImage(whole.copy(part))
        return self._scaled


def _cut_region(image: QImage, example: Example) -> QImage:
    """Return the part of the picture that counts."""
    if example.region is None or image.isNull():
        return image
    left, top, right, bottom = example.region.box(image.width(), image.height())
    return image.copy(QRect(left, top, right - left, bottom - top))
