"""What can be asked for with photos that are chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto


class PhotoAction(Enum):
    """What is done with the files of photos."""

    COPY_TO = auto()
    MOVE_TO = auto()
    EXPORT = auto()
    TRASH = auto()


@dataclass(frozen=True)
class ShownMatch:
    """How a photo was found: bits that differ, and the word for it."""

    distance: int
    word: str


@dataclass(frozen=True)
class PhotoSelection:
    """Photos by id, in the order in which they are shown; `matches` of those that were found."""

    ids: list[int]
    matches: dict[int, ShownMatch] = field(default_factory=dict)


class ExportKind(StrEnum):
    """What an export is written as: the ending of its file."""

    CSV = "csv"
    JSON = "json"
    SHEET = "png"


@dataclass(frozen=True)
class ExportChoice:
    """These photos, as this."""

    chosen: PhotoSelection
    kind: ExportKind
    with_codes: bool
