"""Fold the stacks among the results of a search: the nearest photo of each stands for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import MOST_VARIABLES, stack_tops
from desktop_app.core.catalogue.schema import Count, PhotoId
from desktop_app.core.search.photo_search import Found
from desktop_app.core.stacks.folding import Folding, StackMark


def fold_results(catalogue: Catalogue, found: list[Found], folding: Folding) -> list[Found]:
    """Leave out results that are in a folded stack with an earlier one, and mark those in stacks.

    The earlier one counts the copies that are hidden behind what is left out. `found`: the nearest
    first. Raises the errors of Catalogue.
    """
    marks = _stack_marks(catalogue, [item.photo.id for item in found], folding)
    kept: list[Found] = []
    leads: dict[int, int] = {}  # the place in `kept` of the first photo of each stack
    for item in found:
        mark = marks.get(item.photo.id)
        place = leads.setdefault(mark.top, len(kept)) if mark else len(kept)
        if mark and mark.is_folded and place < len(kept):
            kept[place] = _with_copies_of(kept[place], item)
        else:
            is_lead = place == len(kept)
            kept.append(replace(item, stack=replace(mark, is_lead=is_lead) if mark else None))
    return kept


def _stack_marks(catalogue: Catalogue, photos: list[int], folding: Folding) -> dict[int, StackMark]:
    """Return the marks of photos that are in stacks, as if each stood for its stack."""
    tops = stack_tops(catalogue, photos)
    counts = _counts(catalogue, sorted(set(tops.values())))
    return {
        photo: StackMark(
            top,
            counts[top],
            is_lead=True,
            is_folded=folding.is_on and top not in folding.opened,
            can_fold=folding.is_on,
        )
        for photo, top in tops.items()
        if counts.get(top, 0) > 1
    }


def _with_copies_of(lead: Found, hidden: Found) -> Found:
    copies = lead.match.duplicates + hidden.match.duplicates
    return replace(lead, match=replace(lead.match, duplicates=copies))


def _counts(catalogue: Catalogue, tops: list[int]) -> dict[int, int]:
    """Return how many photos of each stack can be shown now, by the one on top."""
    query = (
        "SELECT top_id, count(*) FROM stacked JOIN photos ON photos.id = photo_id"
        " WHERE missing = 0 AND width IS NOT NULL AND top_id IN {} GROUP BY top_id"
    )
    return {
        top: count
        for some in _some(tops)
        for top, count in catalogue.read(tuple[PhotoId, Count], query.format(_marks(some)), *some)
    }


def _some(ids: list[int]) -> Iterable[list[int]]:
    return (ids[at : at + MOST_VARIABLES] for at in range(0, len(ids), MOST_VARIABLES))


def _marks(values: list[int]) -> str:
    return f"({','.join('?' * len(values))})"
