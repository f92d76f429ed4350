"""Check which of the marked photos may go: a group is never emptied, and nothing goes unseen.

Nothing is moved here. Who moves the files looks at each pair of a file and the one that stays for
it once more, immediately before (second_look.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from stat import S_ISREG
from typing import NamedTuple

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.files.sidecars import has_sidecar

_MOST_IDS = 500  # of one SQL statement


class Refusal(StrEnum):
    """Why a marked photo stays."""

    PROTECTED = "protected"  # it is in a folder that is never touched
    GONE = "gone"
    CHANGED = "changed"  # since it was compared, and it is not the same photo any more
    UNREADABLE = "unreadable"  # changed since it was compared, and cannot be read now
    LAST = "last"  # all files of its group are marked, and it is suggested to stay
    ALONE = "alone"  # no other file of its group is there any more
    KEPT_GONE = "kept_gone"  # the files of its group that are not marked are gone or changed


class FileState(NamedTuple):
    """What changes when a file is written."""

    size: int
    mtime_ns: int


def state_of(photo: PhotoRow) -> FileState | None:
    """Return the state of a photo's file; None if there is none, or something else than a file."""
    try:
        status = photo.path.lstat()
    except OSError:
        return None
    return FileState(status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None


@dataclass(frozen=True)
class Discard:
    """A file that may go, and one of its group that stays.

    Attributes:
        is_changed: Whether one of them has changed since both were compared: they are compared
            again before it goes.
        has_sidecar: Whether an XMP sidecar lies beside the one that may go.
    """

    photo: PhotoRow
    kept: PhotoRow
    is_changed: bool = False
    has_sidecar: bool = False


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
        """Return why there is no file that could be compared; None if there is."""
        if state_of(photo):
            return None
        return Refusal.CHANGED if photo.path.is_symlink() else Refusal.GONE

    def is_changed(self, photo: PhotoRow) -> bool:
        """Whether a file is not the one that was compared."""
        return state_of(photo) != (photo.size_bytes, self.times.get(photo.id))


@dataclass(frozen=True, eq=False)
class Discards:
    """What may go, and what stays although it is marked."""

    allowed: tuple[Discard, ...]
    refused: tuple[Refused, ...]
    files: KnownFiles
    library: LibraryFiles

    @property
    def size_bytes(self) -> int:
        """What the files that may go take."""
        return sum(discard.photo.size_bytes for discard in self.allowed)

    @property
    def are_identical(self) -> bool:
        """Whether each file that may go has the content of the one that stays for it."""
        pairs = ((discard.photo, discard.kept) for discard in self.allowed)
        return all(photo.content_hash == kept.content_hash for photo, kept in pairs)


def check_discards(
    catalogue: Catalogue,
    groups: Collection[RankedGroup],
    marked: AbstractSet[int],
    rules: KeepRules,
) -> Discards:
    """Decide which marked photos may go.

    Of each group with marked photos, a file stays that is there: an unchanged one if there is one.
    Groups of the same content or pixels that lie in a group of the same photo count as a part of
    it: all files of a version may go for a better one.

    Args:
        catalogue: Knows the times of the files.
        groups: All groups of the library.
        marked: Ids of photos.
        rules: Whose protected folders are respected.

    Raises:
        The errors of Catalogue.
    """
    grouped = {photo.id for ranked in groups for photo in ranked.files}
    with_marks = [ranked for ranked in groups if any(f.id in marked for f in ranked.files)]
    counted = _without_parts(with_marks)
    ids = {photo.id for ranked in counted for photo in ranked.files}
    files = KnownFiles(_times(catalogue, sorted(ids)))
    check = _Check(marked, rules, files)
    for photo in catalogue.photos(sorted(marked - grouped)):
        if not photo.away:  # not those that went before
            check.refuse(photo, Refusal.ALONE)
    for ranked in counted:
        check.refuse_unfit(ranked)
    for ranked in counted:
        check.keep_one(ranked)
    return check.result(counted, catalogue.files)


class _Check:
    """The marked photos that still may go, and those that were refused."""

    def __init__(
        self,
        marked: AbstractSet[int],
        rules: KeepRules,
        files: KnownFiles,
    ) -> None:
        self._marked = marked
        self._rules = rules
        self._files = files
        self._refused: dict[int, Refused] = {}
        self._kept: dict[int, PhotoRow] = {}
        self._troubles: dict[int, Refusal | None] = {}
        self._changes: dict[int, bool] = {}

    def refuse(self, photo: PhotoRow, reason: Refusal) -> None:
        self._refused[photo.id] = Refused(photo, reason)

    def refuse_unfit(self, ranked: RankedGroup) -> None:
        """Refuse what is protected or gone."""
        for photo in self._going(ranked):
            reason = Refusal.PROTECTED if self._rules.protects(photo) else self._trouble(photo)
            if reason:
                self.refuse(photo, reason)

    def keep_one(self, ranked: RankedGroup) -> None:
        """Note for what goes what stays; refuse as much as needed."""
        going = self._going(ranked)
        if not going:
            return
        kept = self._staying(ranked)
        if kept is None and all(photo.id in self._marked for photo in ranked.files):
            suggested = ranked.suggestion.kept.photo
            kept = suggested if suggested in going else going[0]
            self.refuse(kept, Refusal.LAST)
        for photo in self._going(ranked):
            if kept is None:
                self.refuse(photo, Refusal.KEPT_GONE)
            else:
                twin = self._staying(ranked, photo.content_hash)
                is_sound = twin is not None and not self._is_changed(twin)
                self._kept.setdefault(photo.id, twin if twin and is_sound else kept)

    def result(self, groups: Iterable[RankedGroup], library: LibraryFiles) -> Discards:
        photos = {photo.id: photo for ranked in groups for photo in self._going(ranked)}
        allowed = tuple(self._discard(photo, self._kept[photo.id]) for photo in photos.values())
        return Discards(allowed, tuple(self._refused.values()), self._files, library)

    def _discard(self, photo: PhotoRow, kept: PhotoRow) -> Discard:
        is_changed = self._is_changed(photo) or self._is_changed(kept)
        return Discard(photo, kept, is_changed, has_sidecar(photo.path))

    def _going(self, ranked: RankedGroup) -> list[PhotoRow]:
        return [
            photo
            for photo in ranked.files
            if photo.id in self._marked and photo.id not in self._refused
        ]

    def _staying(self, ranked: RankedGroup, content: bytes | None = None) -> PhotoRow | None:
        """Return a file that stays and is there: rather an unchanged one, and the suggested one.

        `content`: only one with this content.
        """
        going = {photo.id for photo in self._going(ranked)}
        candidates = [ranked.suggestion.kept.photo, *ranked.files]
        staying = [
            photo
            for photo in candidates
            if photo.id not in going
            and content in (None, photo.content_hash)
            and self._trouble(photo) is None
        ]
        unchanged = (photo for photo in staying if not self._is_changed(photo))
        return next(unchanged, staying[0] if staying else None)

    def _trouble(self, photo: PhotoRow) -> Refusal | None:
        if photo.id not in self._troubles:
            self._troubles[photo.id] = self._files.trouble(photo)
        return self._troubles[photo.id]

    def _is_changed(self, photo: PhotoRow) -> bool:
        if photo.id not in self._changes:
            self._changes[photo.id] = self._files.is_changed(photo)
        return self._changes[photo.id]


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
