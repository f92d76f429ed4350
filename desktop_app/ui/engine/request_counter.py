"""Numbers that show which request is the newest."""

from __future__ import annotations

from itertools import count


class RequestCounter:
    """Numbers requests in one thread; any thread may ask which number is the newest."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._newest = 0
        self._running = 0
        self._changes = self._changes_before = 0

    def next_number(self) -> int:
        """Supersede all requests so far."""
        self._newest = next(self._numbers)
        return self._newest

    def change(self) -> None:
        """Outdate the answers to the newest request so far: it is sent again, with other limits or
        another filter.
        """
        self._changes += 1

    def begin(self, number: int) -> None:
        """Record which request is being run."""
        self._running = number
        self._changes_before = self._changes

    def is_superseded(self) -> bool:
        """True if the request that is being run is not the newest."""
        return not self.is_newest(self._running)

    def is_outdated(self) -> bool:
        """True if it is not the newest, or was changed since it began."""
        return self.is_superseded() or self._changes != self._changes_before

    def is_newest(self, number: int) -> bool:
        return number == self._newest
