"""Fold the stacks in a list of photos: one photo stands for each, unless it is open."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
_NONE: Ids = np.empty(0, np.int64)


@dataclass(frozen=True)
class Folding:
    """How stacks are shown.

    Attributes:
        is_on: One photo stands for each stack; otherwise every photo is in its own place.
        opened: Photos on top of stacks that are shown open all the same.
    """

    is_on: bool = False
    opened: frozenset[int] = frozenset()


UNFOLDED = Folding()


@dataclass(frozen=True)
class Stacks:
    """The stacks of a library, with the photos in them that cannot be shown now.

    Attributes:
        ids: int64 [M], ascending, the photos in stacks.
        tops: int64 [M], for each of them the photo on top of its stack.
    """

    ids: Ids = field(default_factory=_NONE.copy)
    tops: Ids = field(default_factory=_NONE.copy)


@dataclass(frozen=True)
class StackMark:
    """What a list says about a photo that is in a stack with others.

    Attributes:
        top: The photo on top of the stack, whether or not it is in the list.
        count: The photos of the stack in this list, hidden ones too.
        is_lead: It stands for the stack: it is on top of the photos in this list.
        is_folded: The others are hidden behind it.
        can_fold: Stacks are folded in this list, unless they are opened.
    """

    top: int
    count: int
    is_lead: bool
    is_folded: bool
    can_fold: bool = True


@dataclass(frozen=True)
class ShownStacks:
    """The stacks that have several photos in a list.

    Attributes:
        ids: int64 [M], ascending, their photos.
        tops: int64 [M], the photo on top of the stack of each.
        leads: int64 [M], the photo that stands for the stack of each.
        counts: int64 [M], the photos in the stack of each.
        opened: bool [M], whether the stack of each is open.
        is_on: See Folding.
    """

    ids: Ids = field(default_factory=_NONE.copy)
    tops: Ids = field(default_factory=_NONE.copy)
    leads: Ids = field(default_factory=_NONE.copy)
    counts: Ids = field(default_factory=_NONE.copy)
    opened: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, bool))
    is_on: bool = False

    @property
    def hidden(self) -> int:
        """How many photos are hidden."""
        if not self.is_on:
            return 0
        return int(np.count_nonzero((self.ids != self.leads) & ~self.opened))

    def mark(self, photo_id: int) -> StackMark | None:
        """Return what is shown of a photo's stack; None if it is in none."""
        place = int(np.searchsorted(self.ids, photo_id))
        if place == len(self.ids) or self.ids[place] != photo_id:
            return None
        is_lead = int(self.leads[place]) == photo_id
        is_folded = self.is_on and not bool(self.opened[place])
        top, count = int(self.tops[place]), int(self.counts[place])
        return StackMark(top, count, is_lead, is_folded, self.is_on)


@dataclass(frozen=True)
class FoldedList:
    """A list of photos with its stacks folded.

    Attributes:
        ids: int64 [N], the photos that are shown, in their order.
        starts: int64 [S], where the sections begin; some may be empty now.
        stacks: Its stacks.
    """

    ids: Ids
    starts: Ids
    stacks: ShownStacks


def fold(ids: Ids, starts: Ids, stacks: Stacks, folding: Folding) -> FoldedList:
    """Fold the stacks of a list: `ids` int64 [N], each once; `starts` int64 [S] as in FoldedList.

    The photo on top stands for a stack, or where it is not in the list, the first one that is. The
    photos of an open stack follow the one that stands for it, in the order of the list.
    """
    listed = _listed(ids, stacks)
    if len(listed.rows) == 0:
        return FoldedList(ids, starts, ShownStacks(is_on=folding.is_on))
    opened = np.isin(listed.tops, list(folding.opened))
    shown = ShownStacks(
        listed.ids, listed.tops, ids[listed.leads], listed.counts, opened, folding.is_on
    )
    if not folding.is_on:
        return FoldedList(ids, starts, shown)
    is_behind = listed.rows != listed.leads
    behind, follows = listed.rows[is_behind], listed.leads[is_behind]
    return FoldedList(*_moved(ids, starts, behind, follows, opened[is_behind]), shown)


@dataclass(frozen=True)
class _Listed:
    """The photos of a list that are in a stack with others of it, all int64 [M], by ascending id.

    No array is sorted, and none is searched: tables that are as long as the largest id is high take
    a fifth of the time.

    Attributes:
        ids: The photos.
        tops: The photos on top.
        rows: Their rows in the list.
        leads: The rows of the photos that stand for their stacks.
        counts: How many photos their stacks have in the list.
    """

    ids: Ids
    tops: Ids
    rows: Ids
    leads: Ids
    counts: Ids


def _listed(ids: Ids, stacks: Stacks) -> _Listed:
    rows = _rows_of(stacks.ids, ids)
    photos, tops, rows = _only(rows >= 0, stacks.ids, stacks.tops, rows)
    counts = np.bincount(tops)[tops]
    photos, tops, rows, counts = _only(counts > 1, photos, tops, rows, counts)
    return _Listed(photos, tops, rows, _lead_rows(photos, tops, rows), counts)


def _only(wanted: NDArray[np.bool_], *arrays: Ids) -> tuple[Ids, ...]:
    return arrays if wanted.all() else tuple(each[wanted] for each in arrays)


def _rows_of(photos: Ids, ids: Ids) -> Ids:
    """Return the row of each photo in a list, or -1."""
    if len(ids) == 0 or len(photos) == 0:
        return np.full(len(photos), -1, np.int64)
    length = max(int(ids.max()), int(photos[-1])) + 1
    is_in = np.zeros(length, bool)
    is_in[photos] = True
    found = np.flatnonzero(is_in[ids])
    rows = np.empty(length, np.int32)  # not filled: most photos are in no stack
    rows[photos] = -1
    rows[ids[found]] = found
    return rows[photos].astype(np.int64)


def _lead_rows(photos: Ids, tops: Ids, rows: Ids) -> Ids:
    """Return the row that stands for the stack of each photo: that of its top, else the first."""
    leads = np.empty(int(tops.max(initial=0)) + 1, np.int64)
    leads[tops] = rows
    np.minimum.at(leads, tops, rows)
    is_top = photos == tops
    leads[photos[is_top]] = rows[is_top]
    return leads[tops]


def _moved(
    ids: Ids, starts: Ids, behind: Ids, follows: Ids, opened: NDArray[np.bool_]
) -> tuple[Ids, Ids]:
    """Take the rows `behind` out, and put those of open stacks after the rows that they follow."""
    stays = np.ones(len(ids), bool)
    stays[behind] = False
    left, gone = ids[stays], np.flatnonzero(~stays)
    starts = starts - np.searchsorted(gone, starts)
    behind, follows = behind[opened], follows[opened]
    if len(behind) == 0:
        return left, starts
    order = np.lexsort((behind, follows))
    follows, added = follows[order], ids[behind[order]]
    places = follows - np.searchsorted(gone, follows) + 1
    starts = starts + np.searchsorted(places, starts, side="right")
    return np.insert(left, places, added), starts
