"""The rectangle of a zoomed and panned picture in its window: arithmetic without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

# At most this many pixels of the screen, along each axis, for one pixel of the picture.
_LARGEST_SCALE = 16.0


@dataclass(frozen=True)
class PanZoom:
    """Which part of a picture is shown, independent of the sizes of picture and window.

    Attributes:
        magnification: Relative to the picture fitted into the window.
        x: The point of the picture in the middle of the window, from 0 (left) to 1 (right).
        y: The same from 0 (top) to 1 (bottom).
    """

    magnification: float = 1.0
    x: float = 0.5
    y: float = 0.5


FITTED = PanZoom()


@dataclass(frozen=True)
class ZoomGeometry:
    """A picture in a window.

    Attributes:
        window: Size in device-independent pixels.
        picture: Size in the picture's own pixels.
        pixel: The side of a pixel of the screen, in device-independent pixels.
        enlarges: True to enlarge a small picture until it fits the window.
    """

    window: QSizeF
    picture: QSizeF
    pixel: float = 1.0
    enlarges: bool = False

    @property
    def fit_scale(self) -> float:
        """Device-independent pixels per pixel of the fitted picture."""
        scale = min(
            self.window.width() / max(1.0, self.picture.width()),
            self.window.height() / max(1.0, self.picture.height()),
        )
        return scale if self.enlarges else min(scale, self.pixel)

    @property
    def actual_size(self) -> float:
        """The magnification at which one pixel of the picture is one pixel of the screen."""
        return self.pixel / self.fit_scale

    def percent(self, view: PanZoom) -> float:
        """Return the zoom level; 100 is the picture's actual size."""
        return 100 * self.fit_scale * view.magnification / self.pixel

    def picture_rect(self, view: PanZoom) -> QRectF:
        """Return the rectangle of the whole picture in the window's coordinates."""
        size = self._size(view)
        left = self.window.width() / 2 - view.x * size.width()
        top = self.window.height() / 2 - view.y * size.height()
        return QRectF(left, top, size.width(), size.height())

    def clamped(self, view: PanZoom) -> PanZoom:
        """Return the nearest view with an allowed magnification and no space beyond an edge."""
        least = min(1.0, self.actual_size)
        most = max(1.0, _LARGEST_SCALE * self.actual_size)
        view = replace(view, magnification=min(most, max(least, view.magnification)))
        size = self._size(view)
        return replace(
            view,
            x=_clamped_centre(view.x, self.window.width() / size.width()),
            y=_clamped_centre(view.y, self.window.height() / size.height()),
        )

    def zoomed(self, view: PanZoom, factor: float, around: QPointF) -> PanZoom:
        """Return the view magnified by `factor`, with the point at `around` kept in place."""
        before = self.picture_rect(view)
        x = (around.x() - before.left()) / before.width()
        y = (around.y() - before.top()) / before.height()
        magnified = replace(view, magnification=view.magnification * factor)
        magnified = replace(view, magnification=self.clamped(magnified).magnification)
        size = self._size(magnified)
        return self.clamped(
            replace(
                magnified,
                x=x + (self.window.width() / 2 - around.x()) / size.width(),
                y=y + (self.window.height() / 2 - around.y()) / size.height(),
            )
        )

    def moved(self, view: PanZoom, right: float, down: float) -> PanZoom:
        """Return the view after dragging the picture by device-independent pixels."""
        size = self._size(view)
        moved = replace(view, x=view.x - right / size.width(), y=view.y - down / size.height())
        return self.clamped(moved)

    def _size(self, view: PanZoom) -> QSizeF:
        scale = self.fit_scale * view.magnification
        return QSizeF(
            max(1e-6, self.picture.width() * scale), max(1e-6, self.picture.height() * scale)
        )


def _clamped_centre(centre: float, visible: float) -> float:
    """Keep the centre inside the picture; `visible` is the share shown along this axis."""
    if visible >= 1:
        return 0.5
    return min(1 - visible / 2, max(visible / 2, centre))
