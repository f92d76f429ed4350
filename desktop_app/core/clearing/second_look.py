"""Compare files again that have changed since they were compared, right before they go."""

from __future__ import annotations

import logging
from typing import NamedTuple

from cachetools import LRUCache

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.discards import Discard, Discards, FileState, Refusal, state_of
from desktop_app.core.photos.thumbnails import THUMBNAIL_SIDE, Thumbnails, decoded_thumbnail
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.same_photo.look import Look
from desktop_app.core.same_photo.looks import Looks
from desktop_app.core.same_photo.verification import verify

logger = logging.getLogger(__name__)

_MOST_READ = 64


class _Reading(NamedTuple):
    """A file as it is now; `look` is None if it cannot be read."""

    state: FileState | None
    look: Look | None
    is_as_before: bool = False


class SecondLook:
    """Says of each file immediately before it goes whether it still may. For one thread.

    A file that has changed is read again. It goes if it is still the same photo as the one that
    stays; where the two were different photos before, such as shots of a burst, if it still shows
    what it showed then. The same holds if the one that stays has changed.
    """

    def __init__(self, discards: Discards) -> None:
        """Raises LibraryTooNewError, LibraryUnwritableError."""
        self._files = discards.files
        self._thumbnails = Thumbnails(discards.library.thumbnails)
        self._looks = Looks(self._thumbnails.get)
        self._reader = BoundedReader()
        self._readings: LRUCache[int, _Reading] = LRUCache(_MOST_READ)

    def close(self) -> None:
        self._reader.close()
        self._thumbnails.close()

    def trouble(self, discard: Discard) -> Refusal | None:
        """Return why a file must stay after all; None if it may go."""
        photo, kept = discard.photo, discard.kept
        own = self._files.trouble(photo)
        if own:
            return own
        if self._files.trouble(kept):
            return Refusal.KEPT_GONE
        if not (self._files.is_changed(photo) or self._files.is_changed(kept)):
            return None
        return self._compared(photo, kept)

    def _compared(self, photo: PhotoRow, kept: PhotoRow) -> Refusal | None:
        now, kept_now = self._reading(photo), self._reading(kept)
        if now.look is None:
            return Refusal.UNREADABLE
        if kept_now.look is None:
            return Refusal.KEPT_GONE
        is_same = (now.is_as_before and kept_now.is_as_before) or self._are_still_the_same(
            (photo, now.look), (kept, kept_now.look)
        )
        if state_of(photo) != now.state or not (is_same or now.is_as_before):
            return Refusal.CHANGED
        return None if is_same and state_of(kept) == kept_now.state else Refusal.KEPT_GONE

    def _are_still_the_same(self, *pair: tuple[PhotoRow, Look]) -> bool:
        """Compare two photos as they look now, or each with itself if they never were the same."""
        before = [look for photo, _ in pair if (look := self._looks.get(photo.content_hash))]
        now = [look for _, look in pair]
        if len(before) < len(now) or verify(*before).is_same_photo:
            return verify(*now).is_same_photo
        compared = zip(before, now, strict=True)
        return all(old is new or verify(old, new).is_same_photo for old, new in compared)

    def _reading(self, photo: PhotoRow) -> _Reading:
        """Read a file if it has changed since it was read last, or since it was compared."""
        state = state_of(photo)
        known = self._readings.get(photo.id)
        if known is None or known.state != state:
            known = self._read(photo, state)
            self._readings[photo.id] = known
        return known

    def _read(self, photo: PhotoRow, state: FileState | None) -> _Reading:
        known = self._looks.get(photo.content_hash)
        if known and not self._files.is_changed(photo):
            return _Reading(state, known, is_as_before=True)
        contents: list[bytes] = []

        def is_wanted(content: bytes) -> bool:
            contents.append(content)
            return known is None or content != photo.content_hash

        try:
            found = self._reader.content(photo.path, THUMBNAIL_SIDE, is_wanted)
        except PhotoError as error:
            logger.info("%r has changed and is not read: %s", photo.path, error.problem)
            return _Reading(state, None)
        look = Look(decoded_thumbnail(found[0].thumbnail)) if found else known
        return _Reading(state, look, is_as_before=contents[-1] == photo.content_hash)
