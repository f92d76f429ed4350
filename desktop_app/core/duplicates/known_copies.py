"""Which photos of a library are known to be the same photo, for those who search."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from pathlib import Path

from desktop_app.core.base.errors import LibraryUnwritableError
from desktop_app.core.duplicates.pair_store import PairStore

_Stamp = tuple[int, int, int]


class KnownCopies:
    """The pairs of the same photo that a library's search for duplicates has found so far."""

    def __init__(self, path: Path) -> None:
        """`path` is that of the library's pair store, which need not exist."""
        self._path = path
        self._stamp: list[_Stamp | None] | None = None
        self._copies: dict[bytes, set[bytes]] = {}

    def of(self, content: bytes) -> set[bytes]:
        """Return the contents that are the same photo as one."""
        return self._copies.get(content, set())

    def refresh(self) -> None:
        """Read the pairs again if any were added or deleted."""
        stamp = [_stamp(self._path), _stamp(self._path.with_name(f"{self._path.name}-wal"))]
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self._copies = _copies(self._path) if stamp[0] else {}


def _copies(path: Path) -> dict[bytes, set[bytes]]:
    copies: dict[bytes, set[bytes]] = defaultdict(set)
    try:
        with closing(PairStore(path)) as store:
            for pair in store.pairs():
                if pair.verdict.is_same_photo:
                    copies[pair.first].add(pair.second)
                    copies[pair.second].add(pair.first)
    except LibraryUnwritableError:  # on a medium that can only be read, and in another version
        return {}
    return copies


def _stamp(path: Path) -> _Stamp | None:
    """Return what changes with the content of a file; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
