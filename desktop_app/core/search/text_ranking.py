"""Rank photos by texts: codes give the shortlist, descriptors the order.

Each text scores a photo by the cosine between its direction and the photo's descriptor. Scores are
counted in deviations from what is usual in the library, so that texts, and pictures beside them,
weigh the same. docs/decisions/0091-words.md has what was measured.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors, Logits, agreement
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.search.code_index import (
    CodeIndex,
    IndexResult,
    Match,
    Query,
    TextPart,
    combine,
)
from desktop_app.core.search.cut_off import Background, fit_background
from desktop_app.core.words.vocabulary import WordDirection, unit

# Photos whose descriptors are compared with a text.
SHORTLIST = 1000
# A photo of a text stands out from the library by so many deviations ...
LEAST_DEVIATIONS = 4.5
# ... if the text is as near as this to a known one: 'tax return' looks like nothing.
LEAST_CERTAINTY = 0.5
_COUNTER_WEIGHT = 0.5
_BACKGROUND_ROWS = 512
_LENGTH = 300.0  # about that of a photo's descriptor
# Of the cosines between words and random photos.
_USUAL = Background(mean=0.016, deviation=0.064)

Hash = Callable[[Descriptors], Logits]
Scores = NDArray[np.float32]


def text_query(
    wanted: list[Logits], unwanted: list[Logits], texts: list[TextPart], hasher: Hash
) -> Query:
    """Combine pictures, as logits float32 [K], and texts into one query.

    Raises ValueError where nothing is wanted.
    """
    likes, dislikes = list(wanted), list(unwanted)
    for part in texts:
        logits = hasher(as_descriptor(part.words))[0]
        (likes if part.is_wanted else dislikes).append(logits)
    combined = combine(likes, dislikes)
    return replace(combined, texts=tuple(texts), pictures=len(wanted))


def as_descriptor(words: WordDirection) -> Descriptors:
    """Return a direction as a descriptor int8 [1, D], from which a model makes a code."""
    scaled = np.clip(np.rint(words.direction * _LENGTH), -127, 127)
    return np.asarray(scaled[np.newaxis], np.int8)


@dataclass(frozen=True, eq=False)
class _Sample:
    """Photos spread over the library: descriptors float32 [M, D], unit vectors; codes [M, K/8]."""

    ids: Ids
    units: Scores
    codes: NDArray[np.uint8]


class TextRanking:
    """Ranks the photos of one library. Not thread-safe."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._sample: _Sample | None = None

    def rank(self, query: Query, result: IndexResult, codes: CodeIndex, top: int) -> IndexResult:
        """Rank the photos of a search by the query's texts, and keep `top` of them.

        Args:
            query: With texts.
            result: Its nearest photos by code.
            codes: Those of the whole library.
            top: Largest number of matches.
        """
        if not result.matches:
            return result
        ids = np.array([match.photo_id for match in result.matches])
        found = _Sample(ids, self._units(ids), _codes(codes, ids))
        scores = _scores(query, found, self._background(codes))
        is_known = all(part.words.certainty >= LEAST_CERTAINTY for part in query.texts)
        matches = [
            replace(result.matches[row], related=is_known and bool(scores[row] >= LEAST_DEVIATIONS))
            for row in np.argsort(-scores, kind="stable")[:top]
        ]
        return replace(result, matches=matches, related_distance=_farthest_related(matches))

    def forget(self) -> None:
        """Take another sample of the library when the next text is searched."""
        self._sample = None

    def _background(self, codes: CodeIndex) -> _Sample:
        if self._sample is None:
            step = max(1, len(codes) // _BACKGROUND_ROWS)
            ids = codes.ids[::step][:_BACKGROUND_ROWS]
            self._sample = _Sample(ids, self._units(ids), codes.codes[::step][:_BACKGROUND_ROWS])
        return self._sample

    def _units(self, ids: Ids) -> Scores:
        return unit(self._catalogue.descriptors(ids.tolist()).astype(np.float32))


def _scores(query: Query, found: _Sample, sample: _Sample) -> Scores:
    """Score photos in deviations above what is usual in the library: float32 [N].

    Wanted examples count with their mean, the others with half of theirs taken away.
    """
    wanted = [_text_scores(part, found, sample) for part in query.texts if part.is_wanted]
    unwanted = [_text_scores(part, found, sample) for part in query.texts if not part.is_wanted]
    if query.pictures:
        wanted += [_picture_scores(query, found, sample)] * query.pictures
    scores = np.mean(wanted, axis=0)
    if unwanted:
        scores = scores - _COUNTER_WEIGHT * np.maximum(np.mean(unwanted, axis=0), 0)
    return np.asarray(scores, np.float32)


def _text_scores(part: TextPart, found: _Sample, sample: _Sample) -> Scores:
    direction = part.words.direction
    return _in_deviations(found.units @ direction, fit_background(sample.units @ direction, _USUAL))


def _picture_scores(query: Query, found: _Sample, sample: _Sample) -> Scores:
    usual = agreement(query.logits, sample.codes)
    background = Background(float(usual.mean()), max(float(usual.std()), 1e-3))
    return _in_deviations(agreement(query.logits, found.codes), background)


def _in_deviations(scores: Scores, background: Background) -> Scores:
    return np.asarray((scores - background.mean) / background.deviation, np.float32)


def _codes(codes: CodeIndex, ids: Ids) -> NDArray[np.uint8]:
    return codes.codes[np.searchsorted(codes.ids, ids)]


def _farthest_related(matches: list[Match]) -> int | None:
    return max((match.distance for match in matches if match.related), default=None)
