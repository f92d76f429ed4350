"""Suggest which photo of a group to keep, by rules in the order of the user."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.same_photo.sharpness import SIDES
from desktop_app.core.same_photo.verification import Part

Sharpness: TypeAlias = Mapping[bytes, Mapping[int, float]]

_UNKNOWN: Sharpness = {}
# JPEG of quality 60 and more adds .045 at most, a blur by one pixel takes .078 at least (docs/
# decisions/0074-sharper.md).
_AS_SHARP = 0.05
_LOSSLESS = ("TIFF", "PNG", "BMP", "DNG")


class KeepRule(StrEnum):
    """Why a photo is better than the others of its group."""

    PREFERRED_FOLDER = "preferred_folder"
    RAW = "raw"
    UNFRAMED = "unframed"
    MORE_PIXELS = "more_pixels"
    LARGER_FILE = "larger_file"
    SHARPER = "sharper"
    METADATA = "metadata"
    OLDER = "older"
    LOSSLESS = "lossless"
    SHORTER_PATH = "shorter_path"


DEFAULT_RULES = (
    KeepRule.PREFERRED_FOLDER,
    KeepRule.RAW,
    KeepRule.UNFRAMED,
    KeepRule.MORE_PIXELS,
    KeepRule.METADATA,
    KeepRule.LARGER_FILE,
    KeepRule.OLDER,
    KeepRule.SHORTER_PATH,
)


@dataclass(frozen=True)
class KeepRules:
    """What the user wants to keep.

    Attributes:
        order: The rules that count, the most important first.
        preferred: Folders whose photos are better than others, the best first.
        protected: Folders whose photos are never discarded (reference folders).
    """

    order: tuple[KeepRule, ...] = DEFAULT_RULES
    preferred: tuple[Path, ...] = ()
    protected: tuple[Path, ...] = ()

    @property
    def needs_sharpness(self) -> bool:
        """Whether a rule needs to know how sharp photos are, which takes time to measure."""
        return KeepRule.SHARPER in self.order

    def protects(self, photo: PhotoRow) -> bool:
        return any(photo.path.is_relative_to(folder) for folder in self.protected)


@dataclass(frozen=True)
class Suggestion:
    """The member of a group to keep, and the rule that decided; None: nothing tells them apart."""

    kept: Member
    reason: KeepRule | None


def suggest(group: DuplicateGroup, rules: KeepRules, sharpness: Sharpness = _UNKNOWN) -> Suggestion:
    """Choose the best member: by the first rule, by the second among equals, and so on.

    A member in a protected folder comes before all others.

    Args:
        group: Whose members are compared.
        rules: The user's.
        sharpness: By content hash, at each side, as far as it is known.
    """
    left = [member for member in group.members if rules.protects(member.photo)]
    left = left or list(group.members)
    framed = _framed(group)
    reason = None
    for rule in rules.order:
        if rule is KeepRule.SHARPER:
            best = _sharpest(left, sharpness)
        elif rule is KeepRule.UNFRAMED:
            best = [member for member in left if member not in framed] or left
        else:
            scores = [_score(rule, member.photo, rules.preferred) for member in left]
            best = [m for m, score in zip(left, scores, strict=True) if score == max(scores)]
        if len(best) < len(left):
            reason = reason or rule
            left = best
    return Suggestion(min(left, key=lambda member: member.photo.id), reason)


def _framed(group: DuplicateGroup) -> list[Member]:
    """Return the members that show another one with borders, a frame or a window around it."""
    verdicts = [(member, member.verdict.framed) for member in group.members if member.verdict]
    framed = [member for member, which in verdicts if which is Part.SECOND]
    is_core_framed = any(which is Part.FIRST for _, which in verdicts)
    return [*framed, group.members[0]] if is_core_framed else framed


def _sharpest(members: list[Member], sharpness: Sharpness) -> list[Member]:
    """Return the sharpest at the largest size that all have, and those that are about as sharp.

    All of them where one was not measured.
    """
    known = [sharpness.get(member.photo.content_hash, {}) for member in members]
    common = set[int](SIDES).intersection(*known)
    if not common:
        return members
    values = [each[max(common)] for each in known]
    least = max(values) - _AS_SHARP
    return [member for member, value in zip(members, values, strict=True) if value >= least]


def _score(rule: KeepRule, photo: PhotoRow, preferred: Sequence[Path]) -> float:
    """Return how good a photo is by one rule: the larger, the better."""
    if rule is KeepRule.PREFERRED_FOLDER:
        ranks = [rank for rank, folder in enumerate(preferred) if photo.path.is_relative_to(folder)]
        return -min(ranks, default=len(preferred))
    return _SCORES[rule](photo)


def _age(photo: PhotoRow) -> float:
    """The older, the larger; photos without a date are the newest."""
    digits = "".join(filter(str.isdigit, photo.capture.taken_at))[:14]
    return -float(digits.ljust(14, "0")) if digits else -float("inf")


def _facts(photo: PhotoRow) -> float:
    capture = photo.capture
    facts = (capture.taken_at, capture.camera, capture.lens, capture.has_gps)
    return sum(map(bool, facts))


_SCORES: dict[KeepRule, Callable[[PhotoRow], float]] = {
    KeepRule.RAW: lambda photo: photo.format == "RAW",
    KeepRule.MORE_PIXELS: lambda photo: photo.width * photo.height,
    KeepRule.LARGER_FILE: lambda photo: photo.size_bytes,
    KeepRule.METADATA: _facts,
    KeepRule.OLDER: _age,
    KeepRule.LOSSLESS: lambda photo: photo.format in _LOSSLESS,
    KeepRule.SHORTER_PATH: lambda photo: -len(photo.path.parts),
}
