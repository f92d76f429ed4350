"""Where a picture lies in its window when it is enlarged and moved: arithmetic without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

# One pixel of the picture over this many of the screen is as near as one can come.
_NEAREST = 16.0


@dataclass(frozen=True)
class View:
    """What of a picture is looked at, whatever its size. `magnification` 1: all of it, as large as
    it fits; `x` and `y`: the point of the picture in the middle, from 0 to 1.
    """

    magnification: float = 1.0
    x: float = 0.5
    y: float = 0.5


FITTED = View()


@dataclass(frozen=True)
class Stage:
    """A picture of a size in pixels in a window of a size in device-independent pixels. `pixel`:
    the side of the screen's own pixels. `fills`: a small picture is enlarged until it fits.
    """

    window: QSizeF
    picture: QSizeF
    pixel: float = 1.0
    fills: bool = False

    @property
    def fit_scale(self) -> float:
        scale = min(
            self.window.width() / max(1.0, self.picture.width()),
            self.window.height() / max(1.0, self.picture.height()),
        )
        return scale if self.fills else min(scale, self.pixel)

    def percent(self, view: View) -> float:
        """100 where one pixel of the picture is one of the screen's."""
        return 100 * self.fit_scale * view.magnification / self.pixel

    def place(self, view: View) -> QRectF:
        """The whole picture, in the window's coordinates."""
        size = self._size(view)
        left = self.window.width() / 2 - view.x * size.width()
        top = self.window.height() / 2 - view.y * size.height()
        return QRectF(left, top, size.width(), size.height())

    def clamped(self, view: View) -> View:
        """No farther than the picture's edges, and not absurdly near."""
        least = min(1.0, self.pixel / self.fit_scale)
        most = max(1.0, _NEAREST * self.pixel / self.fit_scale)
        view = replace(view, magnification=min(most, max(least, view.magnification)))
        size = self._size(view)
        return replace(
            view,
            x=_clamped(view.x, self.window.width() / size.width()),
            y=_clamped(view.y, self.window.height() / size.height()),
        )

    def zoomed(self, view: View, factor: float, around: QPointF) -> View:
        """Enlarged so that the point of the picture beneath `around` stays where it is."""
        before = self.place(view)
        x = (around.x() - before.left()) / before.width()
        y = (around.y() - before.top()) / before.height()
        magnification = self.clamped(replace(view, magnification=view.magnification * factor))
        nearer = replace(view, magnification=magnification.magnification)
        size = self._size(nearer)
        return self.clamped(
            replace(
                nearer,
                x=x + (self.window.width() / 2 - around.x()) / size.width(),
                y=y + (self.window.height() / 2 - around.y()) / size.height(),
            )
        )

    def moved(self, view: View, across: float, down: float) -> View:
        """The picture dragged by device-independent pixels."""
        size = self._size(view)
        moved = replace(view, x=view.x - across / size.width(), y=view.y - down / size.height())
        return self.clamped(moved)

    def whole_pixels(self) -> float:
        """The magnification at which one pixel of the picture is one of the screen's."""
        return self.pixel / self.fit_scale

    def _size(self, view: View) -> QSizeF:
        scale = self.fit_scale * view.magnification
        return QSizeF(
            max(1e-6, self.picture.width() * scale), max(1e-6, self.picture.height() * scale)
        )


def _clamped(centre: float, seen: float) -> float:
    """`seen`: the share of the picture that the window shows."""
    if seen >= 1:
        return 0.5
    return min(1 - seen / 2, max(seen / 2, centre))
