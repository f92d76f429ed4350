"""Bounds how much memory several threads take at once for decoding."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MemoryGate:
    """Threads enter with the bytes they are about to take, and wait where the sum is too large."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._taken_bytes = 0
        self._changed = threading.Condition()

    @contextmanager
    def taking(self, amount_bytes: int) -> Iterator[None]:
        """Wait until `amount_bytes` fit, hold them inside the block. At most the limit is held."""
        amount = min(amount_bytes, self.limit_bytes)
        with self._changed:
            self._changed.wait_for(lambda: self._taken_bytes + amount <= self.limit_bytes)
            self._taken_bytes += amount
        try:
            yield
        finally:
            with self._changed:
                self._taken_bytes -= amount
                self._changed.notify_all()
