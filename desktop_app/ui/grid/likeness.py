"""The distance between two photos as a word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Likeness(StrEnum):
    """How similar a photo is to the query.

    IDENTICAL files are equal byte by byte. SAME is what a comparison of both pictures says
    (core/same_photo); codes alone say VERY_SIMILAR at most.
    """

    IDENTICAL = "identical"
    SAME = "same"
    VERY_SIMILAR = "very similar"
    SIMILAR = "similar"
    UNRELATED = "unrelated"


@dataclass(frozen=True)
class DistanceScale:
    """The calibrated distance of the model in use, in bits of Hamming distance."""

    similar: int

    def likeness(self, distance: int, *, related: bool) -> Likeness:
        if not related:
            return Likeness.UNRELATED
        return Likeness.VERY_SIMILAR if distance <= self.similar else Likeness.SIMILAR


def word(likeness: Likeness) -> str:
    match likeness:
        case Likeness.IDENTICAL:
            return _tr("Identical")
        case Likeness.SAME:
            return _tr("Same photo")
        case Likeness.VERY_SIMILAR:
            return _tr("Very similar")
        case Likeness.SIMILAR:
            return _tr("Similar")
        case Likeness.UNRELATED:
            return _tr("Less similar")


def _tr(text: str) -> str:
    return QCoreApplication.translate("likeness", text)
