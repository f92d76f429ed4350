"""Which names a photo file may get: those that every common system can store and shows."""

from __future__ import annotations

import os
from enum import Enum, auto

LONGEST_NAME = 255  # bytes, on all common file systems
_CONTROL = frozenset(map(chr, (*range(32), 127)))
_FORBIDDEN = _CONTROL | frozenset('/\\:*?"<>|' if os.name == "nt" else "/")
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789"}
)


class NameProblem(Enum):
    """Why a file cannot have a name."""

    EMPTY = auto()
    FORBIDDEN = auto()
    TOO_LONG = auto()
    RESERVED = auto()
    HIDDEN = auto()
    TAKEN = auto()


def name_problem(stem: str, suffix: str) -> NameProblem | None:
    """Check a name that consists of these; whether another file has it is not known here."""
    if not stem.strip():
        return NameProblem.EMPTY
    if stem.startswith("."):
        return NameProblem.HIDDEN  # such files are left out of libraries
    if not _FORBIDDEN.isdisjoint(stem):
        return NameProblem.FORBIDDEN
    if stem.partition(".")[0].strip().upper() in _DEVICES:
        return NameProblem.RESERVED  # Windows takes it for a device, whatever the suffix
    return _length_problem(stem + suffix)


def _length_problem(name: str) -> NameProblem | None:
    try:
        is_too_long = len(os.fsencode(name)) > LONGEST_NAME
    except UnicodeEncodeError:  # half of a character
        return NameProblem.FORBIDDEN
    return NameProblem.TOO_LONG if is_too_long else None
