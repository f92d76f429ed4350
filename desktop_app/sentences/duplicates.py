"""Words for duplicates, in English."""

from __future__ import annotations

from desktop_app.core.clearing.discards import Refusal
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.jobs.duplicate_events import Standing
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part

LEVELS: dict[Level, str] = {
    Level.IDENTICAL: "Identical files",
    Level.SAME_PIXELS: "Same pixels",
    Level.SAME_PHOTO: "Same photo",
    Level.VERSIONS: "Versions of one shot",
    Level.BURST: "Burst",
    Level.SIMILAR: "Similar photos",
}

REASONS: dict[KeepRule, str] = {
    KeepRule.PREFERRED_FOLDER: "in a preferred folder",
    KeepRule.RAW: "RAW",
    KeepRule.MORE_PIXELS: "more pixels",
    KeepRule.LARGER_FILE: "larger file",
    KeepRule.SHARPER: "sharper",
    KeepRule.METADATA: "more metadata",
    KeepRule.OLDER: "older",
    KeepRule.UNFRAMED: "nothing around it",
    KeepRule.LOSSLESS: "lossless format",
    KeepRule.SHORTER_PATH: "shorter path",
}

TURNS: dict[Turn, str] = {
    Turn.NONE: "upright",
    Turn.MIRRORED: "mirrored",
    Turn.FLIPPED: "mirrored upside down",
    Turn.HALF_TURN: "turned by 180 degrees",
    Turn.TRANSPOSED: "mirrored and turned left",
    Turn.RIGHT: "turned right",
    Turn.LEFT: "turned left",
    Turn.TRANSVERSED: "mirrored and turned right",
}

REFUSALS: dict[Refusal, str] = {
    Refusal.PROTECTED: "it is in a folder of --protect",
    Refusal.GONE: "it is not there any more",
    Refusal.CHANGED: "it was changed since it was compared, and is not the same photo any more",
    Refusal.UNREADABLE: "it was changed since it was compared, and cannot be read now",
    Refusal.LAST: "it is the last of its group",
    Refusal.ALONE: "no other file of its group is there any more",
    Refusal.KEPT_GONE: "the photo to keep has changed or is gone",
}

PARTS: dict[Part, str] = {
    Part.NONE: "the whole picture",
    Part.SECOND: "a part of it",
    Part.FIRST: "with something around it",
}

FRAMED = "with borders, a frame or a window around it"

STANDINGS: dict[Standing, str] = {
    Standing.NEW: "new",
    Standing.KNOWN: "known",
    Standing.BETTER: "better",
    Standing.UNREADABLE: "unreadable",
}
