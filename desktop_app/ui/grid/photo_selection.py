"""Selected photos, and how they were found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class ShownMatch:
    """How a photo was found.

    Attributes:
        distance: The number of bits in which it differs from the query.
        word: The name of its likeness, a `Likeness` value.
    """

    distance: int
    word: str


@dataclass(frozen=True)
class PhotoSelection:
    """Selected photos.

    Attributes:
        ids: Their ids, in the order in which they are shown.
        matches: By id, how those photos were found that a search has found.
        folder: Where the current photo is, for dialogs that ask for a folder; None if unknown.
        current: The id of the current photo, selected or not; None if unknown.
    """

    ids: list[int]
    matches: dict[int, ShownMatch] = field(default_factory=dict)
    folder: Path | None = None
    current: int | None = None
