"""Show only the nearest of several results that are known to be the same photo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop_app.core.search.photo_search import Found


def hide_copies(
    found: Iterable[Found], copies_of: Callable[[bytes], Iterable[bytes]]
) -> list[Found]:
    """Leave out results that are the same photo as an earlier one, which counts them.

    Args:
        found: The nearest first.
        copies_of: Returns the content hashes of the photos that are the same as one.
    """
    kept: dict[bytes, Found] = {}
    for item in found:
        content = item.photo.content_hash
        shown = next((each for each in (content, *copies_of(content)) if each in kept), None)
        if shown is None:
            kept[content] = item
        else:
            hidden = kept[shown].match.duplicates + 1 + item.match.duplicates
            match = replace(kept[shown].match, duplicates=hidden)
            kept[shown] = replace(kept[shown], match=match)
    return list(kept.values())
