"""Limit the memory that several threads use at the same time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Gate(Protocol):
    """Grants memory."""

    def reserve(self, amount_bytes: int) -> AbstractContextManager[None]:
        """Wait for the amount, and hold it inside the block."""


class MemoryGate:
    """A semaphore that counts bytes."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._reserved_bytes = 0
        self._released = threading.Condition()

    @contextmanager
    def reserve(self, amount_bytes: int) -> Iterator[None]:
        """Wait until the amount fits below the limit, and reserve it inside the block.

        An amount above the limit counts as the limit, so that it waits for all other threads.
        """
        amount = min(amount_bytes, self.limit_bytes)
        with self._released:
            self._released.wait_for(lambda: self._reserved_bytes + amount <= self.limit_bytes)
            self._reserved_bytes += amount
        try:
            yield
        finally:
            with self._released:
                self._reserved_bytes -= amount
                self._released.notify_all()
