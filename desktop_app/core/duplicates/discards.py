"""Check which of the marked photos may go: a group is never emptied, and nothing goes unseen.

Nothing is moved here. Who moves the files checks each pair of a file and the one that stays for it
once more, immediately before (`Discards.trouble`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from stat import S_ISREG

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.ranked_groups import RankedGroup
from desktop_app.core.duplicates.suggestions import KeepRules

_MOST_IDS = 500  # of one SQL statement


class Refusal(StrEnum):
    """Why a marked photo stays."""

    PROTECTED = "protected"  # it is in a folder that is never touched
    GONE = "gone"
    CHANGED = "changed"  # its size or time differ from when it was compared
    LAST = "last"  # all files of its group are marked, and it is suggested to stay
    KEPT_GONE = "kept_gone"  # the files of its group that are not marked are gone or changed


@dataclass(frozen=True)
class Discard:
    """A file that may go, and one of its group that stays."""

    photo: PhotoRow
    kept: PhotoRow


@dataclass(frozen=True)
class Refused:
    """A marked file that stays, and why."""

    photo: PhotoRow
    reason: Refusal


@dataclass(frozen=True, eq=False)
class KnownFiles:
    """When files were changed last, as the library knows it: nanoseconds by photo id."""

    times: dict[int, int]

    def trouble(self, photo: PhotoRow) -> Refusal | None:
        """Return why a file is not the one that was compared; None if it is."""
        try:
            status = photo.path.lstat()
        except OSError:
            return Refusal.GONE
        known = photo.size_bytes, self.times.get(photo.id)
        if not S_ISREG(status.st_mode) or (status.st_size, status.st_mtime_ns) != known:
            return Refusal.CHANGED
        return None


@dataclass(frozen=True, eq=False)
class Discards:
    """What may go, and what stays although it is marked."""

    allowed: tuple[Discard, ...]
    refused: tuple[Refused, ...]
    files: KnownFiles

    @property
    def size_bytes(self) -> int:
        """What the files that may go take."""
        return sum(discard.photo.size_bytes for discard in self.allowed)

    @property
    def are_identical(self) -> bool:
        """Whether each file that may go has the content of the one that stays for it."""
        pairs = ((discard.photo, discard.kept) for discard in self.allowed)
        return all(photo.content_hash == kept.content_hash for photo, kept in pairs)

    def trouble(self, discard: Discard) -> Refusal | None:
        """Return why a file must stay after all: it, or the one that stays for it, has changed."""
        own = self.files.trouble(discard.photo)
        return own or (Refusal.KEPT_GONE if self.files.trouble(discard.kept) else None)


def check_discards(
    catalogue: Catalogue,
    groups: Iterable[RankedGroup],
    marked: AbstractSet[int],
    rules: KeepRules,
) -> Discards:
    """Decide which marked photos may go.

    Of each group with marked photos, a file stays that is there and unchanged. Groups of the same
    content or pixels that lie in a group of the same photo count as a part of it: all files of a
    version may go for a better one. Marked photos that are in no group are left out.

    Args:
        catalogue: Knows the times of the files.
        groups: All groups of the library.
        marked: Ids of photos.
        rules: Whose protected folders are respected.

    Raises:
        The errors of Catalogue.
    """
    with_marks = [ranked for ranked in groups if any(f.id in marked for f in ranked.files)]
    counted = _without_parts(with_marks)
    ids = {photo.id for ranked in counted for photo in ranked.files}
    files = KnownFiles(_times(catalogue, sorted(ids)))
    check = _Check(marked, rules, files.trouble)
    for ranked in counted:
        check.refuse_unfit(ranked)
    for ranked in counted:
        check.keep_one(ranked)
    return check.result(counted, files)


class _Check:
    """The marked photos that still may go, and those that were refused."""

    def __init__(
        self,
        marked: AbstractSet[int],
        rules: KeepRules,
        trouble: Callable[[PhotoRow], Refusal | None],
    ) -> None:
        self._marked = marked
        self._rules = rules
        self._trouble = trouble
        self._refused: dict[int, Refused] = {}
        self._kept: dict[int, PhotoRow] = {}

    def refuse_unfit(self, ranked: RankedGroup) -> None:
        """Refuse what is protected, gone or changed."""
        for photo in self._going(ranked):
            reason = Refusal.PROTECTED if self._rules.protects(photo) else self._trouble(photo)
            if reason:
                self._refuse(photo, reason)

    def keep_one(self, ranked: RankedGroup) -> None:
        """Note for what goes what stays; refuse as much as needed."""
        going = self._going(ranked)
        if not going:
            return
        kept = self._staying(ranked)
        if kept is None and all(photo.id in self._marked for photo in ranked.files):
            suggested = ranked.suggestion.kept.photo
            kept = suggested if suggested in going else going[0]
            self._refuse(kept, Refusal.LAST)
        for photo in self._going(ranked):
            if kept is None:
                self._refuse(photo, Refusal.KEPT_GONE)
            else:
                twin = self._staying(ranked, photo.content_hash)
                self._kept.setdefault(photo.id, twin or kept)

    def result(self, groups: Iterable[RankedGroup], files: KnownFiles) -> Discards:
        photos = {photo.id: photo for ranked in groups for photo in self._going(ranked)}
        allowed = (Discard(photo, self._kept[number]) for number, photo in photos.items())
        return Discards(tuple(allowed), tuple(self._refused.values()), files)

    def _going(self, ranked: RankedGroup) -> list[PhotoRow]:
        return [
            photo
            for photo in ranked.files
            if photo.id in self._marked and photo.id not in self._refused
        ]

    def _staying(self, ranked: RankedGroup, content: bytes | None = None) -> PhotoRow | None:
        """Return a file that stays, is there and is unchanged; the suggested one if it does.

        `content`: only one with this content.
        """
        going = {photo.id for photo in self._going(ranked)}
        candidates = [ranked.suggestion.kept.photo, *ranked.files]
        staying = (
            photo
            for photo in candidates
            if photo.id not in going and content in (None, photo.content_hash)
        )
        return next((photo for photo in staying if self._trouble(photo) is None), None)

    def _refuse(self, photo: PhotoRow, reason: Refusal) -> None:
        self._refused[photo.id] = Refused(photo, reason)


def _without_parts(groups: Collection[RankedGroup]) -> list[RankedGroup]:
    """Leave out the groups of the same content or pixels that lie in one of the same photo."""
    whole = {
        photo.id: number
        for number, ranked in enumerate(groups)
        if ranked.group.level is Level.SAME_PHOTO
        for photo in ranked.files
    }
    return [ranked for ranked in groups if not _is_part(ranked, whole)]


def _is_part(ranked: RankedGroup, whole: dict[int, int]) -> bool:
    if ranked.group.level not in (Level.IDENTICAL, Level.SAME_PIXELS):
        return False
    numbers = {whole.get(photo.id) for photo in ranked.files}
    return len(numbers) == 1 and None not in numbers


def _times(catalogue: Catalogue, ids: list[int]) -> dict[int, int]:
    times: dict[int, int] = {}
    for start in range(0, len(ids), _MOST_IDS):
        some = ids[start : start + _MOST_IDS]
        query = f"SELECT id, mtime_ns FROM photos WHERE id IN ({','.join('?' * len(some))})"  # noqa: S608
        times.update(dict(catalogue.read(tuple[PhotoId, int], query, *some)))
    return times
