"""What can go wrong with words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import AppError


class WordsProblem(StrEnum):
    """Why a text cannot be searched for."""

    UNREADABLE = "unreadable"  # a file of the text model is missing or damaged
    OTHER_BACKBONE = "other_backbone"  # the vocabulary is for the descriptors of another network
    NO_TEXT = "no_text"  # nothing is left of it that is known


@dataclass(eq=False)
class WordsError(AppError):
    """A text cannot be searched for.

    Attributes:
        problem: Why.
        path: The file that is concerned, or the folder of the text model.
        detail: What the library that reads the file says, the network, or the text.
    """

    problem: WordsProblem
    path: Path
    detail: str = ""
