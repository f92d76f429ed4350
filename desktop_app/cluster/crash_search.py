"""Find the files of a shard that end the process that reads them, by bisection."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FileRange:
    """The files of a shard from place `first` up to `last`, which is not among them."""

    number: int
    first: int
    last: int

    def halves(self) -> tuple[FileRange, FileRange]:
        middle = (self.first + self.last) // 2
        return FileRange(self.number, self.first, middle), FileRange(self.number, middle, self.last)


@dataclass
class CrashSearch:
    """The search in one shard. All files in a range that a process survived are harmless.

    Attributes:
        number: Of the shard.
        crashing: Places of the files that were found.
    """

    number: int
    files: int
    crashing: set[int] = field(default_factory=set)
    _open: set[FileRange] = field(default_factory=set)

    def start(self) -> list[FileRange]:
        """Return what to try first: all files, since another shard may have ended the worker."""
        whole = FileRange(self.number, 0, self.files)
        self._open.add(whole)
        return [whole]

    def survived(self, tried: FileRange) -> None:
        """A process has read all files of a range."""
        self._open.discard(tried)

    def crashed(self, tried: FileRange) -> list[FileRange]:
        """A range has ended its process. Return the ranges to try next."""
        self._open.discard(tried)
        return self._tried(tried)

    @property
    def is_over(self) -> bool:
        return not self._open

    def _tried(self, crashed: FileRange) -> list[FileRange]:
        """Split a range of which at least one file crashes."""
        if crashed.last - crashed.first == 1:
            self.crashing.add(crashed.first)
            return []
        halves = crashed.halves()
        self._open.update(halves)
        return list(halves)
