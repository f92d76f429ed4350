"""How well the application's cut-off separates related photos from all others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, Logits, pack
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.search.code_index import CodeIndex, Query
from training.benchmarks.benchmark import Benchmark

_TOP = 1000


@dataclass(frozen=True)
class Relatedness:
    """Quality of the cut-off, over all queries.

    Attributes:
        median_count: number of related photos.
        theme, word: share of the related photos that have the query's theme, or a word of it; the
            mean over the queries that have related photos.
        none_with: share of queries with no related photo in the whole database.
        none_without: the same, after all photos with the query's theme or words were removed.
    """

    median_count: float
    theme: float
    word: float
    none_with: float
    none_without: float


def measure_relatedness(manifest: Manifest, logits: Logits, corel: Benchmark) -> Relatedness:
    """Search with the application's cut-off, from logits float32 [N, K] of Corel's pictures."""
    database = pack(logits[corel.database])
    same_theme, shared_word = (
        corel.measure(name).relevant(corel.queries, corel.database) for name in ("theme", "words")
    )
    counts, themes, words, without = [], [], [], []
    for query, theme, word in zip(logits[corel.queries], same_theme, shared_word, strict=True):
        related = _related_rows(manifest, database, query)
        counts.append(len(related))
        if len(related):
            themes.append(theme[related].mean())
            words.append(word[related].mean())
        without.append(len(_related_rows(manifest, database[~(theme | word)], query)))
    shares = [float(np.mean(values)) for values in (themes, words)]
    none = [float(np.mean(np.array(values) == 0)) for values in (counts, without)]
    return Relatedness(float(np.median(counts)), *shares, *none)


def _related_rows(manifest: Manifest, database: Codes, query: Logits) -> NDArray[np.int64]:
    index = CodeIndex(manifest)
    index.add_all(np.arange(len(database), dtype=np.int64), database)
    matches = index.nearest(Query(query), _TOP)
    return np.array([match.photo_id for match in matches if match.related], np.int64)
