"""The order of results: the same photos first, then the related ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.search.photo_search import Found

MAX_FOUND = 500
MAX_UNRELATED = 100
_UNRELATED = 2  # the rank of photos that are not related to the query


def same_photos_first(found: list[Found], same_photos: frozenset[bytes]) -> list[Found]:
    """Return results with the same photos first, then the related ones."""
    return sorted(found, key=lambda item: _rank(item, same_photos))


def count_related(found: list[Found], same_photos: frozenset[bytes]) -> int:
    """Count the results that are the same photo, or related."""
    return sum(_rank(item, same_photos) < _UNRELATED for item in found)


def _rank(item: Found, same_photos: frozenset[bytes]) -> int:
    is_same = item.photo.content_hash in same_photos
    return 0 if is_same else 1 if item.match.related else _UNRELATED
