"""Groups of duplicates that become stacks, and those that are one: these are decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.stacks.folding import Stacks


def stack_of(ranked: RankedGroup) -> list[int]:
    """Return all photos of a group as a stack: the one on top first.

    That is the photo that is suggested to stay; of versions, of which none is, the picture that is
    not RAW and has the most pixels: it shows what became of the photo.
    """
    top = ranked.suggestion.kept.photo
    if ranked.group.level is Level.VERSIONS:
        pictures = [photo for photo in ranked.files if photo.format != "RAW"]
        top = max(pictures, key=_pixels, default=top)
    return [top.id, *(photo.id for photo in ranked.files if photo.id != top.id)]


def stacks_of(groups: Iterable[RankedGroup]) -> list[list[int]]:
    """Return groups as stacks that have no photo in common: of groups with common photos, the last
    one says which photo is on top.
    """
    stacks: dict[int, list[int]] = {}  # by photo
    for ranked in groups:
        photos = stack_of(ranked)
        known = (each for photo in photos for each in stacks.get(photo, []))
        joined = list(dict.fromkeys([*photos, *known]))
        stacks.update(dict.fromkeys(joined, joined))
    return [stack for photo, stack in stacks.items() if photo == stack[0]]


def tops_of(stacks: Stacks) -> dict[int, int]:
    """Return the photo on top, by each photo in a stack."""
    return dict(zip(stacks.ids.tolist(), stacks.tops.tolist(), strict=True))


def is_stacked(ranked: RankedGroup, tops: Mapping[int, int]) -> bool:
    """Whether all photos of a group are in one stack (`tops_of`)."""
    found = {tops.get(photo.id) for photo in ranked.files}
    return len(found) == 1 and None not in found


def open_groups(
    levels: Mapping[Level, Iterable[RankedGroup]], tops: Mapping[int, int]
) -> dict[Level, list[RankedGroup]]:
    """Return the groups that are no stacks (`tops_of`)."""
    return {
        level: [ranked for ranked in groups if not is_stacked(ranked, tops)]
        for level, groups in levels.items()
    }


def _pixels(photo: PhotoRow) -> int:
    return photo.width * photo.height
