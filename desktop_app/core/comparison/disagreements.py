"""The photos for which two models find the most different ones: what an eye should judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.base.codes import Logits, hamming
from desktop_app.core.comparison.compared_library import nearest_others
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.jobs.comparison_events import Disagreement
from desktop_app.core.search.code_index import CodeIndex

SHOWN = 12
_COMPARED_ROW = 12
_SHOWN_ROW = 8


@dataclass(frozen=True)
class BothRows:
    """What both models find for a photo, the nearest first; ids."""

    photo_id: int
    old: list[int]
    new: list[int]

    @property
    def in_common(self) -> int:
        return len(set(self.old) & set(self.new))


def both_rows(
    indexes: tuple[CodeIndex, CodeIndex], logits: tuple[Logits, Logits], ids: Rows
) -> Iterator[BothRows]:
    """For photos `ids` int64 [Q], by their logits float32 [Q, K] of the old and the new model."""
    for place, photo_id in enumerate(ids.tolist()):
        old, new = (
            nearest_others(index, values[place], photo_id, _COMPARED_ROW)
            for index, values in zip(indexes, logits, strict=True)
        )
        yield BothRows(photo_id, old, new)


def strongest(rows: list[BothRows], index: CodeIndex, same: int) -> list[Disagreement]:
    """At most SHOWN of them, those with the least in common first. No two are near-duplicates
    (within `same` bits by the index), and none was shown as a result of another.
    """
    chosen: list[Disagreement] = []
    seen: set[int] = set()
    for row in sorted(rows, key=lambda row: (row.in_common, row.photo_id)):
        if row.photo_id in seen or any(_are_same(index, row, other, same) for other in chosen):
            continue
        if row.in_common == len(row.old) == len(row.new):
            break  # the rest agree, too
        chosen.append(Disagreement(row.photo_id, row.old[:_SHOWN_ROW], row.new[:_SHOWN_ROW]))
        seen.update(chosen[-1].old, chosen[-1].new)
        if len(chosen) == SHOWN:
            break
    return chosen


def _are_same(index: CodeIndex, row: BothRows, other: Disagreement, same: int) -> bool:
    code, theirs = index.code(row.photo_id), index.code(other.photo_id)
    assert code is not None
    assert theirs is not None
    return int(hamming(code, theirs[None])[0]) <= same
