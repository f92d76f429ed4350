"""Groups of duplicates with the photo that is suggested to stay, the most worthwhile first."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.clearing.suggestions import (
    KeepRules,
    Sharpness,
    Suggestion,
    suggest,
)
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.library_groups import library_groups
from desktop_app.core.duplicates.pair_store import PairStore

# At these levels the photos are the same one, so that one of each group suffices.
COPIES = (Level.IDENTICAL, Level.SAME_PIXELS, Level.SAME_PHOTO)


@dataclass(frozen=True)
class RankedGroup:
    """A group, and what is suggested for it.

    Attributes:
        spare_bytes: What its files take, without those of the photo that is suggested to stay.
    """

    group: DuplicateGroup
    suggestion: Suggestion
    spare_bytes: int

    @property
    def spare(self) -> tuple[Member, ...]:
        """The members that are not suggested to stay."""
        return tuple(m for m in self.group.members if m is not self.suggestion.kept)

    @property
    def files(self) -> list[PhotoRow]:
        return [photo for member in self.group.members for photo in member.files]


def library_ranked(catalogue: Catalogue, rules: KeepRules) -> dict[Level, list[RankedGroup]]:
    """Return the groups of each level of a library. Raises the errors of Catalogue."""
    sharpness: Sharpness = {}
    if rules.needs_sharpness:
        with closing(PairStore(catalogue.files.duplicates)) as store:
            sharpness = store.sharpness()
    return ranked(library_groups(catalogue), rules, sharpness)


def ranked(
    groups: Iterable[DuplicateGroup], rules: KeepRules, sharpness: Sharpness | None = None
) -> dict[Level, list[RankedGroup]]:
    """Return the groups of each level; those that could save most come first."""
    levels: dict[Level, list[RankedGroup]] = {level: [] for level in Level}
    for group in groups:
        suggestion = suggest(group, rules, sharpness or {})
        spare = (m for m in group.members if m is not suggestion.kept)
        spare_bytes = sum(photo.size_bytes for member in spare for photo in member.files)
        levels[group.level].append(RankedGroup(group, suggestion, spare_bytes))
    for found in levels.values():
        found.sort(key=lambda one: (-one.spare_bytes, one.group.members[0].photo.id))
    return levels
