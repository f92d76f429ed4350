"""Read the entries of folders, one folder after another or several at the same time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from types import TracebackType
from typing import Self, TypeAlias

Entries: TypeAlias = list[os.DirEntry[str]]


class FolderListings:
    """Reads each folder when it is needed."""

    def expect(self, paths: Iterable[str]) -> None:
        """Told the folders that will be needed, the next one first."""

    def read(self, path: str) -> Entries:
        """Return the entries of a folder, sorted by the bytes of their names. Raises OSError."""
        return _entries(path)


class PrefetchedListings(FolderListings):
    """Reads the folders that will be needed in threads: shared storage answers late."""

    def __init__(self, threads: int, entries: Callable[[str], Entries]) -> None:
        """`threads` folders are read at the same time, each by `entries`."""
        self._threads = threads
        self._entries = entries
        self._pool = ThreadPoolExecutor(threads, "folders")
        self._read: dict[str, Future[Entries]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def expect(self, paths: Iterable[str]) -> None:
        for path in islice(paths, self._threads):
            if path not in self._read:
                self._read[path] = self._pool.submit(self._entries, path)

    def read(self, path: str) -> Entries:
        expected = self._read.pop(path, None)
        return expected.result() if expected else self._entries(path)


def _entries(path: str) -> Entries:
    with os.scandir(path) as listing:
        return sorted(listing, key=lambda entry: os.fsencode(entry.name))


def entries_with_status(path: str) -> Entries:
    """As FolderListings.read; the status of each entry is read, too, and kept in the entry."""
    entries = _entries(path)
    for entry in entries:
        with suppress(OSError):  # whoever asks again gets the error
            entry.stat(follow_symlinks=False)
    return entries
