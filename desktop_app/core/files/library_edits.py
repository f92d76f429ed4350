"""Short changes of the catalogue, which the window requests; each is one class.

To add an edit, add a class with its data and its `run`, and name it in EDITS.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import Request


@dataclass(frozen=True)
class LibraryEdit(Request):
    """A short change of the catalogue, which interrupts indexing."""

    library: Path

    def run(self, files: LibraryFiles) -> Iterator[object]:
        """Make the change, and yield its progress; imports what only this edit needs."""
        raise NotImplementedError


@dataclass(frozen=True)
class RootEdit(LibraryEdit):
    """An edit of one root."""

    root: Path


@dataclass(frozen=True)
class RemoveRequest(RootEdit):
    """Remove a root from the library."""

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.catalogue.root_edits import remove_root

        return remove_root(files, self.root)


@dataclass(frozen=True)
class RelocateRequest(RootEdit):
    """Change the folder of a root that was moved to `target`."""

    target: Path

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.catalogue.root_edits import relocate_root

        return relocate_root(files, self.root, self.target)


@dataclass(frozen=True)
class PauseRequest(RootEdit):
    """Exclude a root from scans, or include it again."""

    is_paused: bool

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.catalogue.root_edits import pause_root

        return pause_root(files, self.root, is_paused=self.is_paused)


@dataclass(frozen=True)
class ExcludeRequest(LibraryEdit):
    """Store what scans leave out, and whether they follow links."""

    patterns: list[str]
    follow_links: bool

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.catalogue.exclusions import Exclusions, store_exclusions

        return store_exclusions(files, Exclusions(tuple(self.patterns), self.follow_links))


@dataclass(frozen=True)
class RereadRequest(LibraryEdit):
    """Make photos wait to be decoded again: these, and those at and below some places."""

    photos: list[int]
    places: list[Path]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.catalogue.pending_files import request_reading

        return request_reading(files, self.photos, self.places)


@dataclass(frozen=True)
class FollowRequest(LibraryEdit):
    """Update the paths of files that the window has moved."""

    sources: list[Path]
    targets: list[Path]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.moved_files import follow_moves

        return follow_moves(files, self.sources, self.targets)


@dataclass(frozen=True)
class StackEdit(LibraryEdit):
    """An edit of stacks; its result is a StacksChanged."""


@dataclass(frozen=True)
class StackRequest(StackEdit):
    """Make stacks of photos, the first of each on top."""

    stacks: list[list[int]]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.stack_edits import stack_photos

        return stack_photos(files, self.stacks)


@dataclass(frozen=True)
class UnstackRequest(StackEdit):
    """Dissolve the stacks of photos."""

    photos: list[int]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.stack_edits import unstack_photos

        return unstack_photos(files, self.photos)


@dataclass(frozen=True)
class LeaveStackRequest(StackEdit):
    """Take photos out of their stacks."""

    photos: list[int]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.stack_edits import leave_stacks

        return leave_stacks(files, self.photos)


@dataclass(frozen=True)
class PutOnTopRequest(StackEdit):
    """Put each of these photos on top of its stack."""

    photos: list[int]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.stack_edits import put_on_top

        return put_on_top(files, self.photos)


@dataclass(frozen=True)
class RestoreStacksRequest(StackEdit):
    """Undo an edit of stacks, which has reported what was before."""

    before: list[tuple[int, int]]

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.files.stack_edits import restore_stacks

        return restore_stacks(files, self.before)


EDITS: tuple[type[LibraryEdit], ...] = (
    RemoveRequest,
    RelocateRequest,
    PauseRequest,
    ExcludeRequest,
    RereadRequest,
    FollowRequest,
    StackRequest,
    UnstackRequest,
    LeaveStackRequest,
    PutOnTopRequest,
    RestoreStacksRequest,
)
