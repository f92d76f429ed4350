"""Selections of photos, and what can be requested for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto


class PhotoAction(Enum):
    """What can be done with the files of photos."""

    COPY_TO = auto()
    MOVE_TO = auto()
    EXPORT = auto()
    TRASH = auto()


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
    """

    ids: list[int]
    matches: dict[int, ShownMatch] = field(default_factory=dict)


class ExportKind(StrEnum):
    """The format of an export; the value is the file name extension."""

    CSV = "csv"
    JSON = "json"
    SHEET = "png"


@dataclass(frozen=True)
class ExportChoice:
    """What to export, and how."""

    selection: PhotoSelection
    kind: ExportKind
    with_codes: bool
