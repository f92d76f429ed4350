"""Where the years of a grid lie along a bar beside it."""

from __future__ import annotations

from dataclasses import dataclass

LABEL_HEIGHT = 18
_MUCH = 3  # times as long: of years of about the same length, the first ones have their names


@dataclass(frozen=True)
class Year:
    """A year, or the photos without a date.

    Attributes:
        name: As it is shown.
        top: The value of the grid's scroll bar at its first photo.
    """

    name: str
    top: int


@dataclass(frozen=True)
class Timeline:
    """Heights on a bar, in pixels, of values of a scroll bar from 0 to `maximum`.

    Attributes:
        years: In the order of the grid.
        maximum: The highest value of the scroll bar.
        height: Of the bar.
        label_height: What the name of a year needs.
    """

    years: list[Year]
    maximum: int
    height: int
    label_height: int = LABEL_HEIGHT

    @property
    def _margin(self) -> int:
        """Room for the halves of the first and the last name."""
        return self.label_height // 2

    def y(self, value: int) -> int:
        share = min(1.0, value / max(1, self.maximum))
        return round(self._margin + share * (self.height - 2 * self._margin))

    def value(self, y: int) -> int:
        share = (y - self._margin) / max(1, self.height - 2 * self._margin)
        return round(max(0.0, min(1.0, share)) * self.maximum)

    def labels(self) -> list[tuple[Year, int]]:
        """Return the years that have room for their names, and the middle of each name. A year
        takes the place of a name that it would overlap only if it is much longer.
        """
        found: list[tuple[Year, int]] = []
        for year in self.years:
            middle = self.y(year.top)
            is_free = not found or middle - found[-1][1] >= self.label_height
            if not is_free and self._length(year) > _MUCH * self._length(found[-1][0]):
                found.pop()
                is_free = True
            if is_free:
                found.append((year, middle))
        return found

    def _length(self, year: Year) -> int:
        after = min((other.top for other in self.years if other.top > year.top), default=None)
        return (self.maximum if after is None else after) - year.top

    def value_of_click(self, y: int) -> int:
        """Return the start of the year whose name is there, else the time in between."""
        near = (
            year.top for year, middle in self.labels() if abs(middle - y) <= self.label_height // 2
        )
        return next(near, self.value(y))
