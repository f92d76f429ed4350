"""Sections of a grid: where they start, their headers, and which of them lie side by side.

Small sections share a line, so that they leave no gaps. Knows nothing of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class SectionHeader:
    """A heading followed by a secondary `detail`, which is left out where there is no room for it;
    or, where `is_heading` is False, a sentence with a separator line beside it.

    Attributes:
        short: The text for a section that is too narrow for `text`.
    """

    text: str
    detail: str = ""
    is_heading: bool = False
    short: str = ""


@dataclass(frozen=True)
class Sections:
    """How the rows of a grid are divided.

    Attributes:
        starts: Ascending rows; each has a header above it.
        header: Returns the header of `starts[i]`. Called only for headers that are painted.
        dimmed_from: Photos from this row on are painted faintly; None for none.
        share_lines: Whether small sections lie side by side; their headers must be short.
    """

    starts: Sequence[int]
    header: Callable[[int], SectionHeader]
    dimmed_from: int | None = None
    share_lines: bool = False


NO_SECTIONS = Sections((), lambda _: SectionHeader(""))


@dataclass(frozen=True)
class SectionBands:
    """Sections by bands. A band is one section, or several whose photos fit into one line.

    Attributes:
        starts: The first row of each band, ascending.
        firsts: The first section of each band, followed by the number of sections.
    """

    starts: Sequence[int]
    firsts: Sequence[int]

    def band_of(self, section: int) -> int:
        return bisect_right(self.firsts, section) - 1

    def sections_of(self, band: int) -> range:
        return range(self.firsts[band], self.firsts[band + 1])


def one_by_one(starts: Sequence[int]) -> SectionBands:
    """Return a band for each section; `starts` are their first rows."""
    return SectionBands(starts, range(len(starts) + 1))


def side_by_side(starts: Sequence[int], count: int, columns: int) -> SectionBands:
    """Let sections share a band of one line as long as the next one fits in with all its photos.

    Args:
        starts: The first row of each section, ascending.
        count: The number of rows.
        columns: The number of photos in a line.
    """
    firsts = []
    free = -1
    for section, (start, end) in enumerate(pairwise([*starts, count])):
        size = max(0, end - start)
        if size > free:
            firsts.append(section)
            free = columns
        free -= size  # below 0 if the section takes several lines: then it stays alone
    return SectionBands([starts[first] for first in firsts], [*firsts, len(starts)])
