"""Group the photos of a library by how they are related.

Each group has a core, and all of its photos were compared with the core itself: photos are never
brought together by a chain of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.levels import Level, are_raw_and_picture, level_of, shot_of
from desktop_app.core.duplicates.pair_store import ComparedPair
from desktop_app.core.same_photo.verification import Verdict

Link = tuple[int, int]


@dataclass(frozen=True)
class Member:
    """A photo of a group.

    Attributes:
        photo: One of the files with its content.
        copies: The other files with the same bytes.
        verdict: How it, as the second picture, is related to the core of its group; None of the
            core itself, and where the thumbnails say nothing about it.
        likeness: How like the core it is, up to 1: the share of the texture that agrees where it
            is the same photo, else of the bits of their codes. None of the core itself, and where
            they were not compared.
    """

    photo: PhotoRow
    copies: tuple[PhotoRow, ...] = ()
    verdict: Verdict | None = None
    likeness: float | None = None

    @property
    def files(self) -> tuple[PhotoRow, ...]:
        return (self.photo, *self.copies)


@dataclass(frozen=True)
class DuplicateGroup:
    """Photos that are related; the first is the core."""

    level: Level
    members: tuple[Member, ...]

    @property
    def likeness(self) -> float | None:
        """Of the photo that is least like the core; None if none was compared with it."""
        known = (member.likeness for member in self.members if member.likeness is not None)
        return min(known, default=None)


def files_of(group: DuplicateGroup) -> list[PhotoRow]:
    """Return all files of a group, identical ones too."""
    return [photo for member in group.members for photo in member.files]


def group_photos(
    photos: Iterable[PhotoRow],
    pairs: Iterable[ComparedPair],
    not_duplicates: frozenset[tuple[bytes, bytes]] = frozenset(),
    code_bits: int = 0,
) -> list[DuplicateGroup]:
    """Group photos at each level. A photo is in at most one group of a level.

    Args:
        photos: Those that may be in groups.
        pairs: What is known of their contents; pairs of other contents are ignored.
        not_duplicates: Pairs of contents, the smaller first, that the user has told apart.
        code_bits: Length of the codes; 0 if it is not known.
    """
    contents: dict[bytes, list[PhotoRow]] = defaultdict(list)
    for photo in photos:
        contents[photo.content_hash].append(photo)
    groups = [_identical(files) for files in contents.values() if len(files) > 1]
    links = _links(contents, pairs, not_duplicates, code_bits)
    for level in Level:
        groups += _grouped(level, links, contents)
    return groups


@dataclass(frozen=True)
class _Links:
    """What is known of pairs of contents, the smaller first."""

    levels: dict[tuple[bytes, bytes], Level] = field(default_factory=dict)
    verdicts: dict[tuple[bytes, bytes], Verdict] = field(default_factory=dict)
    likeness: dict[tuple[bytes, bytes], float] = field(default_factory=dict)

    def of(self, level: Level) -> dict[bytes, set[bytes]]:
        """Return the contents that are linked to each content at a level.

        Those of the same pixels are the same photo, too.
        """
        wanted = {level, Level.SAME_PIXELS} if level is Level.SAME_PHOTO else {level}
        linked: dict[bytes, set[bytes]] = defaultdict(set)
        for (first, second), found in self.levels.items():
            if found in wanted:
                linked[first].add(second)
                linked[second].add(first)
        return linked


def _identical(files: list[PhotoRow]) -> DuplicateGroup:
    core, *others = files
    copies = (Member(photo, likeness=1.0) for photo in others)
    return DuplicateGroup(Level.IDENTICAL, (Member(core), *copies))


def _links(
    contents: dict[bytes, list[PhotoRow]],
    pairs: Iterable[ComparedPair],
    not_duplicates: frozenset[tuple[bytes, bytes]],
    code_bits: int,
) -> _Links:
    links = _Links()
    for pair in pairs:
        ends = pair.first, pair.second
        if ends in not_duplicates or pair.first not in contents or pair.second not in contents:
            continue
        photos = contents[pair.first][0], contents[pair.second][0]
        links.levels[ends] = level_of(*photos, pair)
        likeness = _likeness(pair, code_bits)
        if likeness is not None:
            links.likeness[ends] = likeness
        if pair.verdict.is_same_photo:
            links.verdicts[ends] = pair.verdict
    for ends in _raw_and_picture(contents):
        if ends not in not_duplicates:
            links.levels[ends] = Level.VERSIONS
    return links


def _likeness(pair: ComparedPair, code_bits: int) -> float | None:
    if pair.same_pixels:
        return 1.0
    if pair.verdict.is_same_photo:
        return pair.verdict.same
    if pair.distance is None or not code_bits:
        return None
    return max(0.0, 1 - pair.distance / code_bits)


def _raw_and_picture(contents: dict[bytes, list[PhotoRow]]) -> Iterable[tuple[bytes, bytes]]:
    """Yield the pairs of contents that are the RAW file and the picture of one shot."""
    raw = {
        shot_of(photo): photo
        for files in contents.values()
        for photo in files
        if photo.format == "RAW"
    }
    for files in contents.values() if raw else ():
        for photo in files:
            other = raw.get(shot_of(photo))
            if other and are_raw_and_picture(photo, other):
                first, second = sorted((photo.content_hash, other.content_hash))
                yield first, second


def _grouped(
    level: Level, links: _Links, contents: dict[bytes, list[PhotoRow]]
) -> Iterable[DuplicateGroup]:
    """Yield the groups of a level: the content with most links is the core of the first."""
    linked = links.of(level)
    free = set(linked)
    for core in sorted(linked, key=lambda content: _rank(content, linked, contents)):
        others = linked[core] & free - {core}
        if core not in free or not others:
            continue
        free -= others | {core}
        if level is Level.SAME_PHOTO and _all_are(Level.SAME_PIXELS, core, others, links):
            continue  # its group of the same pixels says more
        ordered = sorted(others, key=lambda content: contents[content][0].id)
        yield DuplicateGroup(
            level, tuple(_member(content, core, links, contents) for content in (core, *ordered))
        )


def _rank(
    content: bytes, linked: dict[bytes, set[bytes]], contents: dict[bytes, list[PhotoRow]]
) -> tuple[int, int, int]:
    photo = contents[content][0]
    return -len(linked[content]), -photo.width * photo.height, photo.id


def _all_are(level: Level, core: bytes, others: set[bytes], links: _Links) -> bool:
    return all(links.levels[_ends(core, other)] is level for other in others)


def _member(
    content: bytes, core: bytes, links: _Links, contents: dict[bytes, list[PhotoRow]]
) -> Member:
    photo, *copies = contents[content]
    ends = _ends(content, core)
    verdict = links.verdicts.get(ends)
    if verdict and content < core:  # the core is the first picture for who looks at the group
        verdict = verdict.reversed
    return Member(photo, tuple(copies), verdict, links.likeness.get(ends))


def _ends(one: bytes, other: bytes) -> tuple[bytes, bytes]:
    return (one, other) if one < other else (other, one)
