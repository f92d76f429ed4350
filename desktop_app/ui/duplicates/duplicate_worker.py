"""Reads the groups of duplicates in a thread of its own."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.clearing.discards import Discards, check_discards
from desktop_app.core.clearing.ranked_groups import RankedGroup, library_ranked
from desktop_app.core.clearing.stacked_groups import is_stacked, open_groups, tops_of
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.pair_store import PairStore
from desktop_app.ui.browse.browse_worker import CatalogueWorker


def no_groups() -> dict[Level, list[RankedGroup]]:
    return {level: [] for level in Level}


def none_counted() -> dict[Level, int]:
    return dict.fromkeys(Level, 0)


@dataclass(frozen=True)
class DuplicateListing:
    """The groups of a library.

    Attributes:
        levels: The groups of each level that are to be shown.
        counts: The number of all groups of each level, without stacks.
        sizes: The size of each file in a group, shown or not, by photo id.
        has_compared: Whether photos were compared: before that, only files with the same bytes are
            known.
        has_stacked: Whether groups are left out because they are stacks.
    """

    levels: dict[Level, list[RankedGroup]] = field(default_factory=no_groups)
    counts: dict[Level, int] = field(default_factory=none_counted)
    sizes: dict[int, int] = field(default_factory=dict)
    has_compared: bool = False
    has_stacked: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the library has no groups, shown or not, but for stacks."""
        return not any(self.counts.values())


class DuplicateWorker(CatalogueWorker):
    """Its methods run in a thread of their own.

    Signals:
        listed (DuplicateListing, float): The answer to `list_groups`, and the seconds that it took;
            the same object as before if nothing has changed.
        checked (Discards): The answer to `check`.
    """

    listed = Signal(DuplicateListing, float)
    checked = Signal(Discards)

    def __init__(self, library: Path) -> None:
        super().__init__(library)
        self._listing = DuplicateListing()

    def list_groups(self, photo_filter: PhotoFilter, rules: KeepRules) -> None:
        """List the groups that have a photo which passes the filter, each with all its photos."""
        started = time.monotonic()
        with self._reported():
            listing = self._read(photo_filter, rules)
            if listing != self._listing:  # so many groups are not compared in the window's thread
                self._listing = listing
            self.listed.emit(self._listing, time.monotonic() - started)

    def check(self, marked: frozenset[int], rules: KeepRules) -> None:
        """Check which of the marked photos may go."""
        with self._reported():
            catalogue = self._opened()
            tops = tops_of(read_stacks(catalogue))
            levels = library_ranked(catalogue, rules)
            groups = [one for found in levels.values() for one in found]
            undecided = [one for one in groups if not is_stacked(one, tops)]
            decided = _files(groups) - _files(undecided)
            self.checked.emit(check_discards(catalogue, undecided, marked - decided, rules))

    def _read(self, photo_filter: PhotoFilter, rules: KeepRules) -> DuplicateListing:
        catalogue = self._opened()
        with closing(PairStore(self._files.duplicates)) as store:
            has_compared = not store.is_empty
        tops = tops_of(read_stacks(catalogue))
        every = library_ranked(catalogue, rules)
        levels = open_groups(every, tops)
        groups = (one for found in levels.values() for one in found)
        sizes = {photo.id: photo.size_bytes for one in groups for photo in one.files}
        counts = {level: len(found) for level, found in levels.items()}
        if not photo_filter.is_empty:
            levels = _passing(catalogue, levels, photo_filter)
        has_stacked = any(len(found) != counts[level] for level, found in every.items())
        return DuplicateListing(levels, counts, sizes, has_compared, has_stacked)


def _files(groups: list[RankedGroup]) -> set[int]:
    """Return the ids of all photos of groups."""
    return {photo.id for one in groups for photo in one.files}


def _passing(
    catalogue: Catalogue, levels: dict[Level, list[RankedGroup]], photo_filter: PhotoFilter
) -> dict[Level, list[RankedGroup]]:
    passing = set(matching_ids(catalogue, photo_filter).tolist())
    return {
        level: [one for one in groups if any(photo.id in passing for photo in one.files)]
        for level, groups in levels.items()
    }
