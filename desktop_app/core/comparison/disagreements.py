"""The photos for which two models find the most different results, for the user to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.base.codes import Logits, hamming
from desktop_app.core.comparison.compared_library import nearest_others
from desktop_app.core.comparison.neighbourhoods import Rows
from desktop_app.core.jobs.comparison_events import Disagreement
from desktop_app.core.search.code_index import CodeIndex

_MAX_SHOWN = 12
_COMPARED_RESULTS = 12
_SHOWN_RESULTS = 8


@dataclass(frozen=True)
class ResultPair:
    """The ids of the photos that each model finds for a photo, nearest first."""

    photo_id: int
    old: list[int]
    new: list[int]

    @property
    def common(self) -> int:
        """The number of photos that both models find."""
        return len(set(self.old) & set(self.new))

    @property
    def is_equal(self) -> bool:
        return self.common == len(self.old) == len(self.new)


def result_pairs(
    indexes: tuple[CodeIndex, CodeIndex], logits: tuple[Logits, Logits], ids: Rows
) -> Iterator[ResultPair]:
    """Search for photos with both models.

    Args:
        indexes: Of the old and the new model.
        logits: Of the photos by the old and the new model, float32 [Q, K] each.
        ids: Of the photos, int64 [Q].
    """
    for row, photo_id in enumerate(ids.tolist()):
        old, new = (
            nearest_others(index, values[row], photo_id, _COMPARED_RESULTS)
            for index, values in zip(indexes, logits, strict=True)
        )
        yield ResultPair(photo_id, old, new)


def largest_disagreements(
    pairs: list[ResultPair], index: CodeIndex, same_distance: int
) -> list[Disagreement]:
    """Choose at most 12 of the pairs, those with the fewest common results first.

    No photo is a result of an earlier one, or its near-duplicate: within `same_distance` bits.
    """
    chosen: list[Disagreement] = []
    shown: set[int] = set()
    for pair in sorted(pairs, key=lambda pair: (pair.common, pair.photo_id)):
        if pair.is_equal or len(chosen) == _MAX_SHOWN:
            break
        if pair.photo_id in shown or _has_duplicate(index, pair.photo_id, chosen, same_distance):
            continue
        old, new = pair.old[:_SHOWN_RESULTS], pair.new[:_SHOWN_RESULTS]
        chosen.append(Disagreement(pair.photo_id, old, new))
        shown.update(old, new)
    return chosen


def _has_duplicate(
    index: CodeIndex, photo_id: int, chosen: list[Disagreement], same_distance: int
) -> bool:
    code = index.code(photo_id)
    assert code is not None
    for other in chosen:
        other_code = index.code(other.photo_id)
        assert other_code is not None
        if int(hamming(code, other_code[None])[0]) <= same_distance:
            return True
    return False
